#include "script/type_tests.h"

#include "script/line_changes.h"
#include "script/new_type.h"
#include "script/type_uses.h"
#include "script/written_sources.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace engross {
namespace {

using test::letterScript;
using test::WrittenSources;

const std::string root = ENGROSS_SOURCE_DIR;

SourceFolders shipped() {
    return {root + "/plugins", root + "/scripts", root + "/templates"};
}

std::string report(const TypeTestReport& tests) {
    std::string all;
    for (const Diagnostic& fault : tests.faults) {
        all += describe(fault);
    }
    for (const TypeTestResult& result : tests.results) {
        for (const Diagnostic& fault : result.faults) {
            all += result.title + ": " + describe(fault);
        }
    }
    return all;
}

TEST(ShippedTypes, EachHasTestsAndPassesThem) {
    const auto catalogue = Catalogue::load(shipped(), {});
    for (const std::string& id : catalogue->ids()) {
        const auto tests = testType(*catalogue, shipped(), id);
        ASSERT_TRUE(tests.has_value()) << id << " has no tests beside it";
        EXPECT_TRUE(tests->passed()) << report(*tests);
        EXPECT_FALSE(tests->results.empty()) << id;
    }
}

TEST(ShippedTypes, EachCheckIsSeenToRefuseOrToWarn) {
    const auto catalogue = Catalogue::load(shipped(), {});
    std::string untested;
    for (const std::string& id : catalogue->ids()) {
        const auto tests = testType(*catalogue, shipped(), id);
        ASSERT_TRUE(tests.has_value()) << id;
        for (const std::string& code : tests->untested) {
            untested += id + " " + code + "\n";
        }
    }
    EXPECT_EQ(untested, "");
}

/// A letter with one check that refuses and one that warns, and a test file.
class TypeTests : public testing::Test {
protected:
    std::optional<TypeTestReport> run(const std::string& tests) {
        sources_.write("scripts/letter/t.lua", script_);
        sources_.write("scripts/letter/t.test.lua", tests);
        return testType(*sources_.load(), sources_.folders(), "t");
    }
    std::string faultsOf(const std::string& tests) {
        return report(run(tests).value());
    }
    WrittenSources sources_;
    const std::string script_ =
        letterScript("t",
                     "  fields = { days = number {}, on = date {}, works = rows { no = text {}, cost = money {} } },\n"
                     "  checks = { at_most { field = \"days\", cap = 28, code = \"LONG\" },\n"
                     "    at_most { field = \"days\", cap = 14, code = \"SLOW\", warn = true } },\n"
                     "  example = { case_ref = \"A/1\", case = {\n"
                     "    recipient = { name = \"A. Example\", address = { \"1 Sample Street\", \"AB1 2DE\" } },\n"
                     "    officer = { name = \"D. Officer\", post = \"Officer\" } },\n"
                     "    fields = { days = 7, on = \"2026-11-23\", works = { { no = \"1\", cost = 10 }, { no = \"2\", "
                     "cost = 20 } } } },\n",
                     "Dear {{recipient}}\n\nAnswer within {{days}} days of {{on}}.\n\n{{works}}\n");
};

TEST_F(TypeTests, SeeTheExampleAndWhatTheyChangeInIt) {
    EXPECT_EQ(faultsOf("return tests {\n"
                       "  accepted { \"as it stands\", says = { \"within 7 days of 23 November 2026\" },\n"
                       "    never_says = { \"weeks\" } },\n"
                       "  refused { \"29 days\", set = { days = 29 }, by = { \"LONG\" }, tells = { \"28\" } },\n"
                       "  warned { \"15 days\", set = { days = 15 }, by = { \"SLOW\" }, says = { \"15 days\" } },\n"
                       "  accepted { \"a row more\", set = { [\"works.3\"] = { no = \"3\", cost = 30 },\n"
                       "    [\"works.1.cost\"] = 11 }, says = { \"£11\", \"£30\" } },\n"
                       "  accepted { \"a row less\", without = { \"works.2\" }, never_says = { \"£20\" } },\n"
                       "  accepted { \"a fact of the case\", set = { [\"recipient.name\"] = \"B. Sample\" },\n"
                       "    says = { \"Dear B. Sample\" } },\n"
                       "  refused { \"nothing given\", without = { \"days\", \"on\" }, by = { \"field.missing\" } },\n"
                       "}"),
              "");
}

TEST_F(TypeTests, TakeEachFactAwayThatMustBeGiven) {
    EXPECT_EQ(faultsOf("return tests { each_required {} }"), "");
    EXPECT_EQ(faultsOf("return tests { each_required { except = { \"works.1.no\" } } }"), "");
    EXPECT_NE(faultsOf("return tests { each_required { except = { \"work\" } } }").find("'work' is not among"),
              std::string::npos);
    std::string lawless = script_;
    const std::string law = "law = \"Housing Act 2004, section 239\",";
    ASSERT_NE(lawless.find(law), std::string::npos) << lawless;
    lawless.erase(lawless.find(law), law.size());
    sources_.write("scripts/letter/t.lua", lawless);
    sources_.write("scripts/letter/t.test.lua", "return tests { each_required {} }");
    const auto tests = testType(*sources_.load(), sources_.folders(), "t").value();
    EXPECT_NE(report(tests).find("'works.1.cost' is asked for, and no law is named"), std::string::npos)
        << report(tests) << lawless;
}

TEST_F(TypeTests, FailWithWhatWasFoundWhereItIsNotWhatTheySay) {
    const std::map<std::string, std::string> wrong{
        {"accepted { \"x\", set = { days = 29 } }", "the case is refused, by LONG"},
        {"accepted { \"x\", set = { days = 15 } }", "warned of by SLOW, where nothing was expected"},
        {"refused { \"x\", by = { \"LONG\" } }", "refused by nothing, where LONG was expected"},
        {"refused { \"x\", set = { days = 29 }, by = { \"SHORT\" } }", "refused by LONG, where SHORT was expected"},
        {"refused { \"x\", set = { days = 29 }, by = { \"LONG\" }, tells = { \"30\" } }", "is not told \"30\""},
        {"warned { \"x\", by = { \"SLOW\" } }", "warned of by nothing, where SLOW was expected"},
        {"accepted { \"x\", says = { \"8 days\" } }", "does not say \"8 days\""},
        {"accepted { \"x\", never_says = { \"7 days\" } }", "the document says \"7 days\""},
        {"accepted { \"x\", set = { [\"works.9.cost\"] = 1 } }", "no place 'works.9.cost'"},
        {"accepted { \"x\", without = { \"dayz\" } }", "no place 'dayz'"},
        {"accepted {}", "begins with one text"},
        {"refused { \"x\" }", "the codes of the checks"},
        {"accepted { \"x\", sais = { \"y\" } }", "sais"},
        {"check(\"x\", 1)", "is no test"},
        {"x = accepted { \"x\" }", "stands alone in the list"},
    };
    for (const auto& [test, message] : wrong) {
        const std::string found = faultsOf("return tests {\n  " + test + ",\n}");
        EXPECT_NE(found.find(message), std::string::npos) << test << "\n" << found;
        EXPECT_NE(found.find("t.test.lua:"), std::string::npos) << found;
    }
    EXPECT_NE(faultsOf("return tests {}").find("no test in it"), std::string::npos);
    EXPECT_NE(faultsOf("return 7").find("tests { … }"), std::string::npos);
    EXPECT_NE(faultsOf("while true do end").find("takes too long"), std::string::npos);
}

TEST_F(TypeTests, NameTheChecksThatNoneOfThemSees) {
    const auto some = run("return tests { refused { \"long\", set = { days = 29 }, by = { \"LONG\" } } }").value();
    EXPECT_TRUE(some.untested.empty()) << "29 days refuse by one check and warn by the other";
    const auto none = run("return tests { accepted { \"as it stands\" } }").value();
    EXPECT_EQ(none.untested, (std::vector<std::string>{"LONG", "SLOW"}));
}

TEST_F(TypeTests, AreAbsentWhereThereIsNoFile) {
    sources_.write("scripts/letter/t.lua", script_);
    EXPECT_FALSE(testType(*sources_.load(), sources_.folders(), "t").has_value());
}

std::string faultsOfNew(const WrittenSources& sources, const std::string& family, const std::string& id) {
    const NewType started = startType(sources.folders(), family, id);
    std::string all;
    for (const Diagnostic& fault : started.faults) {
        all += describe(fault);
    }
    for (const ScriptFile& file : started.files) {
        sources.write(file.name, file.text);
    }
    if (started.files.empty()) {
        return all;
    }
    const auto catalogue = sources.load();
    for (const Diagnostic& fault : catalogue->faultsOf(id)) {
        all += describe(fault);
    }
    const auto tests = testType(*catalogue, sources.folders(), id);
    return all + (tests ? report(*tests) : "no tests\n") + (tests && tests->results.empty() ? "nothing ran\n" : "");
}

TEST(NewTypes, OfEveryFamilyPassTheirChecksAndTestsAsTheyStand) {
    for (const char* family : {"letter", "notice", "review_decision", "witness_statement", "bundle"}) {
        const WrittenSources sources;
        EXPECT_EQ(faultsOfNew(sources, family, "first_try"), "") << family;
    }
}

TEST(NewTypes, OfACouncilsOwnFamilyToo) {
    const WrittenSources sources;
    sources.write("plugins/memo/plugin.lua",
                  "return plugin { name = \"memo\", version = \"1.0.0\", api = 1, makes = \"A memo.\",\n"
                  "  fields = { to = person { needs = { \"email\" } }, on = date {}, sums = rows { what = text {},\n"
                  "    amount = money { min = 5 } }, kind = choice { from = { \"a\", \"b\" } } },\n"
                  "  declares = { note = markdown {}, parts = list { of = record { id = text {} } } },\n"
                  "  compose = function(type, case, page) page:title(type.title) page:body() end }\n");
    EXPECT_EQ(faultsOfNew(sources, "memo", "first_try"), "");
}

TEST(NewTypes, RefuseAnIdThatIsNoneOrTakenAndAFamilyThatIsNotThere) {
    const WrittenSources sources;
    EXPECT_NE(faultsOfNew(sources, "letter", "../climb").find("'../climb' is no id"), std::string::npos);
    EXPECT_NE(faultsOfNew(sources, "letter", "Access").find("is no id"), std::string::npos);
    EXPECT_NE(faultsOfNew(WrittenSources(), "leter", "x").find("did you mean 'letter'?"), std::string::npos);
    EXPECT_FALSE(startType(shipped(), "letter", "access_appointment").faults.empty());
    EXPECT_TRUE(startType(shipped(), "letter", "access_appointment").files.empty());
}

std::vector<std::string> ids(const std::vector<TypeUse>& uses, TypeUse::Kind kind) {
    std::vector<std::string> all;
    for (const TypeUse& use : uses) {
        if (use.kind == kind) {
            all.push_back(use.id);
        }
    }
    return all;
}

TEST(Uses, OfAClauseALawAFamilyAndATextAreFound) {
    using Kind = TypeUse::Kind;
    const auto clause = ids(typesUsing(shipped(), "obstruction-offence"), Kind::Clause);
    EXPECT_NE(std::ranges::find(clause, "access_appointment"), clause.end());
    EXPECT_EQ(std::ranges::find(clause, "review_upheld"), clause.end());
    const auto law = ids(typesUsing(shipped(), "penalty_cap"), Kind::Law);
    EXPECT_NE(std::ranges::find(law, "penalty_notice_of_intent"), law.end());
    EXPECT_EQ(std::ranges::find(law, "access_appointment"), law.end());
    EXPECT_TRUE(ids(typesUsing(shipped(), "penalty_ca"), Kind::Law).empty());
    EXPECT_EQ(ids(typesUsing(shipped(), "improvement_notice.works"), Kind::Text),
              (std::vector<std::string>{"improvement_notice"}));
    EXPECT_EQ(ids(typesUsing(shipped(), "bundle"), Kind::Family).size(), 1U);
    EXPECT_TRUE(typesUsing(shipped(), "no-such-thing").empty());
}

std::string laid(const std::vector<std::string>& before, const std::vector<std::string>& after) {
    std::string all;
    for (const LineChange& change : changesBetween(before, after)) {
        all += (change.kind == LineChange::Kind::Added     ? "+"
                : change.kind == LineChange::Kind::Removed ? "-"
                                                           : " ") +
               change.line;
    }
    return all;
}

TEST(LineChanges, AreTheFewestThatTurnOneIntoTheOther) {
    EXPECT_EQ(laid({"a", "b", "c"}, {"a", "b", "c"}), " a b c");
    EXPECT_EQ(laid({"a", "b", "c"}, {"a", "x", "c"}), " a-b+x c");
    EXPECT_EQ(laid({}, {"a"}), "+a");
    EXPECT_EQ(laid({"a"}, {}), "-a");
    EXPECT_EQ(laid({"a", "b", "c", "d"}, {"b", "c", "e", "d"}), "-a b c+e d");
    EXPECT_EQ(laid({"a", "a"}, {"a"}), " a-a");
}

}  // namespace
}  // namespace engross
