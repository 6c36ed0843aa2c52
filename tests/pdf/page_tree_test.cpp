// Pages are never lost in silence, whatever a file's tree of pages says.
#include "pdf/input.h"
#include "pdf/joined.h"
#include "pdf/raw_pdf.h"
#include "pdf/source_file.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

TEST(PageTree, CountsAPageWithStrayKids) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("first");
    source.addTextPage("second", "/MediaBox [0 0 595 842] /Kids []");
    source.addTextPage("third");
    const Joined joined({source.writeTo(folder.path("stray.pdf"))});
    EXPECT_EQ(joined.report.pages, 3U);
    EXPECT_EQ(joined.report.losses.size(), 0U);
}

TEST(PageTree, PassesNoPageOverThatHangsBelowOne) {
    TestFolder folder;
    RawPdf source;
    const std::size_t below = source.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>");
    const std::size_t page = source.add("<< /Type /Page /Parent 2 0 R /Kids [" + std::to_string(below) + " 0 R] >>");
    source.countPage(page);
    const Joined joined({source.writeTo(folder.path("below.pdf"))});
    EXPECT_EQ(joined.report.pages, 1U);
    EXPECT_EQ(joined.reading.pages.at(0).width, 99);
}

TEST(PageTree, TellsOfANumberOfPagesThatIsNotSo) {
    TestFolder folder;
    RawPdf source;
    const std::size_t page = source.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>");
    source.replace(2, "<< /Type /Pages /Kids [" + std::to_string(page) + " 0 R] /Count 30 >>");
    const Joined joined({source.writeTo(folder.path("thirty.pdf"))});
    EXPECT_EQ(joined.report.pages, 1U);
    EXPECT_EQ(joined.lost("detour-odd-pages"), 1U);
}

TEST(PageTree, TellsOfAPageWithoutASize) {
    TestFolder folder;
    RawPdf source;
    source.addPage("/MediaBox [0 0 0 0]", "0 0 9 9 re f");
    source.addTextPage("second");
    const std::string path = source.writeTo(folder.path("none.pdf"));
    const Joined joined({path});
    EXPECT_EQ(joined.lost("page-size"), 1U);
    EXPECT_EQ(joined.reading.pages.at(0).width, 612);
    EXPECT_EQ(factsOf(SourceFile(path, "AB/1", {}, {})).leftBehind.at("page-size"), 1U);
}

TEST(Survey, TellsOfFilesOfAPageAndOfAPortfolio) {
    TestFolder folder;
    RawPdf source;
    const std::string paper = std::to_string(source.addStream("a paper", "/Type /EmbeddedFile")) + " 0 R";
    const std::string file = std::to_string(source.add("<< /Type /Filespec /F (a.txt) /EF << /F " + paper + " >> >>"));
    source.addTextPage("cover", "/MediaBox [0 0 595 842] /AF [" + file + " 0 R]");
    source.catalog("/Collection << /View /D >>");
    const std::string path = source.writeTo(folder.path("portfolio.pdf"));
    const Joined joined({path});
    EXPECT_EQ(joined.lost("portfolio"), 1U);
    EXPECT_EQ(joined.lost("attachment"), 1U);
    const auto facts = factsOf(SourceFile(path, "AB/1", {}, {})).leftBehind;
    EXPECT_EQ(facts.at("portfolio"), 1U);
    EXPECT_EQ(facts.at("attachment"), 1U);
}

TEST(Layers, OfOneNameInTwoExhibitsAreTwo) {
    TestFolder folder;
    std::vector<std::string> paths;
    for (const char* name : {"first.pdf", "second.pdf"}) {
        RawPdf source;
        const std::string layer = std::to_string(source.add("<< /Type /OCG /Name (Layer 1) >>")) + " 0 R";
        source.addPage("/Resources << /Properties << /A " + layer + " >> >>", "/OC /A BDC 0 0 9 9 re f EMC");
        source.catalog("/OCProperties << /OCGs [" + layer + "] /D << >> >>");
        paths.push_back(source.writeTo(folder.path(name)));
    }
    Joined joined(paths);
    QPDFObjectHandle groups = joined.pdf.getRoot().getKey("/OCProperties").getKey("/OCGs");
    ASSERT_EQ(groups.getArrayNItems(), 2);
    EXPECT_NE(groups.getArrayItem(0).unparseResolved(), groups.getArrayItem(1).unparseResolved());
}

}  // namespace
}  // namespace engross
