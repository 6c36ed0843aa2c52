#include "script/case_binding.h"

#include "calendar/period.h"
#include "model/day.h"
#include "script/words_binding.h"
#include "words/format.h"

#include <lauxlib.h>
#include <lua.h>
#include <algorithm>
#include <cmath>

namespace engross {
namespace {

const char scopeKey = 0;
const char* const handleName = "engross.value";
const char* const caseName = "engross.case";
const char* const dayName = "engross.day";
const char* const timeName = "engross.time";
const char* const moneyName = "engross.money";

std::string say(std::string_view key, Messages::Values values = {}) {
    return Messages::in(Language::English).text(key, values);
}

template <typename T>
T* valueAt(lua_State* lua, int index, const char* name) {
    return static_cast<T*>(luaL_testudata(lua, index, name));
}

template <typename T>
void pushValue(lua_State* lua, const T& value, const char* name) {
    static_assert(std::is_trivially_destructible_v<T>);
    new (lua_newuserdatauv(lua, sizeof(T), 0)) T(value);
    luaL_setmetatable(lua, name);
}

[[noreturn]] void noMember(const std::string& what, const std::string& name, const std::vector<std::string>& known) {
    const std::string near = nearest(name, known);
    throw ScriptFault(say("script.has_no_field", {{"what", what}, {"name", name}}), name,
                      near.empty() ? std::string() : say("script.did_you_mean", {{"name", near}}));
}

std::vector<std::string> memberNames(const Field& field) {
    std::vector<std::string> names;
    std::ranges::transform(field.members, std::back_inserter(names), &Field::name);
    std::ranges::transform(field.choices, std::back_inserter(names), &ChoiceOption::value);
    return names;
}

int caseIndex(lua_State* lua) {
    const CaseScope& scope = scopeOf(lua);
    const std::string name = luaL_checkstring(lua, 2);
    if (name == "case_ref") {
        lua_pushlstring(lua, scope.values->reference.data(), scope.values->reference.size());
        return 1;
    }
    if (const Datum* datum = scope.values->find(name)) {
        pushDatum(lua, *datum);
        return 1;
    }
    std::vector<std::string> known{"case_ref"};
    for (const Datum& datum : scope.values->fields) {
        known.push_back(datum.field().name);
    }
    for (const DerivedValue& value : scope.values->derived) {
        known.push_back(value.datum.field().name);
    }
    noMember(scope.what, name, known);
}

int listIndex(lua_State* lua, const Datum& list) {
    const std::vector<Datum>& items = *list.items();
    if (lua_isinteger(lua, 2) != 0) {
        const lua_Integer index = lua_tointeger(lua, 2);
        if (index < 1 || static_cast<std::size_t>(index) > items.size()) {
            lua_pushnil(lua);
        } else {
            pushDatum(lua, items.at(static_cast<std::size_t>(index) - 1));
        }
        return 1;
    }
    const std::string name = luaL_checkstring(lua, 2);
    if (name != "count") {
        noMember(list.field().name, name, {"count"});
    }
    lua_pushinteger(lua, static_cast<lua_Integer>(items.size()));
    return 1;
}

int choiceIndex(lua_State* lua, const Datum& choice, const std::string& name) {
    const auto* text = choice.get<std::string>();
    const auto& options = choice.field().choices;
    if (name == "value") {
        lua_pushlstring(lua, text->data(), text->size());
    } else if (std::ranges::find(options, name, &ChoiceOption::value) != options.end()) {
        lua_pushboolean(lua, *text == name ? 1 : 0);
    } else {
        noMember(choice.field().name, name, memberNames(choice.field()));
    }
    return 1;
}

int handleIndex(lua_State* lua) {
    const Datum& datum = *datumAt(lua, 1);
    if (datum.items() != nullptr) {
        return listIndex(lua, datum);
    }
    const std::string name = luaL_checkstring(lua, 2);
    if (datum.field().kind == FieldKind::Choice) {
        return choiceIndex(lua, datum, name);
    }
    const Datum* member = datum.member(name);
    if (member == nullptr) {
        noMember(datum.field().name, name, memberNames(datum.field()));
    }
    pushDatum(lua, *member);
    return 1;
}

int handleLength(lua_State* lua) {
    const std::vector<Datum>* items = datumAt(lua, 1)->items();
    lua_pushinteger(lua, items == nullptr ? 0 : static_cast<lua_Integer>(items->size()));
    return 1;
}

int printedText(lua_State* lua) {
    std::string text;
    static_cast<void>(textAt(lua, 1, text));
    lua_pushlstring(lua, text.data(), text.size());
    return 1;
}

int joinedText(lua_State* lua) {
    std::string left;
    std::string right;
    if (!textAt(lua, 1, left) || !textAt(lua, 2, right)) {
        throw ScriptFault(say("script.cannot_join"));
    }
    left += right;
    lua_pushlstring(lua, left.data(), left.size());
    return 1;
}

int readOnly(lua_State* /*unused*/) {
    throw ScriptFault(say("script.read_only"));
}

/// Days and times compare with each other by their days; money with money.
int comparison(lua_State* lua) {
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
    throw ScriptFault(say("script.cannot_compare"));
}

int lessThan(lua_State* lua) {
    lua_pushboolean(lua, comparison(lua) < 0 ? 1 : 0);
    return 1;
}

int lessOrEqual(lua_State* lua) {
    lua_pushboolean(lua, comparison(lua) <= 0 ? 1 : 0);
    return 1;
}

int equal(lua_State* lua) {
    const Datum* left = datumAt(lua, 1);
    const Datum* right = datumAt(lua, 2);
    if (left != nullptr && right != nullptr) {
        const auto* leftText = left->get<std::string>();
        const auto* rightText = right->get<std::string>();
        lua_pushboolean(
            lua, left == right || (leftText != nullptr && rightText != nullptr && *leftText == *rightText) ? 1 : 0);
        return 1;
    }
    const bool handles = left != nullptr || right != nullptr;
    lua_pushboolean(lua, !handles && comparison(lua) == 0 ? 1 : 0);
    return 1;
}

int dayMinus(lua_State* lua) {
    const Day* left = valueAt<Day>(lua, 1, dayName);
    const Day* right = valueAt<Day>(lua, 2, dayName);
    if (left == nullptr || right == nullptr) {
        throw ScriptFault(say("script.day_arithmetic"));
    }
    lua_pushinteger(lua, (std::chrono::sys_days(*left) - std::chrono::sys_days(*right)).count());
    return 1;
}

Day movedDay(lua_State* lua, Period::Unit unit) {
    const Day* day = valueAt<Day>(lua, 1, dayName);
    const lua_Integer count = luaL_checkinteger(lua, 2);
    if (day == nullptr || count < -36'600 || count > 36'600) {
        throw ScriptFault(say("script.day_arithmetic"));
    }
    if (unit == Period::Unit::Days) {
        return Day(std::chrono::sys_days(*day) + std::chrono::days(static_cast<int>(count)));
    }
    if (count < 0) {
        throw ScriptFault(say("script.day_arithmetic"));
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
        throw ScriptFault(say("script.day_arithmetic"));
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
        throw ScriptFault(say("script.money_arithmetic"));
    }
    return *sum;
}

int moneyPlus(lua_State* lua) {
    std::int64_t total = 0;
    if (__builtin_add_overflow(sumAt(lua, 1).count, sumAt(lua, 2).count, &total)) {
        throw ScriptFault(say("script.money_arithmetic"));
    }
    pushValue(lua, Pence{total}, moneyName);
    return 1;
}

int moneyMinus(lua_State* lua) {
    std::int64_t total = 0;
    if (__builtin_sub_overflow(sumAt(lua, 1).count, sumAt(lua, 2).count, &total)) {
        throw ScriptFault(say("script.money_arithmetic"));
    }
    pushValue(lua, Pence{total}, moneyName);
    return 1;
}

int moneyTimes(lua_State* lua) {
    const bool first = valueAt<Pence>(lua, 1, moneyName) != nullptr;
    const double product = static_cast<double>(sumAt(lua, first ? 1 : 2).count) * luaL_checknumber(lua, first ? 2 : 1);
    if (!std::isfinite(product) || std::abs(product) > 1e15) {
        throw ScriptFault(say("script.money_arithmetic"));
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

void makeMetatable(lua_State* lua, const char* name, std::initializer_list<luaL_Reg> members) {
    luaL_newmetatable(lua, name);
    for (const luaL_Reg& member : members) {
        lua_pushcfunction(lua, member.func);
        lua_setfield(lua, -2, member.name);
    }
    lua_pushcfunction(lua, guarded<readOnly>);
    lua_setfield(lua, -2, "__newindex");
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    lua_pop(lua, 1);
}

}  // namespace

void openCase(lua_State* lua, const CaseScope& scope) {
    lua_pushlightuserdata(lua, const_cast<CaseScope*>(&scope));
    lua_rawsetp(lua, LUA_REGISTRYINDEX, &scopeKey);
    makeMetatable(lua, caseName, {{"__index", guarded<caseIndex>}});
    makeMetatable(lua, handleName,
                  {{"__index", guarded<handleIndex>},
                   {"__len", guarded<handleLength>},
                   {"__eq", guarded<equal>},
                   {"__tostring", guarded<printedText>},
                   {"__concat", guarded<joinedText>}});
    makeMetatable(lua, dayName,
                  {{"__index", guarded<dayIndex>},
                   {"__eq", guarded<equal>},
                   {"__lt", guarded<lessThan>},
                   {"__le", guarded<lessOrEqual>},
                   {"__sub", guarded<dayMinus>},
                   {"__tostring", guarded<printedText>},
                   {"__concat", guarded<joinedText>}});
    makeMetatable(lua, timeName,
                  {{"__index", guarded<timeIndex>},
                   {"__eq", guarded<equal>},
                   {"__lt", guarded<lessThan>},
                   {"__le", guarded<lessOrEqual>},
                   {"__tostring", guarded<printedText>},
                   {"__concat", guarded<joinedText>}});
    makeMetatable(lua, moneyName,
                  {{"__index", guarded<moneyIndex>},
                   {"__eq", guarded<equal>},
                   {"__lt", guarded<lessThan>},
                   {"__le", guarded<lessOrEqual>},
                   {"__add", guarded<moneyPlus>},
                   {"__sub", guarded<moneyMinus>},
                   {"__mul", guarded<moneyTimes>},
                   {"__tostring", guarded<printedText>},
                   {"__concat", guarded<joinedText>}});
}

const CaseScope& scopeOf(lua_State* lua) {
    lua_rawgetp(lua, LUA_REGISTRYINDEX, &scopeKey);
    const auto* scope = static_cast<const CaseScope*>(lua_touserdata(lua, -1));
    lua_pop(lua, 1);
    return *scope;
}

void pushCase(lua_State* lua) {
    lua_newuserdatauv(lua, 0, 0);
    luaL_setmetatable(lua, caseName);
}

void pushDay(lua_State* lua, Day day) {
    pushValue(lua, day, dayName);
}

void pushDatum(lua_State* lua, const Datum& datum) {
    if (datum.empty()) {
        lua_pushnil(lua);
        return;
    }
    if (const auto* text = datum.get<std::string>(); text != nullptr && datum.field().kind != FieldKind::Choice) {
        lua_pushlstring(lua, text->data(), text->size());
    } else if (const bool* flag = datum.get<bool>()) {
        lua_pushboolean(lua, *flag ? 1 : 0);
    } else if (const double* number = datum.get<double>()) {
        if (*number == std::floor(*number) && std::abs(*number) < 1e15) {
            lua_pushinteger(lua, static_cast<lua_Integer>(*number));
        } else {
            lua_pushnumber(lua, *number);
        }
    } else if (const Day* day = datum.get<Day>()) {
        pushDay(lua, *day);
    } else if (const auto* time = datum.get<LocalTime>()) {
        pushValue(lua, *time, timeName);
    } else if (const auto* sum = datum.get<Pence>()) {
        pushValue(lua, *sum, moneyName);
    } else {
        const Datum* address = &datum;
        pushValue(lua, address, handleName);
    }
}

const Datum* datumAt(lua_State* lua, int index) {
    const Datum* const* handle = valueAt<const Datum*>(lua, index, handleName);
    return handle == nullptr ? nullptr : *handle;
}

bool textAt(lua_State* lua, int index, std::string& text) {
    const int type = lua_type(lua, index);
    const Language language = scopeOf(lua).language;
    if (type == LUA_TSTRING) {
        std::size_t length = 0;
        const char* bytes = lua_tolstring(lua, index, &length);
        text.assign(bytes, length);
    } else if (type == LUA_TNUMBER) {
        static const Field number{.name = {}, .kind = FieldKind::Number};
        text = printed(Datum(number, lua_tonumber(lua, index)), language);
    } else if (const Day* day = valueAt<Day>(lua, index, dayName)) {
        text = longDate(*day, language);
    } else if (const auto* time = valueAt<LocalTime>(lua, index, timeName)) {
        text = printed(*time, language);
    } else if (const auto* sum = valueAt<Pence>(lua, index, moneyName)) {
        text = money(sum->count, false);
    } else if (const Datum* datum = datumAt(lua, index)) {
        text = printed(*datum, language);
        return !text.empty();
    } else {
        return false;
    }
    return true;
}

Datum::Content contentAt(lua_State* lua, int index, FieldKind& kind) {
    if (lua_isnoneornil(lua, index)) {
        return {};
    }
    if (lua_isboolean(lua, index)) {
        kind = FieldKind::Boolean;
        return lua_toboolean(lua, index) != 0;
    }
    if (lua_type(lua, index) == LUA_TNUMBER) {
        kind = FieldKind::Number;
        return static_cast<double>(lua_tonumber(lua, index));
    }
    if (const Day* day = valueAt<Day>(lua, index, dayName)) {
        kind = FieldKind::Date;
        return *day;
    }
    if (const auto* time = valueAt<LocalTime>(lua, index, timeName)) {
        kind = FieldKind::Time;
        return *time;
    }
    if (const auto* sum = valueAt<Pence>(lua, index, moneyName)) {
        kind = FieldKind::Money;
        return *sum;
    }
    std::string text;
    if (!textAt(lua, index, text)) {
        throw ScriptFault(say("script.value_gives"));
    }
    kind = FieldKind::Text;
    return text;
}

namespace {

int failScript(lua_State* lua) {
    std::string message;
    if (!textAt(lua, 1, message)) {
        message = say("script.raised_no_text");
    }
    throw ScriptFault(message);
}

void pushCalendar(lua_State* lua) {
    lua_createtable(lua, 0, 2);
    lua_pushcfunction(lua, guarded<workingDaysAfter>);
    lua_setfield(lua, -2, "working_days_after");
    lua_pushcfunction(lua, guarded<isWorkingDay>);
    lua_setfield(lua, -2, "is_working_day");
}

}  // namespace

HostNames caseNames() {
    return {{"calendar", "fail", "words"}, [](lua_State* lua, const std::string& name) {
                if (name == "calendar") {
                    pushCalendar(lua);
                } else if (name == "words") {
                    pushWords(lua);
                } else {
                    lua_pushcfunction(lua, guarded<failScript>);
                }
            }};
}

}  // namespace engross
