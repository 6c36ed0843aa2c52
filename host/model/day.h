#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace engross {

/// "2026-11-23", the one form in which days are written in requests, cases and records; nothing for any other text and
/// for a day that is in no calendar (2026-02-30). Years 1000 to 9999.
[[nodiscard]] std::optional<std::chrono::year_month_day> dayFrom(std::string_view text);

/// The same form. A day that is in no calendar is our bug: std::logic_error.
[[nodiscard]] std::string isoDay(std::chrono::year_month_day day);

}  // namespace engross
