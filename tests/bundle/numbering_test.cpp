#include "bundle/numbering.h"

#include "bundle/sample_bundle.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

const PartCounts counts{1, 2, 1, 8, 1, 3, 1, 4, 2};

TEST(Numbering, RunsFromOneThroughEveryPage) {
    const Numbering numbering(samplePlan(), counts);
    EXPECT_EQ(numbering.pages(), 23U);
    for (PageNumber page = 1; page <= numbering.pages(); ++page) {
        EXPECT_EQ(numbering.label(page), std::to_string(page));
    }
    PageNumber next = 1;
    for (const auto& part : numbering.parts()) {
        EXPECT_EQ(part.first, next);
        next += part.pages;
    }
}

TEST(Numbering, KnowsTheFirstPageOfEveryTarget) {
    const Numbering numbering(samplePlan(), counts);
    const std::map<std::string, PageNumber> expected{
        {"index", 2},      {"index:1", 2}, {"section:A", 4},     {"doc:1", 5},  {"doc:2", 13},       {"doc:3", 14},
        {"section:B", 17}, {"doc:4", 18},  {"exhibit:AB/1", 18}, {"doc:5", 22}, {"exhibit:AB/2", 22}};
    EXPECT_EQ(numbering.targets(), expected);
}

TEST(Numbering, PutsTheBundlesLetterBeforeEachNumber) {
    BundlePlan plan = samplePlan();
    plan.letter = "A";
    EXPECT_EQ(Numbering(plan, counts).label(13), "A 13");
}

TEST(Numbering, BeginsAgainWithEachSectionWhereThatIsAskedFor) {
    BundlePlan plan = samplePlan();
    plan.numbering = PageNumbering::Sections;
    const Numbering numbering(plan, counts);
    EXPECT_EQ(numbering.label(1), "i");
    EXPECT_EQ(numbering.label(3), "iii");
    EXPECT_EQ(numbering.label(4), "A1");
    EXPECT_EQ(numbering.label(16), "A13");
    EXPECT_EQ(numbering.label(17), "B1");
    EXPECT_EQ(numbering.label(23), "B7");
    EXPECT_EQ(rowsOf(plan, numbering).at(5).page, "B2");
    EXPECT_EQ(bookmarksOf(plan, numbering).at(2).title, "B. Evidence [B1]");
}

TEST(Numbering, CountsTheFrontInRomanFiguresHoweverLongItIs) {
    BundlePlan plan = samplePlan();
    plan.numbering = PageNumbering::Sections;
    const Numbering numbering(plan, {1, 48, 1, 8, 1, 3, 1, 4, 2});
    for (const auto& [page, label] : std::map<PageNumber, std::string>{
             {4, "iv"}, {9, "ix"}, {14, "xiv"}, {19, "xix"}, {40, "xl"}, {44, "xliv"}, {49, "xlix"}, {50, "A1"}}) {
        EXPECT_EQ(numbering.label(page), label);
    }
}

TEST(Numbering, PutsLettersBehindTheNumberThatPagesFollow) {
    BundlePlan plan = samplePlan();
    PlannedItem between = plan.sections.at(0).items.at(0);
    between.title = "Second notice";
    between.afterPage = "12";
    plan.sections.at(0).items.insert(plan.sections.at(0).items.begin() + 1, between);
    const Numbering numbering(plan, {1, 2, 1, 8, 2, 1, 3, 1, 4, 2});
    EXPECT_EQ(numbering.label(12), "12");
    EXPECT_EQ(numbering.label(13), "12A");
    EXPECT_EQ(numbering.label(14), "12B");
    EXPECT_EQ(numbering.label(15), "13");
    EXPECT_EQ(numbering.labels().back(), "23");
    EXPECT_EQ(rowsOf(plan, numbering).at(2).number, "1A");
    EXPECT_EQ(rowsOf(plan, numbering).at(3).number, "2");
    EXPECT_EQ(numbering.targets().at("doc:1A"), 13U);
}

