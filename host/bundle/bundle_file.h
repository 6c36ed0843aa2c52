#pragma once
#include "model/sha256.h"
#include "pdf/page_drawing.h"
#include "pdf/page_words.h"
#include "pdf/reading.h"
#include "pdf/shown_words.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// The numbers that are printed on the pages of a bundle, whoever printed them.
struct PrintedNumbers {
    std::vector<std::string> texts;                 // by page; empty where there is none
    std::vector<std::optional<SheetArea>> areas{};  // where each stands; known only where it was found in the text
    bool known = false;                             // false where nobody has looked, or none were found
};

/// The numbers that Engross stamped.
[[nodiscard]] PrintedNumbers stampedNumbers(const PdfReading& reading);
/// The numbers of a foreign bundle: those words at the edge of the pages, in one corner or the middle of it, that count
/// on from page to page or are the labels of their pages. Not known where less than half of the pages have one.
[[nodiscard]] PrintedNumbers foundNumbers(const PdfReading& reading, const std::vector<std::vector<PlacedWord>>& words);

/// A document as the bookmarks tell it.
struct MarkedDocument {
    std::string title;  // without "3." before and "[41]" behind it
    PageNumber first = 1;
    PageNumber last = 1;
};
/// Documents by the bookmarks of the second level, or of the first where there is no second; in the order of pages.
[[nodiscard]] std::vector<MarkedDocument> documentsOf(const PdfReading& reading);

/// A finished file with all that was read of it.
struct BundleFile {
    const PdfReading& reading;
    std::string name;        // of the file, as it goes out; empty where it has none yet
    PrintedNumbers numbers;  // printed
    bool ofVolumes = false;  // one of several: caps of the whole are not for it
    bool looked = false;     // at what pages draw and say: the two below are there
    std::vector<PageDrawing> drawings{};
    std::vector<std::vector<PlacedWord>> words{};
    std::vector<Sha256> contents{};   // of each page without the number on it: PdfFingerprint::contents
    std::uint64_t repeatedBytes = 0;  // of streams that stand in the file more than once
    /// Of each page, from 0: words of references there that the search of signed documents tells by itself.
    std::map<std::size_t, std::vector<std::string>> told{};
    // Read where there are protected terms:
    std::vector<std::string> strings{};                   // texts beside the pages
    std::vector<std::vector<PlacedWord>> croppedWords{};  // words of the whole pages, cropped away or not
    std::vector<WordsBehindOthers> otherWords{};          // where a page gives other words than it shows
};

}  // namespace engross
