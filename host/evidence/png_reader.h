#pragma once
#include "evidence/evidence_error.h"
#include "layout/block.h"

#include <string>
#include <string_view>

namespace engross {

/// A PNG as 8-bit grey or RGB samples, on white where it was see-through.
/// Throws EvidenceError; `name` is what the fault calls it.
[[nodiscard]] Picture readPng(std::string_view bytes, const std::string& name, const PictureLimits& limits = {});

}  // namespace engross
