#include "model/day.h"

#include <array>
#include <cstdio>
#include <stdexcept>

namespace engross {

std::optional<std::chrono::year_month_day> dayFrom(std::string_view text) {
    constexpr std::string_view pattern = "0000-00-00";
    if (text.size() != pattern.size()) {
        return std::nullopt;
    }
    int parts[3] = {0, 0, 0};
    int part = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (pattern[i] == '-') {
            if (letter != '-') {
                return std::nullopt;
            }
            ++part;
            continue;
        }
        if (letter < '0' || letter > '9') {
            return std::nullopt;
        }
        parts[part] = parts[part] * 10 + (letter - '0');
    }
    const std::chrono::year_month_day day{std::chrono::year{parts[0]},
                                          std::chrono::month{static_cast<unsigned>(parts[1])},
                                          std::chrono::day{static_cast<unsigned>(parts[2])}};
    if (!day.ok() || parts[0] < 1000) {
        return std::nullopt;
    }
    return day;
}

std::string isoDay(std::chrono::year_month_day day) {
    if (!day.ok()) {
        throw std::logic_error("isoDay: a day that is in no calendar");
    }
    std::array<char, 24> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return {buffer.data(), static_cast<std::size_t>(length)};
}

}  // namespace engross
