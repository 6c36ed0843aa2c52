#pragma once
#include "evidence/kind.h"

#include <string>
#include <string_view>

namespace engross {

/// The EXIF block of a picture, from its byte order mark on: of a JPEG its segment, of a PNG its chunk, of a WebP its
/// chunk, of a TIFF the whole file; of HEIC and AVIF what libheif finds. Empty where there is none, or the file is
/// damaged before it.
[[nodiscard]] std::string cameraBlockOf(std::string_view file, EvidenceKind kind);

/// The EXIF block that belongs to the main picture of a HEIC or AVIF file; empty where there is none, or no libheif.
[[nodiscard]] std::string cameraBlockOfHeif(std::string_view file);

}  // namespace engross
