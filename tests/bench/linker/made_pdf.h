#pragma once
#include <cstddef>
#include <string>

namespace engross::bench {

enum class PictureLook { Scan, Photograph };

enum class TextLook {
    Lines,  // a string a line, of 64 words: packs to an eighth, and is quick to read
    /// A run of a few words at a time, as office programs write them. Size, packing and tokens are those of real pages,
    /// the medians of 51 files by many producers: 11.6 kB that pack to 2.7, in each kilobyte 59 operators, 140 operands
    /// and 23 strings of 5 bytes.
    Runs
};

/// Files as other producers write them, plain and sound; `seed` makes each another.
class MadePdf {
public:
    /// Pages with an embedded font and a letterhead that all files share, bookmarks, links, and one page
    /// in twenty turned.
    [[nodiscard]] static std::string text(TextLook look, std::size_t seed, std::size_t pages);
    /// One page that is one JPEG.
    [[nodiscard]] static std::string picture(PictureLook look, std::size_t seed);
};

}  // namespace engross::bench
