#pragma once
#include "layout/strip.h"

#include <vector>

namespace engross {

/// Columns of strips set beside each other as one column: each strip of the result is as small a slice of all of them
/// as can be cut without cutting a strip. A slice that would be taller than `tallest` is avoided by bringing the
/// columns to common lines, strip by strip. Space that all of them have above their strips is that above the slice.
[[nodiscard]] std::vector<Strip> besideEachOther(std::vector<std::vector<Strip>> columns, Points tallest);

}  // namespace engross
