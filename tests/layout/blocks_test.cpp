#include "layout/paginator.h"

#include "layout/samples.h"

#include <gtest/gtest.h>
#include <algorithm>

namespace engross {
namespace {

const TraceCanvas::Text& textWith(const TraceCanvas& canvas, const std::string& part) {
    const auto found = std::find_if(canvas.texts.begin(), canvas.texts.end(),
                                    [&](const auto& text) { return text.text.find(part) != std::string::npos; });
    if (found == canvas.texts.end()) {
        throw std::out_of_range("no text with " + part);
    }
    return *found;
}

bool says(const TraceCanvas& canvas, const std::string& part) {
    return canvas.trace().find(part) != std::string::npos;
}

constexpr Points left = 72;
const Points right = mm(210) - 72;

TEST(Paragraph, AlignsLeftRightAndCentre) {
    const TraceCanvas canvas =
        drawn({block(Paragraph{.text = words("left")}), block(Paragraph{.text = words("right"), .align = Align::Right}),
               block(Paragraph{.text = words("centre"), .align = Align::Centre})});
    EXPECT_NEAR(textWith(canvas, "left").x, left, 0.01);
    const auto& flushed = textWith(canvas, "right");
    EXPECT_NEAR(flushed.x + flushed.width, right, 0.01);
    const auto& centred = textWith(canvas, "centre");
    EXPECT_NEAR(centred.x + centred.width / 2, mm(105), 0.01);
}

TEST(Paragraph, NeverBreaksAtAFixedSpace) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
        text += "on 2\u00A0March\u00A02026 ";
    }
    const TraceCanvas canvas = drawn({paragraph(text)});
    EXPECT_GT(canvas.texts.size(), 3U);
    for (const auto& line : canvas.texts) {
        EXPECT_FALSE(line.text.starts_with("March") || line.text.starts_with("2026")) << line.text;
    }
}

TEST(Paragraph, BreaksWhereTheTextSays) {
    const TraceCanvas canvas = drawn({paragraph("one\ntwo\n\nthree")});
    ASSERT_EQ(canvas.texts.size(), 3U);
    EXPECT_NEAR(canvas.texts[0].baseline - canvas.texts[1].baseline, 16, 0.01);
    EXPECT_NEAR(canvas.texts[1].baseline - canvas.texts[2].baseline, 32, 0.01);
}

TEST(Paragraph, KeepsStylesAndTheirOrder) {
    const TraceCanvas canvas = drawn({block(Paragraph{.text = {{.text = "The appeal is "},
                                                               {.text = "dismissed", .strong = true},
                                                               {.text = " with "},
                                                               {.text = "effect", .strong = true, .emphasis = true},
                                                               {.text = " and ", .emphasis = true},
                                                               {.text = "costs."}}})});
    ASSERT_EQ(canvas.texts.size(), 6U);
    EXPECT_EQ(canvas.texts[1].font, "Bold");
    EXPECT_EQ(canvas.texts[3].font, "BoldItalic");
    EXPECT_EQ(canvas.texts[4].font, "Italic");
    for (std::size_t i = 1; i < 6; ++i) {
        EXPECT_NEAR(canvas.texts[i].x, canvas.texts[i - 1].x + canvas.texts[i - 1].width, 0.01);
    }
    EXPECT_EQ(canvas.elements.size(), 2U);
}

TEST(Paragraph, SetsSmallCapitalsAsScaledCapitals) {
    const TraceCanvas canvas = drawn({block(Paragraph{.text = {{.text = "Housing Act 2004", .smallCaps = true}}})});
    EXPECT_EQ(textWith(canvas, "H").size, 12);
    EXPECT_NEAR(textWith(canvas, "OUSING").size, 9.6, 0.01);
    EXPECT_EQ(textWith(canvas, " 2004").size, 12);
}

