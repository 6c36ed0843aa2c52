#pragma once
#include "script/case_binding.h"

namespace engross {

/// Within `Sandbox::protect`: makes days, times and sums of money known to the state: they compare, and are added up.
void openFigures(lua_State* lua);
/// The global `calendar`.
void pushCalendar(lua_State* lua);

/// -1, 0 or 1 for the values at 1 and 2: days and times compare with each other by their days; money with money.
/// Throws ScriptFault for everything else.
[[nodiscard]] int compareFigures(lua_State* lua);

}  // namespace engross
