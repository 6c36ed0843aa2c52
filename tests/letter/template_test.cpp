#include "letter/template.h"

#include "letter/sample_data.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace engross {
namespace {

using test::element;
using test::outline;
using test::places;
using test::SampleData;

std::string render(std::string_view text, const SampleData& data, const ClauseSource& clauses = {}) {
    Template::Result parsed = Template::parse(text, "letter.md", 1, clauses);
    if (!parsed.value.has_value()) {
        return "refused: " + testing::PrintToString(places(parsed.faults));
    }
    std::vector<Diagnostic> faults;
    const Blocks blocks = parsed.value->render(data, faults);
    return faults.empty() ? outline(blocks) : "refused: " + testing::PrintToString(places(faults));
}

TEST(Template, ReadsTheMarkdownThatLettersHave) {
    const std::string text =
        "## Reasons\n\nFirst *line*\nand **second**  \nthird.\n\n- one\n- two\n  1. deep\n\n---\n\n"
        "> Your right\n\n| Item | Sum |\n|---|---:|\n| Rent | 4 |\n\nSee [the guide](https://example.org/a).\n";
    EXPECT_EQ(render(text, {}),
              "h2 Reasons\np First _line_ and **second**/third.\n-\n  p one\n-\n  p two\n  1.\n    p deep\nrule\n"
              "box\n  p Your right\n| Item |> Sum |\n| Rent | 4 |\np See [the guide](https://example.org/a).\n");
}

TEST(Template, PutsAValueWhereItsTagStands) {
    SampleData data;
    data.texts = {{"occupier", "Ms A. Example"}, {"visit_at", "2 March 2026"}};
    EXPECT_EQ(render("Dear {{occupier}}\n\nI call on **{{ visit_at }}**.", data),
              "p Dear Ms~A.~Example\np I call on **2~March~2026**.\n");
}

TEST(Template, LeavesMarkdownAndBracesInAValueAsTheyAre) {
    SampleData data;
    data.texts = {{"name", "*A* _B_ [c](https://d) # <b> {{name}} | `x`"},
                  {"item", "1. not a list\n\n# nor a heading"}};
    EXPECT_EQ(render("Dear {{name}}\n\n{{item}}", data),
              "p Dear *A* _B_ [c](https://d) # <b> {{name}} | `x`\np 1. not a list//# nor a heading\n");
}

TEST(Template, JoinsTheListsOfAListSection) {
    SampleData data;
    data.lists["reasons"] = {element("damp"), element("no heating")};
    EXPECT_EQ(render("Because:\n\n{{#reasons}}\n1. {{.}}\n{{/reasons}}\n2. and more\n", data),
              "p Because:\n1.\n  p damp\n2.\n  p no heating\n3.\n  p and more\n");
}

TEST(Template, NeverJoinsANumberedListWithBullets) {
    SampleData data;
    data.switches["on"] = true;
    EXPECT_EQ(render("1. one\n\n{{#on}}\n- bullet\n{{/on}}\n", data), "1.\n  p one\n-\n  p bullet\n");
}

TEST(Template, KeepsAnIndentedSectionInsideItsListItem) {
    SampleData data;
    data.lists["works"] = {element("roof"), element("wall")};
    EXPECT_EQ(render("1. First:\n   {{#works}}\n   - {{.}}\n   {{/works}}\n2. Second\n", data),
              "1.\n  p First:\n  -\n    p roof\n  -\n    p wall\n2.\n  p Second\n");
}

TEST(Template, KeepsASectionInsideItsBox) {
    SampleData data;
    data.switches = {{"shown", true}, {"hidden", false}};
    EXPECT_EQ(render("> One\n> {{#shown}}\n> Two\n> {{/shown}}\n> {{#hidden}}\n> Three\n> {{/hidden}}\n", data),
              "box\n  p One\n  p Two\n");
}

TEST(Template, DrawsAnInvertedSectionOnlyWhereThereIsNothing) {
    const std::string text = "{{#keys}}\nBring keys.\n{{/keys}}\n{{^keys}}\nNo keys.\n{{/keys}}";
    SampleData data;
    EXPECT_EQ(render(text, data), "p No keys.\n");
    data.switches["keys"] = true;
    EXPECT_EQ(render(text, data), "p Bring keys.\n");
}

TEST(Template, DrawsASectionWithinASentence) {
    SampleData data;
    data.lists["names"] = {element("A"), element("B")};
    EXPECT_EQ(render("Call{{#names}} **{{.}}**,{{/names}} and {{^keys}}no{{/keys}} keys.", data),
              "p Call **A**, **B**, and no keys.\n");
    EXPECT_EQ(render("We {{#keys}}now{{/keys}} go.", data), "p We go.\n");
}

TEST(Template, TakesInAClauseWithItsOwnFieldsAndSections) {
    SampleData data;
    data.texts["council"] = "Example Council";
    data.switches["appeal"] = true;
    const ClauseSource clauses = [](const std::string& name) -> std::optional<ClauseText> {
        if (name == "appeal-rights") {
            return ClauseText("{{#appeal}}\n> Write to {{council}} {{> address}}\n{{/appeal}}\n", "clauses/a.en.md");
        }
        return name == "address" ? std::optional(ClauseText("at *12 Sample Street*")) : std::nullopt;
    };
    EXPECT_EQ(render("Text.\n{{> appeal-rights}}\n", data, clauses),
              "p Text.\nbox\n  p Write to Example Council at _12 Sample Street_\n");
}

TEST(Template, PutsBlocksWhereTheirFieldStandsAlone) {
    SampleData data;
    data.ready["works"] = {Block{Rule{}, false, {}}};
    EXPECT_EQ(render("Before\n{{works}}\nafter\n\n1. {{works}}\n", data), "p Before\nrule\np after\n1.\n  rule\n");
    EXPECT_EQ(render("In {{works}} here", data), "refused: { \"1:4+9 letter-blocks-inline\" }");
    EXPECT_EQ(render("## {{works}}", data), "refused: { \"1:4+9 letter-blocks-inline\" }");
}

TEST(Template, RefusesATableThatAClauseBringsIntoASentence) {
    SampleData data;
    data.ready["works"] = {Block{Rule{}, false, {}}};
    const ClauseSource clauses = [](const std::string&) { return ClauseText("{{works}}", "c.md"); };
    EXPECT_EQ(render("In {{> c}} here", data, clauses), "refused: { \"1:1+9 letter-blocks-inline\" }");
    EXPECT_EQ(render("Before\n\n{{> c}}", data, clauses), "p Before\nrule\n");
}

TEST(Template, KeepsAClauseStrongWhereTheSentenceAroundItIs) {
    SampleData data;
    data.switches["on"] = true;
    const ClauseSource clauses = [](const std::string&) { return ClauseText("at {{#on}}once{{/on}}"); };
    EXPECT_EQ(render("Go **{{> c}}** or _{{> c}}_.", data, clauses), "p Go **at once** or _at once_.\n");
}

TEST(Template, RefusesAValueThatIsOnlySpace) {
    SampleData data;
    data.texts = {{"name", ""}, {"ref", " \n"}};
    EXPECT_EQ(render("Dear {{name}}, [pay](https://example.org/{{ref}})", data),
              "refused: { \"1:6+8 letter-missing-value\", \"1:42+7 letter-missing-value\" }");
}

TEST(Template, ReadsAnAmpersandInALinkAsMarkdownDoes) {
    EXPECT_EQ(render("[x](https://example.org/?a=1&amp;b=2&c=3)", {}), "p [x](https://example.org/?a=1&b=2&c=3)\n");
    EXPECT_EQ(render("[x](https://example.org/&bogus;)", {}), "refused: { \"1:1+7 letter-entity\" }");
}

TEST(Template, RefusesAMissingValueAndNamesItsPlaceOnce) {
    SampleData data;
    data.lists["people"] = {SampleData{}, SampleData{}};
    EXPECT_EQ(render("Dear {{name}}\n\n{{#people}}\n- {{age}}\n{{/people}}\n", data),
              "refused: { \"1:6+8 letter-missing-value\", \"4:3+7 letter-missing-value\" }");
}

TEST(Template, FixesSpacesOverTheSeamOfTextAndValue) {
    SampleData data;
    data.texts["number"] = "11";
    EXPECT_EQ(render("Under section {{number}} of the Act.", data), "p Under section~11 of the Act.\n");
}

TEST(Template, NormalisesAValue) {
    SampleData data;
    data.texts["name"] = "Caf\u0065\u0301";
    EXPECT_EQ(render("{{name}}", data), "p Caf\u00E9\n");
}

TEST(Template, PercentEncodesAValueInALink) {
    SampleData data;
    data.texts["ref"] = "EN/2026 1&x";
    EXPECT_EQ(render("[Pay](https://pay.example.org/{{ref}})", data),
              "p [Pay](https://pay.example.org/EN%2F2026%201%26x)\n");
}

TEST(Template, DropsAParagraphThatHasNothingToSay) {
    EXPECT_EQ(render("A\n\n{{#no}}b{{/no}}\n\n{{#no}}\n- c\n{{/no}}\n\n- {{#no}}d{{/no}}\n- e", {}), "p A\n-\n  p e\n");
}

TEST(Template, ReadsLinesThatEndInCarriageReturns) {
    SampleData data;
    data.switches["on"] = true;
    EXPECT_EQ(render("{{#on}}\r\nA\r\nB\r\n{{/on}}\r\n", data), "p A B\n");
}

TEST(Template, TellsWhatItUsesAndInWhichSections) {
    const ClauseSource clauses = [](const std::string&) { return std::optional<ClauseText>("{{b}}"); };
    const auto parsed = Template::parse("{{#s}}\n{{^t}}x {{a}}{{/t}}\n{{> c}}\n{{/s}}", "l.md", 10, clauses);
    ASSERT_TRUE(parsed.value.has_value());
    std::vector<std::string> seen;
    for (const TemplateUse& use : parsed.value->uses()) {
        std::string line =
            std::to_string(static_cast<int>(use.form)) + " " + use.name + " " + std::to_string(use.where.line);
        for (const std::string& section : use.inside) {
            line += "/" + section;
        }
        seen.push_back(line);
    }
    EXPECT_EQ(seen, (std::vector<std::string>{"1 s 10", "2 t 11/s", "0 a 11/s/^t", "3 c 12/s", "0 b 1/s"}));
}

TEST(Template, TellsThatAClauseWithinASentenceIsThereOnlyWithItsSection) {
    const ClauseSource clauses = [](const std::string&) { return ClauseText("appeal {{by}}"); };
    const auto parsed = Template::parse("You may {{#s}}{{^t}}{{> c}}{{/t}}{{/s}} {{> d}}.", "l.md", 1, clauses);
    ASSERT_TRUE(parsed.value.has_value());
    std::vector<std::string> seen;
    for (const TemplateUse& use : parsed.value->uses()) {
        std::string line = use.name;
        for (const std::string& section : use.inside) {
            line += "/" + section;
        }
        seen.push_back(line);
    }
    std::ranges::sort(seen);
    EXPECT_EQ(seen, (std::vector<std::string>{"by", "by/s/^t", "c/s/^t", "d", "s", "t/s"}));
}

}  // namespace
}  // namespace engross
