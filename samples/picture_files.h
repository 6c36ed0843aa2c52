#pragma once
#include "raster.h"

#include <optional>
#include <string>
#include <utility>

namespace engross::samples {

/// What a camera writes beside the pixels.
struct Exif {
    std::string takenAt;  // "2026:11:12 10:14:22"
    int orientation = 1;
    std::optional<std::pair<double, double>> place{};  // degrees north and east
};

/// A JPEG with an EXIF segment. Same raster, same bytes.
[[nodiscard]] std::string jpegWithExif(const Raster& raster, const Exif& exif, int quality);
/// A plain JPEG; one channel where `grey`.
[[nodiscard]] std::string jpeg(const Raster& raster, bool grey, int quality);
/// A PNG at 150 dots an inch.
[[nodiscard]] std::string png(const Raster& raster);

}  // namespace engross::samples
