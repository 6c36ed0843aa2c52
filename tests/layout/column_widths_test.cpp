#include "layout/column_widths.h"

#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace engross {
namespace {

using Widths = std::vector<Points>;

TEST(ColumnWidths, GiveTheLongerColumnsTheRoomThatIsOver) {
    const Widths widths = columnWidths({{20, 20, 0}, {30, 80, 0}}, 200);
    EXPECT_DOUBLE_EQ(widths[0], 40);
    EXPECT_DOUBLE_EQ(widths[1], 160);
}

TEST(ColumnWidths, TakeNoWordApartWhereEveryWordHasRoom) {
    const Widths widths = columnWidths({{20, 20, 0}, {60, 900, 0}, {50, 300, 0}}, 300);
    EXPECT_DOUBLE_EQ(widths[0], 20);
    EXPECT_GT(widths[1], widths[2]);
    EXPECT_GE(widths[2], 50);
}

TEST(ColumnWidths, ShareByWeightWhatTheOthersLeave) {
    const Widths widths = columnWidths({{10, 40, 0}, {10, 500, 2}, {10, 20, 1}}, 340);
    EXPECT_DOUBLE_EQ(widths[0], 40);
    EXPECT_DOUBLE_EQ(widths[1], 200);
    EXPECT_DOUBLE_EQ(widths[2], 100);
}

TEST(ColumnWidths, LetAnEndlessWordCostItsOwnColumnOnly) {
    const Widths widths = columnWidths({{30, 30, 0}, {5000, 5000, 0}, {40, 60, 0}}, 300);
    EXPECT_DOUBLE_EQ(widths[0], 30);
    EXPECT_DOUBLE_EQ(widths[2], 40);
    EXPECT_DOUBLE_EQ(widths[1], 230);
}

TEST(ColumnWidths, PartTheLongestWordsFirstWhereNotAllHaveRoom) {
    const std::vector<ColumnNeed> needs{{.least = 100, .natural = 100, .part = 40},
                                        {.least = 400, .natural = 400, .part = 60}};
    EXPECT_TRUE(haveRoom(needs, 300));
    EXPECT_FALSE(haveRoom(needs, 99));
    const Widths widths = columnWidths(needs, 300);
    EXPECT_DOUBLE_EQ(widths[0], 100);
    EXPECT_DOUBLE_EQ(widths[1], 200);
}

TEST(ColumnWidths, AlwaysAddUpToWhatThereIs) {
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        std::vector<ColumnNeed> needs(1 + random() % 7);
        Points least = 0;
        for (ColumnNeed& need : needs) {
            need.least = static_cast<Points>(random() % 120);
            need.natural = static_cast<Points>(random() % 600);
            need.weight = random() % 3 == 0 ? static_cast<double>(1 + random() % 4) : 0;
            least += need.least;
        }
        constexpr Points available = 470;
        const Widths widths = columnWidths(needs, available);
        ASSERT_NEAR(std::accumulate(widths.begin(), widths.end(), 0.0), available, 0.001);
        for (std::size_t i = 0; i < needs.size(); ++i) {
            ASSERT_GE(widths[i], 0);
            ASSERT_TRUE(least > available || widths[i] >= needs[i].least - 0.001) << round;
        }
    }
}

}  // namespace
}  // namespace engross
