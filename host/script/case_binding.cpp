#include "script/case_binding.h"

#include "script/case_handles.h"
#include "script/figure_binding.h"
#include "script/words_binding.h"
#include "words/format.h"

#include <lauxlib.h>
#include <lua.h>
#include <algorithm>
#include <cmath>

namespace engross {
namespace {

const char scopeKey = 0;
const char* const caseName = "engross.case";
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

}  // namespace

void openCase(lua_State* lua, const CaseScope& scope) {
    lua_pushlightuserdata(lua, const_cast<CaseScope*>(&scope));
    lua_rawsetp(lua, LUA_REGISTRYINDEX, &scopeKey);
    makeMetatable(lua, caseName, {{"__index", guarded<caseIndex>}});
    makeMetatable(lua, handleName,
                  {{"__index", guarded<handleIndex>},
                   {"__len", guarded<handleLength>},
                   {"__eq", guarded<equalValues>},
                   {"__tostring", guarded<printedText>},
                   {"__concat", guarded<joinedText>}});
    openFigures(lua);
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
        throw ScriptFault(inEnglish("script.value_gives"));
    }
    kind = FieldKind::Text;
    return text;
}

namespace {

int failScript(lua_State* lua) {
    std::string message;
    if (!textAt(lua, 1, message)) {
        message = inEnglish("script.raised_no_text");
    }
    throw ScriptFault(message);
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
