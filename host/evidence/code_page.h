#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace engross {

/// Text in a Windows code page, by its number (1252, 65001 …), as UTF-8. A number that nobody knows is taken for 1252;
/// what is not of the page becomes U+FFFD.
[[nodiscard]] std::string fromCodePage(std::string_view text, std::uint32_t page);

/// UTF-16, the lower byte of each unit first, as UTF-8; half a character becomes U+FFFD.
[[nodiscard]] std::string fromWideText(std::string_view bytes);

/// The code page that Windows uses for a language, by the language's number ([MS-LCID]).
[[nodiscard]] std::uint32_t codePageOfLanguage(std::uint32_t language) noexcept;

}  // namespace engross
