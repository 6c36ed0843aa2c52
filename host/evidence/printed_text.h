#pragma once
#include "type/typesetter.h"

#include <string>

namespace engross {

/// What somebody else wrote, as it can be printed: a character that no font has, or that turns others round, is written
/// as its code point, "[U+1F3E0]". Line ends stay. The text is well formed.
[[nodiscard]] std::string printedText(const std::string& text, const Typesetter& typesetter);

}  // namespace engross
