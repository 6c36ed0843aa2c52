#include "layout/parallel.h"
#include "layout/samples.h"

#include <gtest/gtest.h>
#include <algorithm>

namespace engross {
namespace {

SideBySide notice() {
    SideBySide made;
    made.pairs = {{{heading(1, "Appeal")}, {heading(1, "Apêl")}},
                  {{numbered(0, sentence(40, "one"), "first")}, {numbered(0, sentence(60, "un"), "first")}},
                  {{numbered(0, "two1"), numbered(1, "part")}, {numbered(0, "dau1"), numbered(1, "rhan")}}};
    return made;
}

TEST(SideBySide, BeginsBothOfAPairOnOneLine) {
    const Pages pages = pagesOf(composition({block(notice()), paragraph("After")}));
    EXPECT_TRUE(pages.faults().empty());
    TraceCanvas canvas;
    pages.draw(canvas);
    EXPECT_EQ(canvas.violations, std::vector<std::string>{});
    for (const auto& [left, right] :
         {std::pair("Appeal", "Apêl"), std::pair("one1 ", "un1 "), std::pair("two1", "dau1")}) {
        EXPECT_NEAR(textSaying(canvas, left).baseline, textSaying(canvas, right).baseline, 0.01);
        EXPECT_LT(textSaying(canvas, left).x + textSaying(canvas, left).width, textSaying(canvas, right).x);
    }
    EXPECT_LT(textSaying(canvas, "two1").baseline, textSaying(canvas, "un60").baseline - 16);
}

TEST(SideBySide, ReadsOneLanguageAfterTheOther) {
    const TraceCanvas canvas = drawn({block(notice())});
    const auto divOf = [&](const std::string& words) {
        ElementId element = textSaying(canvas, words).element;
        while (canvas.elements[element].role != Role::Div) {
            element = canvas.elements[element].parent;
        }
        return element;
    };
    EXPECT_EQ(divOf("Appeal"), divOf("two1"));
    EXPECT_EQ(divOf("Apêl"), divOf("dau1"));
    EXPECT_LT(divOf("Appeal"), divOf("Apêl"));
    EXPECT_EQ(canvas.elements[divOf("Apêl")].attributes.language, "cy");
    EXPECT_EQ(canvas.elements[divOf("Appeal")].attributes.language, "");  // that of the document
}

TEST(SideBySide, NumbersBothAlikeAndTheTextAfterThemOn) {
    const TraceCanvas canvas =
        drawn({block(notice()), numbered(0, "After"),
               block(Paragraph{.text = {{.text = "see "}, {.text = "", .reference = "first"}}})});
    std::vector<std::string> labels;
    for (const auto& text : canvas.texts) {
        if (canvas.elements[text.element].role == Role::Lbl) {
            labels.push_back(text.text);
        }
    }
    EXPECT_EQ(labels, (std::vector<std::string>{"1.", "1.", "2.", "2.", "(a)", "(a)", "3."}));
    EXPECT_EQ(textSaying(canvas, "see").text, "see\u00A0");
}

TEST(SideBySide, KeepsTheLinesOfBothOverPages) {
    SideBySide made;
    for (int i = 0; i < 12; ++i) {
        made.pairs.push_back(
            {{paragraph(sentence(80, "l" + std::to_string(i) + "w"))},
             {paragraph(sentence(50 + static_cast<std::size_t>(i) * 5, "r" + std::to_string(i) + "w"))}});
    }
    const TraceCanvas canvas = drawn({block(made)});
    EXPECT_EQ(canvas.violations, std::vector<std::string>{});
    EXPECT_GT(canvas.pages, 1U);
    for (int i = 0; i < 12; ++i) {
        const auto& left = textSaying(canvas, "l" + std::to_string(i) + "w1 ");
        const auto& right = textSaying(canvas, "r" + std::to_string(i) + "w1 ");
        EXPECT_EQ(left.page, right.page);
        EXPECT_NEAR(left.baseline, right.baseline, 0.01);
    }
}

TEST(SideBySide, NamesAPairThatCannotStandBeside) {
    SideBySide made = notice();
    made.pairs[1].right.push_back(block(BoxBlock{.content = {paragraph("box")}}));
    const Pages pages = pagesOf(composition({block(made)}));
    ASSERT_FALSE(pages.faults().empty());
    EXPECT_EQ(pages.faults()[0].code, "layout-pairs");
}

std::vector<Strip> strips(const std::vector<Points>& heights, Points before = 0) {
    std::vector<Strip> made;
    for (const Points height : heights) {
        Strip& strip = made.emplace_back();
        strip.before = made.size() == 1 ? 0 : before;
        strip.height = height;
    }
    return made;
}

std::vector<Points> heightsOf(const std::vector<Strip>& made) {
    std::vector<Points> heights;
    for (const Strip& strip : made) {
        heights.push_back(strip.before + strip.height);
    }
    return heights;
}

TEST(BesideEachOther, CutsWhereNoStripIsCut) {
    EXPECT_EQ(heightsOf(besideEachOther({strips({10, 10, 10}), strips({10, 10, 10, 10})}, 100)),
              (std::vector<Points>{10, 10, 10, 10}));
    EXPECT_EQ(heightsOf(besideEachOther({strips({15, 15}), strips({10, 10, 10})}, 100)), (std::vector<Points>{30}));
    EXPECT_EQ(heightsOf(besideEachOther({strips({20, 10}), strips({10, 10, 10})}, 100)), (std::vector<Points>{20, 10}));
    EXPECT_TRUE(besideEachOther({{}, {}}, 100).empty());
}

TEST(BesideEachOther, BringsLinesTogetherRatherThanMakeASliceTooTall) {
    EXPECT_EQ(heightsOf(besideEachOther({strips({15, 15}), strips({10, 10, 10})}, 20)),
              (std::vector<Points>{15, 15, 10}));
}

TEST(BesideEachOther, LeavesSpaceThatAllHaveAboveTheSlice) {
    const auto made = besideEachOther({strips({10, 10}, 8), strips({10, 10}, 6)}, 100);
    ASSERT_EQ(made.size(), 2U);
    EXPECT_DOUBLE_EQ(made[1].before, 6);
    EXPECT_DOUBLE_EQ(made[1].height, 12);
}

}  // namespace
}  // namespace engross
