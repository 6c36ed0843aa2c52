#include "words/zone.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

using namespace std::chrono;

LocalTime at(std::string_view text) {
    return localTimeFrom(text).value();
}

TEST(Zone, ReadsAndWritesTheFormOfACase) {
    EXPECT_EQ(isoLocalTime(at("2026-11-23T10:05")), "2026-11-23T10:05");
    EXPECT_EQ(at("2026-11-23T10:05:59"), at("2026-11-23T10:05"));
    for (const char* text : {"", "2026-11-23", "2026-11-23 10:00", "2026-11-23T24:00", "2026-11-23T10:60",
                             "2026-02-30T10:00", "2026-11-23T1a:00", "2026-11-23T10:00Z", "2026-11-23T10:00:6x"}) {
        EXPECT_FALSE(localTimeFrom(text).has_value()) << text;
    }
}

TEST(Zone, KnowsSummerTime) {
    EXPECT_EQ(isoTime(instantOf(at("2026-07-01T10:00")).value()), "2026-07-01T09:00:00.000Z");
    EXPECT_EQ(isoTime(instantOf(at("2026-12-01T10:00")).value()), "2026-12-01T10:00:00.000Z");
}

TEST(Zone, HasNoInstantForAnHourThatTheClocksLeaveOut) {
    EXPECT_FALSE(instantOf(at("2026-03-29T01:30")).has_value());
    EXPECT_TRUE(instantOf(at("2026-03-29T00:59")).has_value());
    EXPECT_TRUE(instantOf(at("2026-03-29T02:00")).has_value());
    EXPECT_FALSE(leastBetween(at("2026-03-29T01:30"), at("2026-03-30T10:00")).has_value());
}

TEST(Zone, TellsTheTwoHoursOfOctoberApart) {
    const auto time = at("2026-10-25T01:30");
    EXPECT_EQ(isoTime(instantOf(time, Reading::Earlier).value()), "2026-10-25T00:30:00.000Z");
    EXPECT_EQ(isoTime(instantOf(time, Reading::Later).value()), "2026-10-25T01:30:00.000Z");
}

TEST(Zone, EveryInstantComesBackFromItsLocalTime) {
    for (Instant instant{sys_days(year(2026) / 1 / 1)}; instant < sys_days(year(2027) / 1 / 1);
         instant += minutes(30)) {
        const LocalTime local = localTimeOf(instant);
        EXPECT_TRUE(instantOf(local, Reading::Earlier) == instant || instantOf(local, Reading::Later) == instant);
    }
}

TEST(Zone, TwentyFourHoursAreHoursAndNotDates) {
    // enforcement 0.1 row 6: notice given Mon 10:00, entry not before Tue 10:00
    EXPECT_EQ(leastBetween(at("2026-11-23T10:00"), at("2026-11-24T10:00")), hours(24));
    EXPECT_EQ(leastBetween(at("2026-11-23T10:00"), at("2026-11-24T09:59")), hours(24) - minutes(1));
}

TEST(Zone, CountsTheHourThatAChangeOfTheClocksTakesOrGives) {
    EXPECT_EQ(leastBetween(at("2026-03-28T10:00"), at("2026-03-29T10:00")), hours(23));
    EXPECT_EQ(leastBetween(at("2026-10-24T10:00"), at("2026-10-25T10:00")), hours(25));
}

TEST(Zone, NeverCountsTheDoubledHourInOurFavour) {
    EXPECT_EQ(leastBetween(at("2026-10-25T01:30"), at("2026-10-26T01:30")), hours(24));
    EXPECT_EQ(leastBetween(at("2026-10-24T01:30"), at("2026-10-25T01:30")), hours(24));
}

}  // namespace
}  // namespace engross
