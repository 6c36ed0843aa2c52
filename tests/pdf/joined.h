#pragma once
#include "pdf/linker.h"
#include "pdf/reading.h"
#include "store/test_folder.h"

#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

namespace engross {

/// Joins files in a scratch folder and opens the result: by our own reading, by libqpdf, and as bytes.
class Joined {
public:
    /// A plan that numbers the sources' pages from 1, with one bookmark a source. Counts their pages first.
    static LinkPlan planOf(const std::vector<std::string>& paths);

    explicit Joined(const LinkPlan& plan);
    explicit Joined(const std::vector<std::string>& paths) : Joined(planOf(paths)) {}

    LinkReport report;
    PdfReading reading;
    std::string bytes;
    QPDF pdf;

    /// How often a kind of thing was left behind, over all sources.
    [[nodiscard]] std::size_t lost(const std::string& kind) const;
    /// The text of a page as poppler's pdftotext gives it, or nothing where that program is absent.
    [[nodiscard]] std::string textOf(PageNumber page) const;
    [[nodiscard]] std::string path() const;
    /// Everything that libqpdf's own check complains of.
    [[nodiscard]] std::vector<std::string> complaints();

private:
    TestFolder folder_;
};

}  // namespace engross
