#pragma once
#include "calendar/calendar.h"
#include "script/case_values.h"
#include "script/sandbox.h"

#include <string>

namespace engross {

/// What the values of a case need to print themselves; it and all it points to outlive the sandbox's run.
struct CaseScope {
    const CaseValues* values = nullptr;
    const Calendar* calendar = nullptr;
    Language language = Language::English;
    std::string what;  // how a fault calls the case: "letter"
};

/// Within `Sandbox::protect`: makes the scope known to the state's bindings.
void openCase(lua_State* lua, const CaseScope& scope);
/// The globals `calendar`, `words` and `fail`.
[[nodiscard]] HostNames caseNames();

/// Within `Sandbox::protect`: pushes the case, a value of it, or nil for what is empty. Records and lists are handles
/// that know their schema: an unknown member raises. Texts, numbers and booleans are Lua's own.
void pushCase(lua_State* lua);
void pushDatum(lua_State* lua, const Datum& datum);
void pushDay(lua_State* lua, Day day);
[[nodiscard]] const CaseScope& scopeOf(lua_State* lua);

/// The handle at `index`, or nullptr where something else stands there.
[[nodiscard]] const Datum* datumAt(lua_State* lua, int index);
/// The text of a value that can stand on a page: text, number, date, time, money, record with a form of its own.
/// False for everything else.
[[nodiscard]] bool textAt(lua_State* lua, int index, std::string& text);
/// The value at `index` as a datum's content: for derived values. Throws ScriptFault for what cannot be one.
[[nodiscard]] Datum::Content contentAt(lua_State* lua, int index, FieldKind& kind);

}  // namespace engross
