#include "script/written_sources.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

using test::letterRequest;
using test::letterScript;
using test::said;
using test::testDay;
using test::WrittenSources;

/// What the checks of a letter with these fields say to a request.
std::vector<Diagnostic> faultsOf(const std::string& fields, const std::string& rules, Object given) {
    const WrittenSources sources;
    sources.write("scripts/letter/one.lua", letterScript("one", "  fields = { " + fields + " },\n" + rules));
    return sources.load()->check(letterRequest("one", std::move(given)), testDay).diagnostics;
}

std::string checksSay(const std::string& fields, const std::string& checks, Object given) {
    return said(faultsOf(fields, "  checks = { " + checks + " },\n", std::move(given)));
}

const std::string times = "given_at = time { label = \"Notice\" }, visit_at = time { label = \"Visit\" }";

// enforcement 0.1: notice given Mon 10:00, entry not before Tue 10:00.
TEST(Checks, CountHoursByTheClockAndSayFromWhen) {
    const std::string rule =
        "at_least { hours = 24, from = \"given_at\", to = \"visit_at\", law = \"s.239(5)\", mark = \"V\", code = "
        "\"ENT-01\" }";
    EXPECT_EQ(checksSay(times, rule, {{"given_at", "2026-11-23T10:00"}, {"visit_at", "2026-11-24T10:00"}}), "");
    const auto faults = faultsOf(times, "  checks = { " + rule + " },\n",
                                 {{"given_at", "2026-11-23T10:00"}, {"visit_at", "2026-11-24T09:59"}});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults.front().code, "ENT-01");
    EXPECT_EQ(faults.front().law, "Housing Act 2004, s.239(5) [V]");
    EXPECT_EQ(faults.front().where.pointer, "/fields/visit_at");
    EXPECT_NE(faults.front().message.find("24 hours or more after 'Notice'"), std::string::npos)
        << faults.front().message;
    EXPECT_NE(faults.front().message.find("not before Tuesday 24\u00a0November\u00a02026 at 10am"), std::string::npos)
        << faults.front().message;
}

TEST(Checks, LetNoHourSlipByWhereTheClocksChange) {
    const std::string rule = "at_least { hours = 24, from = \"given_at\", to = \"visit_at\" }";
    EXPECT_NE(checksSay(times, rule, {{"given_at", "2027-03-27T12:00"}, {"visit_at", "2027-03-28T12:00"}}), "");
    EXPECT_EQ(checksSay(times, rule, {{"given_at", "2027-03-27T12:00"}, {"visit_at", "2027-03-28T13:00"}}), "");
}

const std::string days = "a = date { label = \"A\" }, b = date { label = \"B\", optional = true }";

// enforcement 0.1, with day X = Mon 23 Nov 2026.
TEST(Checks, CountPeriodsAsTheStatuteWordsThem) {
    const auto last = [](const std::string& rule, const char* b) {
        return checksSay(days, rule, {{"a", "2026-11-23"}, {"b", b}}).empty();
    };
    EXPECT_TRUE(last("within { days = 21, from = \"a\", to = \"b\" }", "2026-12-13"));
    EXPECT_FALSE(last("within { days = 21, from = \"a\", to = \"b\" }", "2026-12-14"));
    EXPECT_TRUE(last("within { days = 28, day_after = \"a\", to = \"b\" }", "2026-12-21"));
    EXPECT_FALSE(last("within { days = 28, day_after = \"a\", to = \"b\" }", "2026-12-22"));
    EXPECT_TRUE(last("within { months = 6, from = \"a\", to = \"b\" }", "2027-05-22"));
    EXPECT_FALSE(last("within { months = 6, from = \"a\", to = \"b\" }", "2027-05-23"));
    EXPECT_TRUE(last("not_before { field = \"b\", than = \"a\", days = 28 }", "2026-12-21"));
    EXPECT_FALSE(last("not_before { field = \"b\", than = \"a\", days = 28 }", "2026-12-20"));
    EXPECT_TRUE(last("not_after { field = \"b\", than = \"a\", days = 6 }", "2026-11-29"));
    EXPECT_FALSE(last("not_after { field = \"b\", than = \"a\", days = 6 }", "2026-11-30"));
    EXPECT_TRUE(last("not_before { field = \"b\", than = \"a\" }", "2026-11-23"));
    EXPECT_FALSE(last("not_before { field = \"b\", than = \"a\" }", "2026-11-22"));
}

