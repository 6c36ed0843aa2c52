#include "calendar/period.h"

#include "words/format.h"

#include <stdexcept>

namespace engross {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using Unit = Period::Unit;
using Counting = Period::Counting;

constexpr int longestCount = 36'600;
constexpr int shortCourtPeriod = 5;

Day shifted(Day day, int count) {
    return sys_days(day) + days(count);
}

void demandCount(int count) {
    if (count < 0 || count > longestCount) {
        throw std::logic_error("period: a count of " + std::to_string(count));
    }
}

/// The corresponding day so many months later; not ok() where that month has none.
Day corresponding(Day day, int count) {
    if (static_cast<int>(day.year()) + count / 12 + 1 > static_cast<int>(std::chrono::year::max())) {
        throw std::logic_error("period: " + std::to_string(count) + " months end after the last year there is");
    }
    return day + months(count);
}

Day orLastOfMonth(Day day) {
    return day.ok() ? day : Day(day.year() / day.month() / std::chrono::last);
}

bool counts(Day day, Unit unit, const Calendar& calendar) {
    return unit == Unit::WorkingDays ? calendar.isWorkingDay(day) : calendar.isWorkingDayInAnyPartOfTheKingdom(day);
}

Day workingDaysAfter(Day day, int count, Unit unit, const Calendar& calendar) {
    for (int counted = 0; counted < count;) {
        day = shifted(day, 1);
        if (counts(day, unit, calendar)) {
            ++counted;
        }
    }
    return day;
}

int monthsIn(const Period& period) {
    return period.unit == Unit::Years ? 12 * period.count : period.count;
}

/// So many days of CPR 2.8 back or forth; `step` is 1 or -1.
Day courtDays(int count, Day from, int step, const Calendar& calendar) {
    if (count > shortCourtPeriod) {
        return shifted(from, step * count);
    }
    Day day = from;
    for (int counted = 0; counted < count;) {
        day = shifted(day, step);
        if (calendar.isWorkingDay(day)) {
            ++counted;
        }
    }
    return day;
}

}  // namespace

Day plus(Day from, int count, Unit unit, const Calendar& calendar) {
    demandCount(count);
    switch (unit) {
        case Unit::Days:
            return shifted(from, count);
        case Unit::Weeks:
            return shifted(from, 7 * count);
        case Unit::Months:
            return orLastOfMonth(corresponding(from, count));
        case Unit::Years:
            return orLastOfMonth(corresponding(from, 12 * count));
        case Unit::WorkingDays:
        case Unit::KingdomWorkingDays:
            return workingDaysAfter(from, count, unit, calendar);
    }
    throw std::logic_error("period: a unit that is none");
}

Day lastDay(const Period& period, Day from, const Calendar& calendar) {
    demandCount(period.count);
    if (period.counting == Counting::After) {
        return plus(from, period.count, period.unit, calendar);
    }
    const Day first = period.counting == Counting::DayAfter ? shifted(from, 1) : from;
    switch (period.unit) {
        case Unit::Months:
        case Unit::Years: {
            const Day end = corresponding(first, monthsIn(period));
            return end.ok() ? shifted(end, -1) : orLastOfMonth(end);
        }
        case Unit::Days:
        case Unit::Weeks:
        case Unit::WorkingDays:
        case Unit::KingdomWorkingDays:
            return plus(shifted(first, -1), period.count, period.unit, calendar);
    }
    throw std::logic_error("period: a unit that is none");
}

Day firstDayAfter(const Period& period, Day from, const Calendar& calendar) {
    return shifted(lastDay(period, from, calendar), 1);
}

bool holidaysKnown(const Period& period, Day from, const Calendar& calendar) {
    if (period.unit != Unit::WorkingDays && period.unit != Unit::KingdomWorkingDays) {
        return true;
    }
    return calendar.knows(from, lastDay(period, from, calendar));
}

std::string ruleText(const Period& period, Day from, Language language) {
    const Messages& messages = Messages::in(language);
    const auto unitKey = [&period] {
        switch (period.unit) {
            case Unit::Days:
                return "calendar.days";
            case Unit::Weeks:
                return "calendar.weeks";
            case Unit::Months:
                return "calendar.months";
            case Unit::Years:
                return "calendar.years";
            case Unit::WorkingDays:
            case Unit::KingdomWorkingDays:
                return "calendar.working_days";
        }
        throw std::logic_error("period: a unit that is none");
    };
    const std::string length = messages.counted(unitKey(), period.count);
    const std::string day = longDate(from, language);
    switch (period.counting) {
        case Counting::BeginningWith:
            return messages.text("calendar.beginning_with", {{"period", length}, {"day", day}});
        case Counting::DayAfter:
            return messages.text("calendar.beginning_day_after", {{"period", length}, {"day", day}});
        case Counting::After:
            return messages.text("calendar.after", {{"period", length}, {"day", day}});
    }
    throw std::logic_error("period: a counting that is none");
}

namespace court {

Day lastDayWithin(int clearDays, Day start, const Calendar& calendar) {
    demandCount(clearDays);
    return courtDays(clearDays, start, 1, calendar);
}

Day lastDayBefore(int clearDays, Day event, const Calendar& calendar) {
    demandCount(clearDays);
    const Day day = shifted(courtDays(clearDays, event, -1, calendar), -1);
    return clearDays > shortCourtPeriod ? day : calendar.workingDayUpTo(day);
}

Day earliestEvent(int clearDays, Day start, const Calendar& calendar) {
    demandCount(clearDays);
    return shifted(courtDays(clearDays, start, 1, calendar), 1);
}

}  // namespace court

LocalTime tribunalDeadline(Day due, const Calendar& calendar) {
    return {.day = calendar.workingDayFrom(due), .clock = std::chrono::hours(17)};
}

Day subjectAccessDeadline(Day received, int count, const Calendar& calendar) {
    return calendar.workingDayFrom(plus(received, count, Unit::Months, calendar));
}

std::optional<LocalTime> earliestAfter(const LocalTime& from, std::chrono::hours hours) {
    const auto start = instantOf(from, Reading::Later);
    return start ? std::optional(localTimeOf(*start + hours)) : std::nullopt;
}

std::optional<LocalTime> latestWithin(const LocalTime& from, std::chrono::hours hours) {
    const auto start = instantOf(from, Reading::Earlier);
    return start ? std::optional(localTimeOf(*start + hours)) : std::nullopt;
}

}  // namespace engross
