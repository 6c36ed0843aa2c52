#pragma once
#include "raster.h"
#include "typeset.h"

namespace engross::samples {

/// A drawn plan of the first floor, A4 at 150 dots an inch. `scratch` as in Press::pixels.
[[nodiscard]] Raster floorPlan(const Press& press, const std::string& scratch);
/// The words of the boiler's plate, white behind.
[[nodiscard]] Raster boilerLabel(const Press& press, const std::string& scratch);

}  // namespace engross::samples
