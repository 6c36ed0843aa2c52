#pragma once
#include "script/datum.h"

#include <optional>
#include <string>
#include <string_view>

namespace engross {

/// Pounds as a text with at most two decimals ("12500.50"); nothing for any other text.
[[nodiscard]] std::optional<Pence> penceFrom(std::string_view text);
/// Nothing where the number has more than two decimals or is past 10^12.
[[nodiscard]] std::optional<Pence> penceFrom(double pounds);
/// "3", "-2.5"; no other form of number.
[[nodiscard]] std::optional<double> numberFrom(std::string_view text);
/// The usual form ("AB1 2DE"), whatever the case and the spaces; nothing for what is no British postcode.
[[nodiscard]] std::optional<std::string> postcodeFrom(std::string_view text);
[[nodiscard]] bool isEmail(std::string_view text);
[[nodiscard]] bool isPhone(std::string_view text);
/// One word: no spaces, no control characters.
[[nodiscard]] bool isReference(std::string_view text);
/// A line feed and a tab are the only control characters of a text.
[[nodiscard]] bool hasControlCharacters(std::string_view text);

}  // namespace engross
