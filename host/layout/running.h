#pragma once
#include "layout/setting.h"

#include <vector>

namespace engross {

/// Text and marks that every page has, placed on one page. Marks are measured from the page's top left.
[[nodiscard]] std::vector<Mark> runningMarks(Setting& setting, const RunningText& text, const Margins& margins,
                                             PageNumber page, std::size_t pages);

/// A turned text: across the page from bottom left to top right, or up its edge.
struct DiagonalMark {
    std::vector<ShapedRun> runs;
    Points size = 0;
    double degrees = 0;
    Points x = 0;  // from the page's bottom left
    Points baseline = 0;
};

[[nodiscard]] DiagonalMark diagonalMark(Setting& setting);

/// "FILE COPY", upright in the middle of the left edge, outside the text. Outside what a hole punch takes.
[[nodiscard]] DiagonalMark copyMark(Setting& setting);

}  // namespace engross
