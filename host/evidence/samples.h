#pragma once
#include "layout/block.h"

#include <string>
#include <string_view>

namespace engross {

/// A picture of 8-bit samples from rows of red, green, blue and alpha, top row first: on white where it was
/// see-through, grey where it has no colour.
[[nodiscard]] Picture pictureFromRgba(std::string_view samples, int width, int height, int orientation);

}  // namespace engross