TEST(Paragraph, PutsExhibitMarksInTheMarginBesideTheLine) {
    const TraceCanvas canvas = drawn({block(
        Paragraph{.text = words(sentence(30)), .margin = {{.text = "AB/3", .strong = true, .link = "exhibit:AB/3"}}})});
    const auto& note = textWith(canvas, "AB/3");
    EXPECT_GT(note.x, right);
    EXPECT_NEAR(note.baseline, textWith(canvas, "word1 ").baseline, 0.01);
    EXPECT_LT(note.x + note.width, mm(210) - mm(8));
    EXPECT_TRUE(says(canvas, "exhibit:AB/3 \"AB/3\""));
    EXPECT_TRUE(canvas.violations.empty());
}

TEST(Paragraph, GrowsForANoteThatIsLongerThanItsText) {
    const TraceCanvas canvas = drawn({block(Paragraph{.text = words("short"), .margin = words("AB/1\nAB/2\nAB/3")}),
                                      block(Paragraph{.text = words("next"), .margin = words("AB/4")})});
    EXPECT_GT(textWith(canvas, "AB/3").baseline, textWith(canvas, "AB/4").baseline + 15);
}

TEST(Paragraph, MakesElementsOfLinksAndForeignWords) {
    const TraceCanvas canvas =
        drawn({block(Paragraph{.text = {{.text = "See "},
                                        {.text = "the guide", .link = "https://www.example.org/guide"},
                                        {.text = " or "},
                                        {.text = "Cyngor", .language = "cy-GB"},
                                        {.text = "."}}})});
    EXPECT_TRUE(says(canvas, "element 2 Link in 1"));
    EXPECT_TRUE(says(canvas, "element 3 Span in 1 lang=cy-GB"));
    EXPECT_TRUE(says(canvas, "https://www.example.org/guide \"the guide\""));
    // Between the words around it: "See " is drawn before its link's element is made.
    EXPECT_LT(canvas.trace().find("\"See \""), canvas.trace().find("Link in 1"));
    EXPECT_TRUE(canvas.violations.empty());
}

TEST(Paragraph, SetsArabicFromTheRightInItsOwnLanguage) {
    const TraceCanvas canvas = drawn({{.content = Paragraph{.text = words("محمد السلام")}, .language = "ar"}});
    ASSERT_EQ(canvas.texts.size(), 1U);
    EXPECT_EQ(canvas.texts[0].text, "محمد السلام");
    EXPECT_NEAR(canvas.texts[0].x + canvas.texts[0].width, right, 0.01);
    EXPECT_TRUE(says(canvas, "lang=ar"));
}

TEST(Paragraph, PutsAHebrewNameInsideAnEnglishLineInVisualOrder) {
    const TraceCanvas canvas = drawn({paragraph("Dear \u05D0\u05D1 \u05D2\u05D3, welcome")});
    ASSERT_EQ(canvas.texts.size(), 3U);
    EXPECT_EQ(canvas.texts[0].text, "Dear ");
    EXPECT_EQ(canvas.texts[1].text, "\u05D0\u05D1 \u05D2\u05D3");
    EXPECT_EQ(canvas.texts[2].text, ", welcome");
}

TEST(Paragraph, ReadsALineOfMixedDirectionsInItsOrder) {
    const TraceCanvas canvas =
        drawn({{.content = Paragraph{.text = words("\u05D0\u05D1 Anytown \u05D2\u05D3")}, .language = "he"}});
    ASSERT_EQ(canvas.texts.size(), 3U);
    EXPECT_TRUE(canvas.texts[0].text.starts_with("\u05D0\u05D1"));
    EXPECT_EQ(canvas.texts[1].text, "Anytown");
    EXPECT_GT(canvas.texts[0].x, canvas.texts[1].x);
    EXPECT_GT(canvas.texts[1].x, canvas.texts[2].x);
}

