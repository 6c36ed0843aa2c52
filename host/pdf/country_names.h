#pragma once
#include <span>
#include <string_view>

namespace engross {

/// Names of countries and territories that are not the United Kingdom, in English and Welsh (Unicode CLDR), with the
/// short forms that people write: letters and digits only, in small letters, sorted as bytes.
[[nodiscard]] std::span<const std::string_view> foldedCountryNames();

}  // namespace engross
