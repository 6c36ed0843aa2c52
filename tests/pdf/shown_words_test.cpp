#include "pdf/shown_words.h"
#include "pdf/pdf_error.h"
#include "pdf/raw_pdf.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <algorithm>

namespace engross {
namespace {

TEST(ShownWords, OfAFormThatManyPagesShareAreFoundOnEachOfThem) {
    constexpr std::size_t pages = 105;  // more than are read at once
    RawPdf source;
    const std::string form = std::to_string(
        source.addStream("/Span <</ActualText (given)>> BDC BT /F 12 Tf 20 300 Td (shown) Tj ET EMC",
                         "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>"));
    for (std::size_t page = 0; page < pages; ++page) {
        source.addPage("/MediaBox [0 0 595 842] /Resources << /XObject << /X " + form + " 0 R >> >>", "/X Do");
    }
    const TestFolder folder;
    std::vector<WordsBehindOthers> found;
    try {
        found = wordsBehindOthers(source.writeTo(folder.path("shared.pdf")), "AB/1");
    } catch (const PdfError& fault) {
        ASSERT_EQ(fault.code(), "pdf-tool");
        GTEST_SKIP() << "pdftotext is not installed";
    }
    ASSERT_EQ(found.size(), pages);
    for (const WordsBehindOthers& page : found) {
        EXPECT_EQ(page.given, std::vector<std::string>{"given"}) << page.page;
        EXPECT_TRUE(std::any_of(page.shown.begin(), page.shown.end(), [](const PlacedWord& word) {
            return word.text == "shown";
        })) << page.page;
    }
}

}  // namespace
}  // namespace engross