TEST(Lines, KeepTheirWordsApartWhenCopied) {
    const TraceCanvas canvas =
        drawn({block(Lines{.lines = {words("Flat 2"), words("14 Café Row"), words("Anytown")}})});
    EXPECT_EQ(canvas.contentText(), "Flat 2 14 Café Row Anytown\n");
    EXPECT_EQ(canvas.texts.size(), 3U);
    EXPECT_EQ(canvas.elements.size(), 2U);
}

TEST(Heading, IsBookmarkedAndBalanced) {
    const TraceCanvas canvas =
        drawn({heading(1, "Notice of intent to impose a financial penalty under the Housing Act")});
    EXPECT_TRUE(says(canvas, "bookmark 1"));
    EXPECT_TRUE(says(canvas, "element 1 H1 in 0"));
    ASSERT_EQ(canvas.texts.size(), 2U);
    EXPECT_LT(std::abs(canvas.texts[0].width - canvas.texts[1].width), 120);
    EXPECT_EQ(canvas.texts[0].font, "Bold");
    EXPECT_EQ(canvas.texts[0].size, 17);
}

TEST(NumberedParagraph, HangsItsNumberAndNestsItsLists) {
    const TraceCanvas canvas = drawn({numbered(0, sentence(40)), numbered(1, "sub " + sentence(40, "deep")),
                                      numbered(2, "subsub"), numbered(0, "second")});
    EXPECT_NEAR(textWith(canvas, "1.").x, left, 0.01);
    EXPECT_NEAR(textWith(canvas, "word1 ").x, left + mm(10), 0.01);
    EXPECT_NEAR(textWith(canvas, "(a)").x, left + mm(10), 0.01);
    EXPECT_NEAR(textWith(canvas, "sub deep1").x, left + mm(20), 0.01);
    EXPECT_NEAR(textWith(canvas, "(i)").x, left + mm(20), 0.01);
    EXPECT_NEAR(textWith(canvas, "1.").baseline, textWith(canvas, "word1 ").baseline, 0.01);
    EXPECT_TRUE(says(canvas, "element 1 L in 0 ordered"));
    EXPECT_TRUE(says(canvas, "element 3 Lbl in 2"));
    EXPECT_TRUE(says(canvas, "element 6 L in 4 ordered"));
    EXPECT_TRUE(canvas.violations.empty());
}

TEST(NumberedParagraph, MakesRoomForLongNumbers) {
    Blocks body;
    for (int i = 0; i < 1200; ++i) {
        body.push_back(numbered(0, "x"));
    }
    const TraceCanvas canvas = drawn(body);
    const auto& number = textWith(canvas, "1200.");
    EXPECT_GT(textWith(canvas, "x").x, number.x + number.width);
}

TEST(NumberedParagraph, IsWhereAReferenceLeads) {
    const TraceCanvas canvas = drawn(
        {block(Paragraph{.text = {{.text = "See paragraph "}, {.text = "", .reference = "visit"}, {.text = "."}}}),
         numbered(0, "one"), numbered(1, "two"), numbered(1, "three", "visit")});
    EXPECT_EQ(textWith(canvas, "1(b)").text, "1(b)");
    EXPECT_TRUE(says(canvas, "paragraph:visit \"1(b)\""));
    EXPECT_TRUE(says(canvas, "target paragraph:visit 72.0,"));
}

TEST(List, HangsBulletsAndNests) {
    const TraceCanvas canvas = drawn({block(ListBlock{
        .items = {{paragraph("first")},
                  {paragraph("second"), block(ListBlock{.ordered = true, .items = {{paragraph("inner")}}})}}})});
    EXPECT_EQ(textWith(canvas, "\u2022").x, left);
    EXPECT_NEAR(textWith(canvas, "first").x, left + mm(6), 0.01);
    EXPECT_NEAR(textWith(canvas, "1.").x, left + mm(6), 0.01);
    EXPECT_NEAR(textWith(canvas, "inner").x, left + mm(12), 0.01);
    EXPECT_TRUE(says(canvas, "L in 0"));
    EXPECT_TRUE(canvas.violations.empty());
}

