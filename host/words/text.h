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
/// Negative, nought or positive, as a person would sort names in the language.
[[nodiscard]] int collate(std::string_view left, std::string_view right, Language language);
/// Spaces inside dates, sums, references and section numbers become non-breaking ("section 11", "paragraph 14(b)",
/// "£30,000", "2 March 2026").
[[nodiscard]] std::string withFixedSpaces(std::string_view text);

}  // namespace engross
