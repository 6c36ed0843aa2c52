#include "calendar/holidays.h"
#include "calendar/period.h"
#include "model/day.h"

#include <gtest/gtest.h>

#include <vector>

namespace engross {
namespace {

using Unit = Period::Unit;
using Counting = Period::Counting;

/// A rule that a program checks, the phrase of the law as a period, and how many days after D its last day falls.
struct Offset {
    const char* rule;
    Period period;
    int daysAfterStart;
};

Period beginning(int count, Unit unit = Unit::Days) {
    return {.count = count, .unit = unit, .counting = Counting::BeginningWith};
}
Period dayAfter(int count, Unit unit = Unit::Days) {
    return {.count = count, .unit = unit, .counting = Counting::DayAfter};
}
Period following(int count, Unit unit = Unit::Days) {
    return {.count = count, .unit = unit, .counting = Counting::After};
}

std::string last(const Period& period, std::string_view from) {
    return isoDay(lastDay(period, day(from), statedCalendar()));
}
std::string next(const Period& period, std::string_view from) {
    return isoDay(firstDayAfter(period, day(from), statedCalendar()));
}

const std::vector<Offset> offsets{
    {"enforcement IN-04, 4 IN", beginning(21), 20},
    {"enforcement IN-05", beginning(7), 6},
    {"enforcement VAR-01", beginning(7), 6},
    {"enforcement VAR-02", beginning(28), 27},
    {"enforcement PO-01 appeal", beginning(28), 27},
    {"enforcement PO-02", beginning(7), 6},
    {"enforcement ERA-01", beginning(7), 6},
    {"enforcement EPO-01", beginning(28), 27},
    {"enforcement LIC-03 service", beginning(7), 6},
    {"enforcement LIC-03 appeal", beginning(28), 27},
    {"enforcement HMD-01 service", beginning(7), 6},
    {"enforcement HMD-01 appeal", beginning(28), 27},
    {"enforcement REQ-01", beginning(14), 13},
    {"enforcement PEN-05", dayAfter(28), 28},
    {"enforcement PEN-06 repeat", dayAfter(28), 28},
    {"enforcement PEN-10 sent", following(28), 28},
    {"enforcement ELE-01 remedial", beginning(21), 20},
    {"enforcement ELE-01 comply", beginning(28), 27},
    {"enforcement ELE-01 representations", beginning(21), 20},
    {"enforcement SMK-01 service", beginning(21), 20},
    {"enforcement SMK-01 comply", beginning(28), 27},
    {"enforcement SMK-02 notice", beginning(6, Unit::Weeks), 41},
    {"enforcement SMK-02 pay", beginning(28), 27},
    {"enforcement EPA-01", beginning(21), 20},
    {"enforcement BA-01 counter-notice", following(7), 7},
    {"enforcement CPN-01", beginning(21), 20},
    {"homelessness R01, R02", beginning(21), 20},
    {"homelessness R05", beginning(56), 55},
    {"homelessness R19", beginning(6, Unit::Weeks), 41},
    {"homelessness R20", beginning(14), 13},
    {"homelessness R21", beginning(14), 13},
    {"homelessness R23 eight weeks, 3.1 (a)", beginning(8, Unit::Weeks), 55},
    {"homelessness R23 three weeks, 3.1 (ba)(i)", beginning(3, Unit::Weeks), 20},
    {"homelessness R23 ten weeks, 3.1 (d)", beginning(10, Unit::Weeks), 69},
    {"homelessness R23 eleven weeks, 3.1 (d)", beginning(11, Unit::Weeks), 76},
    {"homelessness R23 twelve weeks, 3.1 (d)", beginning(12, Unit::Weeks), 83},
    {"homelessness R24, 3.2", beginning(2, Unit::Weeks), 13},
    {"homelessness R31, s204", following(21), 21},
    {"homelessness R47", following(30), 30},
    {"homelessness R54", following(14), 14},
};

TEST(StatuteVectors, EveryPhraseEndsTheStatedNumberOfDaysLater) {
    for (const char* start : {"2026-11-23", "2026-12-20", "2027-02-20", "2028-02-10"}) {
        for (const Offset& offset : offsets) {
            const Day expected = std::chrono::sys_days(day(start)) + std::chrono::days(offset.daysAfterStart);
            EXPECT_EQ(last(offset.period, start), isoDay(expected)) << offset.rule << " from " << start;
        }
    }
}

TEST(StatuteVectors, TheDatesThatTheReferenceWritesOut) {
    // homelessness R57
    EXPECT_EQ(last(beginning(3, Unit::Weeks), "2026-11-02"), "2026-11-22");
    EXPECT_EQ(last(beginning(8, Unit::Weeks), "2026-11-02"), "2026-12-27");
    EXPECT_EQ(last(beginning(2, Unit::Weeks), "2026-11-02"), "2026-11-15");
    EXPECT_EQ(last(beginning(21), "2026-11-02"), "2026-11-22");
    EXPECT_EQ(last(following(21), "2026-11-02"), "2026-11-23");
}

TEST(StatuteVectors, TheLastDayForAReviewIsShownWithThePreviousWorkingDay) {
    // homelessness R02
    EXPECT_EQ(isoDay(statedCalendar().workingDayUpTo(day("2026-11-22"))), "2026-11-20");
}

TEST(StatuteVectors, WorksStartOnTheTwentyEighthDayAfterServiceAtTheEarliest) {
    // enforcement IN-01; BA-01: works not before nine days after service have passed
    EXPECT_EQ(isoDay(plus(day("2026-11-23"), 28, Unit::Days, statedCalendar())), "2026-12-21");
    EXPECT_EQ(next(following(9), "2026-11-23"), "2026-12-03");
}

TEST(StatuteVectors, WhatBecomesOperativeDoesSoWhenThePeriodHasEnded) {
    // enforcement PO-01: D + 28; EXP-01: S + 21; homelessness R08: today ≥ D + 56
    EXPECT_EQ(next(beginning(28), "2026-11-23"), "2026-12-21");
    EXPECT_EQ(next(beginning(21), "2026-11-23"), "2026-12-14");
    EXPECT_EQ(next(beginning(56), "2026-11-02"), "2026-12-28");
}

TEST(StatuteVectors, AFinalNoticeWaitsForTheRepresentations) {
    // enforcement PEN-03: notice of intent given + 29
    EXPECT_EQ(next(dayAfter(28), "2026-11-23"), "2026-12-22");
}

TEST(StatuteVectors, ConsultationEndsFourteenOrSevenDaysAfterTheLastServiceAtTheEarliest) {
    // enforcement LIC-01
    EXPECT_EQ(isoDay(plus(day("2026-11-23"), 14, Unit::Days, statedCalendar())), "2026-12-07");
    EXPECT_EQ(isoDay(plus(day("2026-11-23"), 7, Unit::Days, statedCalendar())), "2026-11-30");
}

TEST(StatuteVectors, ANoticeOfIntentIsGivenWithinSixMonthsLessADay) {
    // enforcement PEN-01, BAN-01
    EXPECT_EQ(last(beginning(6, Unit::Months), "2026-05-23"), "2026-11-22");
    EXPECT_EQ(last(beginning(6, Unit::Months), "2026-02-28"), "2026-08-27");
}

TEST(StatuteVectors, TwelveMonthsBeginningWithAnOffenceEndADayShortOfTheYear) {
    // enforcement RRO-01
    EXPECT_EQ(last(beginning(12, Unit::Months), "2025-04-30"), "2026-04-29");
}

TEST(StatuteVectors, ReviewsOfASuspensionComeWithinAYear) {
    // enforcement IN-08, PO-04: S + 1 year
    EXPECT_EQ(last(following(1, Unit::Years), "2026-11-23"), "2027-11-23");
    EXPECT_EQ(last(following(1, Unit::Years), "2028-02-29"), "2029-02-28");
}

TEST(StatuteVectors, ALicenceLastsFiveYearsAtMost) {
    // enforcement LIC-04: end ≤ start + 5 years
    EXPECT_EQ(last(beginning(5, Unit::Years), "2026-11-23"), "2031-11-22");
    EXPECT_EQ(isoDay(plus(day("2026-11-23"), 5, Unit::Years, statedCalendar())), "2031-11-23");
}

TEST(StatuteVectors, ATemporaryExemptionLastsThreeMonthsBeginningWithService) {
    // enforcement TEN-01, 3.4
    EXPECT_EQ(last(beginning(3, Unit::Months), "2026-11-23"), "2027-02-22");
    EXPECT_EQ(last(beginning(3, Unit::Months), "2026-11-30"), "2027-02-28");
}

TEST(StatuteVectors, AnInformationIsLaidWithinSixMonthsOfTheOffence) {
    // enforcement PRO-01
    EXPECT_EQ(last(following(6, Unit::Months), "2026-05-23"), "2026-11-23");
}

TEST(StatuteVectors, TheLastWindowForASecondApplicationClosesOnTheDayThatTheReferenceGives) {
    // homelessness 0, two-year reapplication duty; R12: accepted on 30 April 2026
    EXPECT_EQ(last(beginning(2, Unit::Years), "2026-04-30"), "2028-04-29");
}

TEST(StatuteVectors, PossessionNoticesWaitForTheLongestPeriodOfTheirGrounds) {
    // homelessness R38, 5.8
    EXPECT_EQ(next(beginning(4, Unit::Months), "2026-06-01"), "2026-10-01");
    EXPECT_EQ(next(beginning(2, Unit::Months), "2026-12-31"), "2027-03-01");
    EXPECT_EQ(next(beginning(4, Unit::Weeks), "2026-11-02"), "2026-11-30");
    EXPECT_EQ(next(beginning(2, Unit::Weeks), "2026-11-02"), "2026-11-16");
}

TEST(StatuteVectors, AReviewThatAnAppointedPersonCarriesOutIsToldInTheEleventhWeek) {
    // homelessness 3.1 (d): or one week before an agreed longer end; with D = 2 November 2026
    EXPECT_EQ(last(beginning(12, Unit::Weeks), "2026-11-02"), "2027-01-24");
    EXPECT_EQ(last(beginning(11, Unit::Weeks), "2026-11-02"), "2027-01-17");
}

TEST(StatuteVectors, HazardsInSocialHomesAreCountedInWorkingDays) {
    // homelessness R42, 5.11: investigation completed on Tuesday 22 December 2026
    EXPECT_EQ(last(dayAfter(3, Unit::WorkingDays), "2026-12-22"), "2026-12-29");
    EXPECT_EQ(last(dayAfter(12, Unit::Weeks), "2026-12-22"), "2027-03-16");
    EXPECT_EQ(isoLocalTime(latestWithin(localTimeFrom("2026-12-24T16:20").value(), std::chrono::hours(24)).value()),
              "2026-12-25T16:20");
}

TEST(StatuteVectors, ComplaintsAreCountedInWorkingDays) {
    // homelessness R43, COR-01 to COR-03: received on Friday 18 December 2026
    EXPECT_EQ(last(following(5, Unit::WorkingDays), "2026-12-18"), "2026-12-29");
    EXPECT_EQ(last(following(10, Unit::WorkingDays), "2026-12-29"), "2027-01-13");
    EXPECT_EQ(last(following(20, Unit::WorkingDays), "2026-12-29"), "2027-01-27");
}

TEST(StatuteVectors, AProgressionOutcomeIsSentWithinFifteenWorkingDays) {
    // homelessness R59
    EXPECT_EQ(last(following(15, Unit::WorkingDays), "2026-11-23"), "2026-12-14");
}

TEST(StatuteVectors, RequestsForInformationSkipTheHolidaysOfAllNations) {
    // homelessness R45 over the turn of the year: 25 and 28 December, 1 January, and 4 January (Scotland)
    EXPECT_EQ(last(following(20, Unit::KingdomWorkingDays), "2026-12-14"), "2027-01-15");
}

}  // namespace
}  // namespace engross