TableBlock sampleTable(std::size_t rows) {
    TableBlock table{
        .caption = words("Works"),
        .columns = {
            {.heading = words("No")}, {.heading = words("Work")}, {.heading = words("Cost"), .align = Align::Right}}};
    for (std::size_t i = 1; i <= rows; ++i) {
        table.rows.push_back({words("row" + std::to_string(i)), words(sentence(12, "w")), words("£1,200.00")});
    }
    return table;
}

TEST(Table, TagsItsHeadItsRowsAndItsCells) {
    TableBlock table = sampleTable(1);
    table.rowHeader = true;
    const TraceCanvas canvas = drawn({block(table)});
    for (const char* element : {"1 Table in 0", "2 Caption in 1", "3 THead in 1", "4 TR in 3", "5 TH in 4 scope=column",
                                "8 TBody in 1", "9 TR in 8", "10 TH in 9 scope=row", "11 TD in 9", "12 TD in 9"}) {
        EXPECT_TRUE(says(canvas, std::string("element ") + element)) << element;
    }
    EXPECT_TRUE(canvas.violations.empty());
}

TEST(Table, AlignsMoneyOnTheRight) {
    const TraceCanvas canvas = drawn({block(sampleTable(2))});
    const auto& cost = textWith(canvas, "£1,200.00");
    EXPECT_NEAR(cost.x + cost.width, right, 0.01);
    EXPECT_EQ(cost.size, 10.5);
}

TEST(Table, SaysItsHeadAgainOnEveryPage) {
    Composition made = composition({block(sampleTable(80))});
    made.style.continued = "(continued)";
    const TraceCanvas canvas = drawn(made);
    ASSERT_GE(canvas.pages, 3U);
    for (std::size_t page = 1; page <= canvas.pages; ++page) {
        const auto heads = std::count_if(canvas.texts.begin(), canvas.texts.end(), [&](const auto& text) {
            return text.page == page && text.text == "Cost" && text.artifact == (page > 1);
        });
        EXPECT_EQ(heads, 1) << page;
    }
    EXPECT_TRUE(textWith(canvas, "Works (continued)").artifact);
    EXPECT_TRUE(canvas.violations.empty());
}

TEST(Table, NeverSplitsARowThatFitsHalfAPage) {
    TableBlock table = sampleTable(1);
    table.rows.clear();
    for (int i = 0; i < 12; ++i) {
        table.rows.push_back({words("n"), words(sentence(90, "r" + std::to_string(i) + "w")), words("£1")});
    }
    const TraceCanvas canvas = drawn({block(table)});
    for (int i = 0; i < 12; ++i) {
        const std::string stem = "r" + std::to_string(i) + "w";
        EXPECT_EQ(textWith(canvas, stem + "1 ").page, textWith(canvas, stem + "90").page);
    }
}

TEST(Table, SplitsARowThatIsLongerThanHalfAPage) {
    TableBlock table = sampleTable(1);
    table.rows = {{words("n"), words(sentence(900)), words("£1")}};
    const TraceCanvas canvas = drawn({block(table)});
    EXPECT_GE(canvas.pages, 2U);
    EXPECT_EQ(textWith(canvas, "word1 ").page, 1U);
    EXPECT_TRUE(canvas.violations.empty());
}

TEST(Table, RepeatsTheSectionThatAPageContinues) {
    TableBlock table = sampleTable(60);
    table.caption.clear();
    table.rows.insert(table.rows.begin(), {words("A. Notices")});
    table.bandRows = {0};
    Composition made = composition({block(table)});
    made.style.continued = "(continued)";
    const TraceCanvas canvas = drawn(made);
    EXPECT_TRUE(says(canvas, "scope=column span=3"));
    const auto& again = textWith(canvas, "A. Notices (continued)");
    EXPECT_EQ(again.page, 2U);
    EXPECT_TRUE(again.artifact);
}

