#include "script/allowed.h"

#include "script/guarded.h"
#include "script/sandbox.h"
#include "words/messages.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <string_view>

namespace engross {
namespace {

std::string say(std::string_view key, Messages::Values values = {}) {
    return Messages::in(Language::English).text(key, values);
}

void chargeText(lua_State* lua, int index) {
    if (lua_type(lua, index) == LUA_TSTRING) {
        Sandbox::charge(lua, lua_rawlen(lua, index) / 16);
    }
}

lua_CFunction stock(lua_State* lua) {
    return lua_tocfunction(lua, lua_upvalueindex(1));
}

/// A text function whose work grows with its first argument.
int byText(lua_State* lua) {
    chargeText(lua, 1);
    return stock(lua)(lua);
}

/// A table function whose work grows with the table's length.
int byLength(lua_State* lua) {
    if (lua_istable(lua, 1)) {
        Sandbox::charge(lua, lua_rawlen(lua, 1));
    }
    return stock(lua)(lua);
}

int rep(lua_State* lua) {
    const auto length = static_cast<std::uint64_t>(luaL_len(lua, 1));
    const lua_Integer times = luaL_checkinteger(lua, 2);
    std::size_t separator = 0;
    luaL_optlstring(lua, 3, "", &separator);
    if (times > 0) {
        const auto count = static_cast<std::uint64_t>(times);
        const std::uint64_t each = (length + separator) / 16 + 1;
        Sandbox::charge(lua, count > (std::uint64_t{1} << 40U) / each ? std::uint64_t{1} << 40U : count * each);
    }
    return stock(lua)(lua);
}

int format(lua_State* lua) {
    std::size_t length = 0;
    const char* pattern = luaL_checklstring(lua, 1, &length);
    const std::string_view view(pattern, length);
    for (std::size_t at = view.find('%'); at != std::string_view::npos; at = view.find('%', at + 1)) {
        at = std::min(view.find_first_not_of("-+ #0123456789.", at + 1), view.size());
        if (at < view.size() && view[at] == 'p') {
            return luaL_error(lua, "%s", say("script.no_addresses").c_str());
        }
    }
    for (int index = 1; index <= lua_gettop(lua); ++index) {
        const int type = lua_type(lua, index);
        if (type == LUA_TTABLE || type == LUA_TFUNCTION) {
            return luaL_error(lua, "%s", say("script.no_addresses").c_str());
        }
        chargeText(lua, index);
    }
    return stock(lua)(lua);
}

int concat(lua_State* lua) {
    luaL_checktype(lua, 1, LUA_TTABLE);
    const lua_Integer first = luaL_optinteger(lua, 3, 1);
    const lua_Integer last = luaL_optinteger(lua, 4, luaL_len(lua, 1));
    std::size_t separator = 0;
    luaL_optlstring(lua, 2, "", &separator);
    if (last >= first) {
        const auto count = static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first);
        Sandbox::charge(lua, std::min(count, std::uint64_t{1} << 40U) * (separator / 16 + 1));
    }
    return stock(lua)(lua);
}

int move(lua_State* lua) {
    const lua_Integer first = luaL_checkinteger(lua, 2);
    const lua_Integer last = luaL_checkinteger(lua, 3);
    if (last >= first) {
        Sandbox::charge(lua, static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first));
    }
    return stock(lua)(lua);
}

int unpack(lua_State* lua) {
    const lua_Integer first = luaL_optinteger(lua, 2, 1);
    const lua_Integer last = luaL_opt(lua, luaL_checkinteger, 3, luaL_len(lua, 1));
    if (last >= first) {
        Sandbox::charge(lua, static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first));
    }
    return stock(lua)(lua);
}

int sort(lua_State* lua) {
    luaL_checktype(lua, 1, LUA_TTABLE);
    std::uint64_t rounds = 1;
    const auto length = static_cast<std::uint64_t>(lua_rawlen(lua, 1));
    while ((length >> rounds) != 0) {
        ++rounds;
    }
    Sandbox::charge(lua, length * rounds);
    return stock(lua)(lua);
}

/// As the stock one, but never an address: those differ from run to run and would reach a page.
int toText(lua_State* lua) {
    luaL_checkany(lua, 1);
    const int type = lua_type(lua, 1);
    if (type == LUA_TTABLE || type == LUA_TFUNCTION ||
        (type == LUA_TUSERDATA && luaL_getmetafield(lua, 1, "__tostring") == LUA_TNIL)) {
        lua_pushstring(lua, lua_typename(lua, type));
        return 1;
    }
    luaL_tolstring(lua, 1, nullptr);
    return 1;
}

