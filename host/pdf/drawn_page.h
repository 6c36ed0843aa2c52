#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// The visible page as poppler's pdftoppm draws it: one byte a dot, row by row, white 255.
struct DrawnPage {
    std::size_t width = 0;
    std::size_t height = 0;
    std::string dots;
};

/// Pages of a file, from 1; `last` 0 for all to the end.
struct PageRange {
    std::size_t first = 1;
    std::size_t last = 0;
};

/// The pages at so many dots per inch, drawn in a process of its own with limits, which may meet a hostile file.
/// Nothing where it gave up on the file or the pages take more than `mostBytes`. Throws PdfError ("pdf-tool") where the
/// program is not installed or the file cannot be opened.
[[nodiscard]] std::optional<std::vector<DrawnPage>> drawPages(const std::string& pdfPath, int dotsPerInch,
                                                              PageRange range = {},
                                                              std::size_t mostBytes = std::size_t{512} << 20U);

/// One page as PNG, for a person to look at; nothing and throws as above.
[[nodiscard]] std::optional<std::string> drawPng(const std::string& pdfPath, int dotsPerInch, std::size_t page);

}  // namespace engross
