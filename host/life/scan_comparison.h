#pragma once
#include "model/value.h"
#include "words/messages.h"

#include <cstddef>
#include <string>
#include <vector>

namespace engross {

/// How a page of a scan differs from the page that was approved.
struct PageDifference {
    enum class Seen {
        Text,     // both have words
        Picture,  // the scan is a picture: ink was compared, area by area
        Nothing   // it could not be drawn
    };
    std::size_t page = 1;
    Seen seen = Seen::Text;
    std::vector<std::string> missing{};  // words of the approved page that the scan has not, in runs
    std::vector<std::string> added{};    // words of the scan that the approved page has not
    std::vector<int> inkMissing{};       // bands of the page, in hundredths of its height from the top, with less ink
    std::vector<int> inkAdded{};         // with ink where the approved page has none: a signature, a stamp
    bool operator==(const PageDifference&) const = default;
};

/// What a comparison of a scan with the approved version found.
struct ScanComparison {
    std::size_t approvedPages = 0;
    std::size_t scannedPages = 0;
    bool readable = true;                       // the scan is a PDF that could be read
    bool everyPageHasText = true;               // so that its words could be compared
    std::vector<PageDifference> differences{};  // of pages that differ, or could not be compared by their words

    [[nodiscard]] bool samePages() const noexcept;
    /// Whether a person must look: words differ, or there are none to compare.
    [[nodiscard]] bool needsEyes() const noexcept;
};

/// Compares a scan with the approved version, page by page: by their words where the scan has a text layer, else by
/// where ink stands, which shows a missing or an added block and never a changed word. There is no OCR here. The scan
/// is read by programs in processes of their own (pdftotext, pdftoppm). Throws PdfError ("pdf-tool") where they cannot
/// be started.
[[nodiscard]] ScanComparison compareScan(const std::string& approvedPath, const std::string& scanPath);

/// One line a difference, as a person reads it.
[[nodiscard]] std::vector<std::string> describe(const ScanComparison& comparison, Language reader);
[[nodiscard]] Value toValue(const ScanComparison& comparison);

/// The runs of words in which two texts differ: those of the first that the second has not, and the other way round.
/// Case, spacing and hyphens at line ends do not matter.
struct WordRuns {
    std::vector<std::string> missing{};
    std::vector<std::string> added{};
};
[[nodiscard]] WordRuns differingWords(const std::string& approved, const std::string& scanned);

}  // namespace engross