TEST(Table, LinksTheWholeRowFromItsTellingCell) {
    TableBlock table = sampleTable(2);
    table.rowLinks = {"doc:1", ""};
    const TraceCanvas canvas = drawn({block(table)});
    const auto link =
        std::find_if(canvas.areas.begin(), canvas.areas.end(), [](const auto& area) { return area.what == "link"; });
    ASSERT_NE(link, canvas.areas.end());
    EXPECT_NEAR(link->area.width, right - left, 0.01);
    EXPECT_TRUE(says(canvas, "doc:1 \"row1, w1 w2"));
    EXPECT_TRUE(canvas.violations.empty());
}

TEST(Table, ReportsARowWithTooManyCells) {
    TableBlock table = sampleTable(1);
    table.rows[0].push_back(words("one too many"));
    const Pages pages = pagesOf(composition({block(table)}));
    ASSERT_EQ(pages.faults().size(), 1U);
    EXPECT_EQ(pages.faults()[0].message, "row 1 of table 1 has more cells than there are columns");
}

TEST(Table, IsNeverSmallerThanTenAndAHalfPoints) {
    TableBlock table = sampleTable(1);
    table.size = 7;
    EXPECT_EQ(textWith(drawn({block(table)}), "row1").size, 10.5);
}

TEST(KeyValues, SetLabelsBesideValues) {
    const TraceCanvas canvas = drawn({block(KeyValues{.rows = {{words("Premises"), words("12 Sample Street, Anytown")},
                                                               {words("Our reference"), words("EN/2026/0142")}}})});
    EXPECT_EQ(textWith(canvas, "Premises").font, "Bold");
    EXPECT_NEAR(textWith(canvas, "12 Sample").x, textWith(canvas, "EN/2026").x, 0.01);
    EXPECT_NEAR(textWith(canvas, "Premises").baseline, textWith(canvas, "12 Sample").baseline, 0.01);
    EXPECT_TRUE(says(canvas, "TH in 3 scope=row"));
}

Figure figure(int width, int height, int orientation) {
    return {.picture = {.bytes = std::make_shared<const std::string>("bytes"),
                        .widthPixels = width,
                        .heightPixels = height,
                        .orientation = orientation},
            .alternative = "A wall",
            .caption = words("Photograph 1")};
}

TEST(Figure, KeepsItsAspectAndItsCaption) {
    const TraceCanvas canvas = drawn({block(figure(4000, 3000, 1))});
    const auto& picture = canvas.areas.at(0).area;
    EXPECT_NEAR(picture.width, right - left, 0.01);
    EXPECT_NEAR(picture.width / picture.height, 4.0 / 3, 0.001);
    EXPECT_TRUE(says(canvas, "Figure in 0 alt=\"A wall\""));
    EXPECT_LT(textWith(canvas, "Photograph 1").baseline, picture.bottom);
}

TEST(Figure, StandsUprightAsItsCameraSays) {
    const TraceCanvas canvas = drawn({block(figure(4000, 3000, 6))});
    const auto& picture = canvas.areas.at(0).area;
    EXPECT_NEAR(picture.height / picture.width, 4.0 / 3, 0.001);
    EXPECT_GE(picture.bottom, 72);
}

TEST(Figure, IsNotBlownUp) {
    EXPECT_NEAR(drawn({block(figure(96, 96, 1))}).areas.at(0).area.width, 72, 0.01);
}

TEST(Box, DrawsItsFrameBehindItsText) {
    const TraceCanvas canvas =
        drawn({block(BoxBlock{.look = BoxBlock::Look::Tinted, .content = {paragraph("inside")}})});
    const std::string trace = canvas.trace();
    EXPECT_LT(trace.find("fill"), trace.find("inside"));
    EXPECT_TRUE(says(canvas, "#f2f2f2"));
    EXPECT_TRUE(says(canvas, "Div in 0"));
    const auto& area = canvas.areas.at(0).area;
    const auto& text = textWith(canvas, "inside");
    EXPECT_GT(text.x, area.left + 5);
    EXPECT_GT(text.baseline, area.bottom + 8);
}