TEST(Checks, SayTheDayTheyCountedAndTheRule) {
    EXPECT_EQ(
        checksSay(days, "within { days = 21, from = \"a\", to = \"b\" }", {{"a", "2026-11-23"}, {"b", "2026-12-14"}}),
        "/fields/b: 'B' is 14\u00a0December\u00a02026; the last day is 13\u00a0December\u00a02026 (21 days beginning "
        "with 23\u00a0November\u00a02026)\n");
}

TEST(Checks, LeaveAloneWhatIsNotGivenAndWhatIsFaultyAlready) {
    EXPECT_EQ(checksSay(days, "within { days = 21, from = \"a\", to = \"b\" }", {{"a", "2026-11-23"}}), "");
    EXPECT_EQ(checksSay(days, "within { days = 21, from = \"a\", to = \"b\" }, is_true \"k\"",
                        {{"a", "soon"}, {"b", "2026-12-14"}})
                  .find("last day"),
              std::string::npos);
}

const std::string works =
    "served = date, works = list { of = record { start_on = date { label = \"Start\" }, done_on = date { label = "
    "\"Done\" } } }";

TEST(Checks, JudgeEachElementOfAListAndPairItsOwnDates) {
    const Value first(Object{{"start_on", "2026-12-21"}, {"done_on", "2027-01-10"}});
    const Value second(Object{{"start_on", "2026-12-20"}, {"done_on", "2026-12-19"}});
    const std::string text = checksSay(works,
                                       "not_before { field = \"works.start_on\", than = \"served\", days = 28 },"
                                       "not_before { field = \"works.done_on\", than = \"works.start_on\" }",
                                       {{"served", "2026-11-23"}, {"works", List{first, second}}});
    EXPECT_EQ(text,
              "/fields/works/1/start_on: 'Start' is 20\u00a0December\u00a02026; the earliest day is "
              "21\u00a0December\u00a02026 (28 days after 23\u00a0November\u00a02026)\n"
              "/fields/works/1/done_on: 'Done' is 19\u00a0December\u00a02026; the earliest day is "
              "20\u00a0December\u00a02026 (Start)\n");
}

const std::string people =
    "people = list { label = \"People\", of = record { name = text {}, on = date { label = \"Day\" }, "
    "sum = money { label = \"Sum\" }, copy = boolean { optional = true } } }";

Object twoPeople(const char* copiesOn) {
    return {{"people", List{Object{{"name", "A"}, {"on", "2026-11-23"}, {"sum", 10}},
                            Object{{"name", "B"}, {"on", copiesOn}, {"sum", 500}, {"copy", true}}}}};
}

TEST(Checks, JudgeOnlyTheElementsThatTheirConditionChooses) {
    const std::string rules =
        "  derive = { first = earliest { \"people.on\", where = \"not people.copy\" } },\n"
        "  checks = { not_after { field = \"people.on\", than = \"first\", days = 6, where = \"people.copy\" },\n"
        "    at_most { field = \"people.sum\", cap = 100, where = \"not people.copy\" } },\n";
    EXPECT_EQ(said(faultsOf(people, rules, twoPeople("2026-11-29"))), "");
    const std::string late = said(faultsOf(people, rules, twoPeople("2026-11-30")));
    EXPECT_NE(late.find("/fields/people/1/on: "), std::string::npos) << late;
    EXPECT_EQ(said(faultsOf(people, rules, twoPeople("2026-11-01"))), "") << "a copy is no first service";
}

