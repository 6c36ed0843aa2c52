#pragma once
#include "type/typesetter.h"

namespace engross {

/// UAX 14 break opportunities; rules of the language where it has its own (Chinese, Japanese, Korean).
/// A short reference with slashes, such as EN/2026/0142, stays whole.
[[nodiscard]] std::vector<BreakOpportunity> lineBreaks(std::string_view text, std::string_view language);

}  // namespace engross
