#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// Where ink stands on a page, in cells of about 5 mm. True for a cell that has more than a speck of it.
struct InkMap {
    static constexpr std::size_t columns = 42;
    static constexpr std::size_t rows = 60;
    std::vector<bool> cells = std::vector<bool>(columns * rows, false);
};

/// Draws the page (from 1) by pdftoppm in a process of its own; nothing where that fails. Throws PdfError ("pdf-tool").
[[nodiscard]] std::optional<InkMap> inkMapOf(const std::string& pdfPath, std::size_t page);
/// The map of a drawn page: grey dots, white 255.
[[nodiscard]] InkMap inkMapFrom(const std::string& dots, std::size_t width, std::size_t height);

/// The bands of the page, in hundredths of its height from the top, where `page` has ink and `other` has none within a
/// cell on any side: a scan may lie some millimetres askew. Single cells are dust.
[[nodiscard]] std::vector<int> bandsWithout(const InkMap& page, const InkMap& other);

}  // namespace engross
