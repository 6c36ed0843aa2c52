#pragma once
#include "pdf/input.h"

#include <cstdint>
#include <string>

namespace engross {

/// How many bytes a file would be shorter if each of its streams stood in it once. Throws PdfError where it cannot be
/// read; `name` is what the fault calls it.
[[nodiscard]] std::uint64_t repeatedBytes(const std::string& path, const std::string& name,
                                          const PdfLimits& limits = {});

}  // namespace engross
