#include "layout/paginator.h"

#include "layout/samples.h"

#include <gtest/gtest.h>
#include <algorithm>

namespace engross {
namespace {

std::vector<std::string> codes(const Pages& pages) {
    std::vector<std::string> found;
    for (const Diagnostic& fault : pages.faults()) {
        found.push_back(fault.code);
    }
    return found;
}

/// The page that the text is on, or 0.
std::size_t pageOf(const TraceCanvas& canvas, const std::string& text) {
    for (const auto& drawn : canvas.texts) {
        if (drawn.text.find(text) != std::string::npos) {
            return drawn.page;
        }
    }
    return 0;
}

const TraceCanvas::Text& textWith(const TraceCanvas& canvas, const std::string& part) {
    return *std::find_if(canvas.texts.begin(), canvas.texts.end(),
                         [&](const auto& text) { return text.text.find(part) != std::string::npos; });
}

std::size_t linesOn(const TraceCanvas& canvas, std::size_t page, const std::string& part) {
    return static_cast<std::size_t>(std::count_if(canvas.texts.begin(), canvas.texts.end(), [&](const auto& text) {
        return text.page == page && text.text.find(part) != std::string::npos;
    }));
}

/// Fills the first page but for `lines` lines of body text.
Blocks fillerLeaving(std::size_t lines) {
    const auto room = static_cast<std::size_t>((mm(297) - 144) / 16);
    Blocks blocks;
    for (std::size_t i = 0; i < room - lines; ++i) {
        blocks.push_back(block(Lines{.lines = {words("filler")}}));
    }
    return blocks;
}

Composition tight(Blocks body) {
    Composition made = composition(std::move(body));
    made.style.paragraphSpace = 0;
    return made;
}

TEST(Paginator, MakesOnePageOfNothing) {
    const TraceCanvas canvas = drawn(Blocks{});
    EXPECT_EQ(canvas.pages, 1U);
    EXPECT_TRUE(canvas.violations.empty());
}

TEST(Paginator, DrawsTheSameAgainAndAgain) {
    const Pages pages = pagesOf(composition({heading(1, "Title"), paragraph(sentence(300)), numbered(0, "one")}));
    TraceCanvas first;
    TraceCanvas second;
    pages.draw(first);
    pages.draw(second);
    EXPECT_EQ(first.trace(), second.trace());
}

TEST(Paginator, KeepsWhatLeadsInAListWithItsFirstItem) {
    const ListBlock list{.items = {{paragraph("first item")}, {paragraph("second item")}}};
    const TickList ticks{.items = {{.text = words("first item")}}};
    TableBlock table;
    table.columns = {{}, {}};
    table.rows = {{words("first item"), words("cost")}};
    for (std::size_t left = 1; left < 8; ++left) {
        for (const Block& next : {block(list), block(ticks), block(table), numbered(1, "first item")}) {
            Blocks body = fillerLeaving(left);
            body.push_back(numbered(0, sentence(60) + " the following:"));
            body.push_back(next);
            const TraceCanvas canvas = drawn(tight(body));
            EXPECT_EQ(pageOf(canvas, "following:"), pageOf(canvas, "first item")) << left;
            EXPECT_GE(linesOn(canvas, pageOf(canvas, "first item"), "word"), 1U) << left;
        }
    }
}

TEST(Paginator, LetsAParagraphThatLeadsNothingInEndItsPage) {
    Blocks body = fillerLeaving(2);
    body.push_back(paragraph(sentence(16) + " the end."));
    body.push_back(paragraph("And on."));
    const TraceCanvas canvas = drawn(tight(body));
    EXPECT_EQ(pageOf(canvas, "the end."), 1U);
    EXPECT_EQ(pageOf(canvas, "And on."), 2U);
}

TEST(Paginator, KeepsAHeadingWithItsFirstParagraph) {
    for (std::size_t left = 1; left < 8; ++left) {
        Blocks body = fillerLeaving(left);
        body.push_back(heading(1, "Reasons"));
        body.push_back(paragraph(sentence(80)));
        const TraceCanvas canvas = drawn(tight(body));
        const std::size_t page = pageOf(canvas, "Reasons");
        EXPECT_EQ(page, pageOf(canvas, "word1 ")) << left;
        EXPECT_GE(linesOn(canvas, page, "word"), 2U) << left;
    }
}

TEST(Paginator, LeavesNoWidowAndNoOrphan) {
    for (std::size_t left = 1; left < 12; ++left) {
        Blocks body = fillerLeaving(left);
        body.push_back(paragraph(sentence(90)));
        const TraceCanvas canvas = drawn(tight(body));
        const std::size_t first = linesOn(canvas, 1, "word");
        const std::size_t second = linesOn(canvas, 2, "word");
        EXPECT_NE(first, 1U) << left;
        EXPECT_NE(second, 1U) << left;
        EXPECT_GE(first + second, 5U);
    }
}

TEST(Paginator, NeverPartsASignatureFromItsParagraph) {
    for (std::size_t left = 1; left < 16; ++left) {
        Blocks body = fillerLeaving(left);
        body.push_back(paragraph(sentence(90)));
        body.push_back(block(SignatureBlock{.label = "Signed",
                                            .lines = {words("Ms A. Example"), words("Housing officer")},
                                            .dateLine = true,
                                            .dateLabel = "Date"}));
        const TraceCanvas canvas = drawn(tight(body));
        const std::size_t page = pageOf(canvas, "Signed");
        EXPECT_GE(linesOn(canvas, page, "word"), 2U) << left;
        EXPECT_EQ(page, pageOf(canvas, "Housing officer"));
        EXPECT_EQ(page, pageOf(canvas, "Date"));
        EXPECT_TRUE(canvas.violations.empty());
    }
}

TEST(Paginator, NeverLeavesASignatureAloneWithItsClosing) {
    for (std::size_t left = 1; left < 20; ++left) {
        Blocks body = fillerLeaving(left);
        body.push_back(paragraph(sentence(90)));
        body.push_back(heading(1, "Statement of truth"));
        body.push_back({.content = Paragraph{.text = words("I believe")}, .keepTogether = true});
        body.push_back(block(SignatureBlock{.label = "Signed", .lines = {words("A. Example")}}));
        const TraceCanvas canvas = drawn(tight(body));
        EXPECT_GE(linesOn(canvas, pageOf(canvas, "Signed"), "word"), 2U) << left;
    }
}

TEST(Paginator, NeverSplitsABoxThatFitsAPage) {
    for (std::size_t left = 1; left < 16; ++left) {
        Blocks body = fillerLeaving(left);
        body.push_back(block(BoxBlock{.content = {paragraph(sentence(40)), paragraph(sentence(40, "more"))}}));
        const TraceCanvas canvas = drawn(tight(body));
        EXPECT_EQ(pageOf(canvas, "word1 "), pageOf(canvas, "more40")) << left;
    }
}

TEST(Paginator, SplitsABoxThatIsTallerThanAPageAndRulesEachPart) {
    const TraceCanvas canvas = drawn({paragraph("before"), block(BoxBlock{.content = {paragraph(sentence(1500))}})});
    EXPECT_GE(canvas.pages, 3U);
    const auto outlines = std::count_if(canvas.areas.begin(), canvas.areas.end(),
                                        [](const auto& area) { return area.what == "outline"; });
    EXPECT_EQ(static_cast<std::size_t>(outlines), canvas.pages);
    EXPECT_TRUE(canvas.violations.empty());
    EXPECT_GE(linesOn(canvas, 1, "word"), 2U);
}

/// Text down to about 60 % of a page, then a box of about half a page.
Composition pageWithBox(bool whole) {
    Blocks body;
    for (int i = 0; i < 10; ++i) {
        body.push_back(paragraph(sentence(20)));
    }
    Blocks inside;
    for (int i = 0; i < 8; ++i) {
        inside.push_back(paragraph(sentence(20, "box" + std::to_string(i) + "x")));
    }
    body.push_back(block(BoxBlock{.content = inside, .whole = whole}));
    return composition(std::move(body));
}

TEST(Paginator, SplitsATallBoxBetweenParagraphsRatherThanLeaveAPageWhite) {
    const TraceCanvas canvas = drawn(pageWithBox(false));
    EXPECT_EQ(canvas.violations, std::vector<std::string>{});
    EXPECT_EQ(textSaying(canvas, "box0x1 ").page, 1U);
    EXPECT_EQ(textSaying(canvas, "box7x1 ").page, 2U);
    std::size_t onFirst = 0;
    for (int i = 0; i < 8; ++i) {
        const std::string stem = "box" + std::to_string(i) + "x";
        EXPECT_EQ(textSaying(canvas, stem + "1 ").page, textSaying(canvas, stem + "20").page) << i;
        onFirst += textSaying(canvas, stem + "1 ").page == 1 ? 1U : 0U;
    }
    EXPECT_GE(onFirst, 2U);  // of two lines each: three lines or more
    EXPECT_LE(onFirst, 6U);
    EXPECT_EQ(std::count_if(canvas.areas.begin(), canvas.areas.end(),
                            [](const auto& area) { return area.what == "outline"; }),
              2);
}

TEST(Paginator, NeverSplitsABoxThatMustStayWhole) {
    const TraceCanvas canvas = drawn(pageWithBox(true));
    EXPECT_EQ(textSaying(canvas, "box0x1 ").page, 2U);
    EXPECT_EQ(textSaying(canvas, "box7x20").page, 2U);
}

TEST(Paginator, KeepsTogetherWhatIsAsked) {
    Blocks body = fillerLeaving(6);
    body.push_back({.content = ListBlock{.items = {{paragraph(sentence(30))}, {paragraph(sentence(60, "more"))}}},
                    .keepTogether = true});
    const TraceCanvas canvas = drawn(tight(body));
    EXPECT_EQ(pageOf(canvas, "word1 "), 2U);
    EXPECT_EQ(pageOf(canvas, "more60"), 2U);
}

TEST(Paginator, BeginsANewPageOnlyWhereThereIsSomethingBeforeAndAfter) {
    EXPECT_EQ(drawn({block(PageBreak{}), paragraph("one"), block(PageBreak{}), block(PageBreak{}), paragraph("two"),
                     block(PageBreak{})})
                  .pages,
              2U);
}

TEST(Paginator, DropsSpaceAtTheTopOfAPage) {
    const TraceCanvas canvas = drawn({paragraph("one"), block(PageBreak{}), block(Space{100}), heading(1, "Two")});
    const auto& text = textWith(canvas, "Two");
    EXPECT_EQ(text.page, 2U);
    EXPECT_GT(text.baseline, mm(297) - 72 - 22);
}

TEST(Paginator, CutsAWordThatIsTooWideAndReportsIt) {
    const std::string word(200, 'w');
    const Pages pages = pagesOf(composition({paragraph("before " + word + " after")}));
    EXPECT_EQ(codes(pages), std::vector<std::string>{"layout-too-wide"});
    EXPECT_EQ(pages.faults()[0].severity, Severity::Warning);
    TraceCanvas canvas;
    pages.draw(canvas);
    std::string all;
    for (const auto& text : canvas.texts) {
        EXPECT_LE(text.x + text.width, mm(210) - 72 + 4);
        all += text.text;
    }
    EXPECT_EQ(std::count(all.begin(), all.end(), 'w'), 200);
    EXPECT_NE(all.find("after"), std::string::npos);
}

TEST(Paginator, NamesEveryFaultOfTheText) {
    const Pages pages = pagesOf(composition({
        heading(2, "Skipped"),
        paragraph("smile \U0001FAE0 and \U0001FAE1"),
        block(Paragraph{.text = {{.text = "?", .reference = "nowhere"}}}),
        heading(4, "Deep"),
        block(Figure{}),
    }));
    EXPECT_EQ(codes(pages),
              (std::vector<std::string>{"layout-heading", "layout-missing-character", "layout-missing-character",
                                        "layout-reference", "layout-heading", "layout-figure", "layout-figure"}));
    EXPECT_EQ(pages.faults()[1].message, "no font has the character U+1FAE0");
    EXPECT_EQ(pages.faults()[3].message, "a reference leads to paragraph 'nowhere', which is not in the document");
    EXPECT_TRUE(refuses(pages.faults()));
}

TEST(Paginator, FindsNoFaultInHeadingsThatGoDownOneByOne) {
    EXPECT_TRUE(pagesOf(composition({heading(1, "a"), heading(2, "b"), heading(3, "c"), heading(2, "d"),
                                     heading(1, "e"), heading(2, "f")}))
                    .faults()
                    .empty());
}

TEST(Paginator, ReportsAPaleAccent) {
    Composition made = composition({paragraph("text")});
    for (const char* pale : {"#ffff00", "blue", "#12345"}) {
        made.style.accent = pale;
        EXPECT_EQ(codes(pagesOf(made)), std::vector<std::string>{"layout-contrast"}) << pale;
    }
    made.style.accent = "#1D3557";
    EXPECT_TRUE(pagesOf(made).faults().empty());
}

TEST(Paginator, ReportsAFrameThatIsTooSmall) {
    Composition made = composition({paragraph("text")});
    Frame frame{.left = mm(24.6), .top = mm(39.5), .width = mm(95), .height = mm(26.8), .content = {}};
    Lines address;
    for (int i = 0; i < 7; ++i) {
        address.lines.push_back(words("line"));
    }
    address.size = 10;
    frame.content = {block(address)};
    made.style.firstFrames = {frame};
    EXPECT_EQ(codes(pagesOf(made)), std::vector<std::string>{"layout-frame"});
    std::get<Lines>(made.style.firstFrames[0].content[0].content).lines.resize(5);
    EXPECT_TRUE(pagesOf(made).faults().empty());
}

TEST(Paginator, ReadsFramesBeforeTheBodyAndDrawsThemOnce) {
    Composition made = composition({paragraph(sentence(900))});
    made.style.firstFrames = {
        {.left = 72, .top = 20, .width = 200, .height = 40, .content = {paragraph("To whom it concerns")}},
        {.left = 300,
         .top = 20,
         .width = 200,
         .height = 40,
         .content = {paragraph("Example Council")},
         .artifact = true}};
    const TraceCanvas canvas = drawn(made);
    EXPECT_GE(canvas.pages, 2U);
    EXPECT_EQ(canvas.contentText().find("To whom"), 0U);
    EXPECT_EQ(linesOn(canvas, 1, "To whom"), 1U);
    EXPECT_EQ(linesOn(canvas, 2, "To whom"), 0U);
    EXPECT_TRUE(textWith(canvas, "Example Council").artifact);
    EXPECT_NEAR(textWith(canvas, "Example Council").x, 300, 0.01);
    EXPECT_TRUE(canvas.violations.empty());
}

TEST(Paginator, CountsPagesInHeadAndFoot) {
    Composition made = composition({paragraph(sentence(1200))});
    made.style.footers = {
        {.left = words("EN/2026/0142"), .right = words("Page {page} of {pages}"), .baseline = mm(285)}};
    made.style.headers = {{.centre = words("Statement"), .baseline = 40}};
    made.style.footerOnFirst = false;
    const TraceCanvas canvas = drawn(made);
    ASSERT_GE(canvas.pages, 3U);
    EXPECT_EQ(pageOf(canvas, "Page 1 of"), 0U);
    const auto& foot = textWith(canvas, "Page 2 of " + std::to_string(canvas.pages));
    EXPECT_EQ(foot.page, 2U);
    EXPECT_TRUE(foot.artifact);
    EXPECT_EQ(foot.kind, ArtifactKind::Footer);
    EXPECT_NEAR(foot.x + foot.width, mm(210) - 72, 0.1);
    EXPECT_NEAR(foot.baseline, mm(297) - mm(285), 0.01);
    const auto& head = textWith(canvas, "Statement");
    EXPECT_EQ(head.page, 1U);
    EXPECT_EQ(head.kind, ArtifactKind::Header);
    EXPECT_NEAR(head.x + head.width / 2, mm(105), 0.1);
}

TEST(Paginator, ReportsAFootThatDoesNotFit) {
    Composition made = composition({paragraph("text")});
    made.style.footers = {{.left = words(sentence(45)), .right = words(sentence(10)), .baseline = mm(285)}};
    EXPECT_EQ(codes(pagesOf(made)), std::vector<std::string>{"layout-too-wide"});
    EXPECT_TRUE(refuses(pagesOf(made).faults()));
}

TEST(Paginator, SetsALongFootInTwoLinesAboveItsPlace) {
    Composition made = composition({paragraph("text")});
    made.style.footers = {{.left = words(sentence(16)), .right = words("Page {page} of {pages}"), .baseline = mm(285)}};
    for (const Points size : {0, 16, 18}) {
        made.style.largePrint = size;
        made.style.footers[0].left = words(sentence(size > 0 ? 11 : 20));
        EXPECT_TRUE(pagesOf(made).faults().empty()) << size;
        const TraceCanvas canvas = drawn(made);
        const auto& first = textWith(canvas, "word1 ");
        const auto& last = textWith(canvas, size > 0 ? "word11" : "word20");
        const auto& page = textWith(canvas, "Page");
        EXPECT_NEAR(last.baseline, mm(297) - mm(285), 0.01) << size;
        EXPECT_GT(first.baseline, last.baseline + first.size) << size;
        EXPECT_NEAR(page.x + page.width, mm(210) - 72, 0.1) << size;
        EXPECT_LT(first.x + first.width, page.x) << size;
        EXPECT_GE(page.size, std::min(size, 16.0)) << size;
    }
}

TEST(Paginator, PutsTheDraftMarkBehindTheText) {
    Composition made = composition({paragraph("text")});
    made.style.mark = "DRAFT";
    const TraceCanvas canvas = drawn(made);
    const std::string trace = canvas.trace();
    EXPECT_LT(trace.find("turned"), trace.find(" text "));
    EXPECT_NE(trace.find("artifact background"), std::string::npos);
    EXPECT_NE(trace.find("#e6e6e6 \"DRAFT\""), std::string::npos);
    EXPECT_TRUE(canvas.violations.empty());
}

TEST(Paginator, SetsTheFirstPageInItsOwnMargins) {
    Composition made = composition({paragraph(sentence(900))});
    made.style.first = {mm(97), 72, mm(24.6), mm(20)};
    made.style.later = {mm(20), 72, mm(24.6), mm(20)};
    const TraceCanvas canvas = drawn(made);
    EXPECT_NEAR(canvas.texts.front().baseline, mm(297) - mm(97) - 12.2, 0.1);
    EXPECT_NEAR(canvas.texts.front().x, mm(24.6), 0.01);
    const auto second =
        std::find_if(canvas.texts.begin(), canvas.texts.end(), [](const auto& text) { return text.page == 2; });
    EXPECT_NEAR(second->baseline, mm(297) - mm(20) - 12.2, 0.1);
}

}  // namespace
}  // namespace engross
