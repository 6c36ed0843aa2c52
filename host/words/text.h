#pragma once
#include "words/messages.h"

#include <string>
#include <string_view>

namespace engross {

/// Full Unicode case mapping.
[[nodiscard]] std::string upper(std::string_view text, Language language);
[[nodiscard]] std::string lower(std::string_view text, Language language);
/// Normalisation form C. A byte sequence that is not UTF-8 is replaced by U+FFFD.
[[nodiscard]] std::string nfc(std::string_view text);
/// Negative, nought or positive, as a person would sort names in the language; "AB/2" stands before "AB/10".
[[nodiscard]] int collate(std::string_view left, std::string_view right, Language language);
/// Spaces inside dates, periods, references and section numbers become non-breaking ("section 11", "paragraph 14(b)",
/// "28 days", "2 March 2026", "Housing Act 2004"), in both languages. Cheap: one pass over the bytes.
[[nodiscard]] std::string withFixedSpaces(std::string_view text);

}  // namespace engross
