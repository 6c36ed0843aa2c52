#pragma once
#include "evidence/evidence_error.h"
#include "layout/block.h"

#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// The pages of a TIFF, each as 8-bit grey or RGB samples with its orientation, on white where it was see-through.
/// All of them together stay below the limits' pixels times ten. Throws EvidenceError; `name` is what the fault calls
/// it. The decoder is libtiff: call this only in a process that may be killed.
[[nodiscard]] std::vector<Picture> readTiff(std::string_view bytes, const std::string& name,
                                            const PictureLimits& limits = {});

/// A WebP picture, the first of a moving one's.
[[nodiscard]] Picture readWebP(std::string_view bytes, const std::string& name, const PictureLimits& limits = {});

/// The main picture of a HEIC or AVIF file, turned as the file says.
[[nodiscard]] Picture readHeif(std::string_view bytes, const std::string& name, const PictureLimits& limits = {});

}  // namespace engross
