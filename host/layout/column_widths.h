#pragma once
#include "model/units.h"

#include <vector>

namespace engross {

/// What the cells of a table's column want; padding not counted.
struct ColumnNeed {
    Points least = 0;    // the widest word
    Points natural = 0;  // the widest cell on one line
    double weight = 0;   // share of the width; 0 lets the content decide
    Points part =
        least;  // of the widest word, what is left where it may be parted at need: "2 March 2026" at its spaces
};

/// Whether no word has to be cut.
[[nodiscard]] bool haveRoom(const std::vector<ColumnNeed>& needs, Points available);

/// Widths that add up to `available`. Every column gets its widest word where that can be, or its widest part; weighted
/// columns share what the others leave, and without any the longer columns get more.
[[nodiscard]] std::vector<Points> columnWidths(const std::vector<ColumnNeed>& needs, Points available);

}  // namespace engross
