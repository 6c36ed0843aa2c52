#pragma once
#include "pdf/source_bytes.h"

#include <memory>
#include <string_view>
#include <vector>

namespace engross {

/// Which parts of a mapped file are in memory because they were read. They are given back once they come to `most`, so
/// that little of a file is held however large it is; what is needed again is there again.
class HeldMemory {
public:
    static constexpr std::size_t most = std::size_t{32} << 20U;

    explicit HeldMemory(std::shared_ptr<const SourceBytes> file);

    /// Bytes of the file were read, from one offset to another.
    void touch(std::size_t from, std::size_t to);
    /// The same of a part of the file's view; of any other text it is nothing.
    void touch(std::string_view part);

private:
    std::shared_ptr<const SourceBytes> file_;
    std::vector<bool> windows_;  // that were touched
    std::size_t count_ = 0;      // of those
};

}  // namespace engross