TEST(Checks, RefuseAConditionOnElementsWhereThereAreNone) {
    const std::string found = said(faultsOf("a = date {}, sure = boolean {}",
                                            "  checks = { not_before { field = \"a\", than = \"dated_on\", where = "
                                            "\"sure\" } },\n",
                                            {}));
    EXPECT_NE(found.find("'sure' goes along no list"), std::string::npos) << found;
}

TEST(Checks, RefuseAConditionThatTheyWouldNotHeedOrThatIsOfAnotherList) {
    const std::string others = people + ", rooms = list { of = record { number = text {}, big = boolean {} } }";
    const auto told = [&](const std::string& rules) { return said(faultsOf(others, rules, {})); };
    const std::string other =
        told("  checks = { at_most { field = \"people.sum\", cap = 100, where = \"rooms.big\" } },\n");
    EXPECT_NE(other.find("'rooms.big' is not of the list that 'people.sum' goes along"), std::string::npos) << other;
    const std::string derived = told("  derive = { due = total { \"people.sum\", where = \"rooms.big\" } },\n");
    EXPECT_NE(derived.find("'rooms.big' is not of the list"), std::string::npos) << derived;
    for (const char* deaf : {"check(\"so\", function(case) return true end, { where = \"people.copy\" })",
                             "must_attach { \"people\", where = \"people.copy\" }",
                             "one_of { at_most { field = \"people.sum\", cap = 1 }, where = \"people.copy\" }"}) {
        const std::string found = told(std::string("  checks = { ") + deaf + " },\n");
        EXPECT_NE(found.find("where"), std::string::npos) << deaf << ": " << found;
    }
    const std::string late =
        told("  derive = { due = deadline { days = 2, beginning_with = \"people.on\", where = \"people.copy\" } },\n");
    EXPECT_NE(late.find("where"), std::string::npos) << late;
}

TEST(Checks, PointAtNoElementOfAListThatTheyDoNotName) {
    EXPECT_EQ(
        checksSay(people, "check(\"a copy comes later\", function(case) return false, 2 end)", twoPeople("2026-11-29")),
        "/fields: this is not so of 2: a copy comes later\n");
}

TEST(Fields, GivenTwiceInOneTableAreAFaultAndNotSilentlyTheLast) {
    const auto told = [](const std::string& fields) { return said(faultsOf(fields, "", {{"a", "x"}, {"b", "x"}})); };
    EXPECT_NE(told("a = text {}, b = text {}, a = text { label = \"Again\" }").find("'a' is given twice"),
              std::string::npos);
    EXPECT_EQ(told("a = text { label = \"One\" }, b = text { label = \"a = 1, a = 2\" } -- a = 1, a = 2\n"), "");
    EXPECT_EQ(
        said(faultsOf("a = text {}",
                      "  derive = { c = value(function(case)\n local x, y = 1, 2\n if x == 1 then x, y = 2, 3 end\n"
                      "  x, y = 3, 4\n return y end) },\n",
                      {{"a", "x"}})),
        "");
}

TEST(Checks, NameTheElementThatTheirFunctionFindsAtFault) {
    const auto answer = [](const std::string& returned) {
        return checksSay(
            people, "check(\"a copy comes later\", function(case) return " + returned + " end, { field = \"people\" })",
            twoPeople("2026-11-29"));
    };
    EXPECT_EQ(answer("true"), "");
    EXPECT_EQ(answer("true, 2"), "");
    EXPECT_EQ(answer("false"), "/fields/people: this is not so: a copy comes later\n");
    EXPECT_EQ(answer("false, 2"), "/fields/people/1: this is not so of 2: a copy comes later\n");
    EXPECT_EQ(answer("false, \"Room 4\""), "/fields/people: this is not so of Room 4: a copy comes later\n");
}

