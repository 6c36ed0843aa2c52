#include "pdf/joined.h"
#include "pdf/label_stamp.h"
#include "pdf/raw_pdf.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

struct OddPage {
    const char* name;
    const char* entries;
    const char* content;
    int rotation;
};

const OddPage oddPages[] = {
    {"upright", "/MediaBox [0 0 595 842]", "BT /F 12 Tf 72 700 Td (text) Tj ET", 0},
    {"turned 90", "/MediaBox [0 0 595 842] /Rotate 90", "BT /F 12 Tf 72 700 Td (text) Tj ET", 90},
    {"turned 180", "/MediaBox [0 0 595 842] /Rotate 180", "BT /F 12 Tf 72 700 Td (text) Tj ET", 180},
    {"turned -90", "/MediaBox [0 0 595 842] /Rotate -90", "BT /F 12 Tf 72 700 Td (text) Tj ET", 270},
    {"turned 450", "/MediaBox [0 0 595 842] /Rotate 450", "BT /F 12 Tf 72 700 Td (text) Tj ET", 90},
    {"turned 45", "/MediaBox [0 0 595 842] /Rotate 45", "BT /F 12 Tf 72 700 Td (text) Tj ET", 0},
    {"cropped", "/MediaBox [0 0 595 842] /CropBox [100 200 450 600]", "0 0 9 9 re f", 0},
    {"cropped and turned", "/MediaBox [0 0 595 842] /CropBox [100 200 450 600] /Rotate 270", "0 0 9 9 re f", 270},
    {"cropped outside", "/MediaBox [0 0 595 842] /CropBox [700 900 800 950]", "0 0 9 9 re f", 0},
    {"flipped box", "/MediaBox [595 842 0 0]", "0 0 9 9 re f", 0},
    {"no box", "", "0 0 9 9 re f", 0},
    {"box of words", "/MediaBox [(a) 0 595 842]", "0 0 9 9 re f", 0},
    {"off the origin", "/MediaBox [-300 -400 295 442]", "0 0 9 9 re f", 0},
    {"user unit", "/MediaBox [0 0 298 421] /UserUnit 2", "0 0 9 9 re f", 0},
    {"three points wide", "/MediaBox [0 0 3 3]", "0 0 9 9 re f", 0},
    {"two hundred inches", "/MediaBox [0 0 14400 14400]", "0 0 9 9 re f", 0},
    {"open q", "/MediaBox [0 0 595 842]", "q q 2 0 0 2 40 40 cm 0 0 9 9 re f", 0},
    {"surplus Q", "/MediaBox [0 0 595 842]", "Q Q 5 0 0 5 40 40 cm 0 0 9 9 re f", 0},
    {"open text", "/MediaBox [0 0 595 842]", "BT 3 Tr /F 12 Tf (text) Tj", 0},
    {"open clip", "/MediaBox [0 0 595 842]", "0 0 9 9 re W n", 0},
    {"open string", "/MediaBox [0 0 595 842]", "BT /F 12 Tf 72 700 Td (text) Tj (and so", 0},
    {"open picture", "/MediaBox [0 0 595 842]", "BI /W 4 /H 4 /CS /G /BPC 8 ID abcd", 0},
    {"open mark", "/MediaBox [0 0 595 842]", "/P <</MCID 0>> BDC 0 0 9 9 re f", 0},
    {"nothing", "/MediaBox [0 0 595 842]", "", 0},
};

TEST(LinkerStamp, NumbersEveryOddPageUprightInItsVisibleCorner) {
    TestFolder folder;
    RawPdf source;
    for (const auto& page : oddPages) {
        source.addPage(page.entries, page.content);
    }
    const Joined joined({source.writeTo(folder.path("odd.pdf"))});

    ASSERT_EQ(joined.reading.pages.size(), std::size(oddPages));
    for (std::size_t i = 0; i < std::size(oddPages); ++i) {
        SCOPED_TRACE(oddPages[i].name);
        const ReadPage& page = joined.reading.pages.at(i);
        ASSERT_TRUE(page.stamp);
        EXPECT_EQ(page.stamp->text, std::to_string(i + 1));
        EXPECT_TRUE(page.stamp->upright);
        EXPECT_TRUE(page.stamp->inCorner);
        EXPECT_EQ(page.rotation, oddPages[i].rotation);
        EXPECT_EQ(page.label, std::to_string(i + 1));
    }
}

