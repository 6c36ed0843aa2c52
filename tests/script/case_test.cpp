#include "script/composed_text.h"
#include "script/written_sources.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

using test::letterRequest;
using test::letterScript;
using test::said;
using test::testDay;
using test::WrittenSources;

/// What the one field `x` of a kind says to a value.
std::string fieldSays(const std::string& kind, Value value, const std::string& more = "") {
    const WrittenSources sources;
    sources.write("scripts/letter/one.lua", letterScript("one", "  fields = { x = " + kind + ", " + more + " },\n"));
    return said(sources.load()->check(letterRequest("one", {{"x", std::move(value)}}), testDay).diagnostics);
}

TEST(Fields, TakeTheShapesThatTheReferenceGives) {
    EXPECT_EQ(fieldSays("text", "words"), "");
    EXPECT_EQ(fieldSays("paragraphs", "one\n\ntwo"), "");
    EXPECT_EQ(fieldSays("paragraphs", List{Value("one"), Value("two")}), "");
    EXPECT_EQ(fieldSays("date", "2026-11-23"), "");
    EXPECT_EQ(fieldSays("time", "2026-11-23T10:00"), "");
    EXPECT_EQ(fieldSays("money", 12500), "");
    EXPECT_EQ(fieldSays("money", 12500.5), "");
    EXPECT_EQ(fieldSays("money", "12500.50"), "");
    EXPECT_EQ(fieldSays("number", "3.5"), "");
    EXPECT_EQ(fieldSays("boolean", "yes"), "");
    EXPECT_EQ(fieldSays("boolean", false), "");
    EXPECT_EQ(fieldSays("email", "a.example@example.org"), "");
    EXPECT_EQ(fieldSays("phone", "+44 (0)1632 960001"), "");
    EXPECT_EQ(fieldSays("postcode", "ab12de"), "");
    EXPECT_EQ(fieldSays("reference", "EN/2026/0142"), "");
    EXPECT_EQ(fieldSays("person", "A. Example"), "");
    EXPECT_EQ(fieldSays("address", "12 Sample Street\nAnytown\nAB1 2DE"), "");
    EXPECT_EQ(fieldSays("premises", List{Value("12 Sample Street"), Value("Anytown")}), "");
    EXPECT_EQ(fieldSays("exhibit", "AB/1"), "");
    EXPECT_EQ(fieldSays("list { of = record { n = number } }", List{Value(Object{{"n", 1}})}), "");
    EXPECT_EQ(fieldSays("rows { n = number, t = text { optional = true } }", List{Value(Object{{"n", 1}})}), "");
}

TEST(Fields, NameTheirKindAndPlaceWhereAValueIsOfAnother) {
    EXPECT_EQ(fieldSays("text", 3), "/fields/x: 'X' is not a text\n");
    EXPECT_EQ(fieldSays("text", "a\x01z"), "/fields/x: 'X' is not a text\n");
    EXPECT_EQ(fieldSays("date", "2026-02-30"), "/fields/x: 'X' is not a date such as 2026-11-23\n");
    EXPECT_EQ(fieldSays("time", "2026-11-23"), "/fields/x: 'X' is not a day and time such as 2026-11-23T10:00\n");
    for (const char* sum : {"12,500", "12500.505", "£5", "", ".5", "5.", "1e3"}) {
        EXPECT_NE(fieldSays("money", sum), "") << sum;
    }
    EXPECT_NE(fieldSays("money", 0.125), "");
    EXPECT_NE(fieldSays("number", "three"), "");
    EXPECT_NE(fieldSays("number", "1e400"), "");
    EXPECT_EQ(fieldSays("boolean", "perhaps"), "/fields/x: 'X' is not yes or no\n");
    EXPECT_NE(fieldSays("email", "a.example@"), "");
    EXPECT_NE(fieldSays("phone", "ring me"), "");
    EXPECT_EQ(fieldSays("postcode", "12 AB"), "/fields/x: 'X' is not a postcode of the United Kingdom\n");
    EXPECT_NE(fieldSays("postcode", "AB1 2CD"), "") << "no inward half has a C";
    EXPECT_NE(fieldSays("reference", "two words"), "");
    EXPECT_EQ(fieldSays("list { of = date }", List{Value("2026-11-23"), Value("soon")}),
              "/fields/x/1: 'X' is not a date such as 2026-11-23\n");
    EXPECT_EQ(fieldSays("rows { n = number { label = \"Number\" } }", List{Value(Object{{"n", "x"}})}),
              "/fields/x/0/n: 'X: Number' is not a number\n");
}

TEST(Fields, SayWhichMemberIsMissing) {
    EXPECT_EQ(fieldSays("person { label = \"Owner\", needs = { \"address\" } }", Object{{"name", "B. Sample"}}),
              "/fields/x/address: 'Owner: address' is missing\n");
    EXPECT_EQ(fieldSays("record { keys = boolean, why = text { required_when = \"keys\" } }", Object{{"keys", true}}),
              "/fields/x/why: 'X: Why' is missing\n");
    EXPECT_EQ(fieldSays("record { keys = boolean, why = text { required_when = \"keys\" } }", Object{{"keys", false}}),
              "");
}

