#pragma once
#include "pdf/drawn_page.h"
#include "pdf/outside_program.h"
#include "pdf/page_ink.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// A word on a page and the box of its letters.
struct PlacedWord {
    std::string text;  // UTF-8
    SheetArea box;
};

/// The words of each page, in the order of their drawing, as pdftotext finds them: in a process of its own with limits.
/// Nothing where the program gave up on the file. Throws PdfError ("pdf-tool") where it is not installed.
[[nodiscard]] std::optional<std::vector<std::vector<PlacedWord>>> wordsOnPages(const ProgramInput& pdf,
                                                                               std::size_t pages);

/// The visible page, or all that the page has: words that were cropped away are still in the file.
enum class PageExtent { Visible, Whole };

/// As above, of some pages of the whole file, in places of the page as far as it is read. Fewer pages than were asked
/// for where the file ends before them.
[[nodiscard]] std::optional<std::vector<std::vector<PlacedWord>>> wordsShown(const ProgramInput& pdf, PageRange range,
                                                                             PageExtent extent = PageExtent::Visible,
                                                                             const ProgramLimits& limits = {});

/// The words of all pages, of many at a time, of fewer where those have too many words. Ends before the first page that
/// cannot be read. `progress` hears how many pages are done.
[[nodiscard]] std::vector<std::vector<PlacedWord>> wordsOfFile(
    const std::string& path, std::size_t pages, PageExtent extent = PageExtent::Visible,
    const std::function<void(std::size_t)>& progress = [](std::size_t) {});

/// The words that touch the area, as lines from the top, words from the left, with a space between them.
struct TextLine {
    std::string text;
    SheetArea box;
};
[[nodiscard]] std::vector<TextLine> linesIn(const std::vector<PlacedWord>& words, const SheetArea& area);

}  // namespace engross
