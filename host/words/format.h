#pragma once
#include "words/messages.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// "2 March 2026" / "2 Mawrth 2026", with non-breaking spaces.
[[nodiscard]] std::string longDate(std::chrono::year_month_day day, Language language);
/// "Monday 2 March 2026".
[[nodiscard]] std::string weekdayDate(std::chrono::year_month_day day, Language language);
/// "10.30am", "10am", "noon", "midnight".
[[nodiscard]] std::string clockTime(std::chrono::minutes sinceMidnight, Language language);
/// "£12,500" where there are no pence or `pence` is false and they are nought, else "£12,500.50".
[[nodiscard]] std::string money(std::int64_t pence, bool alwaysPence);
/// "A, B and C" / "A, B a C".
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, Language language);

}  // namespace engross
