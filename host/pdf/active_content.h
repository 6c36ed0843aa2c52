#pragma once
#include "pdf/held_memory.h"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace engross {

/// What is active in the objects of a file, wherever they are and whoever leads to them, by LinkLoss::kind: scripts and
/// other actions, triggers, files inside the file, streams whose data stand in another file. A link within the file, to
/// the web or to a volume that lies beside it is none of these. Each object is read once, and no stream unpacked.
class ActiveContent {
public:
    /// One object's text; of a stream its dictionary. Throws ReaderRefused where it is not well formed.
    void look(std::string_view text, bool isStream);

    [[nodiscard]] std::map<std::string, std::size_t> found() const;

private:
    friend class ActiveScan;

    std::map<std::string, std::size_t> found_;
    std::size_t specifications_ = 0;  // with a file
    std::size_t embedded_ = 0;        // files
};

/// All objects of a file that is mapped. Throws ReaderRefused where the strict reader does not read it.
[[nodiscard]] std::map<std::string, std::size_t> activeContentOf(const std::shared_ptr<const SourceBytes>& file,
                                                                 const std::string& name);

}  // namespace engross
