#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace engross {

/// What a stranger wrote, as a terminal may show it: characters that steer a terminal, or turn the letters after them
/// round, are written as their code points, "[U+001B]". What is no UTF-8 becomes U+FFFD.
[[nodiscard]] std::string shownText(std::string_view text);

/// Letters of a text, for columns.
[[nodiscard]] std::size_t lettersIn(std::string_view text);

}  // namespace engross
