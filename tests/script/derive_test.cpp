#include "script/written_sources.h"

#include "script/composed_text.h"

#include <gtest/gtest.h>

#include <map>

namespace engross {
namespace {

using test::letterRequest;
using test::letterScript;
using test::said;
using test::testDay;
using test::WrittenSources;

const std::string fields =
    "  fields = { served_on = date {}, hearing_on = date {}, born_on = date {}, late = boolean {},\n"
    "    sent_at = time {}, method = choice { from = { \"hand\", \"first_class_post\", \"email\" } },\n"
    "    lines = rows { what = text {}, amount = money {} } },\n";

Object given() {
    return {{"served_on", "2026-03-02"},
            {"hearing_on", "2026-11-25"},
            {"born_on", "2008-02-29"},
            {"late", false},
            {"sent_at", "2026-11-20T16:45"},
            {"method", "first_class_post"},
            {"lines", List{Object{{"what", "a"}, {"amount", 10}}, Object{{"what", "b"}, {"amount", "2.50"}}}}};
}

std::map<std::string, DerivedSummary> derived(const std::string& derive, Object facts,
                                              Language reader = Language::English) {
    const WrittenSources sources;
    sources.write("scripts/letter/t.lua", letterScript("t", fields + "  derive = { " + derive + " },\n"));
    const auto result = sources.load()->check(letterRequest("t", std::move(facts)), testDay, reader);
    EXPECT_NE(result.checked, nullptr) << said(result.diagnostics);
    std::map<std::string, DerivedSummary> all;
    for (const DerivedSummary& one : result.derived) {
        all[one.name] = {one.name, one.label, plainSpaced(one.value), plainSpaced(one.rule)};
    }
    return all;
}

TEST(Derived, ADeadlineIsToldWithTheRuleThatGaveIt) {
    const std::string derive =
        "appeal_by = deadline { days = 21, beginning_with = \"served_on\", label = \"Appeal by\" }";
    const auto english = derived(derive, given()).at("appeal_by");
    EXPECT_EQ(english.label, "Appeal by");
    EXPECT_EQ(english.value, "22 March 2026");
    EXPECT_EQ(english.rule, "21 days beginning with 2 March 2026: last day 22 March 2026");
    const auto welsh = derived(derive, given(), Language::Welsh).at("appeal_by");
    EXPECT_EQ(welsh.rule, "21 diwrnod yn dechrau gyda 2 Mawrth 2026: diwrnod olaf 22 Mawrth 2026");
}

TEST(Derived, EveryKindSaysWhatItRestsOn) {
    const auto all = derived(
        "first = earliest_day { days = 28, after = \"served_on\" }, sum = total \"lines.amount\",\n"
        "many = count \"lines\", names = joined \"lines.what\", last = latest \"hearing_on\",\n"
        "age = age_on { born = \"born_on\", on = \"served_on\" }",
        given());
    EXPECT_EQ(all.at("first").rule, "28 days after 2 March 2026: not before 30 March 2026");
    EXPECT_EQ(all.at("sum").value, "£12.50");
    EXPECT_EQ(all.at("sum").rule, "the sum of: Amount");
    EXPECT_EQ(all.at("many").value, "2");
    EXPECT_EQ(all.at("names").value, "a and b");
    EXPECT_EQ(all.at("last").rule, "the latest of: Hearing on");
    EXPECT_EQ(all.at("age").value, "18");
    EXPECT_EQ(all.at("age").rule, "born on 29 February 2008, on 2 March 2026");
}

TEST(Derived, ClearDaysBeforeAHearingSkipClosedDays) {
    // homelessness R39: hearing on Wednesday 25 November 2026
    const auto all = derived(
        "due = deadline { clear_days = 2, before = \"hearing_on\" },\n"
        "answer = deadline { clear_days = 14, after = \"served_on\" }",
        given());
    EXPECT_EQ(all.at("due").value, "20 November 2026");
    EXPECT_EQ(all.at("due").rule, "2 clear days before 25 November 2026: last day 20 November 2026");
    EXPECT_EQ(all.at("answer").value, "16 March 2026");
}

TEST(Derived, ADayIsMovedOnlyWhereTheRuleSaysSo) {
    const auto all = derived(
        "kept = deadline { days = 21, beginning_with = \"served_on\" },\n"
        "on = deadline { days = 21, beginning_with = \"served_on\", moved = \"next_working_day\" },\n"
        "back = deadline { days = 21, beginning_with = \"served_on\", moved = \"previous_working_day\" }",
        given());
    EXPECT_EQ(all.at("kept").value, "22 March 2026");  // a Sunday
    EXPECT_EQ(all.at("on").value, "23 March 2026");
    EXPECT_EQ(all.at("back").value, "20 March 2026");
    EXPECT_EQ(all.at("back").rule,
              "21 days beginning with 2 March 2026; 22 March 2026 is no working day, so the one before it: last day "
              "20 March 2026");
}

TEST(Derived, ServiceFollowsTheMethodAndItsRules) {
    const std::string derive =
        "statute = service_day { sent_at = \"sent_at\", method = \"method\" },\n"
        "court = service_day { sent_at = \"sent_at\", method = \"method\", regime = \"court_document\" }";
    const auto posted = derived(derive, given());
    EXPECT_EQ(posted.at("statute").value, "24 November 2026");
    EXPECT_NE(posted.at("statute").rule.find("assumed to come in the ordinary course"), std::string::npos);
    EXPECT_EQ(posted.at("court").value, "23 November 2026");
    Object mailed = given();
    mailed.set("method", "email");
    const auto sent = derived(derive, mailed);
    EXPECT_EQ(sent.at("statute").value, "") << "e-mail is no method of section 233";
    EXPECT_EQ(sent.at("court").value, "23 November 2026") << "after half past four";
}

TEST(Derived, AConditionMakesItEmpty) {
    const std::string derive = "due = deadline { weeks = 3, beginning_with = \"served_on\", when = \"late\" }";
    EXPECT_EQ(derived(derive, given()).at("due").value, "");
    Object late = given();
    late.set("late", true);
    EXPECT_EQ(derived(derive, late).at("due").value, "22 March 2026");
}

TEST(Derived, ADayBeyondTheKnownHolidaysIsAWarning) {
    const WrittenSources sources;
    sources.write("scripts/letter/t.lua",
                  letterScript("t", fields + "  derive = { due = deadline { days = 3, beginning_with = \"served_on\", "
                                             "moved = \"next_working_day\" } },\n"));
    Object facts = given();
    facts.set("served_on", "2029-01-01");
    const auto result = sources.load()->check(letterRequest("t", std::move(facts)), testDay);
    ASSERT_NE(result.checked, nullptr) << said(result.diagnostics);
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics.front().code, "calendar.unknown_holidays");
}

TEST(Derived, WrongOptionsAreFaultsOfTheScript) {
    const WrittenSources sources;
    sources.write(
        "scripts/letter/t.lua",
        letterScript("t", fields + "  derive = { a = deadline { days = 3, after = \"served_on\", moved = "
                                   "\"next_workin_day\" },\n"
                                   "    b = deadline { clear_days = 0, before = \"hearing_on\" },\n"
                                   "    c = service_day { sent_at = \"sent_at\", method = \"method\", regime = "
                                   "\"statut\" },\n"
                                   "    d = age_on { born = \"born_on\" } },\n"));
    std::string all;
    for (const Diagnostic& fault : sources.load()->faultsOf("t")) {
        all += describe(fault);
    }
    EXPECT_NE(all.find("did you mean 'next_working_day'?"), std::string::npos) << all;
    EXPECT_NE(all.find("clear_days"), std::string::npos) << all;
    EXPECT_NE(all.find("did you mean 'statute'?"), std::string::npos) << all;
    EXPECT_NE(all.find("'on'"), std::string::npos) << all;
}

}  // namespace
}  // namespace engross
