#include "calendar/spans.h"

#include "calendar/holidays.h"
#include "model/day.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace engross {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

DaySpan span(std::string_view first, std::string_view last) {
    return {day(first), day(last)};
}

TEST(DaysCovered, CountsBothEndsAndNoDayTwice) {
    EXPECT_EQ(daysCovered({}), 0);
    EXPECT_EQ(daysCovered({span("2026-11-23", "2026-11-23")}), 1);
    EXPECT_EQ(daysCovered({span("2026-11-01", "2026-11-10"), span("2026-11-05", "2026-11-12")}), 12);
    EXPECT_EQ(daysCovered({span("2026-11-20", "2026-11-22"), span("2026-11-01", "2026-11-30")}), 30);
    EXPECT_EQ(daysCovered({span("2026-11-23", "2026-11-22")}), 0);
}

TEST(SubjectAccess, StandsStillWhileTheCouncilWaitsForAnAnswer) {
    // homelessness R46: paused days are excluded
    EXPECT_EQ(isoDay(subjectAccessDeadline(day("2026-11-02"), 1, {}, statedCalendar())), "2026-12-02");
    EXPECT_EQ(isoDay(subjectAccessDeadline(day("2026-11-02"), 1, {span("2026-11-10", "2026-11-16")}, statedCalendar())),
              "2026-12-09");
    EXPECT_EQ(isoDay(subjectAccessDeadline(day("2026-11-02"), 1, {span("2026-11-10", "2026-11-12")}, statedCalendar())),
              "2026-12-07");
}

TEST(NoticeToQuit, EndsWithAPeriodNotLessThanFourWeeksAfterService) {
    // homelessness C3, R35, 5.9: a weekly tenancy from Monday, served on a Wednesday and on a Sunday
    const TenancyPeriods weekly{.anyFirstDay = day("2026-01-05")};
    EXPECT_EQ(isoDay(earliestNoticeToQuit(weekly, day("2026-11-04"), statedCalendar())), "2026-12-06");
    EXPECT_EQ(isoDay(earliestNoticeToQuit(weekly, day("2026-11-08"), statedCalendar())), "2026-12-06");
    EXPECT_EQ(isoDay(earliestNoticeToQuit(weekly, day("2026-11-09"), statedCalendar())), "2026-12-13");
    const TenancyPeriods monthly{.anyFirstDay = day("2026-01-31"), .unit = Period::Unit::Months};
    EXPECT_EQ(isoDay(earliestNoticeToQuit(monthly, day("2026-02-01"), statedCalendar())), "2026-03-30");
    EXPECT_EQ(isoDay(earliestNoticeToQuit(monthly, day("2026-01-10"), statedCalendar())), "2026-02-27");
}

TEST(NoticeToQuit, MayEndOnTheFirstOrTheLastDayOfAPeriodAndOnNoOther) {
    const TenancyPeriods weekly{.anyFirstDay = day("2026-11-02")};
    EXPECT_TRUE(endsPeriod(weekly, day("2026-12-06")));
    EXPECT_TRUE(endsPeriod(weekly, day("2026-12-07")));
    EXPECT_FALSE(endsPeriod(weekly, day("2026-12-08")));
    EXPECT_FALSE(endsPeriod(weekly, day("2026-12-05")));
    EXPECT_TRUE(endsPeriod(weekly, day("2025-11-02"))) << "a Sunday before the known period";
}

TEST(NoticeToQuit, IsNeverShorterThanTheStatuteNorAPeriodTooLong) {
    for (const Period::Unit unit : {Period::Unit::Weeks, Period::Unit::Months}) {
        for (const int length : {1, 2, 4}) {
            const TenancyPeriods periods{.anyFirstDay = day("2026-01-31"), .unit = unit, .length = length};
            for (sys_days served = sys_days(day("2025-06-01")); served < sys_days(day("2027-06-01"));
                 served += days(1)) {
                const sys_days end = earliestNoticeToQuit(periods, served, statedCalendar());
                EXPECT_GE((end - served).count(), 28);
                EXPECT_LT((end - served).count(), 28 + (unit == Period::Unit::Weeks ? 7 : 31) * length);
                EXPECT_TRUE(endsPeriod(periods, end));
            }
        }
    }
}

TEST(NoticeToQuit, OfPeriodsInDaysIsOurBug) {
    EXPECT_THROW(static_cast<void>(
                     endsPeriod({.anyFirstDay = day("2026-01-01"), .unit = Period::Unit::Days}, day("2026-02-01"))),
                 std::logic_error);
    EXPECT_THROW(static_cast<void>(endsPeriod({.anyFirstDay = day("2026-01-01"), .length = 0}, day("2026-02-01"))),
                 std::logic_error);
}

TEST(Age, IsReachedOnTheBirthday) {
    EXPECT_EQ(ageOn(day("2010-11-24"), day("2026-11-23")), 15);
    EXPECT_EQ(ageOn(day("2010-11-23"), day("2026-11-23")), 16);
    EXPECT_EQ(ageOn(day("2008-02-29"), day("2026-02-28")), 17);
    EXPECT_EQ(ageOn(day("2008-02-29"), day("2026-03-01")), 18);
    EXPECT_EQ(ageOn(day("2026-11-24"), day("2026-11-23")), -1);
}

}  // namespace
}  // namespace engross
