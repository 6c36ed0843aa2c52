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
        {"index", 2},      {"section:A", 4}, {"doc:1", 5},         {"doc:2", 13}, {"doc:3", 14},
        {"section:B", 17}, {"doc:4", 18},    {"exhibit:AB/1", 18}, {"doc:5", 22}, {"exhibit:AB/2", 22}};
    EXPECT_EQ(numbering.targets(), expected);
}

TEST(Numbering, PutsTheBundlesLetterBeforeEachNumber) {
    BundlePlan plan = samplePlan();
    plan.letter = "A";
    EXPECT_EQ(Numbering(plan, counts).label(13), "A 13");
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
