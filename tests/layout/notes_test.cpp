#include "layout/samples.h"

#include <gtest/gtest.h>
#include <algorithm>

namespace engross {
namespace {

Block noted(const std::string& text, const std::string& note) {
    return block(Paragraph{.text = {{.text = text, .note = words(note)}}});
}

/// The texts of a page that stand in a Note, in the order of drawing.
std::string noteTexts(const TraceCanvas& canvas, std::size_t page) {
    std::string all;
    for (const auto& text : canvas.texts) {
        ElementId element = text.element;
        while (!text.artifact && element != 0 && canvas.elements[element].role != Role::Note) {
            element = canvas.elements[element].parent;
        }
        if (!text.artifact && element != 0 && text.page == page) {
            all += text.text;
        }
    }
    return all;
}

TEST(Footnote, StandsAtTheFootOfThePageOfItsMark) {
    const TraceCanvas canvas = drawn({noted("The roof leaks.", "Report of the officer."), paragraph("Next.")});
    EXPECT_EQ(canvas.violations, std::vector<std::string>{});
    EXPECT_EQ(noteTexts(canvas, 1), "1Report of the officer.");
    const auto& note = textSaying(canvas, "Report");
    EXPECT_NEAR(note.baseline, 72 + 6, 6);  // the bottom margin and what hangs below a baseline
    EXPECT_DOUBLE_EQ(note.size, 10.5);
    const auto& mark = *std::find_if(canvas.texts.begin(), canvas.texts.end(),
                                     [](const auto& text) { return text.text == "1" && text.size < 10; });
    const auto& body = textSaying(canvas, "The roof");
    EXPECT_NEAR(mark.x, body.x + body.width, 0.01);
    EXPECT_GT(mark.baseline, body.baseline + 3);
}

TEST(Footnote, IsReadAfterItsParagraphAndLinkedFromItsMark) {
    const TraceCanvas canvas = drawn({noted("The roof leaks.", "Report."), paragraph("Next.")});
    const auto roleOf = [&](ElementId element) { return canvas.elements[element].role; };
    const auto found = [&](Role role, std::size_t from) {
        ElementId at = from;
        while (at < canvas.elements.size() && roleOf(at) != role) {
            ++at;
        }
        return at;
    };
    const ElementId note = found(Role::Note, 1);
    ASSERT_LT(note, canvas.elements.size());
    EXPECT_EQ(canvas.elements[note].parent, 0U);
    EXPECT_EQ(roleOf(note - 1), Role::P);  // the paragraph before it
    const ElementId reference = found(Role::Reference, 1);
    ASSERT_LT(reference, canvas.elements.size());
    EXPECT_EQ(canvas.elements[reference].parent, note - 1);
    EXPECT_EQ(canvas.elements[found(Role::Link, 1)].parent, reference);
    EXPECT_TRUE(traceSays(canvas, "target note:1")) << canvas.trace();
}

TEST(Footnote, MovesItsLineToTheNextPageWhereBothDoNotFit) {
    Blocks body;
    // 28 lines of 16 points with 8 between leave room for one more, but not for its note.
    for (int i = 0; i < 28; ++i) {
        body.push_back(paragraph("line" + std::to_string(i)));
    }
    body.push_back(noted("Marked.", sentence(60)));
    const TraceCanvas canvas = drawn(body);
    EXPECT_EQ(canvas.pages, 2U);
    EXPECT_EQ(textSaying(canvas, "Marked.").page, 2U);
    EXPECT_EQ(noteTexts(canvas, 1), "");
    EXPECT_NE(noteTexts(canvas, 2), "");
}

TEST(Footnote, GoesOnOverleafWhereItIsLongerThanAPage) {
    const TraceCanvas canvas = drawn({noted("Marked.", sentence(1500)), paragraph("After.")});
    EXPECT_EQ(canvas.violations, std::vector<std::string>{});
    ASSERT_GE(canvas.pages, 2U);
    EXPECT_EQ(textSaying(canvas, "Marked.").page, 1U);
    std::string all;
    for (std::size_t page = 1; page <= canvas.pages; ++page) {
        EXPECT_NE(noteTexts(canvas, page), "") << page;
        all += noteTexts(canvas, page);
    }
    EXPECT_EQ(all, "1" + sentence(1500));
    for (const auto& text : canvas.texts) {
        EXPECT_GE(text.baseline, 72) << text.text;
    }
}

TEST(Footnote, IsNumberedThroughTablesInTheOrderOfReading) {
    TableBlock table{.columns = {{.heading = words("Item")}, {.heading = words("Cost")}}};
    table.rows.push_back(
        {Inline{{.text = "Roof", .note = words("second")}}, Inline{{.text = "£1", .note = words("third")}}});
    const TraceCanvas canvas = drawn({noted("A", "first"), block(table), noted("B", "fourth")});
    EXPECT_EQ(noteTexts(canvas, 1), "1first2second3third4fourth");
    const ElementId note = textSaying(canvas, "second").element;
    EXPECT_EQ(canvas.elements[canvas.elements[canvas.elements[note].parent].parent].role, Role::TD);
}

TEST(Footnote, InALetterheadIsAFault) {
    Composition made = composition({paragraph("Text")});
    made.style.firstFrames = {{.left = 72, .top = 20, .width = 200, .height = 40, .content = {noted("Head", "note")}}};
    const Pages pages = pagesOf(made);
    ASSERT_EQ(pages.faults().size(), 1U);
    EXPECT_EQ(pages.faults()[0].code, "layout-note");
}

}  // namespace
}  // namespace engross