TEST(Fields, KeepTheirBounds) {
    EXPECT_EQ(fieldSays("number { min = 2, max = 4 }", 1), "/fields/x: 'X' is less than 2\n");
    EXPECT_EQ(fieldSays("money { max = 30000, label = \"Penalty\" }", 30000.01),
              "/fields/x: 'Penalty' is more than £30,000\n");
    EXPECT_EQ(fieldSays("list { of = text, min = 1 }", List{}), "/fields/x: 'X' has fewer entries than 1\n");
    EXPECT_EQ(fieldSays("text { max = 3 }", "four"), "/fields/x: 'X' is longer than 3 characters\n");
    EXPECT_EQ(fieldSays("date { min = \"2026-04-06\" }", "2026-04-05"),
              "/fields/x: 'X' is less than 6\u00a0April\u00a02026\n");
}

TEST(Fields, SuggestANearChoice) {
    const WrittenSources sources;
    sources.write("scripts/letter/one.lua",
                  letterScript("one", "  fields = { x = choice { from = { \"upheld\", \"varied\" } } },\n"));
    const auto result = sources.load()->check(letterRequest("one", {{"x", "upheild"}}), testDay);
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics.front().message, "'X' is none of its choices");
    EXPECT_EQ(result.diagnostics.front().hints, std::vector<std::string>{"did you mean 'upheld'?"});
}

TEST(Fields, MustStandInTheOrderThatAfterGives) {
    EXPECT_EQ(
        fieldSays("date { after = \"y\", label = \"Visit\" }", "2026-11-23",
                  "y = date { default = \"2026-11-24\", label = \"Notice\" }"),
        "/fields/x: 'Visit' (23\u00a0November\u00a02026) is not later than 'Notice' (24\u00a0November\u00a02026)\n");
    EXPECT_EQ(fieldSays("date { after = \"y\" }", "2026-11-25", "y = date { default = \"2026-11-24\" }"), "");
}

/// The words of a letter with these fields.
std::string lettersWords(const std::string& fields, const std::string& body, Object values, const char* language) {
    const WrittenSources sources;
    const std::string both =
        "{ en = [[\nDear {{recipient}}\n\n" + body + "]], cy = [[\nAnnwyl {{recipient}}\n\n" + body + "]] }";
    std::string script = letterScript("one", "  fields = { " + fields + " },\n", "");
    script.replace(script.find("[["), script.find("]]") + 2 - script.find("[["), both);
    script.replace(script.find("\"A test\""), 8, "{ en = \"A test\", cy = \"Prawf\" }");
    sources.write("scripts/letter/one.lua", script);
    const auto catalogue = sources.load();
    Request request = letterRequest("one", std::move(values));
    request.language = language;
    const auto result = catalogue->check(request, testDay);
    EXPECT_NE(result.checked, nullptr) << said(result.diagnostics);
    std::vector<Diagnostic> faults;
    const auto composition = catalogue->compose(*result.checked, {}, faults);
    EXPECT_TRUE(composition.has_value()) << said(faults);
    return composition ? composedText(*composition) : std::string();
}

TEST(Fields, SayTheClockOfATimeInTheLanguageOfTheLetter) {
    const Object noon{{"x", "2026-11-23T15:30"}};
    EXPECT_NE(lettersWords("x = time {}", "At {{x.clock}}.\n", noon, "en").find("At 3.30pm."), std::string::npos)
        << lettersWords("x = time {}", "At {{x.clock}}.\n", noon, "en");
    EXPECT_NE(lettersWords("x = time {}", "At {{x.clock}}.\n", noon, "cy").find("At 3.30pm."), std::string::npos)
        << lettersWords("x = time {}", "At {{x.clock}}.\n", noon, "cy");
}

TEST(Fields, StandAtTheirDefaultsOfAnyPlainKind) {
    const std::string body = "{{#x}}Yes{{/x}}{{^x}}No{{/x}} {{n}}\n";
    const std::string fields = "x = boolean { default = false }, n = number { default = 14 }";
    EXPECT_NE(lettersWords(fields, body, {}, "en").find("No 14"), std::string::npos);
    EXPECT_NE(lettersWords(fields, body, {{"x", true}, {"n", 21}}, "en").find("Yes 21"), std::string::npos);
}

TEST(Fields, WantDefaultsOfTheirOwnKind) {
    for (const char* wrong : {"boolean { default = \"no\" }", "number { default = \"14\" }", "text { default = 3 }"}) {
        const WrittenSources sources;
        sources.write("scripts/letter/one.lua",
                      letterScript("one", "  fields = { x = " + std::string(wrong) + " },\n"));
        const auto faults = sources.load()->faultsOf("one");
        ASSERT_EQ(faults.size(), 1U) << wrong;
        EXPECT_NE(faults.front().message.find("'default' of x"), std::string::npos) << faults.front().message;
    }
}

