#pragma once
#include "pdf/input.h"
#include "pdf/page_words.h"

#include <cstddef>
#include <string>
#include <vector>

namespace engross {

/// A page whose content gives other words in place of those that it shows (/ActualText, ISO 32000-1 14.9.4). Programs
/// that find words give one of the two and say nothing of the other.
struct WordsBehindOthers {
    std::size_t page = 0;            // from 0
    std::vector<PlacedWord> shown;   // the words of the glyphs, of the whole page
    std::vector<std::string> given;  // what the content gives in their place, as UTF-8
};

/// The pages of a file that have such words, in order. Throws PdfError where the file cannot be read, where the program
/// that finds words gave up on such a page ("pdf-damaged") or is not installed ("pdf-tool").
[[nodiscard]] std::vector<WordsBehindOthers> wordsBehindOthers(const std::string& path, const std::string& name,
                                                               const PdfLimits& limits = {});

}  // namespace engross
