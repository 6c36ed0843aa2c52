#pragma once
#include "model/units.h"

#include <cstddef>
#include <vector>

namespace engross {

/// A word with the space after it, as far as breaking lines goes.
struct LineItem {
    Points width = 0;
    Points space = 0;        // after it, where the line goes on
    bool mandatory = false;  // the line ends after it
    bool poor = false;       // a break after it shows: a hyphen, a slash
};

enum class LineShape {
    Ragged,    // the last line may be short
    Balanced,  // all lines alike: titles
};

/// The ends of lines (index of the item after the last) that fit the measure: as few lines as there can be and, among
/// those, the least ragged right edge. An item wider than the measure has a line of its own.
[[nodiscard]] std::vector<std::size_t> breakLines(const std::vector<LineItem>& items, Points measure, LineShape shape);

}  // namespace engross
