#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace engross {

/// How many bytes at the start are well-formed UTF-8 (Unicode 15, table 3-7): the text's size where all of it is.
[[nodiscard]] std::size_t wellFormedPrefix(std::string_view text) noexcept;

/// The text with every ill-formed byte replaced by U+FFFD.
[[nodiscard]] std::string repaired(std::string_view text);

/// Code points of a well-formed text.
[[nodiscard]] std::size_t characterCount(std::string_view text) noexcept;

}  // namespace engross
