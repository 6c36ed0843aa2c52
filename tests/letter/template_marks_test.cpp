#include "letter/sample_data.h"
#include "letter/template.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

using test::element;
using test::outline;
using test::places;
using test::SampleData;

std::string render(std::string_view text, const SampleData& data = {}, const ClauseSource& clauses = {},
                   Language language = Language::English) {
    Template::Result parsed = Template::parse(text, "letter.md", 1, clauses);
    if (!parsed.value.has_value()) {
        return "refused: " + testing::PrintToString(places(parsed.faults));
    }
    std::vector<Diagnostic> faults;
    const Blocks blocks = parsed.value->render(data, faults, language);
    return faults.empty() ? outline(blocks) : "refused: " + testing::PrintToString(places(faults));
}

TEST(TemplateMarks, PutsTheWordsOfANoteWhereItsMarkStands) {
    SampleData data;
    data.texts["rent"] = "£750";
    EXPECT_EQ(
        render(
            "The rent[^1] is due.[^due]\n\n[^1]: Now {{rent}} a *month*,\n    paid late.\n[^due]: On the 1st.\n\nEnd",
            data),
        "p The rent^(Now £750 a _month_, paid late.) is due.^(On the 1st.)\np End\n");
}

TEST(TemplateMarks, ReadsANoteWithTheFieldsAroundItsMark) {
    SampleData data;
    data.lists["works"] = {element("roof"), element("wall")};
    EXPECT_EQ(render("{{#works}}\n- Mend it[^w]\n{{/works}}\n\n[^w]: The {{.}}.", data),
              "-\n  p Mend it^(The roof.)\n-\n  p Mend it^(The wall.)\n");
}

TEST(TemplateMarks, KeepsANoteOfAClauseInItsClause) {
    const ClauseSource clauses = [](const std::string&) {
        return ClauseText("You may appeal.[^1]\n\n[^1]: In time.\n");
    };
    EXPECT_EQ(render("One[^1].\n\n{{> appeal}}\n\n[^1]: Here.", {}, clauses),
              "p One^(Here.).\np You may appeal.^(In time.)\n");
}

TEST(TemplateMarks, TellsWhichFieldsANoteUses) {
    const auto parsed = Template::parse("{{#s}}\nA[^1]\n{{/s}}\n\n[^1]: {{#t}}of {{name}}{{/t}}", "l.md", 1, {});
    ASSERT_TRUE(parsed.value.has_value());
    std::vector<std::string> seen;
    for (const TemplateUse& use : parsed.value->uses()) {
        seen.push_back(use.name + testing::PrintToString(use.inside));
    }
    EXPECT_EQ(seen, (std::vector<std::string>{"s{}", "t{ \"s\" }", "name{ \"s\", \"t\" }"}));
}

TEST(TemplateMarks, GivesATableItsCaptionAndItsTotal) {
    SampleData data;
    data.texts["sum"] = "£96.50";
    EXPECT_EQ(
        render("Table: What *the works* cost, {{sum}}\n\n| **Item** | Cost |\n|---|--:|\n| **Fan** | **£96.50** |\n"
               "| Fee | **£0.00** |\n| **Total** | **{{sum}}** |\n",
               data),
        "caption What _the works_ cost, £96.50\n| **Item** |> Cost |\n| **Fan** | **£96.50** |\n"
        "| Fee | **£0.00** |\ntotal | **Total** | **£96.50** |\n");
}

TEST(TemplateMarks, GivesATableOfAFieldItsCaption) {
    SampleData data;
    TableBlock table;
    table.columns.resize(1);
    table.rows = {{Inline{{.text = "fan"}}}};
    data.ready["works"] = {Block{std::move(table), false, {}}};
    EXPECT_EQ(render("Table: Works\n\n{{works}}\n", data), "caption Works\n|  |\n| fan |\n");
    data.ready["works"] = {Block{Rule{}, false, {}}};
    EXPECT_EQ(render("Table: Works\n\n{{works}}\n", data), "p Works\nrule\n");
}

TEST(TemplateMarks, RefusesACaptionWithoutATable) {
    EXPECT_EQ(render("Before\n\nTable: Works\n\nAfter"), "refused: { \"3:1+1 letter-table-caption\" }");
    EXPECT_EQ(render("The Table: Works"), "p The Table: Works\n");
}

TEST(TemplateMarks, MakesAListOfBoxesToTick) {
    EXPECT_EQ(render("- [ ] I **agree**\n- [x] I do not, because\n  ______\n  ______\n"),
              "[not ticked] I **agree**\n[ticked] I do not, because +2\n");
    EXPECT_EQ(render("- [x] Cytuno", {}, {}, Language::Welsh), "[wedi'i dicio] Cytuno\n");
}

