#include "layout/samples.h"

#include <gtest/gtest.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace engross {
namespace {

constexpr const char* reason =
    "The officer found that the kitchen ceiling had fallen in over about 2\u00A0m², that the plaster around it was "
    "loose, "
    "and that water came in whenever it rained.";

Inline strong(const std::string& text) {
    return {{.text = text, .strong = true}};
}

Block lines(const std::vector<std::string>& texts, Points size = 0, Align align = Align::Left) {
    Lines made{.align = align, .size = size};
    for (const std::string& text : texts) {
        made.lines.push_back(words(text));
    }
    return block(made);
}

/// A letter in a window envelope: frames, a tinted box, numbered reasons, a reference, a ruled box, a signature.
Composition letter() {
    Composition made{.title = "Decision on your review"};
    PageStyle& style = made.style;
    style.first = {mm(97), mm(25), mm(24.6), mm(20)};
    style.later = {mm(20), mm(25), mm(24.6), mm(20)};
    style.titleSize = 14;
    style.footers = {{.left = words("HR/2026/0031"), .right = words("Page {page} of {pages}"), .baseline = mm(285)}};
    style.firstFrames = {
        {.left = mm(24.6),
         .top = mm(39.5),
         .width = mm(95),
         .height = mm(26.8),
         .content = {lines({"Ms Zoë Łukasz-Ștefănescu", "14 Café Row", "Anytown", "AB1 2DE"}, 10.5)}},
        {.left = mm(130),
         .top = mm(10),
         .width = mm(62),
         .height = mm(80),
         .content = {lines({"Example Council", "Our ref: HR/2026/0031", "Date: 2\u00A0March\u00A02026"}, 10.5)}}};
    made.body = {heading(1, "Decision on your review"), paragraph("Dear Ms Łukasz-Ștefănescu"),
                 block(BoxBlock{.look = BoxBlock::Look::Tinted,
                                .content = {block(Paragraph{.text = {{.text = "Decision: ", .strong = true},
                                                                     {.text = "we have upheld the decision."}}})}}),
                 heading(2, "Reasons")};
    for (int i = 0; i < 9; ++i) {
        made.body.push_back(numbered(0, reason, i == 2 ? "ceiling" : ""));
    }
    made.body.push_back(numbered(1, "the report of 2\u00A0February\u00A02026"));
    made.body.push_back(numbered(1, "your letter"));
    made.body.push_back(
        block(Paragraph{.text = {{.text = "As paragraph "},
                                 {.text = "", .reference = "ceiling"},
                                 {.text = " says, see "},
                                 {.text = "www.example.org/appeal", .link = "https://www.example.org/appeal"},
                                 {.text = "."}}}));
    made.body.push_back(block(BoxBlock{
        .content = {
            heading(3, "Your right to appeal"), paragraph(reason),
            block(ListBlock{.ordered = true, .items = {{paragraph("Fill in the form.")}, {paragraph("Send it.")}}})}}));
    made.body.push_back(paragraph("Yours sincerely"));
    made.body.push_back(block(SignatureBlock{.lines = {strong("A. Example"), words("Reviewing officer")}}));
    return made;
}

/// A notice: small capitals, key values, a schedule over two pages with its head again, a draft mark.
Composition notice() {
    Composition made =
        composition({block(Paragraph{.text = {{.text = "Housing Act 2004, section\u00A011", .smallCaps = true}}}),
                     heading(1, "Improvement notice"),
                     block(KeyValues{.rows = {{words("Premises"), words("12 Sample Street, Anytown")},
                                              {words("Hazards"), words("Damp and mould growth (category 1)")}}}),
                     block(Rule{}), heading(2, "Schedule of works")});
    made.style.mark = "DRAFT";
    made.style.continued = "(continued)";
    TableBlock works{.caption = words("Works"),
                     .columns = {{.heading = words("No"), .align = Align::Right},
                                 {.heading = words("Work required")},
                                 {.heading = words("Complete by")},
                                 {.heading = words("Cost"), .align = Align::Right}}};
    for (int i = 1; i <= 15; ++i) {
        works.rows.push_back({words(std::to_string(i)), words("Take down loose plaster, renew boards and skim"),
                              words("30\u00A0April\u00A02026"), words("£1,200.00")});
    }
    made.body.push_back(block(works));
    made.body.push_back(block(
        SignatureBlock{.label = "Signed", .lines = {words("A. Example")}, .dateLine = true, .dateLabel = "Date"}));
    return made;
}

/// A statement: right-hand corner, wide margins with marks in them, an index of exhibits whose rows are links.
Composition statement() {
    Composition made{.title = "Witness statement"};
    made.style.first = made.style.later = {mm(25), mm(25), mm(35), mm(35)};
    made.style.leading = 20;
    made.body = {
        lines({"A. Example", "2nd statement"}, 10.5, Align::Right),
        block(Heading{.level = 1, .text = words("Witness statement"), .align = Align::Centre}),
        block(NumberedParagraph{
            .text = {{.text = reason}, {.text = " I refer to "}, {.text = "AB/1", .strong = true}, {.text = "."}},
            .margin = {{.text = "AB/1", .strong = true, .link = "exhibit:AB/1"}}}),
        block(TableBlock{.columns = {{.heading = words("Mark")}, {.heading = words("Exhibit"), .weight = 1}},
                         .rows = {{words("Photographs")}, {words("AB/1"), words("Kitchen ceiling")}},
                         .bandRows = {0},
                         .rowLinks = {"", "exhibit:AB/1"}})};
    return made;
}

/// Names in their own scripts, a translation in Arabic, a picture that its camera turned.
Composition names() {
    Figure figure;
    figure.picture.bytes = std::make_shared<const std::string>("bytes");
    figure.picture.widthPixels = 1200;
    figure.picture.heightPixels = 1800;
    figure.picture.orientation = 6;
    figure.alternative = "A kitchen";
    figure.caption = words("Photograph 1");
    figure.maxHeight = 150;
    return composition({block(Paragraph{.text = {{.text = "Dear "},
                                                 {.text = "Siân Ŵyn", .language = "cy-GB"},
                                                 {.text = " and "},
                                                 {.text = "محمد السلام", .language = "ar"},
                                                 {.text = ", "},
                                                 {.text = "ஸ்ரீதரன்", .language = "ta"},
                                                 {.text = ", "},
                                                 {.text = "王小明", .language = "zh"}}}),
                        {.content = Paragraph{.text = words("هذا مثال: flat 3, Anytown.")}, .language = "ar"},
                        block(figure)});
}

/// An order: clauses, a quotation, notes, a table of contents, a form, a table with spans and a total, marks.
Composition order() {
    TableBlock costs{.columns = {{.heading = words("Item"), .weight = 1},
                                 {.heading = words("Part")},
                                 {.heading = words("Cost"), .align = Align::Decimal}}};
    costs.rows = {{TableCell(words("Roof"), 1, 2), words("tiles"), words("£1,200.00")},
                  {words("gutter"), words("£85.5")},
                  {TableCell(words("Total"), 2), words("£1,285.50")}};
    costs.totalRows = {2};
    Composition made = composition(
        {heading(1, "Order"), block(Contents{}),
         block(Heading{.level = 2, .text = words("Definitions"), .numbered = true, .id = "defs"}),
         block(NumberedParagraph{.level = 1, .text = {{.text = reason, .note = words("Report of the officer.")}}}),
         numbered(2, "the first part", "part"), block(Paragraph{.text = words("and what follows it."), .under = 2}),
         block(Heading{.level = 2, .text = words("Works"), .numbered = true}),
         block(NumberedParagraph{.level = 1,
                                 .text = {{.text = "See paragraph "},
                                          {.text = "", .reference = "part"},
                                          {.text = " and clause "},
                                          {.text = "", .reference = "defs"},
                                          {.text = "."}}}),
         block(Paragraph{.text = words(reason), .quoted = true}), block(costs), block(PageBreak{}),
         heading(2, "Your reply"),
         block(
             TickList{.items = {{.text = words("I agree"), .ticked = true}, {.text = words("I do not"), .lines = 1}}}),
         block(FillIn{.label = words("Name")}),
         block(Paragraph{.text = {{.text = "I, "}, {.text = "blank", .blank = 120}, {.text = ", say so."}}})});
    made.style.numbering = NumberingScheme::Clauses;
    made.style.justified = true;
    made.style.copyMark = "FILE COPY";
    made.style.foldMarks = {mm(99)};
    return made;
}

/// A notice in two languages, numbered alike.
Composition bilingual() {
    SideBySide pairs;
    pairs.pairs = {{{heading(1, "Your right to appeal")}, {heading(1, "Eich hawl i apelio")}},
                   {{numbered(0, "You may appeal to the tribunal within 21 days of the day on which this was served.")},
                    {numbered(0, "Gallwch apelio i’r tribiwnlys o fewn 21 diwrnod i’r diwrnod y cyflwynwyd hwn.")}},
                   {{numbered(1, "in writing")}, {numbered(1, "yn ysgrifenedig")}}};
    return composition({block(pairs), paragraph("Ms A. Example")});
}

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

void compare(const Composition& made, const std::string& name) {
    const Pages pages = pagesOf(made);
    EXPECT_TRUE(pages.faults().empty());
    TraceCanvas canvas;
    pages.draw(canvas);
    EXPECT_TRUE(canvas.violations.empty());
    const auto path = std::filesystem::path(ENGROSS_SOURCE_DIR) / "tests/layout/goldens" / (name + ".txt");
    if (std::getenv("ENGROSS_REFRESH_GOLDENS") != nullptr) {
        std::ofstream(path, std::ios::binary) << canvas.trace();
    }
    std::istringstream expected(read(path));
    std::string line;
    for (std::size_t i = 0; i < canvas.lines.size(); ++i) {
        ASSERT_TRUE(std::getline(expected, line)) << "the golden ends before: " << canvas.lines[i];
        ASSERT_EQ(canvas.lines[i], line) << path << ":" << i + 1 << "; ENGROSS_REFRESH_GOLDENS=1 accepts the change";
    }
    EXPECT_FALSE(std::getline(expected, line)) << "no longer drawn: " << line;
}

TEST(Golden, Letter) {
    compare(letter(), "letter");
}

TEST(Golden, Notice) {
    compare(notice(), "notice");
}

TEST(Golden, Statement) {
    compare(statement(), "statement");
}

TEST(Golden, Order) {
    compare(order(), "order");
}

TEST(Golden, Bilingual) {
    compare(bilingual(), "bilingual");
}

TEST(Golden, Names) {
    compare(names(), "names");
}

}  // namespace
}  // namespace engross
