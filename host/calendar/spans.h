#pragma once
#include "calendar/calendar.h"
#include "calendar/period.h"

#include <vector>

namespace engross {

/// Days from `first` to `last`, both counted.
struct DaySpan {
    Day first{};
    Day last{};
    bool operator==(const DaySpan&) const = default;
};

/// How many days the spans cover; a day in two of them counts once, a span that ends before it begins not at all.
/// Bed and breakfast for a family lasts at most 42 days in all its periods (SI 2003/3326 art. 4; homelessness R19).
[[nodiscard]] int daysCovered(std::vector<DaySpan> spans);

/// `subjectAccessDeadline` with the days on which the clock stood still for an answer that the council needs
/// (UK GDPR art. 12A; homelessness R46): the corresponding day, as many days later, moved to the next working day.
[[nodiscard]] Day subjectAccessDeadline(Day received, int months, std::vector<DaySpan> paused,
                                        const Calendar& calendar);

/// A periodic tenancy or licence: one of the days on which a period began, and how long a period is.
struct TenancyPeriods {
    Day anyFirstDay{};
    Period::Unit unit = Period::Unit::Weeks;  // Weeks or Months; anything else is our bug: std::logic_error
    int length = 1;                           // weeks or months in a period, 1 to 60
};

/// Whether a notice to quit may end on the day: the last or the first day of a period (homelessness R35; common law).
[[nodiscard]] bool endsPeriod(const TenancyPeriods& periods, Day day);

/// The earliest last day of a period on which a notice served on `served` may take effect: not less than 4 weeks after
/// service (Protection from Eviction Act 1977 s.5; homelessness C3, R35).
[[nodiscard]] Day earliestNoticeToQuit(const TenancyPeriods& periods, Day served, const Calendar& calendar);

/// Whole years lived on a day: an age is reached at the start of the birthday (Family Law Reform Act 1969 s.9), of
/// somebody born on 29 February on 1 March where the year has no 29 February. Negative for a day before birth.
[[nodiscard]] int ageOn(Day born, Day day);

}  // namespace engross