TEST(Fields, MayOnlyNameExhibitsOfTheRequest) {
    const WrittenSources sources;
    sources.write("scripts/letter/one.lua", letterScript("one", "  fields = { x = list { of = exhibit } },\n"));
    Request request = letterRequest("one", {{"x", List{Value("AB/1"), Value("AB/3")}}});
    EXPECT_EQ(said(sources.load()->check(request, testDay).diagnostics), "");
    request.exhibits = {{.mark = "AB/1", .exhibit = "h1"}, {.mark = "AB/2", .exhibit = "h2"}};
    EXPECT_EQ(said(sources.load()->check(request, testDay).diagnostics),
              "/fields/x/1: exhibit AB/3 is not among the exhibits of the request\n");
}

TEST(Case, TellsAllFaultsAtOnceWithTheLaw) {
    const WrittenSources sources;
    sources.write(
        "scripts/letter/one.lua",
        letterScript(
            "one",
            "  fields = { visit_at = time { law = \"s.239(5)\", mark = \"V\" }, keys = boolean, rent = money },\n"));
    Request request = letterRequest("one", {{"vist_at", "2026-11-23T10:00"}, {"keys", "perhaps"}, {"rent", -1.001}});
    request.caseRecord.facts.object()->set("officer", Object{{"name", "D. Officer"}, {"pots", "Officer"}});
    const auto result = sources.load()->check(request, testDay);
    EXPECT_EQ(result.checked, nullptr);
    EXPECT_EQ(said(result.diagnostics),
              "/fields/vist_at: there is no field 'vist_at'\n"
              "/case/officer/post: 'Officer who writes: post' is missing\n"
              "/fields/keys: 'Keys' is not yes or no\n"
              "/fields/rent: 'Rent' is not a sum in pounds such as 12500.50\n"
              "/fields/visit_at: 'Visit at' is missing\n");
    EXPECT_EQ(result.diagnostics.at(0).hints, std::vector<std::string>{"did you mean 'visit_at'?"});
    EXPECT_EQ(result.diagnostics.at(1).hints, std::vector<std::string>{"'pots' is there: did you mean 'post'?"});
    EXPECT_EQ(result.diagnostics.at(3).law, "Housing Act 2004, section 239");
    EXPECT_EQ(result.diagnostics.at(4).law, "Housing Act 2004, s.239(5) [V]");
}

TEST(Case, PrefersTheRequestsFieldsToTheCase) {
    const WrittenSources sources;
    sources.write("scripts/letter/one.lua", letterScript("one", "  fields = { x = text { max = 3 } },\n"));
    Request request = letterRequest("one", {{"x", "abc"}});
    request.caseRecord.facts.object()->set("x", "far too long");
    request.caseRecord.facts.object()->set("of_another_type", true);
    EXPECT_EQ(said(sources.load()->check(request, testDay).diagnostics), "");
    request.fields = Object{};
    EXPECT_EQ(said(sources.load()->check(request, testDay).diagnostics), "/case/x: 'X' is longer than 3 characters\n");
}

TEST(Case, SpeaksTheLanguageOfItsReader) {
    const WrittenSources sources;
    sources.write("scripts/letter/one.lua", letterScript("one", "  fields = { x = date { label = \"Ymweliad\" } },\n"));
    EXPECT_EQ(said(sources.load()->check(letterRequest("one", {}), testDay, Language::Welsh).diagnostics),
              "/fields/x: mae 'Ymweliad' ar goll\n");
}

TEST(Case, NamesTypesLanguagesAndHousesThatAreNotThere) {
    const WrittenSources sources;
    sources.write("scripts/letter/one.lua", letterScript("one", ""));
    EXPECT_EQ(said(sources.load()->check(letterRequest("oen", {}), testDay).diagnostics),
              "/type: there is no document type 'oen'\n");
    Request request = letterRequest("one", {});
    request.language = "cy";
    request.house = "exmaple-council";
    const auto result = sources.load()->check(request, testDay);
    EXPECT_EQ(said(result.diagnostics),
              "/options/language: this document does not exist in language 'cy'\n"
              "/options/house: there is no house style 'exmaple-council'\n");
    EXPECT_EQ(result.diagnostics.at(1).hints, std::vector<std::string>{"did you mean 'example-council'?"});
}

TEST(Case, IsRefusedOutsideTheDaysInWhichTheTypeIsInForce) {
    const WrittenSources sources;
    sources.write("scripts/letter/one.lua", letterScript("one", ""));
    Request request = letterRequest("one", {{"dated_on", "2006-04-05"}});
    const auto result = sources.load()->check(request, testDay);
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics.front().code, "GEN-04");
}

}  // namespace
}  // namespace engross