TEST(Rule, IsGreyAndNoContent) {
    const TraceCanvas canvas = drawn({paragraph("above"), block(Rule{}), paragraph("below")});
    EXPECT_TRUE(says(canvas, "line 72.0"));
    EXPECT_TRUE(says(canvas, "#666666"));
    EXPECT_TRUE(canvas.violations.empty());
}

Figure photograph(const std::string& caption) {
    Figure figure;
    figure.picture.bytes = std::make_shared<const std::string>("bytes");
    figure.picture.widthPixels = 3000;
    figure.picture.heightPixels = 4000;
    figure.alternative = "A kitchen";
    figure.caption = words(caption);
    figure.facts = {{words("Place"), words("Kitchen")}, {words("Taken"), words("2 March 2026, 10.30am")}};
    figure.perPage = 2;
    return figure;
}

TEST(Figure, StandsTwoAPageWithItsFacts) {
    const TraceCanvas canvas = drawn(
        {block(photograph("one")), block(photograph("two")), block(photograph("three")), block(photograph("four"))});
    EXPECT_EQ(canvas.pages, 2U);
    EXPECT_EQ(textSaying(canvas, "two").page, 1U);
    EXPECT_EQ(textSaying(canvas, "three").page, 2U);
    const auto& label = textSaying(canvas, "Taken");
    EXPECT_NE(label.font.find("Bold"), std::string::npos);
    EXPECT_EQ(textSaying(canvas, "10.30am").baseline, label.baseline);
}

TEST(NumberedParagraph, GoesOnAfterItsParts) {
    const TraceCanvas canvas = drawn({numbered(0, "opening"), numbered(1, "part"),
                                      block(Paragraph{.text = words("flush"), .under = 1}), numbered(1, "next")});
    EXPECT_NEAR(textSaying(canvas, "flush").x, textSaying(canvas, "opening").x, 0.01);
    const ElementId flush = textSaying(canvas, "flush").element;
    EXPECT_EQ(canvas.elements[flush].parent, canvas.elements[textSaying(canvas, "opening").element].parent);
    EXPECT_EQ(textSaying(canvas, "(b)").text, "(b)");
}

TEST(NumberedParagraph, HangsClausesBelowTheirHeading) {
    Composition made = composition({block(Heading{.level = 1, .text = words("Definitions"), .numbered = true}),
                                    numbered(1, "In this order"), numbered(2, "part")});
    made.style.numbering = NumberingScheme::Clauses;
    const TraceCanvas canvas = drawn(made);
    EXPECT_EQ(canvas.violations, std::vector<std::string>{});
    EXPECT_NEAR(textSaying(canvas, "1.1").x, textSaying(canvas, "1.\u00A0").x, 0.01);
    EXPECT_NEAR(textSaying(canvas, "Definitions").x, textSaying(canvas, "In this order").x, 0.01);
    EXPECT_GT(textSaying(canvas, "part").x, textSaying(canvas, "In this order").x + 20);
    EXPECT_TRUE(traceSays(canvas, "\"1. Definitions\""));  // the bookmark
}

TEST(Quotation, IsSteppedInAndTagged) {
    const TraceCanvas canvas =
        drawn({paragraph("The Act says:"), block(Paragraph{.text = words(sentence(60)), .quoted = true})});
    const auto& quoted = textSaying(canvas, "word1 ");
    EXPECT_NEAR(quoted.x, 72 + mm(10), 0.01);
    EXPECT_EQ(canvas.elements[canvas.elements[quoted.element].parent].role, Role::BlockQuote);
    for (const auto& text : canvas.texts) {
        EXPECT_LE(text.x + text.width, plainStyle().width - 72 - (text.x > 73 ? mm(10) - 4 : 0));
    }
}