TEST(DerivedValues, CountOnlyTheElementsThatTheirConditionChooses) {
    const std::string rules =
        "  derive = { acting = count { \"people\", where = \"not people.copy\" },\n"
        "    due = total { \"people.sum\", where = \"people.copy\" },\n"
        "    last = latest { \"people.on\", where = \"not people.copy\" },\n"
        "    names = joined { \"people.name\", where = \"not people.copy\" } },\n";
    const WrittenSources sources;
    sources.write("scripts/letter/one.lua", letterScript("one", "  fields = { " + people + " },\n" + rules));
    std::string all;
    for (const DerivedSummary& one :
         sources.load()->check(letterRequest("one", twoPeople("2026-12-01")), testDay).derived) {
        all += one.name + "=" + one.value + ";";
    }
    EXPECT_EQ(all, "acting=1;due=£500;last=23\u00a0November\u00a02026;names=A;");
}

TEST(Checks, BoundFiguresByNumberFieldAndLaw) {
    const std::string sums = "amount = money { label = \"Penalty\" }, most = money, on = date { optional = true }";
    EXPECT_EQ(checksSay(sums, "at_most { field = \"amount\", cap = 30000 }", {{"amount", 30000.01}, {"most", 1}}),
              "/fields/amount: 'Penalty' is £30,000.01; the most is £30,000\n");
    EXPECT_EQ(checksSay(sums, "at_most { field = \"amount\", cap = \"most\" }", {{"amount", 2}, {"most", 1}}),
              "/fields/amount: 'Penalty' is £2; the most is £1\n");
    EXPECT_EQ(checksSay(sums, "at_least { field = \"amount\", floor = 5 }", {{"amount", 4}, {"most", 1}}),
              "/fields/amount: 'Penalty' is £4; the least is £5\n");
}

TEST(Checks, TakeTheLawOfTheDayAndTheStrictestWhereNoDayIsKnown) {
    const WrittenSources sources;
    for (const char* family : {"letter", "notice"}) {
        std::ifstream file(std::string(ENGROSS_SOURCE_DIR) + "/plugins/" + family + "/plugin.lua");
        sources.write(std::string("plugins/") + family + "/plugin.lua",
                      std::string(std::istreambuf_iterator<char>(file), {}));
    }
    sources.write("plugins/law/caps.lua",
                  "return law { capacities = choices { \"owner\" }, cap = by_date {\n"
                  "  { from = \"2017-04-06\", to = \"2026-04-30\", value = 30000 }, { from = \"2026-05-01\", value = "
                  "40000 } } }\n");
    sources.write("scripts/letter/one.lua",
                  letterScript("one",
                               "  fields = { amount = money, conduct_on = date { optional = true } },\n"
                               "  checks = { at_most { field = \"amount\", cap = law.cap, on = \"conduct_on\" } },\n"));
    const auto catalogue = sources.load();
    const auto says = [&](const char* on, int amount) {
        return said(
            catalogue->check(letterRequest("one", {{"amount", amount}, {"conduct_on", on}}), testDay).diagnostics);
    };
    EXPECT_EQ(says("2026-05-01", 40000), "");
    EXPECT_NE(says("2026-04-30", 30001), "");
    EXPECT_EQ(says("2016-01-01", 1), "/fields/amount: no limit is known for 'Amount' on that day\n");
    EXPECT_EQ(said(catalogue->check(letterRequest("one", {{"amount", 30001}}), testDay).diagnostics),
              "/fields/amount: 'Amount' is £30,001; the most is £30,000\n");
}

// The design's example: Housing Act 2004 Sch. 13A para. 2.
TEST(Checks, AreSatisfiedByOneOfSeveral) {
    const std::string fields =
        "evidence_on = date, continuing = boolean, given_on = date, "
        "conduct_last_day = date { required_when = \"not continuing\" }";
    const std::string rule =
        "one_of { within { months = 6, from = \"evidence_on\", to = \"given_on\" }, is_true \"continuing\","
        " within { months = 6, from = \"conduct_last_day\", to = \"given_on\" }, law = \"Sch. 13A para. 2\" }";
    EXPECT_EQ(checksSay(fields, rule,
                        {{"evidence_on", "2026-05-24"},
                         {"continuing", false},
                         {"conduct_last_day", "2026-01-01"},
                         {"given_on", "2026-11-23"}}),
              "");
    EXPECT_EQ(
        checksSay(fields, rule, {{"evidence_on", "2026-01-01"}, {"continuing", true}, {"given_on", "2026-11-23"}}), "");
    const auto faults = faultsOf(fields, "  checks = { " + rule + " },\n",
                                 {{"evidence_on", "2026-01-01"},
                                  {"continuing", false},
                                  {"conduct_last_day", "2026-01-01"},
                                  {"given_on", "2026-11-23"}});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults.front().law, "Housing Act 2004, Sch. 13A para. 2 [K]");
    EXPECT_EQ(faults.front().hints.size(), 3U);
}

