#pragma once
#include "model/units.h"

#include <vector>

namespace engross {

/// What the cells of a table's column want; padding not counted.
struct ColumnNeed {
    Points least = 0;    // the widest word
    Points natural = 0;  // the widest cell on one line
    double weight = 0;   // share of the width; 0 lets the content decide
};

/// Widths that add up to `available`. Every column gets its widest word where that can be; weighted columns share what
/// the others leave, and without any the longer columns get more.
[[nodiscard]] std::vector<Points> columnWidths(const std::vector<ColumnNeed>& needs, Points available);

}  // namespace engross
