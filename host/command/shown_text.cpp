#include "command/shown_text.h"

#include "model/utf8.h"

#include <cstdio>

namespace engross {
namespace {

/// Controls (Unicode category Cc), marks of direction (UAX 9), line and paragraph separators.
bool steers(unsigned code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C || (code >= 0x200E && code <= 0x200F) ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

/// The code point that begins at `at` of a well-formed text, and its length in bytes.
std::pair<unsigned, std::size_t> codeAt(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    unsigned code = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        code = code << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    return {code, length};
}

}  // namespace

std::string shownText(std::string_view text) {
    const std::string good = repaired(text);
    std::string shown;
    for (std::size_t at = 0; at < good.size();) {
        const auto [code, length] = codeAt(good, at);
        if (steers(code)) {
            char name[16];
            std::snprintf(name, sizeof name, "[U+%04X]", code);
            shown += name;
        } else {
            shown.append(good, at, length);
        }
        at += length;
    }
    return shown;
}

std::size_t lettersIn(std::string_view text) {
    return characterCount(repaired(text));
}

}  // namespace engross
