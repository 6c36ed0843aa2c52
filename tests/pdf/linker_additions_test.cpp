#include "pdf/addition_writer.h"
#include "pdf/joined.h"
#include "pdf/page_words.h"
#include "pdf/raw_pdf.h"

#include <gtest/gtest.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace engross {
namespace {

struct Shape {
    const char* name;
    const char* entries;
};

const Shape shapes[] = {{"upright", "/MediaBox [0 0 595 842]"},
                        {"turned 90", "/MediaBox [0 0 595 842] /Rotate 90"},
                        {"turned 180", "/MediaBox [0 0 595 842] /Rotate 180"},
                        {"turned 270", "/MediaBox [0 0 595 842] /Rotate 270"},
                        {"cropped", "/MediaBox [0 0 595 842] /CropBox [50 100 450 800]"},
                        {"cropped and turned", "/MediaBox [0 0 595 842] /CropBox [50 100 450 800] /Rotate 90"},
                        {"off the origin", "/MediaBox [-40 -50 555 792]"},
                        {"in larger units", "/MediaBox [0 0 595 842] /UserUnit 2"},
                        {"in larger units, turned", "/MediaBox [0 0 595 842] /UserUnit 2.5 /Rotate 270"}};

std::array<double, 4> rectangleOf(QPDFObjectHandle annotation) {
    QPDFObjectHandle box = annotation.getKey("/Rect");
    return {box.getArrayItem(0).getNumericValue(), box.getArrayItem(1).getNumericValue(),
            box.getArrayItem(2).getNumericValue(), box.getArrayItem(3).getNumericValue()};
}

class LinkerAdditions : public testing::Test {
protected:
    /// A statement of one page that says "AB/1" with its baseline at (72, 700) in 12 pt, and the exhibit behind it.
    LinkPlan planWith(const std::string& entries) {
        RawPdf statement;
        statement.addTextPage("AB/1", entries);
        RawPdf exhibit;
        exhibit.addTextPage("the exhibit");
        LinkPlan plan = Joined::planOf(
            {statement.writeTo(folder.path() + "/statement.pdf"), exhibit.writeTo(folder.path() + "/exhibit.pdf")});
        plan.targets["exhibit:AB/1"] = 2;
        return plan;
    }

    TestFolder folder;
};

TEST_F(LinkerAdditions, LieOverTheirWordsHoweverThePageIsShown) {
    for (const Shape& shape : shapes) {
        SCOPED_TRACE(shape.name);
        LinkPlan plan = planWith(shape.entries);
        const auto words = wordsShown(ProgramInput::file(plan.sources[0].path), {1, 1});
        ASSERT_TRUE(words && words->size() == 1 && words->front().size() == 1);
        plan.sources[0].additions.links.push_back(
            {.page = 1, .area = words->front()[0].box, .target = "exhibit:AB/1", .says = "AB/1: page 2"});
        Joined joined(plan);
        EXPECT_TRUE(joined.complaints().empty());
        ASSERT_EQ(joined.reading.pages[0].links.size(), 1U);
        EXPECT_EQ(joined.reading.pages[0].links[0].page, 2U);
        EXPECT_TRUE(joined.reading.pages[0].links[0].insidePage);
        const auto box =
            rectangleOf(QPDFObjectHandle(joined.pdf.getAllPages().at(0)).getKey("/Annots").getArrayItem(0));
        EXPECT_NEAR(box[0], 72, 0.5);
        EXPECT_LT(box[1], 701);
        EXPECT_GT(box[3], 707);
        EXPECT_LT(box[2], 110);
    }
}

TEST_F(LinkerAdditions, LeaveTheContentOfThePageAsItWas) {
    LinkPlan plan = planWith("/MediaBox [0 0 595 842]");
    const Joined before(plan);
    plan.sources[0].additions.links.push_back(
        {.page = 1, .area = {25, 47, 40, 52}, .target = "exhibit:AB/1", .says = "AB/1: page 2"});
    plan.sources[0].additions.notes.push_back({.page = 1, .area = {190, 47, 200, 51.1}, .text = "[2]"});
    Joined joined(plan);
    EXPECT_TRUE(joined.complaints().empty());
    const auto streams = QPDFObjectHandle(joined.pdf.getAllPages().at(0)).getKey("/Contents").getArrayAsVector();
    ASSERT_EQ(streams.size(), 5U) << "what opens, the page's own, what closes, notes, number";
    const auto bytes = [](QPDFObjectHandle stream) {
        const auto data = stream.getStreamData();
        return std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    };
    EXPECT_EQ(bytes(streams[1]), "BT /F 12 Tf 72 700 Td (AB/1) Tj ET");
    EXPECT_TRUE(bytes(streams[3]).starts_with(addedNotesBegin));
    EXPECT_EQ(joined.reading.pages[0].stamp, before.reading.pages[0].stamp);
    EXPECT_NE(joined.textOf(1).find("[2]"), std::string::npos);
}

TEST_F(LinkerAdditions, AreInTheStructureForWhoReadsByEar) {
    LinkPlan plan = planWith("/MediaBox [0 0 595 842]");
    plan.sources[0].additions.links.push_back(
        {.page = 1, .area = {25, 47, 40, 52}, .target = "exhibit:AB/1", .says = "AB/1: page 2"});
    Joined joined(plan);
    QPDFObjectHandle link = QPDFObjectHandle(joined.pdf.getAllPages().at(0)).getKey("/Annots").getArrayItem(0);
    EXPECT_EQ(link.getKey("/Contents").getUTF8Value(), "AB/1: page 2");
    EXPECT_TRUE(link.getKey("/StructParent").isInteger());
    EXPECT_EQ(link.getKey("/F").getIntValue(), 4);
}

TEST_F(LinkerAdditions, LeadToOtherVolumesByName) {
    LinkPlan plan = planWith("/MediaBox [0 0 595 842]");
    plan.elsewhere["exhibit:AB/2"] = "bundle-volume-2.pdf";
    plan.sources[0].additions.links.push_back(
        {.page = 1, .area = {25, 47, 40, 52}, .target = "exhibit:AB/2", .says = "AB/2"});
    const Joined joined(plan);
    ASSERT_EQ(joined.reading.pages[0].links.size(), 1U);
    EXPECT_EQ(joined.reading.pages[0].links[0].file, "bundle-volume-2.pdf");
    EXPECT_EQ(joined.reading.pages[0].links[0].target, "exhibit:AB/2");
}

TEST_F(LinkerAdditions, ThatLieOffThePageAreLeftOut) {
    LinkPlan plan = planWith("/MediaBox [0 0 595 842]");
    plan.sources[0].additions.links.push_back(
        {.page = 1, .area = {500, 47, 520, 52}, .target = "exhibit:AB/1", .says = "AB/1"});
    EXPECT_TRUE(Joined(plan).reading.pages[0].links.empty());
}

TEST_F(LinkerAdditions, ThatLeadNowhereAreRefused) {
    LinkPlan plan = planWith("/MediaBox [0 0 595 842]");
    plan.sources[0].additions.links.push_back(
        {.page = 1, .area = {25, 47, 40, 52}, .target = "exhibit:AB/9", .says = "AB/9"});
    EXPECT_THROW(Joined{plan}, PdfError);
}

}  // namespace
}  // namespace engross
