#pragma once
#include "pdf/input.h"
#include "pdf/page_ink.h"

#include <array>
#include <string>
#include <vector>

namespace engross {

/// A picture as a page places it.
struct PlacedPicture {
    enum class Tones { Two, Grey, Colour };
    Tones tones = Tones::Colour;
    double dotsPerInch = 0;  // as placed, along the side where they are coarser
    double share = 0;        // of the visible page that its box takes, 0 to 1
};

/// Ink that is no letter, near the head or foot of a page where numbers stand: a line, or an area that is filled. In
/// millimetres from the top left of the page as it is shown.
struct InkMark {
    std::array<double, 2> from{};
    std::array<double, 2> to{};
    bool area = false;
    bool operator==(const InkMark&) const = default;
};
[[nodiscard]] bool touches(const InkMark& mark, const SheetArea& area) noexcept;

/// What the operators of a page draw, its forms included, without drawing them (ISO 32000-1 8 and 9). Letters are
/// counted as codes; their widths are guessed.
struct PageDrawing {
    /// Codes shown as the reader sees them: upright, read upwards, upside down, read downwards.
    std::array<std::size_t, 4> letters{};
    std::size_t hiddenLetters = 0;  // of a text layer (rendering mode 3), in whatever direction
    Points usualSize = 0;           // of most letters, as shown; 0 where there are none
    std::size_t strokes = 0;        // paths that are filled or drawn
    std::vector<PlacedPicture> pictures;
    /// Not of white, and not of a picture that takes most of the page: what such a picture shows is not looked at.
    std::vector<InkMark> marks;
    std::size_t coveredLetters = 0;  // codes under a dark box that was drawn over them
    std::size_t redactionMarks = 0;  // annotations that mark what shall be taken out, and has not been
    bool whole = true;               // its content was read to the end

    [[nodiscard]] std::size_t allLetters() const noexcept;
    /// Of the visible page that pictures take, 0 to 1; what lies over each other counts twice.
    [[nodiscard]] double pictureShare() const noexcept;
};

/// The pages of a file, in order. Throws PdfError where it cannot be read; `name` is what the fault calls it.
[[nodiscard]] std::vector<PageDrawing> drawingsOf(const std::string& path, const std::string& name,
                                                  const PdfLimits& limits = {});

}  // namespace engross
