#pragma once
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

using Day = std::chrono::year_month_day;

enum class Nation { EnglandAndWales, Scotland, NorthernIreland };

struct Holiday {
    Day day;
    Nation nation;
    std::string name{};
    bool operator==(const Holiday&) const = default;
};

/// Bank holidays with the range of days for which the list is known to be complete. Days outside it are answered as
/// if there were no holidays, and `knows` says so: a warning, never a silent wrong date.
struct Calendar {
    std::vector<Holiday> holidays{};
    Day knownFrom{};
    Day knownUntil{};

    [[nodiscard]] bool knows(Day day) const;
    /// Whether every day from `first` to `last` is known.
    [[nodiscard]] bool knows(Day first, Day last) const;
    /// Not Saturday, Sunday, Christmas Day, Good Friday or a bank holiday in England and Wales
    /// (SI 2013/1169 r.15; SI 2018/223 reg.6(7)).
    [[nodiscard]] bool isWorkingDay(Day day) const;
    /// As above, and no bank holiday in any part of the United Kingdom (Freedom of Information Act 2000 s.10(6)).
    [[nodiscard]] bool isWorkingDayInAnyPartOfTheKingdom(Day day) const;
    /// The first working day that is not before `day`: where an act that falls due on a closed day is still in time
    /// (homelessness C6, C7, C8).
    [[nodiscard]] Day workingDayFrom(Day day) const;
    /// The last working day that is not after `day`: the safe target where nothing extends the period (homelessness
    /// R02).
    [[nodiscard]] Day workingDayUpTo(Day day) const;
    bool operator==(const Calendar&) const = default;
};

}  // namespace engross
