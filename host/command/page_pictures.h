#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// A page as the renderer draws it, one byte a dot, white 255.
struct PagePicture {
    std::size_t width = 0;
    std::size_t height = 0;
    std::string dots;
};

/// Every page of a finished file at 70 dots per inch; nothing where pdftoppm is not installed or gives up on it.
[[nodiscard]] std::optional<std::vector<PagePicture>> picturesOf(const std::string& pdfPath);
/// One page as PNG, for a person to look at; empty where it cannot be drawn.
[[nodiscard]] std::string pngOf(const std::string& pdfPath, std::size_t page);
/// The share of dots that differ, from 0 to 1; 1 for pages of different sizes.
[[nodiscard]] double differing(const PagePicture& before, const PagePicture& after);

}  // namespace engross
