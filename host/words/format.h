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
/// "Monday 2 March 2026" / "dydd Llun 2 Mawrth 2026".
[[nodiscard]] std::string weekdayDate(std::chrono::year_month_day day, Language language);
/// "10.30am", "10am", "noon", "midnight" / "10.30am", "10am", "hanner dydd", "hanner nos".
[[nodiscard]] std::string clockTime(std::chrono::minutes sinceMidnight, Language language);
/// Pounds with a comma at each thousand: "£12,500" where there are no pence and `alwaysPence` is false, else
/// "£12,500.50".
[[nodiscard]] std::string money(std::int64_t pence, bool alwaysPence);
/// "A, B and C" / "A, B a C", or "ac" before a vowel. No word is mutated: names stay as they are written.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, Language language);

}  // namespace engross
