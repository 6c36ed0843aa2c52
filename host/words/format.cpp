#include "words/format.h"

#include <array>
#include <stdexcept>

namespace engross {
namespace {

constexpr std::string_view fixedSpace = "\xC2\xA0";

using Months = std::array<std::string_view, 12>;
constexpr Months englishMonths{"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};
constexpr Months welshMonths{"Ionawr",     "Chwefror", "Mawrth", "Ebrill", "Mai",      "Mehefin",
                             "Gorffennaf", "Awst",     "Medi",   "Hydref", "Tachwedd", "Rhagfyr"};

using Weekdays = std::array<std::string_view, 7>;
constexpr Weekdays englishWeekdays{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr Weekdays welshWeekdays{"dydd Sul", "dydd Llun",   "dydd Mawrth", "dydd Mercher",
                                 "dydd Iau", "dydd Gwener", "dydd Sadwrn"};

/// Whether Welsh writes "ac" and not "a" before this. A capital W begins a name ("a Wrecsam"), a small one is mostly a
/// vowel ("ac wyau"); numbers go by how they are said: un, un ar ddeg, wyth.
bool takesAc(std::string_view word) {
    if (word.empty()) {
        return false;
    }
    if (word.front() >= '0' && word.front() <= '9') {
        const std::string_view digits = word.substr(0, word.find_first_not_of("0123456789"));
        return digits == "1" || digits == "11" || digits.front() == '8';
    }
    constexpr std::array<std::string_view, 31> vowels{"a", "e", "i", "o", "u", "y", "w", "A", "E", "I", "O",
                                                      "U", "Y", "â", "ê", "î", "ô", "û", "ŷ", "ŵ", "Â", "Ê",
                                                      "Î", "Ô", "Û", "Ŷ", "ä", "ë", "ï", "ö", "á"};
    for (const std::string_view vowel : vowels) {
        if (word.starts_with(vowel)) {
            return true;
        }
    }
    return false;
}

std::string grouped(std::int64_t pounds) {
    const std::string digits = std::to_string(pounds);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) {
            text += ',';
        }
        text += digits[i];
    }
    return text;
}

}  // namespace

std::string longDate(std::chrono::year_month_day day, Language language) {
    if (!day.ok()) {
        throw std::logic_error("longDate: a day that is in no calendar");
    }
    const Months& months = language == Language::English ? englishMonths : welshMonths;
    std::string text = std::to_string(static_cast<unsigned>(day.day()));
    text += fixedSpace;
    text += months.at(static_cast<unsigned>(day.month()) - 1);
    text += fixedSpace;
    text += std::to_string(static_cast<int>(day.year()));
    return text;
}

std::string weekdayDate(std::chrono::year_month_day day, Language language) {
    const std::string date = longDate(day, language);
    const std::chrono::weekday weekday{std::chrono::sys_days(day)};
    const Weekdays& weekdays = language == Language::English ? englishWeekdays : welshWeekdays;
    return std::string(weekdays.at(weekday.c_encoding())) + " " + date;
}

std::string clockTime(std::chrono::minutes sinceMidnight, Language language) {
    const auto total = sinceMidnight.count();
    if (total < 0 || total >= std::int64_t{24} * 60) {
        throw std::logic_error("clockTime: a time outside the day");
    }
    if (total == 0) {
        return language == Language::English ? "midnight" : "hanner nos";
    }
    if (total == std::int64_t{12} * 60) {
        return language == Language::English ? "noon" : "hanner dydd";
    }
    const auto hour = total / 60;
    const auto minute = total % 60;
    std::string text = std::to_string(hour % 12 == 0 ? 12 : hour % 12);
    if (minute != 0) {
        text += minute < 10 ? ".0" : ".";
        text += std::to_string(minute);
    }
    return text + (hour < 12 ? "am" : "pm");
}

std::string money(std::int64_t pence, bool alwaysPence) {
    const std::int64_t pounds = pence / 100;
    const std::int64_t rest = pence < 0 ? -(pence % 100) : pence % 100;
    std::string text = pence < 0 ? "-£" : "£";
    text += grouped(pounds < 0 ? -pounds : pounds);
    if (rest != 0 || alwaysPence) {
        text += rest < 10 ? ".0" : ".";
        text += std::to_string(rest);
    }
    return text;
}

std::string joined(const std::vector<std::string>& parts, Language language) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && i + 1 == parts.size()) {
            text += language == Language::English ? " and " : takesAc(parts[i]) ? " ac " : " a ";
        } else if (i > 0) {
            text += ", ";
        }
        text += parts[i];
    }
    return text;
}

}  // namespace engross
