#pragma once
#include "pdf/input.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace engross {

/// The pages of one size, as they are shown: after rotation, crop and unit.
struct PageSizeGroup {
    int widthMm = 0;  // to the nearest millimetre
    int heightMm = 0;
    std::string name;  // "A4", "US Letter"; of whichever way up; empty for a size without a name
    std::vector<std::pair<std::size_t, std::size_t>> pages;  // first and last of each run, from 1
    bool operator==(const PageSizeGroup&) const = default;
};

/// The sizes of a file's pages, in the order in which they are met. A page within 2 mm of a size with a name is of that
/// size (ISO 216 allows as much above 600 mm); what has no name is told apart by the millimetre.
[[nodiscard]] std::vector<PageSizeGroup> pageSizesOf(const std::vector<PdfPageFacts>& pages);

}  // namespace engross
