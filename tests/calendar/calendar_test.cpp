#include "calendar/calendar.h"

#include "calendar/holidays.h"
#include "model/day.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace engross {
namespace {

using namespace std::chrono;

/// The days of the product's own list, by the name of the group in which they stand.
std::map<std::string, std::set<std::string>> daysInTheProductsList() {
    std::ifstream file(ENGROSS_SOURCE_DIR "/plugins/law/bank_holidays.lua");
    EXPECT_TRUE(file.is_open());
    std::map<std::string, std::set<std::string>> groups;
    std::string group;
    for (std::string line; std::getline(file, line);) {
        if (const std::size_t brace = line.find(" = {"); brace != std::string::npos && line.starts_with("    ")) {
            group = line.substr(4, brace - 4);
        } else if (const std::size_t row = line.find("{ \"20"); row != std::string::npos) {
            EXPECT_TRUE(groups[group].insert(line.substr(row + 3, 10)).second) << line << " stands twice";
        }
    }
    return groups;
}

std::set<std::string> statedDays(Nation nation) {
    std::set<std::string> result;
    for (const Holiday& holiday : statedCalendar().holidays) {
        if (holiday.nation == nation) {
            result.insert(isoDay(holiday.day));
        }
    }
    return result;
}

TEST(BankHolidays, TheProductsListIsTheListOfTheTables) {
    const auto groups = daysInTheProductsList();
    EXPECT_EQ(groups.at("england_and_wales"), statedDays(Nation::EnglandAndWales));
    EXPECT_EQ(groups.at("scotland"), statedDays(Nation::Scotland));
    EXPECT_EQ(groups.at("northern_ireland"), statedDays(Nation::NorthernIreland));
}

TEST(BankHolidays, StandOnTheWeekdaysThatTheTablesGive) {
    // homelessness 1.2, rows 2024 to 2028: weekday of each column
    const std::map<std::string, weekday> stated{
        {"2024-01-01", Monday},    {"2024-03-29", Friday}, {"2024-12-25", Wednesday}, {"2024-12-26", Thursday},
        {"2025-01-01", Wednesday}, {"2025-04-18", Friday}, {"2025-12-25", Thursday},  {"2025-12-26", Friday},
        {"2026-01-01", Thursday},  {"2026-04-03", Friday}, {"2026-12-25", Friday},    {"2026-12-28", Monday},
        {"2027-01-01", Friday},    {"2027-12-27", Monday}, {"2027-12-28", Tuesday},   {"2028-01-03", Monday},
        {"2028-04-14", Friday},    {"2028-12-25", Monday}, {"2028-12-26", Tuesday}};
    for (const auto& [text, expected] : stated) {
        EXPECT_EQ(weekday(sys_days(day(text))), expected) << text;
        EXPECT_FALSE(statedCalendar().isWorkingDay(day(text))) << text;
    }
}

TEST(BankHolidays, NoneFallsOnAWeekend) {
    for (const Holiday& holiday : statedCalendar().holidays) {
        const weekday falls{sys_days(holiday.day)};
        EXPECT_TRUE(falls != Saturday && falls != Sunday) << isoDay(holiday.day);
    }
}

TEST(Calendar, WorkingDaysOfEnglandAndWales) {
    // homelessness C9
    const Calendar& calendar = statedCalendar();
    EXPECT_TRUE(calendar.isWorkingDay(day("2026-11-23")));
    EXPECT_FALSE(calendar.isWorkingDay(day("2026-11-22")));
    EXPECT_FALSE(calendar.isWorkingDay(day("2026-11-21")));
    EXPECT_FALSE(calendar.isWorkingDay(day("2026-12-28")));
    EXPECT_TRUE(calendar.isWorkingDay(day("2026-11-30")));  // St Andrew's Day is not one of England and Wales
    EXPECT_TRUE(calendar.isWorkingDay(day("2026-07-13")));
}

TEST(Calendar, ChristmasDayIsNoWorkingDayEvenWhereItIsNotABankHoliday) {
    // homelessness 1.2, note: Christmas Day itself is a separate exclusion
    EXPECT_FALSE(statedCalendar().isWorkingDay(day("2027-12-25")));
    EXPECT_FALSE(Calendar().isWorkingDay(day("2024-12-25")));
}

TEST(Calendar, WorkingDaysOfTheWholeKingdom) {
    // homelessness C10
    const Calendar& calendar = statedCalendar();
    for (const char* text : {"2026-11-30", "2026-07-13", "2026-03-17", "2026-08-03", "2026-01-02", "2026-12-28"}) {
        EXPECT_FALSE(calendar.isWorkingDayInAnyPartOfTheKingdom(day(text))) << text;
    }
    EXPECT_TRUE(calendar.isWorkingDayInAnyPartOfTheKingdom(day("2026-11-23")));
}

TEST(Calendar, AOneOffHolidayIsOneRowOfData) {
    // enforcement 0.2: one-offs (8 May 2023) need a data table
    const Calendar calendar{.holidays = {{.day = day("2023-05-08"), .nation = Nation::EnglandAndWales, .name = ""}},
                            .knownFrom = day("2023-01-01"),
                            .knownUntil = day("2023-12-31")};
    EXPECT_FALSE(calendar.isWorkingDay(day("2023-05-08")));
    EXPECT_TRUE(calendar.isWorkingDay(day("2023-05-09")));
}

TEST(Calendar, SaysWhereItsListEnds) {
    const Calendar& calendar = statedCalendar();
    EXPECT_TRUE(calendar.knows(day("2024-01-01")));
    EXPECT_TRUE(calendar.knows(day("2028-12-31")));
    EXPECT_FALSE(calendar.knows(day("2023-12-31")));
    EXPECT_FALSE(calendar.knows(day("2029-01-01")));
    EXPECT_FALSE(calendar.knows(day("2028-12-20"), day("2029-01-08")));
    EXPECT_FALSE(Calendar().knows(day("2026-01-01")));
}

TEST(Calendar, MovesToTheNextWorkingDayOnlyFromAClosedOne) {
    const Calendar& calendar = statedCalendar();
    EXPECT_EQ(calendar.workingDayFrom(day("2026-12-24")), day("2026-12-24"));
    EXPECT_EQ(calendar.workingDayFrom(day("2026-12-25")), day("2026-12-29"));
    EXPECT_EQ(calendar.workingDayUpTo(day("2026-12-28")), day("2026-12-24"));
    EXPECT_EQ(calendar.workingDayUpTo(day("2026-12-24")), day("2026-12-24"));
}

TEST(Calendar, TheWorkingDaysAroundAnyDayEncloseNoOther) {
    const Calendar& calendar = statedCalendar();
    for (sys_days date = sys_days(day("2024-01-01")); date <= sys_days(day("2028-12-31")); date += days(1)) {
        const Day next = calendar.workingDayFrom(date);
        const Day last = calendar.workingDayUpTo(date);
        EXPECT_TRUE(calendar.isWorkingDay(next) && calendar.isWorkingDay(last));
        EXPECT_LE(last, Day(date));
        EXPECT_GE(next, Day(date));
        for (sys_days between = sys_days(last) + days(1); between < sys_days(next); between += days(1)) {
            EXPECT_FALSE(calendar.isWorkingDay(between));
        }
    }
}

}  // namespace
}  // namespace engross
