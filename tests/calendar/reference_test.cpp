// Every line of the two references that counts days, hours or months, with a date that it gives. The other tests of
// this folder go deeper into each rule; this table is here so that a reader sees that no line is missing.
#include "calendar/holidays.h"
#include "calendar/period.h"
#include "calendar/service.h"
#include "calendar/spans.h"
#include "model/day.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace engross {
namespace {

using Unit = Period::Unit;
using Counting = Period::Counting;
using Method = ServiceMethod;
using Regime = ServiceRegime;

/// What a line says, as a computation; the answer is an ISO date or time, or a number.
std::string beginning(int count, Unit unit, const char* from) {
    return isoDay(
        lastDay({.count = count, .unit = unit, .counting = Counting::BeginningWith}, day(from), statedCalendar()));
}
std::string beginning(int count, const char* from) {
    return beginning(count, Unit::Days, from);
}
std::string dayAfter(int count, Unit unit, const char* from) {
    return isoDay(lastDay({.count = count, .unit = unit, .counting = Counting::DayAfter}, day(from), statedCalendar()));
}
std::string after(int count, Unit unit, const char* from) {
    return isoDay(lastDay({.count = count, .unit = unit, .counting = Counting::After}, day(from), statedCalendar()));
}
std::string onceOver(int count, Unit unit, Counting counting, const char* from) {
    return isoDay(firstDayAfter({.count = count, .unit = unit, .counting = counting}, day(from), statedCalendar()));
}
std::string notEarlier(int count, const char* from) {
    return isoDay(plus(day(from), count, Unit::Days, statedCalendar()));
}
std::string earliestTime(const char* from, int hours) {
    return isoLocalTime(earliestAfter(localTimeFrom(from).value(), std::chrono::hours(hours)).value());
}
std::string latestTime(const char* from, int hours) {
    return isoLocalTime(latestWithin(localTimeFrom(from).value(), std::chrono::hours(hours)).value());
}
std::string beforeHearing(int clearDays, const char* hearing) {
    return isoDay(court::lastDayBefore(clearDays, day(hearing), statedCalendar()));
}
std::string served(Regime regime, Method method, const char* step) {
    return isoDay(deemedService(regime, method, localTimeFrom(step).value(), statedCalendar()).value().day);
}
std::string open(const char* from) {
    return isoDay(statedCalendar().workingDayFrom(day(from)));
}

/// `expected` is worked out by hand from the line, not by the program.
struct Vector {
    std::string source;
    std::string answer;
    std::string expected;
};

std::vector<Vector> generalVectors() {
    return {
        {"enforcement 0.1 row 1", beginning(7, "2026-11-23"), "2026-11-29"},
        {"enforcement 0.1 row 1", beginning(21, "2026-11-23"), "2026-12-13"},
        {"enforcement 0.1 row 1", beginning(28, "2026-11-23"), "2026-12-20"},
        {"enforcement 0.1 row 2", dayAfter(28, Unit::Days, "2026-11-23"), "2026-12-21"},
        {"enforcement 0.1 row 3", notEarlier(28, "2026-11-23"), "2026-12-21"},
        {"enforcement 0.1 row 4", notEarlier(14, "2026-11-23"), "2026-12-07"},
        {"enforcement 0.1 row 4", notEarlier(7, "2026-11-23"), "2026-11-30"},
        {"enforcement 0.1 row 5", beginning(6, Unit::Months, "2026-05-23"), "2026-11-22"},
        {"enforcement 0.1 row 5", beginning(6, Unit::Months, "2026-11-23"), "2027-05-22"},
        {"enforcement 0.1 row 5", beginning(6, Unit::Months, "2026-08-31"), "2027-02-28"},
        {"enforcement 0.1 row 6", earliestTime("2026-11-23T10:00", 24), "2026-11-24T10:00"},
        {"enforcement 0.1 row 7", isoDay(court::lastDayWithin(14, day("2026-10-02"), statedCalendar())), "2026-10-16"},
        {"enforcement 0.1 below", beginning(21, "2026-12-05"), "2026-12-25"},  // never moved off a holiday
        {"enforcement 0.1 below", isoLocalTime(tribunalDeadline(day("2026-12-13"), statedCalendar())),
         "2026-12-14T17:00"},
        {"enforcement 0.2", open("2026-04-03"), "2026-04-07"},  // Good Friday and Easter Monday
        {"enforcement 0.2", open("2027-12-25"), "2027-12-29"},
        {"enforcement 0.2", open("2028-01-01"), "2028-01-04"},
        {"enforcement 0.3 hand", served(Regime::Statute, Method::Hand, "2026-11-22T20:00"), "2026-11-22"},
        {"enforcement 0.3 affixed", served(Regime::Statute, Method::Affixed, "2026-11-22T20:00"), "2026-11-22"},
        {"enforcement 0.3 first class", served(Regime::Statute, Method::FirstClassPost, "2026-11-20T16:00"),
         "2026-11-24"},
        {"enforcement 0.3 second class", served(Regime::Statute, Method::SecondClassPost, "2026-11-20T16:00"),
         "2026-11-26"},
        {"enforcement 0.3 CPR 6.26 post", served(Regime::CourtDocument, Method::FirstClassPost, "2026-11-20T18:00"),
         "2026-11-23"},
        {"enforcement 0.3 CPR 6.26 DX", served(Regime::CourtDocument, Method::DocumentExchange, "2026-11-23T18:00"),
         "2026-11-25"},
        {"enforcement 0.3 CPR 6.26 left", served(Regime::CourtDocument, Method::LeftAtAddress, "2026-11-23T16:29"),
         "2026-11-23"},
        {"enforcement 0.3 CPR 6.26 fax", served(Regime::CourtDocument, Method::Fax, "2026-11-23T16:30"), "2026-11-24"},
        {"enforcement 0.3 CPR 6.26 e-mail", served(Regime::CourtDocument, Method::Email, "2026-12-24T17:00"),
         "2026-12-29"},
        {"enforcement 0.3 CPR 6.26 personal", served(Regime::CourtDocument, Method::Hand, "2026-11-21T10:00"),
         "2026-11-23"},
        {"enforcement 0.3 CPR 6.14", served(Regime::ClaimForm, Method::FirstClassPost, "2026-11-20T10:00"),
         "2026-11-24"},
    };
}

std::vector<Vector> enforcementVectors() {
    const char* d = "2026-11-23";  // S of service, D of a decision or making
    return {
        {"IN-01", notEarlier(28, d), "2026-12-21"},
        {"IN-04", beginning(21, d), "2026-12-13"},
        {"IN-05", beginning(7, d), "2026-11-29"},
        {"IN-08", after(1, Unit::Years, d), "2027-11-23"},
        {"VAR-01", beginning(7, d), "2026-11-29"},
        {"VAR-02", beginning(28, d), "2026-12-20"},
        {"PO-01", beginning(28, d), "2026-12-20"},
        {"PO-01", onceOver(28, Unit::Days, Counting::BeginningWith, d), "2026-12-21"},  // operative
        {"PO-02", beginning(7, d), "2026-11-29"},
        {"PO-04", after(1, Unit::Years, d), "2027-11-23"},
        {"ERA-01", beginning(7, d), "2026-11-29"},
        {"EPO-01", beginning(28, d), "2026-12-20"},
        {"EXP-01", onceOver(21, Unit::Days, Counting::BeginningWith, d), "2026-12-14"},
        {"LIC-01", notEarlier(14, d), "2026-12-07"},
        {"LIC-01", notEarlier(7, d), "2026-11-30"},
        {"LIC-03", beginning(7, d), "2026-11-29"},
        {"LIC-03", beginning(28, d), "2026-12-20"},
        {"LIC-04", isoDay(plus(day(d), 5, Unit::Years, statedCalendar())), "2031-11-23"},
        {"TEN-01", beginning(3, Unit::Months, d), "2027-02-22"},
        {"HMD-01", beginning(7, d), "2026-11-29"},
        {"HMD-01", beginning(28, d), "2026-12-20"},
        {"REQ-01", beginning(14, d), "2026-12-06"},
        {"ENT-01", earliestTime("2026-03-28T10:00", 24), "2026-03-29T11:00"},  // over the clocks' change
        {"PEN-01", beginning(6, Unit::Months, "2026-05-23"), "2026-11-22"},
        {"PEN-03", onceOver(28, Unit::Days, Counting::DayAfter, d), "2026-12-22"},
        {"PEN-05", dayAfter(28, Unit::Days, d), "2026-12-21"},
        {"PEN-06", dayAfter(28, Unit::Days, d), "2026-12-21"},
        {"PEN-10", after(28, Unit::Days, d), "2026-12-21"},
        {"ELE-01", beginning(21, d), "2026-12-13"},
        {"ELE-01", beginning(28, d), "2026-12-20"},
        {"SMK-01", beginning(21, d), "2026-12-13"},
        {"SMK-01", beginning(28, d), "2026-12-20"},
        {"SMK-02", beginning(6, Unit::Weeks, d), "2027-01-03"},
        {"SMK-02", beginning(28, d), "2026-12-20"},
        {"MEE-01", isoDay(plus(day("2025-05-23"), 18, Unit::Months, statedCalendar())), "2026-11-23"},
        {"MEE-01", isoDay(plus(day(d), 1, Unit::Months, statedCalendar())), "2026-12-23"},
        {"EPA-01", beginning(21, d), "2026-12-13"},
        {"BA-01", onceOver(9, Unit::Days, Counting::After, d), "2026-12-03"},
        {"BA-01", after(7, Unit::Days, d), "2026-11-30"},
        {"CPN-01", beginning(21, d), "2026-12-13"},
        {"RRO-01", beginning(12, Unit::Months, "2025-04-30"), "2026-04-29"},
        {"RRO-01", after(28, Unit::Days, d), "2026-12-21"},
        {"BAN-01", beginning(6, Unit::Months, "2026-02-28"), "2026-08-27"},
        {"PRO-01", after(6, Unit::Months, "2026-05-23"), "2026-11-23"},
    };
}

std::vector<Vector> homelessnessRules() {
    return {
        {"C1", beginning(21, "2026-11-02"), "2026-11-22"},
        {"C1", beginning(3, Unit::Weeks, "2026-11-02"), "2026-11-22"},
        {"C2", after(21, Unit::Days, "2026-11-02"), "2026-11-23"},
        {"C3", isoDay(plus(day("2026-11-02"), 4, Unit::Weeks, statedCalendar())), "2026-11-30"},
        {"C4", beforeHearing(21, "2026-11-30"), "2026-11-08"},
        {"C5", beforeHearing(2, "2026-12-30"), "2026-12-23"},
        {"C6", open("2026-12-26"), "2026-12-29"},
        {"C7", open("2026-12-25"), "2026-12-29"},
        {"C8", isoLocalTime(tribunalDeadline(day("2026-11-22"), statedCalendar())), "2026-11-23T17:00"},
        {"C9", after(1, Unit::WorkingDays, "2026-12-24"), "2026-12-29"},
        {"C10", after(1, Unit::KingdomWorkingDays, "2026-11-27"), "2026-12-01"},
        {"C11", after(20, Unit::KingdomWorkingDays, "2026-11-02"), "2026-12-01"},
        {"C12", dayAfter(10, Unit::WorkingDays, "2026-11-21"), "2026-12-04"},
        {"C13", isoDay(subjectAccessDeadline(day("2026-01-31"), 1, statedCalendar())), "2026-03-02"},
        {"C14", beforeHearing(3, "2025-10-20"), "2025-10-14"},
        {"C15", beforeHearing(3, "2023-10-20"), "2023-10-16"},
        {"1.2", open("2026-12-28"), "2026-12-29"},
        {"1.3 Awaab", served(Regime::SocialHomeHazard, Method::Email, "2026-11-21T23:00"), "2026-11-21"},
        {"1.3 practice", served(Regime::Homelessness, Method::FirstClassPost, "2026-11-20T10:00"), "2026-11-24"},
        {"0 reapplication", beginning(2, Unit::Years, "2026-04-30"), "2028-04-29"},
        {"3.1 eight weeks", beginning(8, Unit::Weeks, "2026-11-02"), "2026-12-27"},
        {"3.1 three weeks", beginning(3, Unit::Weeks, "2026-11-02"), "2026-11-22"},
        {"3.1 ten weeks", beginning(10, Unit::Weeks, "2026-11-02"), "2027-01-10"},
        {"3.1 twelve weeks", beginning(12, Unit::Weeks, "2026-11-02"), "2027-01-24"},
        {"3.1 week 11", beginning(11, Unit::Weeks, "2026-11-02"), "2027-01-17"},
        {"3.2", beginning(2, Unit::Weeks, "2026-11-02"), "2026-11-15"},
        {"3.9", after(14, Unit::Days, "2026-11-02"), "2026-11-16"},
        {"3.11", after(3, Unit::Months, "2026-11-30"), "2027-02-28"},
        {"5.8", beginning(4, Unit::Months, "2026-06-01"), "2026-09-30"},
        {"5.9", isoDay(earliestNoticeToQuit({.anyFirstDay = day("2026-11-02")}, day("2026-11-04"), statedCalendar())),
         "2026-12-06"},
        {"5.11 emergency", latestTime("2026-12-24T16:20", 24), "2026-12-25T16:20"},
        {"5.11 standard", dayAfter(10, Unit::WorkingDays, "2026-11-20"), "2026-12-04"},
        {"5.11 summary", dayAfter(3, Unit::WorkingDays, "2026-12-22"), "2026-12-29"},
        {"5.11 make safe", dayAfter(5, Unit::WorkingDays, "2026-12-22"), "2026-12-31"},
        {"5.11 begin", beginning(5, Unit::WorkingDays, "2026-11-23"), "2026-11-27"},
        {"5.11 twelve weeks", dayAfter(12, Unit::Weeks, "2026-12-22"), "2027-03-16"},
    };
}

std::vector<Vector> homelessnessChecks() {
    return {
        {"R01", beginning(21, "2026-11-02"), "2026-11-22"},
        {"R02", isoDay(statedCalendar().workingDayUpTo(day("2026-11-22"))), "2026-11-20"},
        {"R05", beginning(56, "2026-11-02"), "2026-12-27"},
        {"R08", onceOver(56, Unit::Days, Counting::BeginningWith, "2026-11-02"), "2026-12-28"},
        {"R12", beginning(2, Unit::Years, "2026-04-30"), "2028-04-29"},
        {"R19",
         std::to_string(daysCovered({{day("2026-10-01"), day("2026-10-20")}, {day("2026-11-01"), day("2026-11-22")}})),
         "42"},
        {"R20", beginning(14, "2026-11-02"), "2026-11-15"},
        {"R21", beginning(14, "2026-11-02"), "2026-11-15"},
        {"R23", beginning(8, Unit::Weeks, "2026-11-02"), "2026-12-27"},
        {"R24", beginning(2, Unit::Weeks, "2026-11-02"), "2026-11-15"},
        {"R29", after(21, Unit::Days, "2026-11-02"), "2026-11-23"},
        {"R31", after(21, Unit::Days, "2026-12-27"), "2027-01-17"},
        {"R35", isoDay(plus(day("2026-11-04"), 28, Unit::Days, statedCalendar())), "2026-12-02"},
        {"R38", onceOver(4, Unit::Months, Counting::BeginningWith, "2026-06-01"), "2026-10-01"},
        {"R38", onceOver(2, Unit::Weeks, Counting::BeginningWith, "2026-11-02"), "2026-11-16"},
        {"R39", beforeHearing(2, "2026-11-25"), "2026-11-20"},
        {"R42", dayAfter(3, Unit::WorkingDays, "2026-12-22"), "2026-12-29"},
        {"R43", after(5, Unit::WorkingDays, "2026-12-18"), "2026-12-29"},
        {"R43", after(10, Unit::WorkingDays, "2026-12-29"), "2027-01-13"},
        {"R43", after(20, Unit::WorkingDays, "2026-12-29"), "2027-01-27"},
        {"R45", after(20, Unit::KingdomWorkingDays, "2026-12-14"), "2027-01-15"},
        {"R46",
         isoDay(
             subjectAccessDeadline(day("2026-11-23"), 1, {{day("2026-11-30"), day("2026-12-03")}}, statedCalendar())),
         "2026-12-29"},
        {"R47", after(30, Unit::Days, "2026-11-02"), "2026-12-02"},
        {"R48", isoLocalTime(tribunalDeadline(day("2026-12-25"), statedCalendar())), "2026-12-29T17:00"},
        {"R49", beforeHearing(7, "2026-11-30"), "2026-11-22"},
        {"R53", served(Regime::CourtDocument, Method::FirstClassPost, "2026-12-24T10:00"), "2026-12-29"},
        {"R54", after(14, Unit::Days, "2026-11-02"), "2026-11-16"},
        {"R57", beginning(3, Unit::Weeks, "2026-11-02"), "2026-11-22"},
        {"R57", beginning(8, Unit::Weeks, "2026-11-02"), "2026-12-27"},
        {"R57", beginning(2, Unit::Weeks, "2026-11-02"), "2026-11-15"},
        {"R57", beginning(21, "2026-11-02"), "2026-11-22"},
        {"R57", after(21, Unit::Days, "2026-11-02"), "2026-11-23"},
        {"R59", after(15, Unit::WorkingDays, "2026-11-23"), "2026-12-14"},
    };
}

void expectAll(const std::vector<Vector>& vectors) {
    for (const Vector& vector : vectors) {
        EXPECT_EQ(vector.answer, vector.expected) << vector.source;
    }
}

TEST(Reference, GeneralRulesOfEnforcementCountAsWritten) {
    expectAll(generalVectors());
}

TEST(Reference, EveryCheckOfEnforcementThatCountsGivesItsDate) {
    expectAll(enforcementVectors());
}

TEST(Reference, GeneralRulesOfHomelessnessCountAsWritten) {
    expectAll(homelessnessRules());
}

TEST(Reference, EveryCheckOfHomelessnessThatCountsGivesItsDate) {
    expectAll(homelessnessChecks());
}

std::set<std::string> sourcesOf(const std::vector<Vector>& vectors) {
    std::set<std::string> sources;
    for (const Vector& vector : vectors) {
        sources.insert(vector.source);
    }
    return sources;
}

// The codes of enforcement 14 and homelessness 11 whose rule names a number of days, weeks, months, years or hours, and
// the counting rules C1 to C15: copied from the references by reading them, so that a row taken out above is missed.
TEST(Reference, NoLineThatCountsIsWithoutAVector) {
    const std::set<std::string> enforcement{"BA-01",  "BAN-01", "CPN-01", "ELE-01", "ENT-01", "EPA-01", "EPO-01",
                                            "ERA-01", "EXP-01", "HMD-01", "IN-01",  "IN-04",  "IN-05",  "IN-08",
                                            "LIC-01", "LIC-03", "LIC-04", "MEE-01", "PEN-01", "PEN-03", "PEN-05",
                                            "PEN-06", "PEN-10", "PO-01",  "PO-02",  "PO-04",  "PRO-01", "REQ-01",
                                            "RRO-01", "SMK-01", "SMK-02", "TEN-01", "VAR-01", "VAR-02"};
    const std::set<std::string> homelessness{"R01", "R02", "R05", "R08", "R12", "R19", "R20", "R21", "R23",
                                             "R24", "R29", "R31", "R35", "R38", "R39", "R42", "R43", "R45",
                                             "R46", "R47", "R48", "R49", "R53", "R54", "R57", "R59"};
    EXPECT_EQ(sourcesOf(enforcementVectors()), enforcement);
    EXPECT_EQ(sourcesOf(homelessnessChecks()), homelessness);
    const auto rules = sourcesOf(homelessnessRules());
    for (int number = 1; number <= 15; ++number) {
        EXPECT_TRUE(rules.contains("C" + std::to_string(number))) << number;
    }
    const auto general = sourcesOf(generalVectors());
    for (int row = 1; row <= 7; ++row) {
        EXPECT_TRUE(general.contains("enforcement 0.1 row " + std::to_string(row))) << row;
    }
}

}  // namespace
}  // namespace engross
