#include "layout/samples.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

Figure photograph(const std::string& caption) {
    Figure figure;
    figure.picture.bytes = std::make_shared<const std::string>("bytes");
    figure.picture.widthPixels = 3000;
    figure.picture.heightPixels = 4000;
    figure.alternative = "A kitchen";
    figure.caption = words(caption);
    figure.perPage = 2;
    return figure;
}

TEST(Figure, StandsTwoAPageUnderAHeadingToo) {
    for (const char* style : {"", "broken"}) {
        Blocks body = {heading(1, "Report"), paragraph("text")};
        if (*style != 0) {
            body.push_back(block(PageBreak{}));
        } else {
            body.insert(body.end(), 24, paragraph("filler"));
        }
        body.push_back(heading(2, "Photographs"));
        for (const char* name : {"one", "two", "three", "four"}) {
            body.push_back(block(photograph(name)));
        }
        const TraceCanvas canvas = drawn(body);
        const std::size_t page = textSaying(canvas, "Photographs").page;
        EXPECT_EQ(textSaying(canvas, "one").page, page) << style;
        EXPECT_EQ(textSaying(canvas, "two").page, page) << style;
        EXPECT_EQ(textSaying(canvas, "three").page, page + 1) << style;
        EXPECT_EQ(textSaying(canvas, "four").page, page + 1) << style;
        EXPECT_EQ(canvas.pages, page + 1) << style;
    }
}

TEST(Paragraph, SetsAMarginMarkSmallerRatherThanCutInLargePrint) {
    Composition made =
        composition({block(Paragraph{.text = words(sentence(9)), .margin = words("ABCD/123 and AB/4")})});
    made.style.first.right = made.style.later.right = mm(25);
    made.style.largePrint = 18;
    const Pages pages = pagesOf(made);
    EXPECT_TRUE(pages.faults().empty());
    const TraceCanvas canvas = drawn(made);
    const auto& mark = textSaying(canvas, "ABCD/123");
    EXPECT_EQ(mark.text.find("ABCD/123"), 0U);
    EXPECT_LT(mark.size, 18 * 0.875);
    EXPECT_LE(mark.x + mark.width, mm(210) - mm(5));
    EXPECT_NEAR(mark.baseline, textSaying(canvas, "word1 ").baseline, 0.01);
}

std::size_t rulesOf(const TraceCanvas& canvas) {
    return static_cast<std::size_t>(std::count_if(canvas.lines.begin(), canvas.lines.end(), [](const auto& line) {
        return line.find(" line ") != std::string::npos;
    }));
}

TEST(Box, EndsWhereItsTableEndsWithoutARuleOfTheTable) {
    const KeyValues values{.rows = {{words("Decision"), words("upheld")}, {words("Appeal"), words("21 days")}}};
    const std::size_t outside = rulesOf(drawn({block(values)}));
    const TraceCanvas boxed = drawn({block(BoxBlock{.look = BoxBlock::Look::Tinted, .content = {block(values)}})});
    const TraceCanvas goingOn =
        drawn({block(BoxBlock{.look = BoxBlock::Look::Tinted, .content = {block(values), paragraph("more")}})});
    EXPECT_EQ(rulesOf(boxed), outside - 1);
    EXPECT_EQ(rulesOf(goingOn), outside);
}

TEST(List, IsReferredToByTheNumberOfItsItem) {
    ListBlock list{.ordered = true, .items = {}};
    for (const char* name : {"roof", "wall", "floor"}) {
        list.items.push_back({block(Paragraph{.text = words(name), .id = name})});
    }
    const Composition made = composition(
        {block(list), block(Paragraph{.text = {{.text = "See item "}, {.reference = "floor"}, {.text = "."}}})});
    EXPECT_TRUE(pagesOf(made).faults().empty());
    const TraceCanvas canvas = drawn(made);
    EXPECT_TRUE(traceSays(canvas, "\"3\""));
    EXPECT_TRUE(traceSays(canvas, "paragraph:floor"));
    EXPECT_TRUE(canvas.violations.empty());
    list.ordered = false;
    const Composition bullets = composition({block(list), block(Paragraph{.text = {{.reference = "floor"}}})});
    ASSERT_EQ(pagesOf(bullets).faults().size(), 1U);
    EXPECT_EQ(pagesOf(bullets).faults().front().code, "layout-reference");
}

}  // namespace
}  // namespace engross
