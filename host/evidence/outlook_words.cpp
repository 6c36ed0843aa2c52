#include "evidence/outlook_words.h"

#include "words/zone.h"

#include <algorithm>
#include <array>

namespace engross {

namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool isNamed(std::string_view line, std::string_view field) {
    return line.size() > field.size() && line[field.size()] == ':' &&
           std::equal(field.begin(), field.end(), line.begin(), [](char wanted, char letter) {
               return wanted == (letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter);
           });
}

std::string twoFigures(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string headerIn(std::string_view headers, std::string_view field) {
    std::string value;
    bool inside = false;
    for (std::size_t at = 0; at < headers.size();) {
        const std::size_t end = std::min(headers.find('\n', at), headers.size());
        const std::string_view line = headers.substr(at, end - at);
        at = end + 1;
        const bool goesOn = line.starts_with(' ') || line.starts_with('\t');
        if (inside && goesOn) {
            value += ' ';
            value += trimmed(line);
        } else if (inside || trimmed(line).empty()) {
            break;
        } else if (isNamed(line, field)) {
            inside = true;
            value = trimmed(line.substr(field.size() + 1));
        }
    }
    return value;
}

std::string addressIn(std::string_view field) {
    const std::size_t open = field.find_last_of('<');
    const std::size_t close = field.find_last_of('>');
    if (open != std::string_view::npos && close != std::string_view::npos && close > open) {
        return std::string(trimmed(field.substr(open + 1, close - open - 1)));
    }
    return field.find('@') != std::string_view::npos && field.find_first_of(" ,") == std::string_view::npos
               ? std::string(trimmed(field))
               : std::string();
}

std::string personOf(std::string_view name, std::string_view address) {
    name = trimmed(name);
    address = trimmed(address);
    if (name.size() > 1 && name.front() == '\'' && name.back() == '\'') {  // Outlook's, around a bare address
        name = name.substr(1, name.size() - 2);
    }
    if (address.empty() || name == address) {
        return std::string(name.empty() ? address : name);
    }
    if (name.empty()) {
        return std::string(address);
    }
    std::string person(name);
    if (name.find_first_of(",;:<>@()[]\\") != std::string_view::npos && name.find('"') == std::string_view::npos) {
        person = '"' + person + '"';
    }
    return person + " <" + std::string(address) + ">";
}

std::string londonTime(std::uint64_t ticks) {
    using std::chrono::milliseconds;
    using std::chrono::minutes;
    constexpr std::uint64_t inMillisecond = 10'000;
    constexpr std::int64_t from1601To1970 = 11'644'473'600'000;
    constexpr std::int64_t year10000 = 253'402'300'800'000;
    static constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::int64_t since1970 = static_cast<std::int64_t>(ticks / inMillisecond) - from1601To1970;
    if (since1970 < 0 || since1970 >= year10000 - 86'400'000) {
        return {};
    }
    const Instant instant{milliseconds(since1970)};
    const LocalTime local = localTimeOf(instant);
    const std::chrono::sys_days day(local.day);
    const auto whole = std::chrono::floor<minutes>(instant);
    const std::int64_t ahead = (day + local.clock - whole) / minutes(1);
    const std::int64_t seconds = std::chrono::floor<std::chrono::seconds>(instant - whole).count();
    return std::string(days.at(std::chrono::weekday(day).c_encoding())) + ", " +
           std::to_string(static_cast<unsigned>(local.day.day())) + " " +
           months.at(static_cast<unsigned>(local.day.month()) - 1) + " " +
           std::to_string(static_cast<int>(local.day.year())) + " " + twoFigures(local.clock.count() / 60) + ":" +
           twoFigures(local.clock.count() % 60) + ":" + twoFigures(seconds) + " +" + twoFigures(ahead / 60) +
           twoFigures(ahead % 60);
}

}  // namespace engross
