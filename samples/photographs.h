#pragma once
#include "raster.h"

namespace engross::samples {

/// Drawn, not taken: there is no such house. Each looks like what an officer's telephone brings back.
[[nodiscard]] Raster dampWall();
/// Upright, 1200 by 1600.
[[nodiscard]] Raster brokenNosing();
[[nodiscard]] Raster wetWindow();
/// `label` is printed on the boiler's plate: dark text on white.
[[nodiscard]] Raster boilerPlate(const Raster& label);

}  // namespace engross::samples
