#pragma once
#include "script/case_binding.h"
#include "script/house.h"
#include "script/page_builder.h"

namespace engross {

/// What a family's compose works with besides the case; all of it outlives the sandbox's run.
struct PageScope {
    PageBuilder* builder = nullptr;
    const DocumentType* type = nullptr;
    const House* house = nullptr;
    const CaseValues* values = nullptr;
    Language language = Language::English;
    bool draft = false;
    std::string copy{};         // "service", "file", or empty
    std::size_t recipient = 0;  // whose copy it is, from 1; 0 for nobody's
    std::function<std::shared_ptr<const ScriptSource>(const std::string& name)> looks;  // plugins/looks/<name>.lua
    /// Goes on in another language. False where type or house style do not have it.
    std::function<bool(Language)> speak{};
};

/// Within `Sandbox::protect`: makes the scope known to the state's bindings.
void openPage(lua_State* lua, const PageScope& scope);
/// The globals `say` and `looks`.
[[nodiscard]] HostNames pageNames();
/// Within `Sandbox::protect`: pushes the `page` that compose draws on, and the `type` that it draws.
void pushPage(lua_State* lua);
void pushType(lua_State* lua);

[[nodiscard]] const PageScope& pageScopeOf(lua_State* lua);

/// Within a method of the page, which stands at index 1: goes on in another language, and answers that before. Throws
/// ScriptFault where type or house style do not have it.
[[nodiscard]] Language speak(lua_State* lua, Language language);

/// Within `Sandbox::protect`: a text of the page, from a text, number, host value, Markdown part, `bold "…"` and its
/// kin, or a list of these. Throws ScriptFault for what has no text.
[[nodiscard]] Inline inlineAt(lua_State* lua, int index);

}  // namespace engross
