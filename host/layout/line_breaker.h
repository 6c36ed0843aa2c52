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
    Ragged,     // the last line may be short
    Balanced,   // all lines alike: titles
    Justified,  // straight on both sides, the last line may be short
};

/// What a space of a justified line may lose, as a share of its width.
constexpr double spaceShrink = 0.2;

/// The ends of lines (index of the item after the last) that fit the measure: as few lines as there can be and, among
/// those, the least ragged right edge. Of justified lines, those whose spaces are nearest to their own width: such a
/// line may be wider than the measure by what its spaces can shrink. An item wider than the measure has a line of its
/// own.
[[nodiscard]] std::vector<std::size_t> breakLines(const std::vector<LineItem>& items, Points measure, LineShape shape);

}  // namespace engross
