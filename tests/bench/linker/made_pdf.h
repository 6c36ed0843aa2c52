#pragma once
#include <cstddef>
#include <string>

namespace engross::bench {

enum class PictureLook { Scan, Photograph };

/// Files as other producers write them, plain and sound; `seed` makes each another.
class MadePdf {
public:
    /// Pages of 50 lines with an embedded font and a letterhead that all files share, bookmarks, links, and one page
    /// in twenty turned.
    [[nodiscard]] static std::string text(std::size_t seed, std::size_t pages);
    /// One page that is one JPEG.
    [[nodiscard]] static std::string picture(PictureLook look, std::size_t seed);
};

}  // namespace engross::bench
