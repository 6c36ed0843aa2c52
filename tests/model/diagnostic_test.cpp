#include "model/diagnostic.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

Diagnostic misspelt() {
    return {.code = "template-unknown-field",
            .severity = Severity::Error,
            .where = {.file = "scripts/review_decision/review_refused.lua",
                      .line = 15,
                      .column = 8,
                      .length = 8,
                      .source = "Dear {{aplicant}}",
                      .pointer = ""},
            .message = "the letter has no field 'aplicant'",
            .law = "",
            .hints = {"did you mean 'applicant'?"}};
}

TEST(Diagnostic, ShowsTheLineTheCaretAndTheHint) {
    EXPECT_EQ(describe(misspelt()),
              "scripts/review_decision/review_refused.lua:15:8: the letter has no field 'aplicant'\n"
              "  15 | Dear {{aplicant}}\n"
              "     |        ^^^^^^^^   did you mean 'applicant'?\n");
}

TEST(Diagnostic, CountsColumnsInCharacters) {
    Diagnostic fault = misspelt();
    fault.where.source = "Tŷ 🏠 {{aplicant}}";
    fault.where.column = 8;
    EXPECT_NE(describe(fault).find("  15 | Tŷ 🏠 {{aplicant}}\n     |        ^^^^^^^^"), std::string::npos);
}

TEST(Diagnostic, ShowsAFaultOfTheRequestWithItsLawAndEveryHint) {
    const Diagnostic fault{.code = "HA04-s239-5",
                           .severity = Severity::Error,
                           .where = {.pointer = "/fields/visit_at"},
                           .message = "the visit is 23 hours after the notice; 24 are needed",
                           .law = "Housing Act 2004 s.239(5)",
                           .hints = {"move the visit", "or give the notice earlier"}};
    EXPECT_EQ(describe(fault),
              "/fields/visit_at: the visit is 23 hours after the notice; 24 are needed (Housing Act 2004 s.239(5))\n"
              "  move the visit\n"
              "  or give the notice earlier\n");
}

TEST(Diagnostic, SaysThatAWarningIsOne) {
    const Diagnostic fault{.code = "x", .severity = Severity::Warning, .where = {}, .message = "look", .hints = {}};
    EXPECT_EQ(describe(fault), "warning: look\n");
}

TEST(Diagnostic, NeverSendsControlCharactersToATerminal) {
    Diagnostic fault = misspelt();
    fault.message = "bad \x1B[2J\xC2\x9Bname\xFF";
    fault.where.source = "\tx\x07";
    for (const char letter : describe(fault)) {
        EXPECT_TRUE(letter == '\n' || static_cast<unsigned char>(letter) >= 0x20);
    }
    EXPECT_EQ(describe(fault).find("\xC2\x9B"), std::string::npos);
}

TEST(Diagnostic, CutsALongLineToWhatStandsAroundTheCaret) {
    Diagnostic fault = misspelt();
    fault.where.source = std::string(5000, 'a') + "WRONG" + std::string(5000, 'b');
    fault.where.column = 5001;
    fault.where.length = 5;
    const std::string text = describe(fault);
    EXPECT_LT(text.size(), 400U);
    const std::size_t bar = text.find(" | ") + 3;
    const std::size_t below = text.find(" | ", text.find('\n', bar)) + 3;
    EXPECT_EQ(text.find("WRONG") - bar, text.find('^') - below);
}

TEST(Diagnostic, PutsTheCaretOfAColumnBeyondTheLineAtItsEnd) {
    Diagnostic fault = misspelt();
    fault.where.source = "short";
    fault.where.column = 1'000'000'000'000;
    EXPECT_NE(describe(fault).find("  15 | short\n     |      ^"), std::string::npos);
}

TEST(Diagnostic, SurvivesTheWayThroughJson) {
    const Diagnostic first = misspelt();
    EXPECT_EQ(diagnosticFrom(toValue(first)), first);
    const Diagnostic second{.code = "c",
                            .severity = Severity::Warning,
                            .where = {.pointer = "/fields/a"},
                            .message = "m",
                            .law = "s.13",
                            .hints = {"h", "i"}};
    EXPECT_EQ(diagnosticFrom(toValue(second)), second);
}

TEST(Diagnostic, HasTheMembersThatTheInterfacePromises) {
    const Value value = toValue(Diagnostic{.code = "c", .where = {.pointer = "/a"}, .message = "m", .hints = {}});
    for (const char* name : {"code", "severity", "field", "message", "law", "hints"}) {
        EXPECT_NE(value.find(name), nullptr) << name;
    }
    EXPECT_EQ(value.find("place"), nullptr);
}

TEST(Diagnostic, OnlyAnErrorRefuses) {
    EXPECT_FALSE(refuses({}));
    EXPECT_FALSE(refuses({{.code = "w", .severity = Severity::Warning, .where = {}, .message = "", .hints = {}}}));
    EXPECT_TRUE(refuses({{.code = "w", .severity = Severity::Warning, .where = {}, .message = "", .hints = {}},
                         {.code = "e", .severity = Severity::Error, .where = {}, .message = "", .hints = {}}}));
}

TEST(Pointer, EscapesTheTwoCharactersThatItMust) {
    EXPECT_EQ(pointerTo("/fields", "a/b~c"), "/fields/a~1b~0c");
    EXPECT_EQ(pointerTo(pointerTo("", "items"), 3), "/items/3");
}

TEST(Nearest, SuggestsWhatAPersonMeant) {
    const std::vector<std::string> fields{"applicant", "amount", "given_at", "visit_at", "reasons"};
    EXPECT_EQ(nearest("aplicant", fields), "applicant");
    EXPECT_EQ(nearest("aplpicant", fields), "applicant");
    EXPECT_EQ(nearest("Amount", fields), "amount");
    EXPECT_EQ(nearest("visit-at", fields), "visit_at");
    EXPECT_EQ(nearest("reason", fields), "reasons");
}

TEST(Nearest, CountsASwapOfNeighboursAsOneFault) {
    EXPECT_EQ(nearest("amuont", {"amends", "amount"}), "amount");
}

TEST(Nearest, SuggestsNothingThatIsFarAway) {
    EXPECT_EQ(nearest("postcode", {"amount", "reasons"}), "");
    EXPECT_EQ(nearest("a", {"b"}), "");
    EXPECT_EQ(nearest("", {"a"}), "");
    EXPECT_EQ(nearest(std::string(100'000, 'a'), {"aaaa"}), "");
}

}  // namespace
}  // namespace engross
