#include "bundle/searched_documents.h"

#include "bundle/lines_of_words.h"
#include "bundle/sample_bundle.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

class StatementReferences : public testing::Test {
protected:
    StatementReferences() {
        plan.sections.push_back({.title = "Exhibits", .items = {}, .where = {}});
        for (const char* mark : {"AB/1", "AB/2", "AB/10"}) {
            PlannedItem item;
            item.title = std::string("Exhibit ") + mark;
            item.mark = mark;
            plan.sections.back().items.push_back(std::move(item));
        }
        plan.sections.back().items.at(1).marks = {"CD/7"};
    }

    /// "AB/1>4" for each that was found, "AB/9>" for one that leads nowhere.
    std::string found(const std::vector<std::string>& lines, WhichBundle which = WhichBundle::This) {
        const ExhibitMarks marks(plan);
        const Numbering numbering(plan, {1, 1, 1, 7, 30, 2});  // AB/1 begins on page 4, AB/2 on 11, AB/10 on 41
        std::string all;
        for (const FoundReference& reference :
             referencesOn(1, wordsIn(lines), marks, numbering, {plan, numbering, {}}, which)) {
            const auto page = pageOfTarget(numbering, reference.target);
            all += (all.empty() ? "" : " | ") + reference.words + ">" + (page ? numbering.label(*page) : "");
        }
        return all;
    }

    BundlePlan plan;
};

TEST_F(StatementReferences, AreMarksOfTheBundleAsTheyAreWritten) {
    EXPECT_EQ(found({"I refer to AB/1, (AB/2) and [AB/10]."}), "AB/1>4 | AB/2>11 | AB/10>41");
    EXPECT_EQ(found({"photographs AB/1–AB/2; see “AB/10”"}), "AB/1>4 | AB/2>11 | AB/10>41");
    EXPECT_EQ(found({"at AB/1/3 and AB/02"}), "AB/1>4 | AB/02>11") << "a page of the exhibit; a number with a nought";
    EXPECT_EQ(found({"now shown to me marked AB/", "10"}), "AB/ 10>41") << "broken at the end of a line";
}

TEST_F(StatementReferences, AreAlsoWrittenInOtherWaysBehindTheWordExhibit) {
    EXPECT_EQ(found({"Exhibit AB1 is a plan; exhibits AB 2, AB-10 and AB1"}), "AB1>4 | AB 2>11 | AB-10>41 | AB1>4");
    EXPECT_EQ(found({"of Anytown AB1 2CD, and AB 2 of them"}), "") << "a postcode is none";
}

TEST_F(StatementReferences, LeadToADocumentThatStatementsKnowByAnotherMark) {
    EXPECT_EQ(found({"the survey CD/7 which is AB/2"}), "CD/7>11 | AB/2>11");
}

TEST_F(StatementReferences, NameWhatTheBundleHasNot) {
    EXPECT_EQ(found({"I refer to AB/9 and to exhibit XY/3"}), "AB/9> | XY/3>");
    EXPECT_EQ(found({"our reference XY/3 of 2026; case AB/1/2026; ref AB/100000000"}), "")
        << "letters that no mark has, and numbers of files";
}

TEST_F(StatementReferences, ArePagesOfTheBundle) {
    EXPECT_EQ(found({"at page 12 of the bundle, pages 5 to 9 of the hearing bundle"}), "page 12>12 | pages 5>5");
    EXPECT_EQ(found({"bundle page 40; page 99 of the bundle"}), "page 40>40 | page 99>");
    EXPECT_EQ(found({"page 12 of my notes. The bundle has page 3"}), "");
    EXPECT_EQ(found({"ar dudalen; gweler tudalen 12 o’r bwndel"}), "tudalen 12>12");
}

TEST_F(StatementReferences, AreNoPagesOfOtherPapersThatTheBundleHoldsOrOfOtherBundles) {
    EXPECT_EQ(found({"page 2 of the report in the bundle; page 2 of exhibit AB/2 in the bundle"}), "AB/2>11");
    EXPECT_EQ(found({"page 12 of bundle B; page 12 of the respondent's bundle; page 12 of the county court bundle"}),
              "");
    EXPECT_EQ(found({"Bundle C page 12; the respondent’s bundle, page 12"}), "");
    EXPECT_EQ(found({"I have read the bundle. Page 12 of my diary says so"}), "");
    EXPECT_EQ(found({"see the hearing bundle, page 12; page 12 of the bundle I was sent"}), "page 12>12 | page 12>12");
    EXPECT_EQ(found({"tudalennau 12 i 14 o'r bwndel gwrandawiad; tudalen 12 yn y bwndel"}),
              "tudalennau 12>12 | tudalen 12>12");
}

