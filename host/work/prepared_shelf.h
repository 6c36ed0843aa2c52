#pragma once
#include "work/errands.h"

#include <chrono>
#include <optional>
#include <string>

namespace engross {

/// Prepared exhibits, kept from one try of a bundle to the next, so that one bad exhibit costs nobody the work that
/// was done on the others. What is kept can be made again at any time; it is checked before it is used.
class PreparedShelf {
public:
    struct Kept {
        Looked looked;
        std::string path;
    };

    /// An empty folder keeps nothing.
    explicit PreparedShelf(std::string folder);
    [[nodiscard]] std::optional<Kept> find(const Sha256& key) const;
    /// Moves the file to the shelf and answers where it stands now; where that fails it stays in its place.
    [[nodiscard]] std::string keep(const Sha256& key, const std::string& path, const Looked& looked) const;
    /// Removes what nobody has kept or used for `age`.
    void sweep(std::chrono::hours age) const;

private:
    [[nodiscard]] std::string pathOf(const Sha256& key, const char* ending) const;
    std::string folder_;
};

}  // namespace engross
