#include "words/zone.h"

#include "model/day.h"

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>

namespace engross {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

const icu::BasicTimeZone& london() {
    static const std::unique_ptr<icu::TimeZone> zone(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8("Europe/London")));
    const auto* basic = dynamic_cast<const icu::BasicTimeZone*>(zone.get());
    if (basic == nullptr || *zone == icu::TimeZone::getUnknown()) {
        throw std::logic_error("the time zone data do not know Europe/London");
    }
    return *basic;
}

void demand(UErrorCode status) {
    if (U_FAILURE(status)) {
        throw std::logic_error(std::string("time zone: ") + u_errorName(status));
    }
}

int twoDigits(std::string_view text) {
    const bool digits = text[0] >= '0' && text[0] <= '9' && text[1] >= '0' && text[1] <= '9';
    return digits ? (text[0] - '0') * 10 + (text[1] - '0') : -1;
}

std::string padded(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::optional<LocalTime> localTimeFrom(std::string_view text) {
    if ((text.size() != 16 && text.size() != 19) || text[10] != 'T' || text[13] != ':') {
        return std::nullopt;
    }
    const auto day = dayFrom(text.substr(0, 10));
    const int hour = twoDigits(text.substr(11, 2));
    const int minute = twoDigits(text.substr(14, 2));
    const int second = text.size() == 19 && text[16] == ':' ? twoDigits(text.substr(17, 2))
                       : text.size() == 16                  ? 0
                                                            : -1;
    if (!day || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
        return std::nullopt;
    }
    return LocalTime{.day = *day, .clock = minutes(hour * 60 + minute)};
}

std::string isoLocalTime(const LocalTime& time) {
    return isoDay(time.day) + "T" + padded(time.clock.count() / 60) + ":" + padded(time.clock.count() % 60);
}

std::optional<Instant> instantOf(const LocalTime& time, Reading reading) {
    const auto wall = std::chrono::sys_days(time.day) + time.clock;
    const auto wallMilliseconds = std::chrono::duration_cast<milliseconds>(wall.time_since_epoch());
    const UTimeZoneLocalOption option = reading == Reading::Earlier ? UCAL_TZ_LOCAL_FORMER : UCAL_TZ_LOCAL_LATTER;
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t standard = 0;
    std::int32_t summer = 0;
    london().getOffsetFromLocal(static_cast<double>(wallMilliseconds.count()), option, option, standard, summer,
                                status);
    demand(status);
    const Instant instant{wallMilliseconds - milliseconds(standard) - milliseconds(summer)};
    if (localTimeOf(instant) != time) {
        return std::nullopt;
    }
    return instant;
}

LocalTime localTimeOf(Instant instant) {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t standard = 0;
    std::int32_t summer = 0;
    london().getOffset(static_cast<double>(instant.time_since_epoch().count()), 0, standard, summer, status);
    demand(status);
    const auto wall = instant + milliseconds(standard) + milliseconds(summer);
    const auto day = std::chrono::floor<std::chrono::days>(wall);
    return {.day = std::chrono::year_month_day(day), .clock = std::chrono::floor<minutes>(wall - day)};
}

std::optional<minutes> leastBetween(const LocalTime& from, const LocalTime& to) {
    const auto start = instantOf(from, Reading::Later);
    const auto end = instantOf(to, Reading::Earlier);
    if (!start || !end) {
        return std::nullopt;
    }
    return std::chrono::floor<minutes>(*end - *start);
}

}  // namespace engross
