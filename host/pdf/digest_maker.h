#pragma once
#include "pdf/digest.h"

#include <string>
#include <string_view>

namespace engross {

/// Digests a file with the fast reader alone. Throws ReaderRefused for what it is not sure of, PdfError for a bomb.
[[nodiscard]] Digest makeDigest(std::string_view bytes, const std::string& name, bool ours, const PdfLimits& limits);

}  // namespace engross
