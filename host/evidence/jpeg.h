#pragma once
#include "evidence/evidence_error.h"
#include "layout/block.h"

#include <string>
#include <string_view>

namespace engross {

/// A JPEG as it may stand in a PDF: its headers read, its scan untouched, and what cameras and editors note beside the
/// picture (EXIF with place and owner, XMP, Photoshop data, comments, trailing files) left out.
/// Throws EvidenceError; `name` is what the fault calls it.
[[nodiscard]] Picture readJpeg(std::string_view bytes, const std::string& name, const PictureLimits& limits = {});

}  // namespace engross
