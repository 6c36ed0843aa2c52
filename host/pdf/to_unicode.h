#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace engross {

/// What a ToUnicode map says of a code.
inline constexpr std::uint8_t noText = 0;
inline constexpr std::uint8_t goodText = 1;
inline constexpr std::uint8_t badText = 2;  // U+0000, U+FEFF or U+FFFE, or less than a character

/// Reads a ToUnicode CMap (ISO 32000-1 9.10.3): one of the above for each code up to the last that it maps.
[[nodiscard]] std::vector<std::uint8_t> readToUnicode(std::string_view cmap);

}  // namespace engross
