#include "model/day.h"

#include <array>
#include <cstdio>
#include <stdexcept>

namespace engross {
namespace {

/// The number that the digits write, or -1 where one is no digit.
int number(std::string_view digits) {
    int result = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') {
            return -1;
        }
        result = result * 10 + (digit - '0');
    }
    return result;
}

}  // namespace

std::optional<std::chrono::year_month_day> dayFrom(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const int year = number(text.substr(0, 4));
    const int month = number(text.substr(5, 2));
    const int day = number(text.substr(8, 2));
    if (year < 1000 || month < 0 || day < 0) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional(date) : std::nullopt;
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
