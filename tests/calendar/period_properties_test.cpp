#include "calendar/holidays.h"
#include "calendar/period.h"
#include "model/day.h"

#include <gtest/gtest.h>

#include <functional>

namespace engross {
namespace {

using namespace std::chrono;
using Unit = Period::Unit;
using Counting = Period::Counting;

/// Every day of four years, a leap year among them.
void forEachDay(const std::function<void(sys_days)>& check) {
    for (sys_days date = sys_days(day("2024-12-01")); date < sys_days(day("2028-10-01")); date += days(1)) {
        check(date);
    }
}

Day last(int count, Unit unit, Counting counting, sys_days from) {
    return lastDay({.count = count, .unit = unit, .counting = counting}, from, statedCalendar());
}

TEST(PeriodProperties, SoManyDaysHoldExactlySoMany) {
    forEachDay([](sys_days from) {
        for (const int count : {1, 7, 14, 21, 28, 56}) {
            const sys_days end = last(count, Unit::Days, Counting::BeginningWith, from);
            EXPECT_EQ((end - from).count() + 1, count);
            EXPECT_EQ(last(count, Unit::Days, Counting::DayAfter, from), Day(end + days(1)));
            EXPECT_EQ(last(count, Unit::Days, Counting::After, from), Day(end + days(1)));
        }
    });
}

TEST(PeriodProperties, WeeksAreSevenDays) {
    forEachDay([](sys_days from) {
        for (const int count : {1, 3, 8, 12}) {
            EXPECT_EQ(last(count, Unit::Weeks, Counting::BeginningWith, from),
                      last(7 * count, Unit::Days, Counting::BeginningWith, from));
        }
    });
}

TEST(PeriodProperties, AYearIsTwelveMonths) {
    forEachDay([](sys_days from) {
        for (const Counting counting : {Counting::BeginningWith, Counting::DayAfter, Counting::After}) {
            EXPECT_EQ(last(1, Unit::Years, counting, from), last(12, Unit::Months, counting, from));
        }
    });
}

TEST(PeriodProperties, ALaterStartNeverEndsEarlier) {
    for (const Unit unit : {Unit::Days, Unit::Weeks, Unit::Months, Unit::Years, Unit::WorkingDays}) {
        for (const Counting counting : {Counting::BeginningWith, Counting::DayAfter, Counting::After}) {
            forEachDay([unit, counting](sys_days from) {
                EXPECT_LE(last(3, unit, counting, from), last(3, unit, counting, from + days(1))) << isoDay(from);
            });
        }
    }
}

TEST(PeriodProperties, MonthsNeverLastLongerThanTheirDays) {
    forEachDay([](sys_days from) {
        for (const int count : {1, 2, 3, 6}) {
            const auto length = (sys_days(last(count, Unit::Months, Counting::BeginningWith, from)) - from).count() + 1;
            EXPECT_GE(length, 28 * count);
            EXPECT_LE(length, 31 * count);
        }
    });
}

TEST(PeriodProperties, MonthsEndInTheMonthBeforeOrOfTheCorrespondingDay) {
    forEachDay([](sys_days from) {
        const Day start{from};
        const Day corresponding = start + months(6);
        const Day end = last(6, Unit::Months, Counting::BeginningWith, from);
        if (corresponding.ok()) {
            EXPECT_EQ(sys_days(end) + days(1), sys_days(corresponding));
        } else {
            EXPECT_EQ(end, Day(corresponding.year() / corresponding.month() / std::chrono::last));
        }
    });
}

TEST(PeriodProperties, WorkingDaysHoldExactlySoManyAndEndOnOne) {
    const Calendar& calendar = statedCalendar();
    forEachDay([&calendar](sys_days from) {
        for (const int count : {1, 3, 10}) {
            const sys_days end = last(count, Unit::WorkingDays, Counting::DayAfter, from);
            EXPECT_TRUE(calendar.isWorkingDay(end));
            int found = 0;
            for (sys_days date = from + days(1); date <= end; date += days(1)) {
                found += calendar.isWorkingDay(date) ? 1 : 0;
            }
            EXPECT_EQ(found, count);
        }
    });
}

TEST(PeriodProperties, AWeekendOrAHolidayNeverShortensWorkingDays) {
    forEachDay([](sys_days from) {
        EXPECT_GE(last(10, Unit::KingdomWorkingDays, Counting::After, from),
                  last(10, Unit::WorkingDays, Counting::After, from));
        EXPECT_GE(last(10, Unit::WorkingDays, Counting::After, from), last(10, Unit::Days, Counting::After, from));
    });
}

TEST(PeriodProperties, CourtDaysBeforeAnEventGiveTheNoticeThatTheyPromise) {
    const Calendar& calendar = statedCalendar();
    forEachDay([&calendar](sys_days event) {
        for (const int count : {0, 1, 2, 3, 5, 6, 14, 21}) {
            const Day lastDay = court::lastDayBefore(count, event, calendar);
            EXPECT_LT(lastDay, Day(event));
            EXPECT_LE(court::earliestEvent(count, lastDay, calendar), Day(event)) << isoDay(event) << ' ' << count;
            const Day tooLate =
                count > 5 ? Day(sys_days(lastDay) + days(1)) : calendar.workingDayFrom(sys_days(lastDay) + days(1));
            EXPECT_TRUE(count > 5 || calendar.isWorkingDay(lastDay));
            if (tooLate < Day(event)) {
                EXPECT_GT(court::earliestEvent(count, tooLate, calendar), Day(event)) << isoDay(event) << ' ' << count;
            }
        }
    });
}

TEST(PeriodProperties, ATribunalDeadlineNeverFallsOnANonWorkingDayNorEarlier) {
    forEachDay([](sys_days due) {
        const LocalTime deadline = tribunalDeadline(due, statedCalendar());
        EXPECT_TRUE(statedCalendar().isWorkingDay(deadline.day));
        EXPECT_GE(deadline.day, Day(due));
    });
}

}  // namespace
}  // namespace engross
