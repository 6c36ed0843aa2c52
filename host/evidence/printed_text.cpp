#include "evidence/printed_text.h"

#include <string_view>
#include <vector>

namespace engross {

namespace {

// They turn letters round that have a direction of their own: "exe.pdf" of a file that is "fdp.exe" (UAX 9 2.2).
constexpr std::string_view turnedLeftToRight = "\u202D";
constexpr std::string_view turnedRightToLeft = "\u202E";

/// The bytes of a character, from its first.
std::size_t lengthAt(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

std::string printedLetter(const std::string& letter, const Typesetter& typesetter) {
    if (letter == turnedLeftToRight || letter == turnedRightToLeft) {
        return letter == turnedLeftToRight ? "[U+202D]" : "[U+202E]";
    }
    const auto absent = letter == "\n" ? std::vector<std::string>{} : typesetter.missingCharacters(letter);
    return absent.empty() ? letter : "[" + absent.front() + "]";
}

}  // namespace

std::string printedText(const std::string& text, const Typesetter& typesetter) {
    const bool turns =
        text.find(turnedLeftToRight) != std::string::npos || text.find(turnedRightToLeft) != std::string::npos;
    if (!turns && typesetter.missingCharacters(text).empty()) {
        return text;
    }
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::string letter = text.substr(at, lengthAt(text, at));
        out += printedLetter(letter, typesetter);
        at += letter.size();
    }
    return out;
}

}  // namespace engross
