#pragma once
#include <algorithm>
#include <string>
#include <string_view>

namespace engross {

/// What a digit of a hexadecimal number counts; negative for any other byte.
[[nodiscard]] constexpr int hexDigit(char byte) noexcept {
    if (byte >= '0' && byte <= '9') {
        return byte - '0';
    }
    const char lower = static_cast<char>(byte | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// With the letters A to Z small; every other byte as it is, in any place of the world.
[[nodiscard]] inline std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    return result;
}

}  // namespace engross