TEST(Checks, HoldOnlyWhenTheirConditionDoes) {
    const std::string fields =
        "keys = boolean, outcome = choice { from = { \"upheld\", \"varied\" } }, told = boolean { label = \"Told\" }";
    const std::string rule =
        "is_true { \"told\", when = \"outcome.upheld\" }, is_false { \"told\", when = \"not keys\" }";
    EXPECT_EQ(checksSay(fields, rule, {{"keys", true}, {"outcome", "varied"}, {"told", false}}), "");
    EXPECT_EQ(checksSay(fields, rule, {{"keys", true}, {"outcome", "upheld"}, {"told", false}}),
              "/fields/told: 'Told' must be yes\n");
    EXPECT_EQ(checksSay(fields, rule, {{"keys", false}, {"outcome", "upheld"}, {"told", true}}),
              "/fields/told: 'Told' must be no\n");
}

TEST(Checks, AddUp) {
    const std::string fields = "total = money { label = \"Total\" }, lines = list { of = record { amount = money } }";
    const Value lines(List{Value(Object{{"amount", 0.1}}), Value(Object{{"amount", "0.20"}})});
    EXPECT_EQ(
        checksSay(fields, "sums_to { field = \"total\", of = \"lines.amount\" }", {{"total", 0.3}, {"lines", lines}}),
        "");
    EXPECT_EQ(
        checksSay(fields, "sums_to { field = \"total\", of = \"lines.amount\" }", {{"total", 0.31}, {"lines", lines}}),
        "/fields/total: 'Total' is £0.31; its parts come to £0.30\n");
}

TEST(Checks, FollowExhibitMarksBothWays) {
    const std::string fields =
        "told = list { of = text }, exhibits = list { of = record { mark = exhibit, description = text } }";
    const auto exhibit = [](const char* mark) {
        return Value(Object{{"mark", mark}, {"description", "a photograph"}});
    };
    const std::string rule = "cites { text = \"told\", exhibits = \"exhibits\" }";
    EXPECT_EQ(checksSay(fields, rule,
                        {{"told", List{Value("See AB/1 and (AB/12)."), Value("Our file EN/2026/0142.")}},
                         {"exhibits", List{exhibit("AB/1"), exhibit("AB/12")}}}),
              "");
    EXPECT_EQ(checksSay(fields, rule,
                        {{"told", List{Value("I took it."), Value("See AB/2.")}}, {"exhibits", List{exhibit("AB/1")}}}),
              "/fields/told/1: the text mentions AB/2, which is not among the exhibits\n"
              "/fields/exhibits: exhibit AB/1 is listed and not mentioned in the text\n");
}

TEST(Checks, RunFunctionsOfTheirOwnAndSayTheirSentence) {
    const std::string fields = "a = date, b = date, hazards = list { of = record { works = list { of = text } } }";
    const std::string rule =
        "check(\"B is a week after A\", function(case) return case.b >= case.a:plus_days(7) end, "
        "{ field = \"b\", law = \"s.1\", mark = \"!\", code = \"MINE\", warn = true })";
    EXPECT_EQ(checksSay(fields, rule, {{"a", "2026-11-23"}, {"b", "2026-11-30"}, {"hazards", List{}}}), "");
    const auto faults = faultsOf(fields, "  checks = { " + rule + " },\n",
                                 {{"a", "2026-11-23"}, {"b", "2026-11-29"}, {"hazards", List{}}});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults.front().message, "this is not so: B is a week after A");
    EXPECT_EQ(faults.front().severity, Severity::Warning);
    EXPECT_EQ(faults.front().law, "Housing Act 2004, s.1 [!]");
    EXPECT_EQ(faults.front().where.pointer, "/fields/b");
}

