#pragma once
#include "model/identifier.h"

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace engross {

/// What a clock on a wall in London shows: the time of every date and hour in a case.
struct LocalTime {
    std::chrono::year_month_day day;
    std::chrono::minutes clock{};  // since midnight by the clock, 0 to 1439
    auto operator<=>(const LocalTime&) const = default;
};

/// "2026-11-23T10:00", or with seconds, which are dropped; nothing for any other text.
[[nodiscard]] std::optional<LocalTime> localTimeFrom(std::string_view text);
/// "2026-11-23T10:00"
[[nodiscard]] std::string isoLocalTime(const LocalTime& time);

/// In the hour that comes twice each October, which of the two is meant.
enum class Reading { Earlier, Later };

/// The instant of a local time, or nothing for one that the clocks leave out in March.
[[nodiscard]] std::optional<Instant> instantOf(const LocalTime& time, Reading reading = Reading::Earlier);
[[nodiscard]] LocalTime localTimeOf(Instant instant);

/// The least time that can have passed from one local time to another, across a change of the clocks: the first is read
/// as late and the second as early as it may be. Negative where the second comes first; nothing where either is a time
/// that the clocks leave out. "At least 24 hours" (Housing Act 2004 s.239(5)) is counted with this.
[[nodiscard]] std::optional<std::chrono::minutes> leastBetween(const LocalTime& from, const LocalTime& to);

}  // namespace engross
