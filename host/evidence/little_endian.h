#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace engross {

/// The number that up to eight bytes make, the least first.
[[nodiscard]] inline std::uint64_t littleEndian(std::string_view bytes) noexcept {
    std::uint64_t number = 0;
    for (std::size_t i = bytes.size(); i > 0; --i) {
        number = number << 8U | static_cast<unsigned char>(bytes[i - 1]);
    }
    return number;
}

}  // namespace engross