TEST(Checks, ShowThePlaceWhereTheirFunctionFails) {
    const auto faults =
        faultsOf("a = date", "  checks = {\n    check(\"so\", function(case) return case.bee end),\n  },\n",
                 {{"a", "2026-11-23"}});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults.front().message, "the letter has no field 'bee'");
    EXPECT_EQ(faults.front().where.file, "scripts/letter/one.lua");
    EXPECT_EQ(faults.front().where.line, 6U);
    const auto endless = faultsOf("a = date", "  checks = { check(\"so\", function(case) while true do end end) },\n",
                                  {{"a", "2026-11-23"}});
    ASSERT_EQ(endless.size(), 1U);
    EXPECT_EQ(endless.front().code, "script-limit");
}

TEST(Checks, AskForRecipientsInTheirCapacity) {
    const WrittenSources sources;
    sources.write("scripts/notice/one.lua",
                  "return notice {\n  id = \"one\", version = 1, title = \"A test\", law = \"Housing Act 2004, section "
                  "11\", in_force = { from = \"2013-07-01\" },\n"
                  "  checks = { must_serve { \"licence_holder\", \"person_having_control\", code = \"IN-06\" }, "
                  "must_copy { \"occupier\" } },\n"
                  "  no_appeal = true, body = \"You are required to act.\",\n}\n");
    const auto recipient = [](const char* capacity, bool copy) {
        return Value(Object{{"name", "B. Sample"},
                            {"capacity", capacity},
                            {"copy", copy},
                            {"address", List{Value("8 Invented Lane"), Value("AB1 1AA")}},
                            {"method", "hand"},
                            {"planned_on", "2026-11-25"}});
    };
    Request request = letterRequest(
        "one", {{"premises", List{Value("12 Sample Street")}},
                {"our_ref", "EN/1"},
                {"signatory", Object{{"name", "S. Signatory"}, {"post", "Manager"}, {"authority", "4.12"}}}});
    request.fields.object()->set("recipients",
                                 List{recipient("person_having_control", true), recipient("owner", false)});
    EXPECT_EQ(said(sources.load()->check(request, testDay).diagnostics),
              "/fields/recipients: nobody is served as holder of the licence or person having control\n"
              "/fields/recipients: nobody gets a copy as occupier\n");
    request.fields.object()->set("recipients",
                                 List{recipient("person_having_control", false), recipient("occupier", true)});
    EXPECT_EQ(said(sources.load()->check(request, testDay).diagnostics), "");
}

TEST(Bundles, NameTheSectionAndTheDocumentThatIsNotThere) {
    const WrittenSources sources;
    sources.write("scripts/bundle/one.lua",
                  "return bundle {\n  id = \"one\", version = 1, title = \"A bundle\", law = \"SI 2013/1169, rule 6\", "
                  "in_force = { from = \"2013-07-01\" },\n"
                  "  sections = { { title = \"The notice\", required = true, needs = { \"improvement notice\", \"proof "
                  "of service\" } },\n"
                  "    { title = \"Chronology\", required = true }, { title = \"Policy\" } },\n}\n");
    const Value parties(List{Value(Object{{"name", "B. Sample"}, {"capacity", "Appellant"}}),
                             Value(Object{{"name", "Council"}, {"capacity", "Respondent"}})});
    Request request;
    request.type = "one";
    request.fields =
        Object{{"court", "First-tier Tribunal"}, {"court_ref", "X/1"}, {"parties", parties}, {"prepared_by", "Legal"}};
    request.sections = {
        {.title = "the notice", .items = {{.title = "Improvement Notice (served copy)", .exhibit = "EX/1"}}}};
    const auto result = sources.load()->check(request, testDay);
    EXPECT_EQ(said(result.diagnostics),
              "/sections/0/items/0: 'Improvement Notice (served copy)' is taken for the 'improvement notice' by its "
              "title alone\n"
              "/sections/0: section 'the notice' has no document of the kind 'proof of service'\n"
              "/sections: the bundle has no section 'Chronology'\n");
    EXPECT_EQ(result.diagnostics.front().severity, Severity::Warning);
    EXPECT_EQ(result.diagnostics.at(1).law, "SI 2013/1169, rule 6");
    request.sections.front().items.front().kind = "Improvement notice, proof of service";
    EXPECT_EQ(said(sources.load()->check(request, testDay).diagnostics),
              "/sections: the bundle has no section 'Chronology'\n");
}

