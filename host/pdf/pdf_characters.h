#pragma once
#include <array>
#include <cstdint>

namespace engross {

/// What a byte is to the syntax of PDF (ISO 32000-1 7.2.2).
enum class PdfCharacter : std::uint8_t { Regular, Space, Delimiter };

inline constexpr std::array<PdfCharacter, 256> pdfCharacters = [] {
    std::array<PdfCharacter, 256> classes{};
    for (const unsigned char space : {'\0', '\t', '\n', '\f', '\r', ' '}) {
        classes.at(space) = PdfCharacter::Space;
    }
    for (const unsigned char delimiter : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'}) {
        classes.at(delimiter) = PdfCharacter::Delimiter;
    }
    return classes;
}();

[[nodiscard]] constexpr PdfCharacter characterOf(char byte) noexcept {
    return pdfCharacters[static_cast<unsigned char>(byte)];
}

[[nodiscard]] constexpr bool isPdfSpace(char byte) noexcept {
    return characterOf(byte) == PdfCharacter::Space;
}

[[nodiscard]] constexpr bool isPdfRegular(char byte) noexcept {
    return characterOf(byte) == PdfCharacter::Regular;
}

}  // namespace engross
