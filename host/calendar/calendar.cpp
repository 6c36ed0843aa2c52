#include "calendar/calendar.h"

#include <algorithm>

namespace engross {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// The days that no list of bank holidays is needed for.
bool isAlwaysClosed(Day day) {
    const std::chrono::weekday weekday{sys_days(day)};
    const bool christmas = day.month() == std::chrono::December && day.day() == std::chrono::day(25);
    return christmas || weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

}  // namespace

bool Calendar::knows(Day day) const {
    return knownFrom.ok() && knownUntil.ok() && knownFrom <= day && day <= knownUntil;
}

bool Calendar::knows(Day first, Day last) const {
    return knows(first) && knows(last);
}

bool Calendar::isWorkingDay(Day day) const {
    return !isAlwaysClosed(day) && std::ranges::none_of(holidays, [day](const Holiday& holiday) {
        return holiday.day == day && holiday.nation == Nation::EnglandAndWales;
    });
}

bool Calendar::isWorkingDayInAnyPartOfTheKingdom(Day day) const {
    return !isAlwaysClosed(day) && std::ranges::find(holidays, day, &Holiday::day) == holidays.end();
}

Day Calendar::workingDayFrom(Day day) const {
    while (!isWorkingDay(day)) {
        day = sys_days(day) + days(1);
    }
    return day;
}

Day Calendar::workingDayUpTo(Day day) const {
    while (!isWorkingDay(day)) {
        day = sys_days(day) - days(1);
    }
    return day;
}

}  // namespace engross