/// What a body says with derived values.
std::string bodySays(const std::string& fields, const std::string& derive, const std::string& body, Object given) {
    const WrittenSources sources;
    sources.write("scripts/letter/one.lua",
                  letterScript("one", "  fields = { " + fields + " },\n  derive = { " + derive + " },\n", body + "\n"));
    const auto catalogue = sources.load();
    const auto result = catalogue->check(letterRequest("one", std::move(given)), testDay);
    if (result.checked == nullptr) {
        return said(result.diagnostics);
    }
    std::vector<Diagnostic> faults;
    const auto composition = catalogue->compose(*result.checked, {}, faults);
    if (!composition) {
        return said(faults);
    }
    std::string text;
    for (const Span& span : std::get<Paragraph>(composition->body.at(1).content).text) {
        text += span.text;
    }
    return text;
}

// enforcement 0.1, with day X = Mon 23 Nov 2026.
TEST(DerivedValues, AreCountedAsTheStatuteWordsThem) {
    const auto day = [](const std::string& rule) {
        return bodySays("a = date", "d = " + rule, "{{d}}", {{"a", "2026-11-23"}});
    };
    EXPECT_EQ(day("deadline { days = 21, beginning_with = \"a\" }"), "13\u00a0December\u00a02026");
    EXPECT_EQ(day("deadline { days = 28, day_after = \"a\" }"), "21\u00a0December\u00a02026");
    EXPECT_EQ(day("deadline { days = 21, after = \"a\" }"), "14\u00a0December\u00a02026");
    EXPECT_EQ(day("deadline { months = 6, beginning_with = \"a\" }"), "22\u00a0May\u00a02027");
    EXPECT_EQ(day("earliest_day { days = 28, after = \"a\" }"), "21\u00a0December\u00a02026");
    EXPECT_EQ(day("deadline { working_days = 10, day_after = \"a\" }"), "7\u00a0December\u00a02026");
}

TEST(DerivedValues, PrintTheRuleThatGaveThem) {
    EXPECT_EQ(
        bodySays("a = date", "d = deadline { days = 21, beginning_with = \"a\" }", "{{d.rule}}", {{"a", "2026-11-23"}}),
        "21\u00a0days beginning with 23\u00a0November\u00a02026");
}

TEST(DerivedValues, MayRestOnEachOtherAndOnScripts) {
    EXPECT_EQ(bodySays("lines = list { of = record { amount = money, name = text } }",
                       "sum = total \"lines.amount\", n = count \"lines\", who = joined \"lines.name\", "
                       "half = value(function(case) return case.sum * 0.5 end)",
                       "{{sum}} {{n}} {{who}} {{half}}",
                       {{"lines", List{Value(Object{{"amount", 10}, {"name", "a"}}),
                                       Value(Object{{"amount", 2.5}, {"name", "b"}})}}}),
              "£12.50 2 a and b £6.25");
}

TEST(DerivedValues, WarnWhereHolidaysAreNotKnown) {
    const auto faults = faultsOf(
        "a = date", "  derive = { d = deadline { working_days = 3, day_after = \"a\", label = \"Reply by\" } },\n",
        {{"a", "2040-01-02"}});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults.front().severity, Severity::Warning);
    EXPECT_EQ(faults.front().message, "'Reply by' counts working days of a year whose bank holidays are not loaded");
}

}  // namespace
}  // namespace engross