int rankOf(lua_State* lua, int index) {
    const int type = lua_type(lua, index);
    return type == LUA_TNUMBER ? 0 : type == LUA_TSTRING ? 1 : 2;
}

/// Whether the key at `left` stands before the one at `right`: numbers, then texts by their bytes, then the rest.
int keyBefore(lua_State* lua) {
    const int left = rankOf(lua, 1);
    const int right = rankOf(lua, 2);
    const bool before = left != right ? left < right : left < 2 && lua_compare(lua, 1, 2, LUA_OPLT) != 0;
    lua_pushboolean(lua, before ? 1 : 0);
    return 1;
}

int nextInOrder(lua_State* lua) {
    const lua_Integer position = lua_tointeger(lua, lua_upvalueindex(2)) + 1;
    lua_pushinteger(lua, position);
    lua_copy(lua, -1, lua_upvalueindex(2));
    if (lua_rawgeti(lua, lua_upvalueindex(1), position) == LUA_TNIL) {
        return 1;
    }
    lua_pushvalue(lua, -1);
    lua_gettable(lua, 1);
    return 2;
}

/// The host's own: the stock one hands out `next`, and has no order.
int orderedPairs(lua_State* lua) {
    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_getfield(lua, LUA_REGISTRYINDEX, "engross.sort");
    lua_newtable(lua);
    lua_Integer count = 0;
    for (lua_pushnil(lua); lua_next(lua, 1) != 0;) {
        lua_pop(lua, 1);
        lua_pushvalue(lua, -1);
        lua_rawseti(lua, 3, ++count);
    }
    Sandbox::charge(lua, static_cast<std::uint64_t>(count) * 8);
    lua_pushvalue(lua, 2);
    lua_pushvalue(lua, 3);
    lua_pushcfunction(lua, keyBefore);
    lua_call(lua, 2, 0);
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, nextInOrder, 2);
    lua_pushvalue(lua, 1);
    return 2;
}

/// A name that `_ENV` has not yet: one that the host offers, or a fault.
int offeredGlobal(lua_State* lua) {
    const std::string name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "?";
    const Sandbox& sandbox = Sandbox::of(lua);
    if (!sandbox.pushOffered(lua, name)) {
        const std::string near = nearest(name, sandbox.names());
        throw ScriptFault(say("script.no_global", {{"name", name}}), name,
                          near.empty() ? std::string() : say("script.did_you_mean", {{"name", near}}));
    }
    lua_pushvalue(lua, 2);
    lua_pushvalue(lua, -2);
    lua_rawset(lua, 1);
    return 1;
}

int noNewGlobal(lua_State* lua) {
    const char* name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "?";
    throw ScriptFault(say("script.new_global", {{"name", name}}), name, say("script.write_local"));
}

struct Member {
    const char* library;  // empty for the base functions
    const char* name;
    lua_CFunction wrapper;  // nullptr for the stock function as it is
};

constexpr std::array members{
    Member{"", "assert", nullptr},        Member{"", "error", nullptr},
    Member{"", "ipairs", nullptr},        Member{"", "pcall", nullptr},
    Member{"", "select", nullptr},        Member{"", "tonumber", byText},
    Member{"", "type", nullptr},          Member{"", "pairs", guarded<orderedPairs>},
    Member{"", "tostring", toText},       Member{"string", "byte", byText},
    Member{"string", "char", nullptr},    Member{"string", "format", format},
    Member{"string", "len", nullptr},     Member{"string", "lower", byText},
    Member{"string", "rep", rep},         Member{"string", "reverse", byText},
    Member{"string", "sub", byText},      Member{"string", "upper", byText},
    Member{"table", "concat", concat},    Member{"table", "insert", byLength},
    Member{"table", "move", move},        Member{"table", "pack", nullptr},
    Member{"table", "remove", byLength},  Member{"table", "sort", sort},
    Member{"table", "unpack", unpack},    Member{"math", "abs", nullptr},
    Member{"math", "ceil", nullptr},      Member{"math", "floor", nullptr},
    Member{"math", "fmod", nullptr},      Member{"math", "huge", nullptr},
    Member{"math", "max", nullptr},       Member{"math", "maxinteger", nullptr},
    Member{"math", "min", nullptr},       Member{"math", "mininteger", nullptr},
    Member{"math", "tointeger", nullptr}, Member{"math", "type", nullptr},
    Member{"utf8", "char", nullptr},      Member{"utf8", "codepoint", byText},
    Member{"utf8", "codes", byText},      Member{"utf8", "len", byText},
    Member{"utf8", "offset", byText},
};

