#include "script/case_handles.h"

#include "script/figure_binding.h"

#include <lauxlib.h>
#include <lua.h>

namespace engross {
namespace {

int readOnly(lua_State* /*unused*/) {
    throw ScriptFault(inEnglish("script.read_only"));
}

}  // namespace

void* handleAt(lua_State* lua, int index, const char* name) {
    return luaL_testudata(lua, index, name);
}

void* pushHandle(lua_State* lua, std::size_t size, const char* name) {
    void* handle = lua_newuserdatauv(lua, size, 0);
    luaL_setmetatable(lua, name);
    return handle;
}

std::string inEnglish(std::string_view key, Messages::Values values) {
    return Messages::in(Language::English).text(key, values);
}

void noMember(const std::string& what, const std::string& name, const std::vector<std::string>& known) {
    const std::string near = nearest(name, known);
    throw ScriptFault(inEnglish("script.has_no_field", {{"what", what}, {"name", name}}), name,
                      near.empty() ? std::string() : inEnglish("script.did_you_mean", {{"name", near}}));
}

void makeMetatable(lua_State* lua, const char* name, std::initializer_list<Metamethod> members) {
    luaL_newmetatable(lua, name);
    for (const Metamethod& member : members) {
        lua_pushcfunction(lua, member.function);
        lua_setfield(lua, -2, member.name);
    }
    lua_pushcfunction(lua, guarded<readOnly>);
    lua_setfield(lua, -2, "__newindex");
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    lua_pop(lua, 1);
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
        throw ScriptFault(inEnglish("script.cannot_join"));
    }
    left += right;
    lua_pushlstring(lua, left.data(), left.size());
    return 1;
}

int equalValues(lua_State* lua) {
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
    lua_pushboolean(lua, !handles && compareFigures(lua) == 0 ? 1 : 0);
    return 1;
}

}  // namespace engross
