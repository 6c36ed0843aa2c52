#include "life/scan_comparison.h"

#include "life/page_ink_map.h"
#include "life/service_recheck.h"
#include "model/day.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

TEST(ScanComparison, FindsNoDifferenceInOtherSpacingAndCase) {
    const WordRuns runs = differingWords("You  must start\nby 4 April", "you must START by 4 April");
    EXPECT_TRUE(runs.missing.empty());
    EXPECT_TRUE(runs.added.empty());
}

TEST(ScanComparison, ShowsAChangedDateAsWhatIsMissingAndWhatWasAdded) {
    const WordRuns runs =
        differingWords("complete by 26 March 2027 at the latest", "complete by 26 May 2027 at the latest");
    EXPECT_EQ(runs.missing, std::vector<std::string>{"March"});
    EXPECT_EQ(runs.added, std::vector<std::string>{"May"});
}

TEST(ScanComparison, ShowsWordsThatWereWrittenOnTheScanAsOneRun) {
    const WordRuns runs = differingWords("Signed Date", "Signed S. Signatory Date 25 November 2026");
    EXPECT_TRUE(runs.missing.empty());
    EXPECT_EQ(runs.added, (std::vector<std::string>{"S. Signatory", "25 November 2026"}));
}

std::string whitePage(std::size_t width, std::size_t height) {
    return std::string(width * height, '\xff');
}

void ink(std::string& dots, std::size_t width, std::size_t left, std::size_t top, std::size_t right,
         std::size_t bottom) {
    for (std::size_t y = top; y < bottom; ++y) {
        for (std::size_t x = left; x < right; ++x) {
            dots[y * width + x] = '\x20';
        }
    }
}

TEST(PageInkMap, SeesAMissingParagraphAndNotAPageThatLiesAskew) {
    constexpr std::size_t width = 500;
    constexpr std::size_t height = 700;
    std::string approved = whitePage(width, height);
    ink(approved, width, 60, 100, 440, 130);
    ink(approved, width, 60, 400, 440, 430);
    std::string askew = whitePage(width, height);
    ink(askew, width, 66, 105, 446, 135);
    ink(askew, width, 66, 405, 446, 435);
    const InkMap before = inkMapFrom(approved, width, height);
    EXPECT_TRUE(bandsWithout(before, inkMapFrom(askew, width, height)).empty());
    std::string shorter = whitePage(width, height);
    ink(shorter, width, 60, 100, 440, 130);
    const auto missing = bandsWithout(before, inkMapFrom(shorter, width, height));
    ASSERT_EQ(missing.size(), 1U);
    EXPECT_NEAR(missing.front(), 58, 3);
}

TEST(PageInkMap, SeesASignatureAsInkThatWasAdded) {
    constexpr std::size_t width = 500;
    constexpr std::size_t height = 700;
    const InkMap blank = inkMapFrom(whitePage(width, height), width, height);
    std::string page = whitePage(width, height);
    ink(page, width, 100, 560, 220, 580);
    const auto added = bandsWithout(inkMapFrom(page, width, height), blank);
    ASSERT_EQ(added.size(), 1U);
    EXPECT_NEAR(added.front(), 80, 3);
}

TEST(ServiceRecheck, ReadsEveryDateOfALineInBothLanguages) {
    const auto english = datesIn("by hand on 25\u00a0November 2026; the last day is 15 December 2026.");
    ASSERT_EQ(english.size(), 2U);
    EXPECT_EQ(isoDay(english.at(0)), "2026-11-25");
    EXPECT_EQ(isoDay(english.at(1)), "2026-12-15");
    const auto welsh = datesIn("ar 2 Mawrth 2026");
    ASSERT_EQ(welsh.size(), 1U);
    EXPECT_EQ(isoDay(welsh.at(0)), "2026-03-02");
    EXPECT_TRUE(datesIn("31 February 2026, item 4 Marches 2026").empty());
}

}  // namespace
}  // namespace engross
