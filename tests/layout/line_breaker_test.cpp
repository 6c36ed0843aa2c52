#include "layout/line_breaker.h"

#include <gtest/gtest.h>
#include <random>

namespace engross {
namespace {

using Ends = std::vector<std::size_t>;

std::vector<LineItem> items(const std::vector<Points>& widths) {
    std::vector<LineItem> made;
    made.reserve(widths.size());
    for (const Points width : widths) {
        made.push_back({width, 1, false, false});
    }
    return made;
}

Points widthOf(const std::vector<LineItem>& made, std::size_t first, std::size_t end) {
    Points width = 0;
    for (std::size_t i = first; i < end; ++i) {
        width += made[i].width + (i + 1 < end ? made[i].space : 0);
    }
    return width;
}

std::size_t greedyLines(const std::vector<LineItem>& made, Points measure) {
    std::size_t lines = 0;
    for (std::size_t first = 0; first < made.size(); ++lines) {
        std::size_t end = first + 1;
        while (end < made.size() && widthOf(made, first, end + 1) <= measure) {
            ++end;
        }
        first = end;
    }
    return lines;
}

TEST(LineBreaker, MakesTheLeastRaggedOfTheShortestParagraphs) {
    // Greedy sets 9+1 | 1+... and leaves a gap; the lines below are even.
    EXPECT_EQ(breakLines(items({3, 2, 2, 5}), 6, LineShape::Balanced), (Ends{1, 3, 4}));
}

TEST(LineBreaker, LetsTheLastLineBeShortButNotAWord) {
    const auto made = items({10, 10, 10, 10, 10, 10, 10, 10, 10, 3});
    const Ends ends = breakLines(made, 98, LineShape::Ragged);
    ASSERT_EQ(ends.size(), 2U);
    EXPECT_LT(ends.front(), 9U);
}

TEST(LineBreaker, EndsALineWhereItMust) {
    auto made = items({1, 1, 1});
    made[0].mandatory = true;
    EXPECT_EQ(breakLines(made, 100, LineShape::Ragged), (Ends{1, 3}));
    EXPECT_TRUE(breakLines({}, 100, LineShape::Ragged).empty());
}

TEST(LineBreaker, JustifiesWithTheLeastStretchAndLittleShrink) {
    auto made = items(std::vector<Points>(40, 10));
    for (LineItem& item : made) {
        item.space = 3;
    }
    const Ends ends = breakLines(made, 100, LineShape::Justified);
    std::size_t first = 0;
    for (const std::size_t end : ends) {
        // Eight words of 10 and seven spaces of 3 miss the measure by -1, which the spaces bear; nine by -14.
        if (end != made.size()) {
            EXPECT_EQ(end - first, 8U);
        }
        first = end;
    }
    EXPECT_EQ(ends.back(), made.size());
}

TEST(LineBreaker, GivesAWideWordALineOfItsOwn) {
    EXPECT_EQ(breakLines(items({2, 50, 2}), 10, LineShape::Ragged), (Ends{1, 2, 3}));
}

TEST(LineBreaker, NeverExceedsTheMeasureNorUsesMoreLinesThanNeeded) {
    std::mt19937 random(20260302);
    for (int round = 0; round < 500; ++round) {
        std::vector<Points> widths(1 + random() % 60);
        for (Points& width : widths) {
            width = 1 + static_cast<Points>(random() % 40);
        }
        const auto made = items(widths);
        const Points measure = 60 + static_cast<Points>(random() % 60);
        for (const LineShape shape : {LineShape::Ragged, LineShape::Balanced}) {
            const Ends ends = breakLines(made, measure, shape);
            std::size_t first = 0;
            for (const std::size_t end : ends) {
                ASSERT_GT(end, first);
                ASSERT_LE(widthOf(made, first, end), measure + 0.01);
                first = end;
            }
            ASSERT_EQ(first, made.size());
            ASSERT_EQ(ends.size(), greedyLines(made, measure));
        }
    }
}

}  // namespace
}  // namespace engross