TEST(LinkerStamp, IsReadByAnotherProgramOnEveryOddPage) {
    TestFolder folder;
    RawPdf source;
    for (const auto& page : oddPages) {
        source.addPage(page.entries, page.content);
    }
    const Joined joined({source.writeTo(folder.path("odd.pdf"))});
    if (joined.textOf(1).empty()) {
        GTEST_SKIP() << "pdftotext is not installed";
    }
    for (std::size_t i = 0; i < std::size(oddPages); ++i) {
        EXPECT_NE(joined.textOf(i + 1).find(std::to_string(i + 1)), std::string::npos) << oddPages[i].name;
    }
}

TEST(LinkerStamp, LeavesWhatThePageShowsAlone) {
    TestFolder folder;
    RawPdf source;
    source.addPage("/MediaBox [0 0 595 842]", "q q 1 0 0 1 30 30 cm BT /F 12 Tf 72 700 Td (kept words) Tj");
    const Joined joined({source.writeTo(folder.path("open.pdf"))});
    const std::string text = joined.textOf(1);
    if (text.empty()) {
        GTEST_SKIP() << "pdftotext is not installed";
    }
    EXPECT_NE(text.find("kept words"), std::string::npos);
}

TEST(LinkerStamp, IsTwelvePointsOnA4AndGrowsWithThePage) {
    EXPECT_DOUBLE_EQ(placeStamp(mm(210), mm(297), 1.1).size, 12);
    EXPECT_NEAR(placeStamp(mm(297), mm(420), 1.1).size, 12 * 297.0 / 210, 1e-9);
    EXPECT_DOUBLE_EQ(placeStamp(mm(105), mm(148), 1.1).size, 8);
    const StampPlace tiny = placeStamp(3, 3, 1.1);
    EXPECT_LE(tiny.width, 3);
    EXPECT_GE(tiny.left, 0);
    EXPECT_LT(tiny.size, 8);
}

TEST(LinkerStamp, StandsEightMillimetresFromTheEdges) {
    const StampPlace place = placeStamp(mm(210), mm(297), 1.1);
    EXPECT_NEAR(place.bottom, mm(8), 1e-9);
    EXPECT_NEAR(place.left + place.width, mm(202), 1e-9);
}

TEST(LinkerStamp, ShowsLabelsThatAreNoPlainNumbers) {
    TestFolder folder;
    RawPdf source;
    for (int i = 0; i < 5; ++i) {
        source.addTextPage("page");
    }
    LinkPlan plan = Joined::planOf({source.writeTo(folder.path("five.pdf"))});
    plan.labels = {"A 1", "A 2", "45", "45A", "46"};
    const Joined joined(plan);
    for (std::size_t i = 0; i < plan.labels.size(); ++i) {
        EXPECT_EQ(joined.reading.pages.at(i).label, plan.labels.at(i));
        ASSERT_TRUE(joined.reading.pages.at(i).stamp);
        EXPECT_EQ(joined.reading.pages.at(i).stamp->text, plan.labels.at(i));
    }
}

TEST(LinkerStamp, IsAnArtifactInAFontThatAllPagesShare) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("one");
    source.addTextPage("two");
    Joined joined({source.writeTo(folder.path("two.pdf"))});
    std::vector<QPDFObjectHandle> fonts;
    for (QPDFObjectHandle page : joined.pdf.getAllPages()) {
        fonts.push_back(page.getKey("/Resources").getKey("/Font").getKey("/EngrossNumber"));
    }
    EXPECT_EQ(fonts.at(0).getObjGen(), fonts.at(1).getObjGen());
    QPDFObjectHandle descendant = fonts.at(0).getKey("/DescendantFonts").getArrayItem(0);
    EXPECT_TRUE(descendant.getKey("/FontDescriptor").getKey("/FontFile2").isStream());
}

}  // namespace
}  // namespace engross