TEST(TemplateMarks, TicksABoxByItsField) {
    SampleData data;
    data.switches = {{"owner", true}, {"tenant", false}};
    EXPECT_EQ(
        render("- [{{#owner}}x{{/owner}}] owner\n- [{{#tenant}}x{{/tenant}}] tenant\n- [{{^tenant}}x{{/tenant}}] other",
               data),
        "[ticked] owner\n[not ticked] tenant\n[ticked] other\n");
    const auto parsed = Template::parse("- [{{#owner}}x{{/owner}}] owner", "l.md", 1, {});
    ASSERT_EQ(parsed.value->uses().size(), 1U);
    EXPECT_EQ(parsed.value->uses().front().form, TemplateUse::Form::Section);
    EXPECT_EQ(parsed.value->uses().front().name, "owner");
}

TEST(TemplateMarks, JoinsTheTickListsOfAListSection) {
    SampleData data;
    data.lists["rooms"] = {element("kitchen"), element("bathroom")};
    EXPECT_EQ(render("{{#rooms}}\n- [ ] {{.}}\n{{/rooms}}\n- [ ] another\n", data),
              "[not ticked] kitchen\n[not ticked] bathroom\n[not ticked] another\n");
}

TEST(TemplateMarks, SetsABoxWithinALine) {
    EXPECT_EQ(render("Answer: [ ] yes [x] no"), "p Answer: [ :not ticked] yes [x:ticked] no\n");
    EXPECT_EQ(render("| Q | A |\n|---|---|\n| keys | [ ] |"), "| Q | A |\n| keys | [ :not ticked] |\n");
    EXPECT_EQ(render("See [x](https://example.org)"), "p See [x](https://example.org)\n");
}

TEST(TemplateMarks, DrawsALineToWriteOnAsLongAsItIsTyped) {
    EXPECT_EQ(render("Signed ____________ on ____ 2026"), "p Signed __30mm__ on __10mm__ 2026\n");
    EXPECT_EQ(render("snake____case https://example.org/a____b \\____"),
              "p snake____case [https://example.org/a____b](https://example.org/a____b) ____\n");
}

TEST(TemplateMarks, DrawsALineUpToTheEdgeWhereItEndsItsParagraph) {
    EXPECT_EQ(render("Your name: ____\n\nReasons: ____\n____\n____\n\n________\n"),
              "fill Your name: +1\nfill Reasons: +3\nfill  +1\n");
}

TEST(TemplateMarks, NamesParagraphsAndRefersToThem) {
    EXPECT_EQ(render("{#costs} You must pay.\n\nAs paragraph {@costs} says, see {@later}.\n\n1. {#later} One\n"),
              "p #costs You must pay.\np As paragraph {@costs} says, see {@later}.\n1.\n  p #later One\n");
}

TEST(TemplateMarks, LeavesBracketsAndBracesThatAreNoMarks) {
    EXPECT_EQ(render("[a] [ab] {a} [  ] __b__ \\[^1] \\{#x}"), "p [a] [ab] {a} [ ] **b** [^1] {#x}\n");
}

TEST(TemplateMarks, NameEachFaultInItsPlace) {
    EXPECT_EQ(render("A[^1] b[^ ] c{#} d{@a b}"),
              "refused: { \"1:2+4 letter-note-missing\", \"1:8+4 letter-mark-name\", \"1:14+3 letter-mark-name\", "
              "\"1:19+6 letter-mark-name\" }");
    EXPECT_EQ(render("A[^1]\n\n[^1]: a\n\n[^1]: b\n\n[^2]: c"),
              "refused: { \"5:1+4 letter-note-twice\", \"7:1+5 letter-note-unused\" }");
    EXPECT_EQ(render("A[^1]\n\n[^1]: - a\n    - b"), "refused: { \"3:1+5 letter-note-paragraph\" }");
    EXPECT_EQ(render("A[^1]\n\n[^1]: b[^2]\n\n[^2]: c"), "refused: { \"3:8+4 letter-note-in-note\" }");
    EXPECT_EQ(render("A[^1]\n\n> [^1]: b"),
              "refused: { \"1:2+4 letter-note-missing\", \"3:3+4 letter-note-place\", \"3:3+4 letter-note-missing\" }");
    EXPECT_EQ(
        render("## A {#a}\n\nB {#b} {#c}\n\nName {#d}: ____"),
        "refused: { \"1:6+4 letter-anchor-place\", \"3:8+4 letter-anchor-place\", \"5:6+4 letter-anchor-place\" }");
    EXPECT_EQ(render("- [ ] a\n- b"), "refused: { \"2:3+1 letter-tick-list\" }");
    EXPECT_EQ(render("- [ ] a\n\n  more"), "refused: { \"3:3+1 letter-tick-list\" }");
}

}  // namespace
}  // namespace engross