TEST(Justified, IsStraightOnBothSidesButForTheLastLine) {
    Composition made = composition({paragraph(sentence(120))});
    made.style.justified = true;
    const TraceCanvas canvas = drawn(made);
    ASSERT_GT(canvas.texts.size(), 4U);
    const Points measure = plainStyle().width - 144;
    for (std::size_t i = 0; i + 1 < canvas.texts.size(); ++i) {
        const auto& line = canvas.texts[i];
        const Points space = 12 * 0.278;  // at the line's end
        EXPECT_NEAR(line.width - space, measure, 0.05) << line.text;
    }
    EXPECT_LT(canvas.texts.back().width, measure);
}

TEST(Justified, NeverStretchesALineIntoARiver) {
    Composition made = composition({block(Paragraph{
        .text = words(
            "Llanfairpwllgwyngyllgogerychwyrndrobwll a b Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"),
        .align = Align::Justified})});
    const TraceCanvas canvas = drawn(made);
    EXPECT_LT(canvas.texts.front().width, 350);
}

TEST(Paragraph, PartsAtAFixedSpaceRatherThanCutAWord) {
    TableBlock table{.columns = {{.weight = 1}, {.weight = 20}}};
    table.rows.push_back({words("30\u00A0September\u00A02026\u00A0at\u00A0noon\u00A0precisely"), words(sentence(300))});
    Composition made = composition({block(table)});
    made.style.first.right = made.style.later.right = 350;
    const Pages pages = pagesOf(made);
    EXPECT_TRUE(pages.faults().empty());
    const TraceCanvas canvas = drawn(made);
    EXPECT_NE(textSaying(canvas, "precisely").text.find("precisely"), std::string::npos);
    EXPECT_TRUE(traceSays(canvas, "September"));
}

TEST(LargePrint, ReflowsTheBodyAndLeavesFramesAsTheyAre) {
    Composition made =
        composition({heading(1, "Title"), block(Paragraph{.text = words("small print"), .size = 9}),
                     paragraph(sentence(80)), block(TableBlock{.columns = {{}}, .rows = {{words("cell")}}})});
    made.style.firstFrames = {
        {.left = 72, .top = 20, .width = 200, .height = 30, .content = {paragraph("Ms A. Example")}}};
    made.style.footers = {{.left = words("EN/2026/0142"), .baseline = 800}};
    made.style.justified = true;
    made.style.largePrint = 16;
    const Pages pages = pagesOf(made);
    EXPECT_TRUE(pages.faults().empty());
    const TraceCanvas canvas = drawn(made);
    EXPECT_DOUBLE_EQ(textSaying(canvas, "Example").size, 12);
    for (const auto& text : canvas.texts) {
        EXPECT_GE(text.size, text.text.find("Example") != std::string::npos ? 12 : 16) << text.text;
    }
    const auto& first = textSaying(canvas, "word1 ");
    const auto second = std::find_if(canvas.texts.begin(), canvas.texts.end(),
                                     [&](const auto& text) { return text.baseline < first.baseline; });
    EXPECT_NEAR(first.baseline - second->baseline, 22, 0.01);
    EXPECT_GT(std::abs(first.width - second->width), 1);  // not justified
}

TEST(LargePrint, GrowsHeadingsTablesAndIndentsWithTheBody) {
    Composition made = composition({heading(1, "Title"), paragraph("text"), block(sampleTable(1))});
    made.style.bodySize = 18;
    made.style.leading = 24;
    const TraceCanvas canvas = drawn(made);
    EXPECT_EQ(textWith(canvas, "Title").size, 25.5);
    EXPECT_EQ(textWith(canvas, "row1").size, 15.75);
}

}  // namespace
}  // namespace engross