/// A member as the stock libraries have it: a function without upvalues, or a number.
struct Stock {
    lua_CFunction function = nullptr;
    bool whole = false;
    lua_Integer integer = 0;
    lua_Number number = 0;

    void push(lua_State* lua) const {
        if (function != nullptr) {
            lua_pushcfunction(lua, function);
        } else if (whole) {
            lua_pushinteger(lua, integer);
        } else {
            lua_pushnumber(lua, number);
        }
    }
};
using StockMembers = std::array<Stock, members.size()>;

/// Pushes a table of the tables of the stock libraries.
void openStock(lua_State* lua) {
    lua_newtable(lua);
    constexpr std::array<std::pair<const char*, lua_CFunction>, 5> libraries{{{"", luaopen_base},
                                                                              {"string", luaopen_string},
                                                                              {"table", luaopen_table},
                                                                              {"math", luaopen_math},
                                                                              {"utf8", luaopen_utf8}}};
    for (const auto& [name, open] : libraries) {
        lua_pushcfunction(lua, open);
        lua_pushstring(lua, name);
        lua_call(lua, 1, 1);
        lua_setfield(lua, -2, name);
    }
}

// Opening the stock libraries costs more than all that a letter does with them: they are opened once in the process.
const StockMembers& stockMembers() {
    static const StockMembers known = [] {
        const std::unique_ptr<lua_State, decltype(&lua_close)> state(luaL_newstate(), &lua_close);
        if (state == nullptr) {
            throw std::bad_alloc();
        }
        lua_State* lua = state.get();
        openStock(lua);
        StockMembers found;
        for (std::size_t place = 0; place < members.size(); ++place) {
            lua_getfield(lua, 1, members[place].library);
            lua_getfield(lua, -1, members[place].name);
            found[place] = {lua_tocfunction(lua, -1), lua_isinteger(lua, -1) != 0, lua_tointeger(lua, -1),
                            lua_tonumber(lua, -1)};
            lua_settop(lua, 1);
        }
        return found;
    }();
    return known;
}

/// Sets the members in the tables of their libraries, those of the base in the environment.
void setMembers(lua_State* lua, int environment) {
    constexpr int mostOfALibrary = 12;
    const StockMembers& stock = stockMembers();
    std::string_view library;
    for (std::size_t place = 0; place < members.size(); ++place) {
        const Member& member = members[place];
        if (member.library != library) {
            library = member.library;
            lua_settop(lua, environment);
            lua_createtable(lua, 0, mostOfALibrary);
            lua_pushvalue(lua, -1);
            lua_setfield(lua, environment, member.library);
        }
        stock[place].push(lua);
        if (member.wrapper != nullptr) {
            lua_pushcclosure(lua, member.wrapper, 1);
        }
        lua_setfield(lua, -2, member.name);
        if (library == "table" && std::string_view(member.name) == "sort") {
            stock[place].push(lua);
            lua_setfield(lua, LUA_REGISTRYINDEX, "engross.sort");
        }
    }
    lua_settop(lua, environment);
}

/// Replaces the metatable of texts: its members are the allowed ones, and no script can reach or change it.
void lockTextMetatable(lua_State* lua, int environment) {
    lua_pushliteral(lua, "");
    lua_newtable(lua);
    lua_getfield(lua, environment, "string");
    lua_setfield(lua, -2, "__index");
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    lua_setmetatable(lua, -2);
    lua_pop(lua, 1);
}

}  // namespace

void openAllowed(lua_State* lua) {
    const int environment = lua_gettop(lua);
    setMembers(lua, environment);
    lockTextMetatable(lua, environment);
    lua_newtable(lua);
    lua_pushcfunction(lua, guarded<offeredGlobal>);
    lua_setfield(lua, -2, "__index");
    lua_pushcfunction(lua, guarded<noNewGlobal>);
    lua_setfield(lua, -2, "__newindex");
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    lua_setmetatable(lua, environment);
}

std::vector<std::string> allowedNames() {
    std::vector<std::string> names;
    names.reserve(members.size());
    for (const Member& member : members) {
        names.push_back(*member.library == '\0' ? std::string(member.name)
                                                : std::string(member.library) + "." + member.name);
    }
    std::ranges::sort(names);
    return names;
}

}  // namespace engross