TEST_F(StatementReferences, AreOfTheHearingBundleOnlyWhereTheySaySoAndNobodyElseDid) {
    const std::vector<std::string> lines{"a paginated bundle marked AB/1: see page 14 of the bundle, bundle page 15,",
                                         "page 16 of the hearing bundle and trial bundle, page 17;",
                                         "tudalen 18 o’r bwndel, tudalen 19 o’r bwndel gwrandawiad"};
    EXPECT_EQ(found(lines, WhichBundle::Unsure), "AB/1>4 | page 16>16 | page 17>17 | tudalen 19>19");
    EXPECT_EQ(found(lines, WhichBundle::This),
              "AB/1>4 | page 14>14 | page 15>15 | page 16>16 | page 17>17 | tudalen 18>18 | tudalen 19>19");
}

TEST_F(StatementReferences, KnowTheLetterOfTheirBundle) {
    plan.letter = "B";
    EXPECT_EQ(found({"page 12 of bundle B, page B12 of the bundle, page 12 of the bundle, page 12 of bundle C"}),
              "page 12>B 12 | page B12>B 12 | page 12>B 12");
    EXPECT_EQ(found({"page B 12 of the bundle; page 99 of bundle B"}), "page B 12>B 12 | page 99>");
    EXPECT_EQ(found({"at bundle B, page 12, bundle C, page 12, page 13 of bundle B"}, WhichBundle::Unsure),
              "page 12>B 12 | page 13>B 13");
}

TEST_F(StatementReferences, AreReadAsTheMarkThatStandsThereAndNeverAsOneOfTwo) {
    PlannedItem twin;
    twin.title = "Another";
    twin.mark = "AB3";
    plan.sections.back().items.at(0).mark = "AB/3";
    plan.sections.back().items.push_back(std::move(twin));
    const ExhibitMarks marks(plan);
    const Numbering numbering(plan, {1, 1, 1, 7, 30, 2, 1});
    const auto targetOf = [&](const std::string& line) {
        const auto references =
            referencesOn(1, wordsIn({line}), marks, numbering, {plan, numbering, {}}, WhichBundle::This);
        return references.size() == 1 ? references.front().target : std::to_string(references.size());
    };
    EXPECT_EQ(targetOf("exhibit AB/3"), "exhibit:AB/3");
    EXPECT_EQ(targetOf("exhibit AB3"), "exhibit:AB3");
    EXPECT_EQ(targetOf("exhibit AB-3"), "0") << "either may be meant";
}

TEST_F(StatementReferences, StandWhereTheirWordsStand) {
    const ExhibitMarks marks(plan);
    const Numbering numbering(plan, {1, 1, 1, 7, 30, 2});
    const auto references = referencesOn(3, wordsIn({"see (AB/1).", "and exhibit AB", "10 too"}), marks, numbering,
                                         {plan, numbering, {}}, WhichBundle::Unsure);
    ASSERT_EQ(references.size(), 2U);
    EXPECT_EQ(references[0].page, 3U);
    ASSERT_EQ(references[0].areas.size(), 1U);
    EXPECT_NEAR(references[0].areas[0].left, 20 + 2 * 5, 0.01) << "behind the bracket";
    EXPECT_NEAR(references[0].areas[0].right, 20 + 2 * 9, 0.01);
    EXPECT_EQ(references[1].areas.size(), 2U) << "one box on each line";
}

TEST(CheckReferences, NamesWhatWasNotFoundAndWhatCouldNotBeSearched) {
    SearchedDocument document;
    document.title = "First statement";
    document.first = 12;
    document.references = {{.page = 1, .areas = {}, .words = "AB/1", .target = "exhibit:AB/1"},
                           {.page = 2, .areas = {}, .words = "AB/9", .target = {}},
                           {.page = 4, .areas = {}, .words = "AB/9", .target = {}}};
    document.withoutText = {3};
    const Verdict verdict = checkReferences({document}, sampleProfile(), Language::English);
    ASSERT_EQ(verdict.findings.size(), 2U);
    EXPECT_EQ(verdict.findings[0].rule, "42-references");
    EXPECT_EQ(verdict.findings[0].pages, (std::vector<std::size_t>{13, 15}));
    EXPECT_NE(verdict.findings[0].message.find("AB/9"), std::string::npos);
    EXPECT_EQ(verdict.findings[1].pages, (std::vector<std::size_t>{14}));
    EXPECT_TRUE(verdict.passed()) << "a warning in this profile";
}

TEST(CheckReferences, AreNotAskedForWhereTheProfileIsForAuthorities) {
    SearchedDocument document;
    document.references = {{.page = 1, .areas = {}, .words = "AB/9", .target = {}}};
    EXPECT_TRUE(checkReferences({document}, sampleProfile("authorities"), Language::English).findings.empty());
    EXPECT_TRUE(checkReferences({}, sampleProfile(), Language::English).rulesRun.empty());
}

}  // namespace
}  // namespace engross
