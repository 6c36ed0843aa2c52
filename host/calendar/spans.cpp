#include "calendar/spans.h"

#include <algorithm>
#include <stdexcept>

namespace engross {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::years;

constexpr int noticeWeeks = 4;
constexpr int longestPeriod = 60;

Day shifted(Day day, int count) {
    return sys_days(day) + days(count);
}

void demandPeriods(const TenancyPeriods& periods) {
    const bool known = periods.unit == Period::Unit::Weeks || periods.unit == Period::Unit::Months;
    if (!known || periods.length < 1 || periods.length > longestPeriod || !periods.anyFirstDay.ok()) {
        throw std::logic_error("tenancy: periods of another kind");
    }
}

/// The first day of the period so many periods after the known one. A month without that day begins on its last.
Day firstDay(const TenancyPeriods& periods, int count) {
    if (periods.unit == Period::Unit::Weeks) {
        return shifted(periods.anyFirstDay, 7 * periods.length * count);
    }
    const Day day = periods.anyFirstDay + months(periods.length * count);
    return day.ok() ? day : Day(day.year() / day.month() / std::chrono::last);
}

/// How many periods after the known one the first period begins that does so on or after `day`.
int periodFrom(const TenancyPeriods& periods, Day day) {
    const auto distance = (sys_days(day) - sys_days(periods.anyFirstDay)).count();
    const int most = periods.unit == Period::Unit::Weeks ? 7 * periods.length : 31 * periods.length;
    int count = static_cast<int>(distance) / most - 1;
    while (firstDay(periods, count) < day) {
        ++count;
    }
    while (firstDay(periods, count - 1) >= day) {
        --count;
    }
    return count;
}

}  // namespace

int daysCovered(std::vector<DaySpan> spans) {
    std::ranges::sort(spans, {}, &DaySpan::first);
    int count = 0;
    sys_days open = sys_days::min();
    for (const DaySpan& span : spans) {
        const sys_days first = std::max(sys_days(span.first), open);
        const sys_days after = sys_days(span.last) + days(1);
        if (after > first) {
            count += static_cast<int>((after - first).count());
            open = after;
        }
    }
    return count;
}

Day subjectAccessDeadline(Day received, int count, std::vector<DaySpan> paused, const Calendar& calendar) {
    const Day unmoved = plus(received, count, Period::Unit::Months, calendar);
    return calendar.workingDayFrom(shifted(unmoved, daysCovered(std::move(paused))));
}

bool endsPeriod(const TenancyPeriods& periods, Day day) {
    demandPeriods(periods);
    const Day next = firstDay(periods, periodFrom(periods, day));
    return next == day || next == shifted(day, 1);
}

Day earliestNoticeToQuit(const TenancyPeriods& periods, Day served, const Calendar& calendar) {
    demandPeriods(periods);
    const Day earliest = plus(served, noticeWeeks, Period::Unit::Weeks, calendar);
    return shifted(firstDay(periods, periodFrom(periods, shifted(earliest, 1))), -1);
}

int ageOn(Day born, Day day) {
    const int whole = static_cast<int>(day.year()) - static_cast<int>(born.year());
    const Day birthday = born + years(whole);
    const sys_days falls = birthday.ok() ? sys_days(birthday) : sys_days(birthday.year() / std::chrono::March / 1);
    return sys_days(day) < falls ? whole - 1 : whole;
}

}  // namespace engross
