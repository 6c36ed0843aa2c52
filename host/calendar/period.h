#pragma once
#include "calendar/calendar.h"
#include "words/messages.h"
#include "words/zone.h"

#include <chrono>
#include <optional>
#include <string>

namespace engross {

/// A stretch of time as a statute words it. Nothing here moves a last day off a weekend or a holiday: statutory periods
/// do not move (enforcement 0.1, homelessness 1.1). Where a rule of court or tribunal does, `Calendar::workingDayFrom`
/// or `tribunalDeadline` says so in so many words.
struct Period {
    enum class Unit {
        Days,
        Weeks,
        Months,
        Years,
        WorkingDays,        // England and Wales: SI 2013/1169 r.15, SI 2018/223 reg.6(7), SI 2025/1042 reg.2
        KingdomWorkingDays  // no holiday in any part of the United Kingdom: Freedom of Information Act 2000 s.10(6)
    };
    enum class Counting {
        BeginningWith,  // "N days beginning with X": X is day 1
        DayAfter,       // "N days beginning with the day after X": X + 1 is day 1
        After           // "within N days of, after, from X": X is not counted; months end on the corresponding day
    };
    int count = 0;  // 0 to 36,600, and no year past 32,767; anything else is our bug: std::logic_error
    Unit unit = Unit::Days;
    Counting counting = Counting::BeginningWith;
    bool operator==(const Period&) const = default;
};

/// The last day of the period. A period of no length that begins with X ends the day before X.
/// Months that begin with X end the day before the corresponding day, or on the last day of a month that has none
/// (enforcement 0.1 row 5). Working days that begin with X count X only where it is one.
[[nodiscard]] Day lastDay(const Period& period, Day from, const Calendar& calendar);

/// The first day after the period: the earliest day for what must wait until it has ended (homelessness R08, R38).
[[nodiscard]] Day firstDayAfter(const Period& period, Day from, const Calendar& calendar);

/// The count-th day, week or month after `from`: "not earlier than the 28th day after" (enforcement 0.1 row 3), "at
/// least N days after" (row 4). Months and years go to the corresponding day, or to the last day of a month that has
/// none.
[[nodiscard]] Day plus(Day from, int count, Period::Unit unit, const Calendar& calendar);

/// Whether the calendar's list of holidays covers all that the answer rests on; always so for units that skip nothing.
[[nodiscard]] bool holidaysKnown(const Period& period, Day from, const Calendar& calendar);

/// "21 days beginning with 2 March 2026", as a document prints the rule that gave a date.
[[nodiscard]] std::string ruleText(const Period& period, Day from, Language language);

/// Clear days of the Civil Procedure Rules, r.2.8: neither the day on which the period begins nor, where it ends with
/// an event, the day of the event counts; in a period of 5 days or less only business days count (r.2.8(4)).
namespace court {

/// The last day for an act that must be done within so many days of `start`.
[[nodiscard]] Day lastDayWithin(int clearDays, Day start, const Calendar& calendar);
/// The last day for an act that must be done at least so many days before the day of an event (homelessness C14, C15,
/// R39). Of a period of 5 days or less it is a business day; of a longer one it may be a closed day, and the safe
/// target is `Calendar::workingDayUpTo` of it.
[[nodiscard]] Day lastDayBefore(int clearDays, Day event, const Calendar& calendar);
/// The first day for an event of which so many days' notice was given on `start`.
[[nodiscard]] Day earliestEvent(int clearDays, Day start, const Calendar& calendar);

}  // namespace court

/// By when an act that the Tribunal's rules or directions want on a day must be done: before 5pm, on the next working
/// day where the day is none (SI 2013/1169 r.15). Statutory periods of appeal are not such acts: print them unmoved.
[[nodiscard]] LocalTime tribunalDeadline(Day due, const Calendar& calendar);

/// One month for subject access (homelessness C13): the corresponding day, moved to the next working day.
[[nodiscard]] Day subjectAccessDeadline(Day received, int months, const Calendar& calendar);

/// The earliest local time at which `hours` have surely passed ("at least 24 hours' notice"), and the latest at which
/// they have surely not ("before the end of 24 hours"). Nothing where `from` is a time that the clocks leave out.
[[nodiscard]] std::optional<LocalTime> earliestAfter(const LocalTime& from, std::chrono::hours hours);
[[nodiscard]] std::optional<LocalTime> latestWithin(const LocalTime& from, std::chrono::hours hours);

}  // namespace engross
