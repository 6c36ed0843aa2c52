#include "type/utf8.h"

#include <cstdint>

namespace engross {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Lead {
    int following = 0;
    std::uint8_t lowest =
        0x80;  // of the first byte that follows: no overlong forms, surrogates or points past U+10FFFF
    std::uint8_t highest = 0xBF;
    std::uint8_t bits = 0;
};

Lead leadOf(std::uint8_t byte) noexcept {
    if (byte >= 0xC2 && byte <= 0xDF) {
        return {1, 0x80, 0xBF, 0x1F};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        return {2, static_cast<std::uint8_t>(byte == 0xE0 ? 0xA0 : 0x80),
                static_cast<std::uint8_t>(byte == 0xED ? 0x9F : 0xBF), 0x0F};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        return {3, static_cast<std::uint8_t>(byte == 0xF0 ? 0x90 : 0x80),
                static_cast<std::uint8_t>(byte == 0xF4 ? 0x8F : 0xBF), 0x07};
    }
    return {};
}

}  // namespace

char32_t nextCharacter(std::string_view text, std::size_t& offset) noexcept {
    const auto first = static_cast<std::uint8_t>(text[offset++]);
    if (first < 0x80) {
        return first;
    }
    Lead lead = leadOf(first);
    if (lead.following == 0) {
        return replacement;
    }
    char32_t point = first & lead.bits;
    for (; lead.following > 0; --lead.following) {
        const auto byte = offset < text.size() ? static_cast<std::uint8_t>(text[offset]) : std::uint8_t{0};
        if (byte < lead.lowest || byte > lead.highest) {
            return replacement;
        }
        point = point << 6 | (byte & 0x3FU);
        lead.lowest = 0x80;
        lead.highest = 0xBF;
        ++offset;
    }
    return point;
}

}  // namespace engross
