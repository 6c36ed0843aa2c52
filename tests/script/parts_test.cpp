#include "script/catalogue.h"
#include "script/type_uses.h"
#include "script/written_sources.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace engross {
namespace {

const std::string family =
    "local function early(case) return case.day.year < 2027 end\n"
    "return plugin { name = \"memo\", version = \"1.0.0\", api = 1, makes = \"A memo.\",\n"
    "  fields = { day = date {} },\n"
    "  checks = { check(\"it is early\", early, { field = \"day\", code = \"EARLY\" }) },\n"
    "  declares = { notes = list { optional = true, of = text {} }, look = text { optional = true } },\n"
    "  compose = function(type, case, page)\n"
    "    page:title(type.title)\n    for _, note in ipairs(type.notes or {}) do page:paragraph(note) end\n"
    "    page:paragraph(type.look or \"plain\") page:body() end }\n";

const std::string part =
    "local function few(case) return #case.names <= case.most end\n"
    "return part {\n"
    "  fields = { names = list { of = text, min = 1, law = \"s.7\" } },\n"
    "  derive = { how_many = count \"names\", greeting = value(function(case) return \"Dear \" .. case.names[1] end) "
    "},\n"
    "  checks = { check(\"there are few of them\", few, { field = \"names\", code = \"FEW\", law = \"s.7\" }) },\n"
    "  notes = { \"A note of the part\" }, look = \"of the part\",\n"
    "  confirm = { \"section 7\" },\n}\n";

std::string typeScript(const std::string& more) {
    return "return memo { id = \"t\", version = 1, title = \"T\", law = \"Some Act\", in_force = { from = "
           "\"2020-01-01\" "
           "},\n  uses = { \"people\" },\n" +
           more +
           "  body = \"{{greeting}}, you are {{how_many}}\",\n"
           "  example = { case_ref = \"A/1\", case = {}, fields = { day = \"2026-11-23\", names = { \"A\", \"B\" } } } "
           "}\n";
}

const std::string most = "  derive = { most = value(function() return 2 end) },\n";

/// A family with one part, and a type that uses it.
class Parts : public testing::Test {
protected:
    Parts() {
        sources_.write("plugins/memo/plugin.lua", family);
        sources_.write("plugins/memo/parts/people.lua", part);
        sources_.write("scripts/memo/t.lua", typeScript(most));
    }

    std::string faults() {
        std::string all;
        for (const Diagnostic& fault : sources_.load()->faultsOf("t")) {
            all += describe(fault);
        }
        return all;
    }

    std::string codes(const Value& names, const std::string& day = "2026-11-23") {
        Request request;
        request.type = "t";
        request.caseRecord = {"A/1", Value(Object{})};
        request.fields = Value(Object{{"day", day}, {"names", names}});
        std::string all;
        for (const Diagnostic& one :
             sources_.load()
                 ->check(request, Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}})
                 .diagnostics) {
            all += one.code + " ";
        }
        return all;
    }

    test::WrittenSources sources_;
};

TEST_F(Parts, GiveATypeTheirFieldsValuesChecksAndListsBeforeItsOwn) {
    EXPECT_EQ(faults(), "");
    const auto catalogue = sources_.load();
    const TypeSummary* type = catalogue->find("t");
    ASSERT_NE(type, nullptr);
    EXPECT_NE(type->schema.find("names"), nullptr);
    EXPECT_EQ(type->unconfirmed, std::vector<std::string>{"section 7"});
    const auto few = std::ranges::find(type->checks, "FEW", &CheckSummary::code);
    ASSERT_NE(few, type->checks.end());
    EXPECT_EQ(few->law, "Some Act, s.7");
}

TEST_F(Parts, FunctionsRunAgainstTheWholeCaseOfTheTypeAndSoDoThoseOfTheFamily) {
    EXPECT_EQ(codes(Value(List{Value("A"), Value("B")})), "");
    EXPECT_EQ(codes(Value(List{Value("A"), Value("B"), Value("C")})), "FEW ");
    EXPECT_EQ(codes(Value(List{Value("A")}), "2027-01-01"), "EARLY ");
}

TEST_F(Parts, HaveTheirFaultsInTheirOwnFile) {
    sources_.write("plugins/memo/parts/people.lua", "return part {\n  fields = { names = lst {} },\n}\n");
    EXPECT_NE(faults().find("plugins/memo/parts/people.lua:2"), std::string::npos) << faults();
    sources_.write("plugins/memo/parts/people.lua", "return part {\n  feelds = {},\n}\n");
    EXPECT_NE(faults().find("people.lua:2:3: part has no key 'feelds'"), std::string::npos) << faults();
    sources_.write("plugins/memo/parts/people.lua", "return { 1 }\n");
    EXPECT_NE(faults().find("part { … }"), std::string::npos) << faults();
}

TEST_F(Parts, ThatAreNotThereAreNamedBesideThoseThatAre) {
    sources_.write("scripts/memo/t.lua",
                   "return memo { id = \"t\", version = 1, title = \"T\", law = \"L\",\n"
                   "  in_force = { from = \"2020-01-01\" }, uses = { \"../plugin\" }, body = \"x\" }\n");
    EXPECT_NE(faults().find("the parts there are: people"), std::string::npos) << faults();
}

TEST_F(Parts, MayNotDeriveWhatIsDerivedAlready) {
    sources_.write("scripts/memo/t.lua", typeScript("  derive = { most = value(function() return 2 end),\n"
                                                    "    how_many = count \"names\" },\n"));
    EXPECT_NE(faults().find("how_many"), std::string::npos) << faults();
}

TEST_F(Parts, ChangeTheClosureOfTheTypesThatUseThem) {
    Request request;
    request.type = "t";
    const auto before = sources_.load()->closure(request);
    sources_.write("plugins/memo/parts/people.lua", part + "-- another reading\n");
    const auto after = sources_.load()->closure(request);
    ASSERT_TRUE(before && after);
    EXPECT_NE(before->hex(), after->hex());
}

}  // namespace
}  // namespace engross
