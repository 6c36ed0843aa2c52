#pragma once
#include "pdf/page_words.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// Whether a byte of UTF-8 is of a letter or a digit, or of what is no ASCII.
[[nodiscard]] bool isWordByte(char byte) noexcept;

/// The words of a page as one text with a space behind each, and the way back from it to the page. Quotation marks and
/// fixed spaces are spaces in it, dashes "-". The words outlive it.
class PageText {
public:
    explicit PageText(const std::vector<PlacedWord>& words);

    [[nodiscard]] std::string_view text() const noexcept;
    /// The boxes of a stretch of the text, one for each line. Of a word that it holds in part: that part, letters taken
    /// as equally wide.
    [[nodiscard]] std::vector<SheetArea> areasOf(std::size_t begin, std::size_t end) const;

private:
    const std::vector<PlacedWord>& words_;
    std::vector<std::size_t> begins_;
    std::string text_;
};

}  // namespace engross
