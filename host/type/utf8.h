#pragma once
#include <cstddef>
#include <string_view>

namespace engross {

/// The character at `offset`, which moves to the next one. Bytes that are no UTF-8 come out as U+FFFD, a maximal
/// subpart at a time (Unicode 3.9), as ICU counts them.
[[nodiscard]] char32_t nextCharacter(std::string_view text, std::size_t& offset) noexcept;

}  // namespace engross
