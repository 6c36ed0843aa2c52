#include "calendar/period.h"

#include "calendar/holidays.h"
#include "model/day.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace engross {
namespace {

using namespace std::chrono;
using Unit = Period::Unit;
using Counting = Period::Counting;

std::string last(int count, Unit unit, Counting counting, std::string_view from) {
    return isoDay(lastDay({.count = count, .unit = unit, .counting = counting}, day(from), statedCalendar()));
}
std::string beginningWith(int count, Unit unit, std::string_view from) {
    return last(count, unit, Counting::BeginningWith, from);
}
std::string dayAfter(int count, Unit unit, std::string_view from) {
    return last(count, unit, Counting::DayAfter, from);
}
std::string after(int count, Unit unit, std::string_view from) {
    return last(count, unit, Counting::After, from);
}
std::string added(std::string_view from, int count, Unit unit) {
    return isoDay(plus(day(from), count, unit, statedCalendar()));
}
LocalTime time(std::string_view text) {
    return localTimeFrom(text).value();
}

TEST(Period, DaysBeginningWithADayCountThatDay) {
    // enforcement 0.1 row 1; homelessness C1
    EXPECT_EQ(beginningWith(7, Unit::Days, "2026-11-23"), "2026-11-29");
    EXPECT_EQ(beginningWith(21, Unit::Days, "2026-11-23"), "2026-12-13");
    EXPECT_EQ(beginningWith(28, Unit::Days, "2026-11-23"), "2026-12-20");
    EXPECT_EQ(beginningWith(1, Unit::Days, "2026-11-23"), "2026-11-23");
    EXPECT_EQ(beginningWith(3, Unit::Weeks, "2026-11-23"), "2026-12-13");
}

TEST(Period, DaysBeginningWithTheDayAfterDoNot) {
    // enforcement 0.1 row 2
    EXPECT_EQ(dayAfter(28, Unit::Days, "2026-11-23"), "2026-12-21");
}

TEST(Period, NotEarlierThanTheDayAfter) {
    // enforcement 0.1 row 3
    EXPECT_EQ(added("2026-11-23", 28, Unit::Days), "2026-12-21");
}

TEST(Period, AtLeastSoManyDaysAfterService) {
    // enforcement 0.1 row 4
    EXPECT_EQ(added("2026-11-23", 14, Unit::Days), "2026-12-07");
    EXPECT_EQ(added("2026-11-23", 7, Unit::Days), "2026-11-30");
}

TEST(Period, MonthsBeginningWithADayEndTheDayBeforeTheCorrespondingDay) {
    // enforcement 0.1 row 5
    EXPECT_EQ(beginningWith(6, Unit::Months, "2026-05-23"), "2026-11-22");
    EXPECT_EQ(beginningWith(6, Unit::Months, "2026-11-23"), "2027-05-22");
}

TEST(Period, MonthsWithoutACorrespondingDayEndOnTheLastOfTheMonth) {
    // enforcement 0.1 row 5: "if no corresponding date, last day of the month"
    EXPECT_EQ(beginningWith(6, Unit::Months, "2026-08-31"), "2027-02-28");
    EXPECT_EQ(beginningWith(6, Unit::Months, "2026-08-30"), "2027-02-28");
    EXPECT_EQ(beginningWith(6, Unit::Months, "2026-08-29"), "2027-02-28");
    EXPECT_EQ(beginningWith(6, Unit::Months, "2026-08-28"), "2027-02-27");
    EXPECT_EQ(beginningWith(6, Unit::Months, "2027-08-30"), "2028-02-29");
    EXPECT_EQ(beginningWith(1, Unit::Months, "2026-03-31"), "2026-04-30");
    EXPECT_EQ(beginningWith(1, Unit::Months, "2026-02-01"), "2026-02-28");
    EXPECT_EQ(beginningWith(6, Unit::Months, "2026-09-01"), "2027-02-28");
}

TEST(Period, MonthsBeginningWithTheDayAfterAreCountedFromThatDay) {
    EXPECT_EQ(dayAfter(1, Unit::Months, "2026-11-30"), "2026-12-31");
    EXPECT_EQ(after(1, Unit::Months, "2026-11-30"), "2026-12-30");
}

TEST(Period, TwentyFourHoursAreNotADate) {
    // enforcement 0.1 row 6; ENT-01
    EXPECT_EQ(isoLocalTime(earliestAfter(time("2026-11-23T10:00"), hours(24)).value()), "2026-11-24T10:00");
    EXPECT_EQ(isoLocalTime(earliestAfter(time("2026-03-28T10:00"), hours(24)).value()), "2026-03-29T11:00");
    EXPECT_EQ(isoLocalTime(latestWithin(time("2026-10-24T10:00"), hours(24)).value()), "2026-10-25T09:00");
    EXPECT_FALSE(earliestAfter(time("2026-03-29T01:30"), hours(24)).has_value());
}

TEST(Period, TheDoubledHourOfOctoberIsReadAgainstUs) {
    EXPECT_EQ(isoLocalTime(earliestAfter(time("2026-10-25T01:30"), hours(24)).value()), "2026-10-26T01:30");
    EXPECT_EQ(isoLocalTime(latestWithin(time("2026-10-25T01:30"), hours(24)).value()), "2026-10-26T00:30");
}

TEST(Period, DaysOfAndAfterADayDoNotCountIt) {
    // homelessness C2
    EXPECT_EQ(after(21, Unit::Days, "2026-11-02"), "2026-11-23");
    EXPECT_EQ(after(28, Unit::Days, "2026-11-23"), dayAfter(28, Unit::Days, "2026-11-23"));
}

TEST(Period, ANoticeToQuitTakesEffectTwentyEightDaysAfterServiceAtTheEarliest) {
    // homelessness C3, R35
    EXPECT_EQ(added("2026-11-02", 4, Unit::Weeks), "2026-11-30");
}

TEST(Period, IsNeverMovedOffAWeekendOrAHoliday) {
    // enforcement 0.1, below the table; homelessness 1.1, below the table
    EXPECT_EQ(beginningWith(21, Unit::Days, "2026-12-05"), "2026-12-25");
    EXPECT_EQ(beginningWith(21, Unit::Days, "2026-11-30"), "2026-12-20");
}

TEST(CourtDays, AtLeastThreeDaysBeforeAMondaySkipTheWeekend) {
    // homelessness C14: Monday 20 October 2025
    EXPECT_EQ(isoDay(court::lastDayBefore(3, day("2025-10-20"), statedCalendar())), "2025-10-14");
}

TEST(CourtDays, AtLeastThreeDaysBeforeAFriday) {
    // homelessness C15: Friday 20 October 2023
    EXPECT_EQ(isoDay(court::lastDayBefore(3, day("2023-10-20"), statedCalendar())), "2023-10-16");
}

TEST(CourtDays, CountNeitherTheFirstDayNorTheDayOfTheEvent) {
    // homelessness C4; enforcement 0.1 row 7. CPR 2.8(3): served on 2 October, 14 days end on 16 October
    EXPECT_EQ(isoDay(court::lastDayWithin(14, day("2026-10-02"), statedCalendar())), "2026-10-16");
    EXPECT_EQ(isoDay(court::lastDayBefore(21, day("2026-11-30"), statedCalendar())), "2026-11-08");
    EXPECT_EQ(isoDay(court::earliestEvent(14, day("2026-11-02"), statedCalendar())), "2026-11-17");
}

TEST(CourtDays, OfFiveOrFewerSkipClosedDays) {
    // homelessness C5: Christmas 2026, Friday 25 and Monday 28 December closed
    EXPECT_EQ(isoDay(court::lastDayWithin(5, day("2026-12-23"), statedCalendar())), "2027-01-04");
    EXPECT_EQ(isoDay(court::lastDayWithin(6, day("2026-12-23"), statedCalendar())), "2026-12-29");
    EXPECT_EQ(isoDay(court::lastDayBefore(2, day("2026-12-30"), statedCalendar())), "2026-12-23");
}

TEST(CourtDays, AWitnessStatementForPossessionIsDueTwoClearDaysBefore) {
    // homelessness R39: hearing on Wednesday 25 November 2026
    EXPECT_EQ(isoDay(court::lastDayBefore(2, day("2026-11-25"), statedCalendar())), "2026-11-20");
}

TEST(CourtDays, AnActAtAClosedOfficeIsInTimeOnTheNextOpenDay) {
    // homelessness C6, C7
    EXPECT_EQ(isoDay(statedCalendar().workingDayFrom(day("2026-12-26"))), "2026-12-29");
}

TEST(TribunalDeadline, EndsAtFiveAndMovesToAWorkingDay) {
    // homelessness C8, R48
    EXPECT_EQ(isoLocalTime(tribunalDeadline(day("2026-12-13"), statedCalendar())), "2026-12-14T17:00");
    EXPECT_EQ(isoLocalTime(tribunalDeadline(day("2026-11-23"), statedCalendar())), "2026-11-23T17:00");
}

TEST(WorkingDays, FollowingAReceiptAreThoseOfTheWholeKingdom) {
    // homelessness C11, R45: 30 November 2026 is a holiday in Scotland
    EXPECT_EQ(after(20, Unit::KingdomWorkingDays, "2026-11-02"), "2026-12-01");
    EXPECT_EQ(after(20, Unit::WorkingDays, "2026-11-02"), "2026-11-30");
}

TEST(WorkingDays, BeginningOnTheDayAfter) {
    // homelessness C12; 5.11: summary 3 (reg 9), make safe 5 (reg 11), investigate 10 (reg 6)
    EXPECT_EQ(dayAfter(3, Unit::WorkingDays, "2026-11-20"), "2026-11-25");
    EXPECT_EQ(dayAfter(5, Unit::WorkingDays, "2026-12-22"), "2026-12-31");
    EXPECT_EQ(dayAfter(10, Unit::WorkingDays, "2026-11-21"), "2026-12-04");
}

TEST(WorkingDays, BeginningWithADayCountItOnlyWhereItIsOne) {
    // homelessness 5.11: reg 13, five working days beginning with the relevant day
    EXPECT_EQ(beginningWith(5, Unit::WorkingDays, "2026-11-23"), "2026-11-27");
    EXPECT_EQ(beginningWith(5, Unit::WorkingDays, "2026-11-22"), "2026-11-27");
    EXPECT_EQ(beginningWith(12, Unit::Weeks, "2026-11-24"), "2027-02-15");
}

TEST(SubjectAccess, EndsOnTheCorrespondingDayOrTheNextWorkingDay) {
    // homelessness C13, R46
    EXPECT_EQ(isoDay(subjectAccessDeadline(day("2026-11-23"), 1, statedCalendar())), "2026-12-23");
    EXPECT_EQ(isoDay(subjectAccessDeadline(day("2026-01-31"), 1, statedCalendar())), "2026-03-02");
    EXPECT_EQ(isoDay(subjectAccessDeadline(day("2026-11-25"), 1, statedCalendar())), "2026-12-29");
    EXPECT_EQ(isoDay(subjectAccessDeadline(day("2026-11-23"), 3, statedCalendar())), "2027-02-23");
}

TEST(Period, SaysWhereTheListOfHolidaysDoesNotReach) {
    const Period working{.count = 10, .unit = Unit::WorkingDays, .counting = Counting::DayAfter};
    EXPECT_TRUE(holidaysKnown(working, day("2028-12-01"), statedCalendar()));
    EXPECT_FALSE(holidaysKnown(working, day("2028-12-20"), statedCalendar()));
    EXPECT_FALSE(holidaysKnown(working, day("2023-12-29"), statedCalendar()));
    EXPECT_TRUE(holidaysKnown({.count = 28, .unit = Unit::Days}, day("2035-01-01"), statedCalendar()));
}

TEST(Period, PrintsTheRuleThatGaveADate) {
    const Day from = day("2026-03-02");
    EXPECT_EQ(ruleText({.count = 21}, from, Language::English), "21 days beginning with 2\u00A0March\u00A02026");
    EXPECT_EQ(ruleText({.count = 1, .unit = Unit::Months, .counting = Counting::DayAfter}, from, Language::English),
              "1 month beginning with the day after 2\u00A0March\u00A02026");
    EXPECT_EQ(ruleText({.count = 2, .unit = Unit::Months, .counting = Counting::After}, from, Language::Welsh),
              "2 fis ar ôl 2\u00A0Mawrth\u00A02026");
}

TEST(Period, ACountOutsideReasonIsOurBug) {
    EXPECT_THROW(static_cast<void>(lastDay({.count = -1}, day("2026-01-01"), statedCalendar())), std::logic_error);
    EXPECT_THROW(static_cast<void>(plus(day("2026-01-01"), 1'000'000, Unit::Years, statedCalendar())),
                 std::logic_error);
    EXPECT_THROW(static_cast<void>(plus(day("2026-01-01"), 36'000, Unit::Years, statedCalendar())), std::logic_error)
        << "was 1 January of the year -27510";
}

}  // namespace
}  // namespace engross