TEST(Numbering, GoesThroughVolumesWithAnIndexInEach) {
    BundlePlan plan = samplePlan();
    plan.volumes = {1};
    plan.commonIndex = true;
    const Numbering numbering(plan, {1, 1, 1, 1, 8, 1, 3, 1, 1, 1, 4, 2});
    EXPECT_EQ(numbering.volumes(), 2U);
    EXPECT_EQ(numbering.pages(), 25U);
    EXPECT_EQ(numbering.targets().at("index"), 2U);
    EXPECT_EQ(numbering.targets().at("index:1"), 3U);
    EXPECT_EQ(numbering.targets().at("index:2"), 18U);
    EXPECT_EQ(numbering.volumeOfPage(16), 0U);
    EXPECT_EQ(numbering.volumeOfPage(17), 1U);
    const Numbering second = numbering.volume(1);
    EXPECT_EQ(second.pages(), 9U);
    EXPECT_EQ(second.label(1), "17");
    EXPECT_EQ(second.label(9), "25");
    EXPECT_EQ(second.targets().at("doc:4"), 4U);
    EXPECT_FALSE(second.targets().contains("doc:1"));
    EXPECT_EQ(bookmarksOf(plan, second).at(0).title, "Index [18]");
    EXPECT_EQ(bookmarksOf(plan, second).at(1).children.at(0).title, "4. Gas safety record, 2 Feb 2026 [20]");
}

TEST(Numbering, RefusesCountsOfAnotherPlan) {
    EXPECT_THROW(Numbering(samplePlan(), PartCounts{1, 1}), std::logic_error);
}

TEST(Rows, AreTheIndexAsPrinted) {
    const BundlePlan plan = samplePlan();
    const std::vector<BundleRow> rows = rowsOf(plan, Numbering(plan, counts));
    ASSERT_EQ(rows.size(), 7U);
    EXPECT_EQ(rows.at(4), (BundleRow{"", "Evidence", "", "17", "section:B", true, "B"}));
    EXPECT_EQ(rows.at(5),
              (BundleRow{"4", "Gas safety record", "2\u00A0February\u00A02026", "18", "doc:4", false, "B"}));
}

TEST(Rows, SayThatADocumentIsUndated) {
    BundlePlan plan = samplePlan();
    plan.sections.at(0).items.at(0).date.reset();
    EXPECT_EQ(rowsOf(plan, Numbering(plan, counts)).at(1).date, "undated");
    plan.language = Language::Welsh;
    EXPECT_EQ(rowsOf(plan, Numbering(plan, counts)).at(1).date, "heb ddyddiad");
}

TEST(Bookmarks, AreNestedNumberedAndEndWithThePage) {
    const BundlePlan plan = samplePlan();
    const std::vector<LinkBookmark> bookmarks = bookmarksOf(plan, Numbering(plan, counts));
    ASSERT_EQ(bookmarks.size(), 3U);
    EXPECT_EQ(bookmarks.at(0).title, "Index [2]");
    EXPECT_EQ(bookmarks.at(2).title, "B. Evidence [17]");
    ASSERT_EQ(bookmarks.at(2).children.size(), 2U);
    EXPECT_EQ(bookmarks.at(2).children.at(0).title, "4. Gas safety record, 2 Feb 2026 [18]");
    EXPECT_EQ(bookmarks.at(2).children.at(0).source, 7U);
}

TEST(Bookmarks, OpenASectionWithItsFirstDocumentWhereThereAreNoDividers) {
    BundlePlan plan = samplePlan();
    plan.dividers = false;
    const std::vector<LinkBookmark> bookmarks = bookmarksOf(plan, Numbering(plan, {1, 1, 8, 1, 3, 4, 2}));
    ASSERT_EQ(bookmarks.size(), 3U);
    EXPECT_EQ(bookmarks.at(1).title, "A. Notice and appeal [3]");
    EXPECT_EQ(bookmarks.at(2).page, 15U);
}

}  // namespace
}  // namespace engross
