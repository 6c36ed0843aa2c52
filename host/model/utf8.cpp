#include "model/utf8.h"

#include <algorithm>
#include <cstdint>

namespace engross {
namespace {

struct Lead {
    std::size_t following;
    std::uint8_t low;  // bounds of the second byte; the later ones are 80 to BF
    std::uint8_t high;
};

Lead leadOf(std::uint8_t byte) {
    if (byte < 0x80) {
        return {0, 0, 0};
    }
    if (byte >= 0xC2 && byte <= 0xDF) {
        return {1, 0x80, 0xBF};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        return {2, static_cast<std::uint8_t>(byte == 0xE0 ? 0xA0 : 0x80),
                static_cast<std::uint8_t>(byte == 0xED ? 0x9F : 0xBF)};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        return {3, static_cast<std::uint8_t>(byte == 0xF0 ? 0x90 : 0x80),
                static_cast<std::uint8_t>(byte == 0xF4 ? 0x8F : 0xBF)};
    }
    return {std::string_view::npos, 0, 0};
}

bool continues(std::uint8_t byte) {
    return (byte & 0xC0U) == 0x80U;
}

/// The length of the sequence at `start`, or 0 where it is ill-formed.
std::size_t sequenceAt(std::string_view text, std::size_t start) {
    const Lead lead = leadOf(static_cast<std::uint8_t>(text[start]));
    if (lead.following > text.size() - start - 1) {
        return 0;
    }
    for (std::size_t i = 1; i <= lead.following; ++i) {
        const auto byte = static_cast<std::uint8_t>(text[start + i]);
        if (i == 1 ? (byte < lead.low || byte > lead.high) : !continues(byte)) {
            return 0;
        }
    }
    return lead.following + 1;
}

}  // namespace

std::size_t wellFormedPrefix(std::string_view text) noexcept {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = sequenceAt(text, at);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return at;
}

std::string repaired(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::size_t good = wellFormedPrefix(text);
        result.append(text.substr(0, good));
        text.remove_prefix(good);
        if (!text.empty()) {
            result += "\xEF\xBF\xBD";
            text.remove_prefix(1);
        }
    }
    return result;
}

std::size_t characterCount(std::string_view text) noexcept {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return !continues(static_cast<std::uint8_t>(byte)); }));
}

}  // namespace engross
