#include "letter/sample_data.h"
#include "letter/template.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

using test::places;

struct FaultCase {
    const char* name;
    const char* text;
    std::vector<std::string> expected;
};

void PrintTo(const FaultCase& fault, std::ostream* out) {
    *out << fault.text;
}

std::optional<ClauseText> clause(const std::string& name) {
    if (name == "loop") {
        return ClauseText("Again:\n\n{{> inner-loop}}", "clauses/loop.en.md");
    }
    if (name == "inner-loop") {
        return ClauseText("And {{> loop}}", "clauses/inner.en.md");
    }
    if (name == "long") {
        return ClauseText("One.\n\nTwo.");
    }
    return std::nullopt;
}

class TemplateFault : public testing::TestWithParam<FaultCase> {};

TEST_P(TemplateFault, IsNamedInItsPlace) {
    const auto parsed = Template::parse(GetParam().text, "letter.md", 1, clause);
    EXPECT_EQ(places(parsed.faults), GetParam().expected);
    EXPECT_FALSE(parsed.value.has_value());
    for (const Diagnostic& fault : parsed.faults) {
        EXPECT_FALSE(fault.message.empty());
        EXPECT_FALSE(fault.hints.empty());
        EXPECT_FALSE(fault.where.file.empty());
    }
}

INSTANTIATE_TEST_SUITE_P(
    Tags, TemplateFault,
    testing::Values(FaultCase{"Unclosed", "A\n  {{#keys}}\nB", {"2:3+9 letter-unclosed-section"}},
                    FaultCase{"UnclosedInside", "{{#a}}{{#b}}x{{/a}}", {"1:7+6 letter-unclosed-section"}},
                    FaultCase{"StrayClose", "text {{/keys}}", {"1:6+9 letter-stray-close"}},
                    FaultCase{"MisspeltClose", "{{#reasons}}\nx\n{{/reason}}", {"3:1+11 letter-stray-close"}},
                    FaultCase{"Triple", "a {{{name}}} b", {"1:3+10 letter-unknown-form"}},
                    FaultCase{"Ampersand", "{{&name}}", {"1:1+9 letter-unknown-form"}},
                    FaultCase{"Delimiters", "{{=<% %>=}}", {"1:1+11 letter-unknown-form"}},
                    FaultCase{"Comment", "{{! no }}", {"1:1+9 letter-unknown-form"}},
                    FaultCase{"Empty", "{{}} and {{ # }}", {"1:1+4 letter-empty-tag", "1:10+7 letter-empty-tag"}},
                    FaultCase{"OpenBraces", "Dear {{name\nyou", {"1:6+6 letter-unclosed-tag"}},
                    FaultCase{"StrayBraces", "Dear name}}", {"1:10+2 letter-stray-braces"}},
                    FaultCase{"Expression", "{{#if x}}a{{/if}}", {"1:1+9 letter-field-name"}},
                    FaultCase{"ClauseName", "{{> a b}}", {"1:1+9 letter-clause-name"}},
                    FaultCase{"ClauseMissing", "é {{> gone}}", {"1:3+10 letter-clause-missing"}},
                    FaultCase{"ClauseLoop", "{{> loop}}", {"1:5+10 letter-clause-loop"}},
                    FaultCase{"ClauseWithinASentence", "a {{> long}} b", {"1:3+10 letter-clause-inline"}},
                    FaultCase{"PrivateCharacter", "a \uE001 b", {"1:3+1 letter-private-character"}},
                    FaultCase{"PrivatePlane", "a \U000F0000 b", {"1:3+1 letter-private-character"}},
                    FaultCase{"NotUtf8", "a \xFF b", {"1:3+1 letter-not-utf8"}},
                    FaultCase{"HalfStandalone", "{{#a}}\ntext{{/a}}", {"2:5+6 letter-section-lines"}},
                    FaultCase{"AcrossParagraphs", "x {{#a}} y\n\nz {{/a}}.", {"1:3+6 letter-section-paragraph"}},
                    FaultCase{"All",
                              "{{#a}}\n{{{x}}}\n<b>\n{{> gone}}",
                              {"1:1+6 letter-unclosed-section", "2:1+7 letter-unknown-form", "3:1+3 letter-html",
                               "4:1+10 letter-clause-missing"}}),
    [](const auto& info) { return std::string(info.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Markdown, TemplateFault,
    testing::Values(FaultCase{"Html",
                              "<div>\na {{b}}\n</div>\n\nA <b>c</b>",
                              {"1:1+5 letter-html", "5:3+3 letter-html", "5:7+4 letter-html"}},
                    FaultCase{"Image", "See ![plan](https://example.org/a.png)", {"1:5+2 letter-image"}},
                    FaultCase{"CodeSpan", "a `b` c", {"1:4+1 letter-code"}},
                    FaultCase{"CodeBlock", "```\nb\nc\n```", {"2:1+1 letter-code"}},
                    FaultCase{"HttpLink", "[a](http://example.org)", {"1:5+18 letter-link"}},
                    FaultCase{"BareHttpLink", "see http://example.org", {"1:5+18 letter-link"}},
                    FaultCase{"SectionInALink", "[a](https://example.org/{{> long}})", {"1:25+10 letter-link-tag"}},
                    FaultCase{"DeepHeading", "##### a", {"1:7+1 letter-heading-level"}},
                    FaultCase{"UnderlinedHeading", "Some text\n---", {"1:1+1 letter-underlined-heading"}},
                    FaultCase{"TableRow", "| a | b |", {"1:1+1 letter-table-row"}},
                    FaultCase{"ListStart", "Text\n\n3. three", {"3:4+1 letter-list-start"}},
                    FaultCase{
                        "ListStartAfterBullets", "1. a\n{{#s}}\n   - b\n{{/s}}\n2. c", {"5:4+1 letter-list-start"}},
                    FaultCase{"Entity", "a &bogus; b", {"1:3+7 letter-entity"}},
                    FaultCase{"LostTag", "[a](https://example.org \"{{t}}\")", {"1:26+5 letter-lost-tag"}}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(TemplateFaults, SuggestTheNameThatIsNear) {
    const auto parsed = Template::parse("{{#reasons}}\nx\n{{/reason}}", "letter.md", 1, {});
    ASSERT_EQ(parsed.faults.size(), 1U);
    EXPECT_EQ(parsed.faults.front().hints, std::vector<std::string>{"did you mean 'reasons'?"});
}

TEST(TemplateFaults, InAClauseCarryTheClausesFile) {
    const auto parsed = Template::parse("{{> loop}}", "letter.md", 1, clause);
    ASSERT_EQ(parsed.faults.size(), 1U);
    EXPECT_EQ(parsed.faults.front().where.file, "clauses/inner.en.md");
}

TEST(TemplateFaults, NameDepthAndSizeInsteadOfRunningOut) {
    EXPECT_EQ(places(Template::parse(std::string(100000, '>') + "a", "l", 1, {}).faults).size(), 1U);
    EXPECT_EQ(places(Template::parse(std::string(300000, 'a'), "l", 1, {}).faults),
              std::vector<std::string>{"1:1+1 letter-too-large"});
    std::string deep;
    for (int level = 0; level < 100; ++level) {
        deep += "{{#a}}\n";
    }
    for (int level = 0; level < 100; ++level) {
        deep += "{{/a}}\n";
    }
    EXPECT_EQ(places(Template::parse(deep, "l", 1, {}).faults), std::vector<std::string>{"25:1+6 letter-too-deep"});
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string result;
    for (std::size_t i = 0; i < count; ++i) {
        result += text;
    }
    return result;
}

TEST(TemplateFaults, NameSectionsThatNestTooDeepWithinASentence) {
    const auto parsed = Template::parse(repeated("{{#a}}", 600) + repeated("{{/a}}", 600), "l", 1, {});
    EXPECT_EQ(places(parsed.faults), std::vector<std::string>{"1:145+6 letter-too-deep"});
    EXPECT_TRUE(Template::parse(repeated("{{#a}}", 24) + "x" + repeated("{{/a}}", 24), "l", 1, {}).value.has_value());
}

TEST(TemplateFaults, NameALineThatNoLetterHasInsteadOfCarryingItInEveryPlace) {
    EXPECT_EQ(places(Template::parse("a\n" + repeated("{{a}} ", 20'000), "l", 1, {}).faults),
              std::vector<std::string>{"2:1+1 letter-long-line"});
}

TEST(TemplateFaults, NameMoreTagsThanAnyLetterHas) {
    EXPECT_EQ(places(Template::parse(repeated("{{a}}\n", 40'000), "l", 1, {}).faults),
              std::vector<std::string>{"1:1+1 letter-too-many-tags"});
    EXPECT_TRUE(Template::parse(repeated("{{a}}\n", 5'000), "l", 1, {}).value.has_value());
}

TEST(TemplateFaults, StopAtSoManyThatNobodyReadsThem) {
    EXPECT_EQ(Template::parse(repeated("}}\n", 80'000), "l", 1, {}).faults.size(), 500U);
}

TEST(TemplateFaults, StandInOrderWithinEachFileThoughAClauseHasFaultsToo) {
    const ClauseSource clauses = [](const std::string&) { return ClauseText("}}", "clause.md"); };
    const auto parsed = Template::parse("<b>\n\n{{> a}}\n\n{{> b}}\n\n<i>\n\n}}", "l.md", 1, clauses);
    std::vector<std::string> seen;
    for (const Diagnostic& fault : parsed.faults) {
        seen.push_back(fault.where.file + ":" + std::to_string(fault.where.line));
    }
    EXPECT_EQ(seen, (std::vector<std::string>{"l.md:1", "l.md:7", "l.md:9", "clause.md:1", "clause.md:1"}));
}

TEST(TemplateFaults, StopClausesThatDoubleWithoutEnd) {
    const ClauseSource doubling = [](const std::string& name) -> std::optional<ClauseText> {
        const std::string next = "{{> c" + std::to_string(std::stoi(name.substr(1)) + 1) + "}}\n";
        return ClauseText(next + next);
    };
    const auto parsed = Template::parse("{{> c1}}", "l", 1, doubling);
    EXPECT_FALSE(parsed.value.has_value());
}

}  // namespace
}  // namespace engross
