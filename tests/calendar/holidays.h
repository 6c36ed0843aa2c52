#pragma once
#include "calendar/calendar.h"

#include <string_view>

namespace engross {

/// "2026-11-23", for the tables of these tests.
[[nodiscard]] Day day(std::string_view text);

/// The bank holidays of enforcement 0.2 and homelessness 1.2, 2024 to 2028, with the further days of Scotland and
/// Northern Ireland. Typed from those tables, not from the data that the product loads.
[[nodiscard]] const Calendar& statedCalendar();

}  // namespace engross
