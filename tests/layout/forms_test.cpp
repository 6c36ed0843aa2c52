#include "layout/samples.h"

#include <gtest/gtest.h>
#include <algorithm>

namespace engross {
namespace {

std::vector<TraceCanvas::Area> linesOf(const TraceCanvas& canvas) {
    std::vector<TraceCanvas::Area> lines;
    std::copy_if(canvas.areas.begin(), canvas.areas.end(), std::back_inserter(lines),
                 [](const auto& area) { return area.what == "line"; });
    return lines;
}

TEST(TickList, DrawsBoxesThatAreReadInWords) {
    const TraceCanvas canvas = drawn(
        {block(TickList{.items = {{.text = words("I want a hearing"), .ticked = true}, {.text = words("On paper")}},
                        .ticked = "wedi’i dicio",
                        .empty = "heb ei dicio"})});
    EXPECT_TRUE(traceSays(canvas, "\u2611"));
    EXPECT_TRUE(traceSays(canvas, "\u2610"));
    EXPECT_TRUE(traceSays(canvas, "reads=\"wedi’i dicio\""));
    EXPECT_TRUE(traceSays(canvas, "reads=\"heb ei dicio\""));
    EXPECT_TRUE(pagesOf(composition({block(TickList{.items = {{.text = words("x")}}})})).faults().empty());
    // Words hang beside their box, on its line.
    EXPECT_NEAR(canvas.texts[0].baseline, canvas.texts[1].baseline, 0.01);
    EXPECT_GT(canvas.texts[1].x, canvas.texts[0].x + canvas.texts[0].width);
}

TEST(TickList, LeavesLinesToWriteOnBelowItsWords) {
    const TraceCanvas canvas =
        drawn({block(TickList{.items = {{.text = words("I need help (say which)"), .lines = 2}}})});
    const auto lines = linesOf(canvas);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_NEAR(lines[0].area.bottom - lines[1].area.bottom, mm(9), 0.01);
    EXPECT_NEAR(lines[0].area.left + lines[0].area.width, plainStyle().width - 72, 0.01);
}

TEST(FillIn, RunsFromItsLabelToTheEdge) {
    const TraceCanvas canvas = drawn({block(FillIn{.label = words("Your name"), .lines = 3})});
    const auto lines = linesOf(canvas);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_GT(lines[0].area.left, canvas.texts[0].x + canvas.texts[0].width);
    EXPECT_LT(lines[0].area.bottom, canvas.texts[0].baseline);
    EXPECT_NEAR(lines[1].area.left, 72, 0.01);
    for (const auto& line : lines) {
        EXPECT_NEAR(line.area.left + line.area.width, plainStyle().width - 72, 0.01);
    }
}

TEST(FillIn, BeginsBelowALabelThatFillsTheLine) {
    const TraceCanvas canvas = drawn({block(FillIn{.label = words(sentence(12)), .lines = 1})});
    const auto lines = linesOf(canvas);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_NEAR(lines[0].area.left, 72, 0.01);
    EXPECT_LT(lines[0].area.bottom, canvas.texts.back().baseline - 10);
}

TEST(Blank, IsAsWideAsAskedAndReadInWords) {
    const TraceCanvas canvas = drawn({block(
        Paragraph{.text = {{.text = "I, "}, {.text = "blank for your name", .blank = 150}, {.text = ", say so."}}})});
    const auto lines = linesOf(canvas);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_NEAR(lines[0].area.width, 150, 0.01);
    EXPECT_TRUE(traceSays(canvas, "reads=\"blank for your name\""));
    const auto& after = canvas.texts.back();
    EXPECT_NEAR(after.x, lines[0].area.left + 150, 0.05);
}

TEST(CopyMark, StandsOutsideTheTextOnEveryPageAndIsReadOnce) {
    Composition made = composition({paragraph("one"), block(PageBreak{}), paragraph("two")});
    made.style.copyMark = "FILE COPY";
    const TraceCanvas canvas = drawn(made);
    EXPECT_EQ(canvas.violations, std::vector<std::string>{});
    EXPECT_EQ(canvas.elements[1].role, Role::P);
    EXPECT_TRUE(traceSays(canvas, "p1 content 1"));
    EXPECT_TRUE(traceSays(canvas, "p2 artifact header"));
    const auto turned = std::count_if(canvas.lines.begin(), canvas.lines.end(), [](const std::string& line) {
        return line.find("turned 25.5,") != std::string::npos && line.find("FILE COPY") != std::string::npos;
    });
    EXPECT_EQ(turned, 2);
}

TEST(FoldMarks, AreOnTheFirstPageOnly) {
    Composition made = composition({paragraph("one"), block(PageBreak{}), paragraph("two")});
    made.style.foldMarks = {mm(99), mm(198)};
    const TraceCanvas canvas = drawn(made);
    EXPECT_EQ(linesOf(canvas).size(), 2U);
    EXPECT_NEAR(linesOf(canvas)[0].area.bottom, mm(198), 0.01);
    EXPECT_TRUE(traceSays(canvas, "p1 artifact page"));
    EXPECT_FALSE(traceSays(canvas, "p2 artifact page"));
}

TEST(Forms, KeepABoxInALineWithItsWord) {
    for (int width = 150; width < 300; width += 10) {
        Composition made = composition({block(Paragraph{.text = {{.text = "Tick one of these two: "},
                                                                 {.text = "ticked", .tick = Tick::Ticked},
                                                                 {.text = " yes "},
                                                                 {.text = "not ticked", .tick = Tick::Empty},
                                                                 {.text = " no."}}})});
        made.style.first.right = made.style.later.right = made.style.width - 72 - width;
        const TraceCanvas canvas = drawn(made);
        EXPECT_DOUBLE_EQ(textSaying(canvas, "\u2611").baseline, textSaying(canvas, "yes").baseline) << width;
        EXPECT_DOUBLE_EQ(textSaying(canvas, "\u2610").baseline, textSaying(canvas, "no.").baseline) << width;
    }
}

}  // namespace
}  // namespace engross
