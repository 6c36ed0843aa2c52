#pragma once
#include "work/errands.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace engross {

/// Prepared exhibits, kept from one try of a bundle to the next, so that one bad exhibit costs nobody the work that
/// was done on the others. What is kept can be made again at any time; it is checked before it is used. Only its owner
/// can read the folder, and what was unlocked is not kept at all. Several processes may use one shelf.
class PreparedShelf {
public:
    struct Kept {
        Looked looked;
        std::string path;
    };

    static constexpr std::uint64_t usualRoom = std::uint64_t{2} << 30U;  // bytes

    /// An empty folder keeps nothing. Now and then, as things are kept, it is brought back below `room`.
    explicit PreparedShelf(std::string folder, std::uint64_t room = usualRoom);
    [[nodiscard]] std::optional<Kept> find(const Sha256& key) const;
    /// Moves the file to the shelf and answers where it stands now; where that fails it stays in its place.
    [[nodiscard]] std::string keep(const Sha256& key, const std::string& path, const Looked& looked) const;
    /// Removes what nobody has kept or used for `age`.
    void sweep(std::chrono::hours age) const;
    /// Where more than `room` is taken, removes what was used longest ago until a quarter is free; but nothing that was
    /// kept or used within the hour, which a bundle may be made of just now.
    void makeRoom() const;

private:
    [[nodiscard]] std::string pathOf(const Sha256& key, const char* ending) const;
    std::string folder_;
    std::uint64_t room_;
};

}  // namespace engross
