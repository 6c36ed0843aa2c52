#include "bundle/page_numbers.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

TEST(PageRun, GoesFromOneToTheEnd) {
    EXPECT_EQ(runOf({"1", "2", "3"}, PageNumbering::OneRun), (PageRun{1, {}, {}}));
    EXPECT_EQ(runOf({"A 41", "A 42"}, PageNumbering::OneRun), (PageRun{41, {}, {}}));
}

TEST(PageRun, NamesThePageThatIsOutOfTurn) {
    EXPECT_EQ(runOf({"1", "2", "4", "5"}, PageNumbering::OneRun).outOfTurn, (std::vector<std::size_t>{3}));
    EXPECT_EQ(runOf({"1", "2", "2"}, PageNumbering::OneRun).outOfTurn, (std::vector<std::size_t>{3}));
    EXPECT_EQ(runOf({"1", "", "3"}, PageNumbering::OneRun).outOfTurn, (std::vector<std::size_t>{2, 3}));
    EXPECT_EQ(runOf({"i", "ii"}, PageNumbering::OneRun).outOfTurn, (std::vector<std::size_t>{1, 2}));
    EXPECT_EQ(runOf({"1", "02"}, PageNumbering::OneRun).outOfTurn, (std::vector<std::size_t>{2}));
}

TEST(PageRun, KnowsPagesThatStandBetweenOthers) {
    const PageRun run = runOf({"44", "45", "45A", "45B", "46"}, PageNumbering::OneRun);
    EXPECT_TRUE(run.outOfTurn.empty());
    EXPECT_EQ(run.suffixed, (std::vector<std::size_t>{3, 4}));
    EXPECT_EQ(runOf({"45", "45B"}, PageNumbering::OneRun).outOfTurn, (std::vector<std::size_t>{2}));
    EXPECT_EQ(runOf({"45", "44A"}, PageNumbering::OneRun).outOfTurn, (std::vector<std::size_t>{2}));
}

TEST(PageRun, BeginsAgainWithEachSection) {
    const std::vector<std::string> labels{"i", "ii", "A1", "A2", "A2A", "B1", "D1", "D2"};
    const PageRun run = runOf(labels, PageNumbering::Sections);
    EXPECT_TRUE(run.outOfTurn.empty());
    EXPECT_EQ(run.suffixed, (std::vector<std::size_t>{5}));
    EXPECT_EQ(runOf({"i", "A1", "B2"}, PageNumbering::Sections).outOfTurn, (std::vector<std::size_t>{3}));
    EXPECT_EQ(runOf({"B1", "A1"}, PageNumbering::Sections).outOfTurn, (std::vector<std::size_t>{2}));
    EXPECT_EQ(runOf({"i", "iii", "A1"}, PageNumbering::Sections).outOfTurn, (std::vector<std::size_t>{2}));
    EXPECT_EQ(runOf({"Z1", "AA1"}, PageNumbering::Sections).outOfTurn, (std::vector<std::size_t>{}));
    EXPECT_EQ(runOf(labels, PageNumbering::OneRun).outOfTurn.size(), 5U);
}

TEST(SpokenPages, AreRunsOfPrintedNumbers) {
    EXPECT_EQ(spokenPages({1, 2, 3, 5}, {"i", "A1", "A2", "B1", "B2"}), "i–A2, B2");
    EXPECT_EQ(spokenPages({7}, {}), "7");
    EXPECT_EQ(spokenPages({}, {}), "");
}

}  // namespace
}  // namespace engross
