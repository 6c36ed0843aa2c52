#include "calendar/holidays.h"

#include "model/day.h"

namespace engross {
namespace {

// homelessness 1.2: New Year, Good Friday, Easter Monday, early May, spring, summer, Christmas, Boxing Day
constexpr std::string_view englandAndWales[] = {
    "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26", "2024-12-25", "2024-12-26",
    "2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26",
    "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28",
    "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28",
    "2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28", "2028-12-25", "2028-12-26"};

// homelessness 1.2, below the table
constexpr std::string_view scotland[] = {"2024-01-02", "2024-08-05", "2024-12-02", "2025-01-02", "2025-08-04",
                                         "2025-12-01", "2026-01-02", "2026-08-03", "2026-11-30", "2027-01-04",
                                         "2027-08-02", "2027-11-30", "2028-01-04", "2028-08-07", "2028-11-30"};
constexpr std::string_view northernIreland[] = {"2024-03-18", "2024-07-12", "2025-03-17", "2025-07-14", "2026-03-17",
                                                "2026-07-13", "2027-03-17", "2027-07-12", "2028-03-17", "2028-07-12"};

}  // namespace

Day day(std::string_view text) {
    return dayFrom(text).value();
}

const Calendar& statedCalendar() {
    static const Calendar calendar = [] {
        Calendar built{.holidays = {}, .knownFrom = day("2024-01-01"), .knownUntil = day("2028-12-31")};
        for (const std::string_view each : englandAndWales) {
            built.holidays.push_back({.day = day(each), .nation = Nation::EnglandAndWales, .name = ""});
        }
        for (const std::string_view each : scotland) {
            built.holidays.push_back({.day = day(each), .nation = Nation::Scotland, .name = ""});
        }
        for (const std::string_view each : northernIreland) {
            built.holidays.push_back({.day = day(each), .nation = Nation::NorthernIreland, .name = ""});
        }
        return built;
    }();
    return calendar;
}

}  // namespace engross
