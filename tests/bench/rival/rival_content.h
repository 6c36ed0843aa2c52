#pragma once
#include <cstddef>
#include <string>

namespace engross::bench {

/// The request for a letter of one page, as it would be posted; `number` makes the case reference differ.
[[nodiscard]] std::string letterRequest(int number);
/// The request for a report whose body has so many paragraphs under headings.
[[nodiscard]] std::string reportRequest(std::size_t paragraphs);
/// Paragraphs that make 50 pages.
inline constexpr std::size_t reportParagraphs = 400;

}  // namespace engross::bench
