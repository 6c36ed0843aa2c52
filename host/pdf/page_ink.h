#pragma once
#include "pdf/outside_program.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engross {

/// A rectangle on a page, in millimetres from its top left.
struct SheetArea {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    bool operator==(const SheetArea&) const = default;
};

/// "12.3–13.9 mm from the left, 80.0–82.1 mm from the top"
[[nodiscard]] std::string describe(const SheetArea& area);

/// The areas of a page (from 1) in which ink may stand.
using AllowedAreas = std::function<std::span<const SheetArea>(std::size_t page)>;

/// What is printed outside the allowed areas, page by page: each patch of ink as the box round it. The pages are drawn
/// at 200 dots per inch by pdftoppm, in a process of its own with limits; every dot that is not pure white is ink.
/// Nothing where the program gave up on the file. Throws PdfError ("pdf-tool") where it is not installed.
[[nodiscard]] std::optional<std::vector<std::vector<SheetArea>>> inkOutside(const ProgramInput& pdf, std::size_t pages,
                                                                            const AllowedAreas& allowed);

}  // namespace engross
