#include "script/figure_binding.h"

#include "calendar/period.h"
#include "model/day.h"
#include "script/case_handles.h"
#include "words/format.h"

#include <lauxlib.h>
#include <lua.h>
#include <cmath>

namespace engross {
namespace {

int lessThan(lua_State* lua) {
    lua_pushboolean(lua, compareFigures(lua) < 0 ? 1 : 0);
    return 1;
}

int lessOrEqual(lua_State* lua) {
    lua_pushboolean(lua, compareFigures(lua) <= 0 ? 1 : 0);
    return 1;
}

int dayMinus(lua_State* lua) {
    const Day* left = valueAt<Day>(lua, 1, dayName);
    const Day* right = valueAt<Day>(lua, 2, dayName);
    if (left == nullptr || right == nullptr) {
        throw ScriptFault(inEnglish("script.day_arithmetic"));
    }
    lua_pushinteger(lua, (std::chrono::sys_days(*left) - std::chrono::sys_days(*right)).count());
    return 1;
}

Day movedDay(lua_State* lua, Period::Unit unit) {
    const Day* day = valueAt<Day>(lua, 1, dayName);
    const lua_Integer count = luaL_checkinteger(lua, 2);
    if (day == nullptr || count < -36'600 || count > 36'600) {
        throw ScriptFault(inEnglish("script.day_arithmetic"));
    }
    if (unit == Period::Unit::Days) {
        return Day(std::chrono::sys_days(*day) + std::chrono::days(static_cast<int>(count)));
    }
    if (count < 0) {
        throw ScriptFault(inEnglish("script.day_arithmetic"));
    }
    return plus(*day, static_cast<int>(count), unit, *scopeOf(lua).calendar);
}

int plusDays(lua_State* lua) {
    pushDay(lua, movedDay(lua, Period::Unit::Days));
    return 1;
}

int plusMonths(lua_State* lua) {
    pushDay(lua, movedDay(lua, Period::Unit::Months));
    return 1;
}

int workingDaysAfter(lua_State* lua) {
    pushDay(lua, movedDay(lua, Period::Unit::WorkingDays));
    return 1;
}

int isWorkingDay(lua_State* lua) {
    const Day* day = valueAt<Day>(lua, 1, dayName);
    if (day == nullptr) {
        throw ScriptFault(inEnglish("script.day_arithmetic"));
    }
    lua_pushboolean(lua, scopeOf(lua).calendar->isWorkingDay(*day) ? 1 : 0);
    return 1;
}

int dayIndex(lua_State* lua) {
    const Day day = *valueAt<Day>(lua, 1, dayName);
    const std::string name = luaL_checkstring(lua, 2);
    if (name == "plus_days") {
        lua_pushcfunction(lua, guarded<plusDays>);
    } else if (name == "plus_months") {
        lua_pushcfunction(lua, guarded<plusMonths>);
    } else if (name == "year") {
        lua_pushinteger(lua, int(day.year()));
    } else if (name == "month") {
        lua_pushinteger(lua, unsigned(day.month()));
    } else if (name == "day") {
        lua_pushinteger(lua, unsigned(day.day()));
    } else if (name == "iso") {
        lua_pushstring(lua, isoDay(day).c_str());
    } else {
        noMember("date", name, {"plus_days", "plus_months", "year", "month", "day", "iso"});
    }
    return 1;
}

int timeIndex(lua_State* lua) {
    const LocalTime time = *valueAt<LocalTime>(lua, 1, timeName);
    const std::string name = luaL_checkstring(lua, 2);
    if (name == "date") {
        pushDay(lua, time.day);
    } else if (name == "clock") {
        lua_pushstring(lua, clockTime(time.clock, scopeOf(lua).language).c_str());
    } else {
        noMember("time", name, {"date", "clock"});
    }
    return 1;
}

const Pence& sumAt(lua_State* lua, int index) {
    const auto* sum = valueAt<Pence>(lua, index, moneyName);
    if (sum == nullptr) {
        throw ScriptFault(inEnglish("script.money_arithmetic"));
    }
    return *sum;
}

int moneyPlus(lua_State* lua) {
    std::int64_t total = 0;
    if (__builtin_add_overflow(sumAt(lua, 1).count, sumAt(lua, 2).count, &total)) {
        throw ScriptFault(inEnglish("script.money_arithmetic"));
    }
    pushValue(lua, Pence{total}, moneyName);
    return 1;
}

int moneyMinus(lua_State* lua) {
    std::int64_t total = 0;
    if (__builtin_sub_overflow(sumAt(lua, 1).count, sumAt(lua, 2).count, &total)) {
        throw ScriptFault(inEnglish("script.money_arithmetic"));
    }
    pushValue(lua, Pence{total}, moneyName);
    return 1;
}

int moneyTimes(lua_State* lua) {
    const bool first = valueAt<Pence>(lua, 1, moneyName) != nullptr;
    const double product = static_cast<double>(sumAt(lua, first ? 1 : 2).count) * luaL_checknumber(lua, first ? 2 : 1);
    if (!std::isfinite(product) || std::abs(product) > 1e15) {
        throw ScriptFault(inEnglish("script.money_arithmetic"));
    }
    pushValue(lua, Pence{std::llround(product)}, moneyName);
    return 1;
}

int moneyIndex(lua_State* lua) {
    const std::string name = luaL_checkstring(lua, 2);
    if (name != "pounds") {
        noMember("money", name, {"pounds"});
    }
    lua_pushnumber(lua, static_cast<double>(sumAt(lua, 1).count) / 100);
    return 1;
}

}  // namespace

int compareFigures(lua_State* lua) {
    const Day* left = valueAt<Day>(lua, 1, dayName);
    const Day* right = valueAt<Day>(lua, 2, dayName);
    const auto* leftTime = valueAt<LocalTime>(lua, 1, timeName);
    const auto* rightTime = valueAt<LocalTime>(lua, 2, timeName);
    if (leftTime != nullptr && rightTime != nullptr) {
        return *leftTime < *rightTime ? -1 : *rightTime < *leftTime ? 1 : 0;
    }
    left = left == nullptr && leftTime != nullptr ? &leftTime->day : left;
    right = right == nullptr && rightTime != nullptr ? &rightTime->day : right;
    if (left != nullptr && right != nullptr) {
        return *left < *right ? -1 : *right < *left ? 1 : 0;
    }
    const auto* leftSum = valueAt<Pence>(lua, 1, moneyName);
    const auto* rightSum = valueAt<Pence>(lua, 2, moneyName);
    if (leftSum != nullptr && rightSum != nullptr) {
        return *leftSum < *rightSum ? -1 : *rightSum < *leftSum ? 1 : 0;
    }
    throw ScriptFault(inEnglish("script.cannot_compare"));
}

void openFigures(lua_State* lua) {
    makeMetatable(lua, dayName,
                  {{"__index", guarded<dayIndex>},
                   {"__eq", guarded<equalValues>},
                   {"__lt", guarded<lessThan>},
                   {"__le", guarded<lessOrEqual>},
                   {"__sub", guarded<dayMinus>},
                   {"__tostring", guarded<printedText>},
                   {"__concat", guarded<joinedText>}});
    makeMetatable(lua, timeName,
                  {{"__index", guarded<timeIndex>},
                   {"__eq", guarded<equalValues>},
                   {"__lt", guarded<lessThan>},
                   {"__le", guarded<lessOrEqual>},
                   {"__tostring", guarded<printedText>},
                   {"__concat", guarded<joinedText>}});
    makeMetatable(lua, moneyName,
                  {{"__index", guarded<moneyIndex>},
                   {"__eq", guarded<equalValues>},
                   {"__lt", guarded<lessThan>},
                   {"__le", guarded<lessOrEqual>},
                   {"__add", guarded<moneyPlus>},
                   {"__sub", guarded<moneyMinus>},
                   {"__mul", guarded<moneyTimes>},
                   {"__tostring", guarded<printedText>},
                   {"__concat", guarded<joinedText>}});
}

void pushCalendar(lua_State* lua) {
    lua_createtable(lua, 0, 2);
    lua_pushcfunction(lua, guarded<workingDaysAfter>);
    lua_setfield(lua, -2, "working_days_after");
    lua_pushcfunction(lua, guarded<isWorkingDay>);
    lua_setfield(lua, -2, "is_working_day");
}

void pushDay(lua_State* lua, Day day) {
    pushValue(lua, day, dayName);
}

}  // namespace engross
