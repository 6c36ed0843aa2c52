#include "script/page_binding.h"

#include "script/constructors.h"
#include "script/page_methods.h"

#include <lauxlib.h>
#include <lua.h>
#include <algorithm>

namespace engross {
namespace {

const char scopeKey = 0;
const char looksKey = 0;

std::string shout(std::string_view key, Messages::Values values = {}) {
    return Messages::in(Language::English).text(key, values);
}

void setText(lua_State* lua, const char* name, const std::string& text) {
    if (!text.empty()) {
        lua_pushlstring(lua, text.data(), text.size());
        lua_setfield(lua, -2, name);
    }
}

void pushMargins(lua_State* lua, const Margins& margins) {
    lua_createtable(lua, 0, 4);
    const auto set = [lua](const char* name, Points length) {
        lua_pushnumber(lua, length / mm(1));
        lua_setfield(lua, -2, name);
    };
    set("top", margins.top);
    set("bottom", margins.bottom);
    set("left", margins.left);
    set("right", margins.right);
}

void pushHouse(lua_State* lua, const House& house, Language language) {
    lua_createtable(lua, 0, 8);
    setText(lua, "name", house.name);
    setText(lua, "council", house.council.in(language));
    setText(lua, "team", house.team.in(language));
    setText(lua, "phone", house.phone);
    setText(lua, "email", house.email);
    setText(lua, "website", house.website);
    setText(lua, "hours", house.hours.in(language));
    setText(lua, "footer", house.footer.in(language));
    setText(lua, "accent", house.accent);
    lua_pushboolean(lua, house.foldMarks ? 1 : 0);
    lua_setfield(lua, -2, "fold_marks");
    if (house.margins.left > 0) {
        pushMargins(lua, house.margins);
        lua_setfield(lua, -2, "margins");
    }
    lua_createtable(lua, static_cast<int>(house.address.size()), 0);
    for (std::size_t index = 0; index < house.address.size(); ++index) {
        lua_pushlstring(lua, house.address.at(index).data(), house.address.at(index).size());
        lua_rawseti(lua, -2, static_cast<lua_Integer>(index) + 1);
    }
    lua_setfield(lua, -2, "address");
}

// NOLINTNEXTLINE(misc-no-recursion): no deeper than the family's declaration
void pushDeclared(lua_State* lua, const Declared& value, Language language) {
    luaL_checkstack(lua, 6, "type");
    switch (value.kind) {
        case Declared::Kind::Nothing:
            lua_pushnil(lua);
            break;
        case Declared::Kind::Text: {
            const std::string& text = value.text.in(language);
            lua_pushlstring(lua, text.data(), text.size());
            break;
        }
        case Declared::Kind::Markdown:
            *static_cast<std::size_t*>(lua_newuserdatauv(lua, sizeof(std::size_t), 0)) = value.part;
            luaL_setmetatable(lua, "engross.markdown");
            break;
        case Declared::Kind::Number:
            if (lua_Integer whole = 0;
                lua_numbertointeger(value.number, &whole) != 0 && static_cast<double>(whole) == value.number) {
                lua_pushinteger(lua, whole);
            } else {
                lua_pushnumber(lua, value.number);
            }
            break;
        case Declared::Kind::Boolean:
            lua_pushboolean(lua, value.boolean ? 1 : 0);
            break;
        case Declared::Kind::List:
            lua_createtable(lua, static_cast<int>(value.items.size()), 0);
            for (std::size_t index = 0; index < value.items.size(); ++index) {
                pushDeclared(lua, value.items.at(index), language);
                lua_rawseti(lua, -2, static_cast<lua_Integer>(index) + 1);
            }
            break;
        case Declared::Kind::Record:
            lua_createtable(lua, 0, static_cast<int>(value.members.size()));
            for (const auto& [name, member] : value.members) {
                pushDeclared(lua, member, language);
                lua_setfield(lua, -2, name.c_str());
            }
            break;
    }
}

/// What the page, on top of the stack, says of its language and house.
void setSpoken(lua_State* lua, const PageScope& scope) {
    setText(lua, "language", std::string(tagOf(scope.language).substr(0, 2)));
    pushHouse(lua, *scope.house, scope.language);
    lua_setfield(lua, -2, "house");
}

/// say("page_of", { page = 1 }): a phrase of the family in the document's language; "{name}" without a value stays.
int sayPhrase(lua_State* lua) {
    const PageScope& scope = pageScopeOf(lua);
    const std::string key = luaL_checkstring(lua, 1);
    const auto& phrases = scope.type->family->phrases;
    const auto found = phrases.find(key);
    if (found == phrases.end()) {
        std::vector<std::string> known;
        std::ranges::transform(phrases, std::back_inserter(known), [](const auto& entry) { return entry.first; });
        const std::string near = nearest(key, known);
        throw ScriptFault(shout("script.no_phrase", {{"name", key}}), key,
                          near.empty() ? std::string() : shout("script.did_you_mean", {{"name", near}}));
    }
    std::string text = found->second.in(scope.language);
    if (lua_istable(lua, 2)) {
        for (lua_pushnil(lua); lua_next(lua, 2) != 0; lua_pop(lua, 1)) {
            if (lua_type(lua, -2) != LUA_TSTRING) {
                continue;
            }
            const std::string name = "{" + std::string(lua_tostring(lua, -2)) + "}";
            std::string value;
            if (const std::size_t at = text.find(name); at != std::string::npos && textAt(lua, -1, value)) {
                text.replace(at, name.size(), value);
            }
        }
    }
    lua_pushlstring(lua, text.data(), text.size());
    return 1;
}

/// looks "letterhead": what plugins/looks/letterhead.lua returns, run once a job.
int loadLooks(lua_State* lua) {
    const std::string name = luaL_checkstring(lua, 1);
    if (lua_rawgetp(lua, LUA_REGISTRYINDEX, &looksKey) != LUA_TTABLE) {
        lua_newtable(lua);
        lua_pushvalue(lua, -1);
        lua_rawsetp(lua, LUA_REGISTRYINDEX, &looksKey);
        lua_replace(lua, -2);
    }
    if (lua_getfield(lua, -1, name.c_str()) != LUA_TNIL) {
        return 1;
    }
    lua_pop(lua, 1);
    const auto source = pageScopeOf(lua).looks(name);
    if (source == nullptr) {
        throw ScriptFault(shout("script.no_looks", {{"name", name}}), name);
    }
    Sandbox::runChunk(lua, *source);
    lua_pushvalue(lua, -1);
    lua_setfield(lua, -3, name.c_str());
    return 1;
}

}  // namespace

void openPage(lua_State* lua, const PageScope& scope) {
    lua_pushlightuserdata(lua, const_cast<PageScope*>(&scope));
    lua_rawsetp(lua, LUA_REGISTRYINDEX, &scopeKey);
    luaL_newmetatable(lua, "engross.markdown");
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    lua_pop(lua, 1);
}

const PageScope& pageScopeOf(lua_State* lua) {
    lua_rawgetp(lua, LUA_REGISTRYINDEX, &scopeKey);
    const auto* scope = static_cast<const PageScope*>(lua_touserdata(lua, -1));
    lua_pop(lua, 1);
    return *scope;
}

Language speak(lua_State* lua, Language language) {
    const PageScope& scope = pageScopeOf(lua);
    const Language before = scope.language;
    if (language == before) {
        return before;
    }
    const std::string tag(tagOf(language).substr(0, 2));
    if (!scope.speak(language)) {
        throw ScriptFault(shout("script.not_spoken", {{"language", tag}}), tag);
    }
    lua_pushvalue(lua, 1);
    setSpoken(lua, scope);
    lua_pop(lua, 1);
    return before;
}

HostNames pageNames() {
    return {{"say", "looks"}, [](lua_State* lua, const std::string& name) {
                lua_pushcfunction(lua, name == "say" ? guarded<sayPhrase> : guarded<loadLooks>);
            }};
}

void pushPage(lua_State* lua) {
    const PageScope& scope = pageScopeOf(lua);
    lua_createtable(lua, 0, 4);
    setSpoken(lua, scope);
    lua_pushboolean(lua, scope.draft ? 1 : 0);
    lua_setfield(lua, -2, "draft");
    lua_pushlstring(lua, scope.copy.data(), scope.copy.size());
    lua_setfield(lua, -2, "copy");
    if (scope.recipient > 0) {
        lua_pushinteger(lua, static_cast<lua_Integer>(scope.recipient));
    } else {
        lua_pushboolean(lua, 0);
    }
    lua_setfield(lua, -2, "recipient");
    lua_createtable(lua, 0, 2);
    lua_pushcfunction(lua, guarded<pageMethod>);
    lua_setfield(lua, -2, "__index");
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    lua_setmetatable(lua, -2);
}

void pushType(lua_State* lua) {
    const PageScope& scope = pageScopeOf(lua);
    const DocumentType& type = *scope.type;
    pushDeclared(lua, type.declared, scope.language);
    setText(lua, "id", type.summary.id);
    setText(lua, "title", type.title.in(scope.language));
    lua_createtable(lua, 0, 2);
    setText(lua, "en", type.title.english);
    setText(lua, "cy", type.title.welsh);
    lua_setfield(lua, -2, "titles");
    setText(lua, "law", type.summary.law);
    lua_pushinteger(lua, type.summary.version);
    lua_setfield(lua, -2, "version");
}

}  // namespace engross
