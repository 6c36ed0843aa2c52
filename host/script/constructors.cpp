#include "script/constructors.h"

#include "words/messages.h"

#include <lauxlib.h>
#include <lua.h>
#include <algorithm>
#include <array>

namespace engross {
namespace {

constexpr int deepest = 32;
constexpr std::size_t mostNodes = 50'000;
const char* const constructorName = "engross.constructor";
const char* const taggedName = "engross.tagged";
const char* const lawName = "engross.law";

std::string say(std::string_view key, Messages::Values values = {}) {
    return Messages::in(Language::English).text(key, values);
}

struct TagData {
    std::size_t line;
};

std::size_t callerLine(lua_State* lua) {
    lua_Debug frame;
    for (int level = 1; lua_getstack(lua, level, &frame) != 0; ++level) {
        lua_getinfo(lua, "l", &frame);
        if (frame.currentline > 0) {
            return static_cast<std::size_t>(frame.currentline);
        }
    }
    return 0;
}

void lockMetatable(lua_State* lua) {
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
}

void pushMetatable(lua_State* lua, const char* name, LuaFunction called, LuaFunction indexed) {
    if (luaL_newmetatable(lua, name) == 0) {
        return;
    }
    if (called != nullptr) {
        lua_pushcfunction(lua, called);
        lua_setfield(lua, -2, "__call");
    }
    if (indexed != nullptr) {
        lua_pushcfunction(lua, indexed);
        lua_setfield(lua, -2, "__index");
    }
    lockMetatable(lua);
}

/// Pushes a tagged value made of the tag and the argument on top of the stack, which are taken off.
void makeTagged(lua_State* lua) {
    auto* data = static_cast<TagData*>(lua_newuserdatauv(lua, sizeof(TagData), 2));
    *data = {callerLine(lua)};
    lua_insert(lua, -3);
    lua_setiuservalue(lua, -3, 2);
    lua_setiuservalue(lua, -2, 1);
    pushMetatable(lua, taggedName, nullptr, nullptr);
    lua_setmetatable(lua, -2);
}

int construct(lua_State* lua) {
    const int arguments = lua_gettop(lua) - 1;
    lua_getiuservalue(lua, 1, 1);
    if (arguments == 1) {
        lua_pushvalue(lua, 2);
    } else {
        lua_createtable(lua, arguments, 0);
        for (int index = 1; index <= arguments; ++index) {
            lua_pushvalue(lua, index + 1);
            lua_rawseti(lua, -2, index);
        }
    }
    makeTagged(lua);
    return 1;
}

void pushConstructor(lua_State* lua, const std::string& name, const char* metatable, LuaFunction indexed) {
    lua_newuserdatauv(lua, 0, 2);
    lua_pushlstring(lua, name.data(), name.size());
    lua_setiuservalue(lua, -2, 1);
    pushMetatable(lua, metatable, construct, indexed);
    lua_setmetatable(lua, -2);
}

int lawMember(lua_State* lua) {
    const std::string name = luaL_checkstring(lua, 2);
    lua_getiuservalue(lua, 1, 2);
    const auto& known = *static_cast<const std::vector<std::string>*>(lua_touserdata(lua, -1));
    if (std::ranges::find(known, name) == known.end()) {
        const std::string near = nearest(name, known);
        throw ScriptFault(say("script.no_law", {{"name", name}}), name,
                          near.empty() ? std::string() : say("script.did_you_mean", {{"name", "law." + near}}));
    }
    lua_pushliteral(lua, "law");
    lua_pushlstring(lua, name.data(), name.size());
    makeTagged(lua);
    return 1;
}

struct NodeReader {
    lua_State* lua;
    std::size_t count = 0;
    std::vector<std::string> path{};

    // NOLINTNEXTLINE(misc-no-recursion): the depth is bounded by `deepest`
    ScriptNode read(int index, int depth) {
        if (depth > deepest || ++count > mostNodes || lua_checkstack(lua, 8) == 0) {
            throw ScriptFault(say("script.too_deep"));
        }
        const int at = lua_absindex(lua, index);
        ScriptNode node;
        switch (lua_type(lua, at)) {
            case LUA_TBOOLEAN:
                node.kind = ScriptNode::Kind::Boolean;
                node.boolean = lua_toboolean(lua, at) != 0;
                break;
            case LUA_TNUMBER:
                node.kind = ScriptNode::Kind::Number;
                node.number = lua_tonumber(lua, at);
                break;
            case LUA_TSTRING: {
                std::size_t length = 0;
                const char* text = lua_tolstring(lua, at, &length);
                node.kind = ScriptNode::Kind::Text;
                node.text.assign(text, length);
                break;
            }
            case LUA_TTABLE:
                node.kind = ScriptNode::Kind::Table;
                readTable(node, at, depth);
                break;
            case LUA_TFUNCTION:
                node.kind = ScriptNode::Kind::Function;
                node.path = path;
                break;
            case LUA_TUSERDATA:
                readTagged(node, at, depth);
                break;
            default:
                break;
        }
        return node;
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void readTable(ScriptNode& node, int at, int depth) {
        const auto length = static_cast<lua_Integer>(lua_rawlen(lua, at));
        for (lua_Integer item = 1; item <= length; ++item) {
            lua_rawgeti(lua, at, item);
            path.push_back("#" + std::to_string(item));
            node.items.push_back(read(-1, depth + 1));
            path.pop_back();
            lua_pop(lua, 1);
        }
        for (lua_pushnil(lua); lua_next(lua, at) != 0; lua_pop(lua, 1)) {
            if (lua_type(lua, -2) == LUA_TSTRING) {
                path.emplace_back(lua_tostring(lua, -2));
                node.named.emplace_back(path.back(), read(-1, depth + 1));
                path.pop_back();
            }
        }
        std::ranges::sort(node.named, {}, &std::pair<std::string, ScriptNode>::first);
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void readTagged(ScriptNode& node, int at, int depth) {
        if (luaL_testudata(lua, at, taggedName) == nullptr) {
            lua_getiuservalue(lua, at, 1);
            const bool bare = luaL_testudata(lua, at, constructorName) != nullptr;
            node.kind = bare ? ScriptNode::Kind::Tagged : ScriptNode::Kind::Nil;
            node.tag = bare ? lua_tostring(lua, -1) : "";
            lua_pop(lua, 1);
            return;
        }
        const TagData data = *static_cast<TagData*>(lua_touserdata(lua, at));
        lua_getiuservalue(lua, at, 2);
        node = read(-1, depth + 1);
        if (node.kind != ScriptNode::Kind::Text && node.kind != ScriptNode::Kind::Table) {
            ScriptNode wrapped;
            wrapped.items.push_back(std::move(node));
            node = std::move(wrapped);
        }
        lua_getiuservalue(lua, at, 1);
        node.kind = ScriptNode::Kind::Tagged;
        node.tag = lua_tostring(lua, -1);
        node.line = data.line;
        lua_pop(lua, 2);
    }
};

}  // namespace

const std::vector<std::string>& declarationNames() {
    static const std::vector<std::string> names{
        "text",         "paragraphs", "date",     "time",      "money",    "number",       "boolean",    "choice",
        "email",        "phone",      "postcode", "reference", "person",   "organisation", "address",    "premises",
        "image",        "exhibit",    "list",     "record",    "rows",     "markdown",     "field_path", "deadline",
        "earliest_day", "latest",     "earliest", "total",     "count",    "joined",       "value",      "within",
        "not_before",   "not_after",  "at_least", "at_most",   "must_say", "must_attach",  "must_serve", "must_copy",
        "cites",        "sums_to",    "is_true",  "is_false",  "one_of",   "check",        "choices",    "by_date",
        "holidays",     "plugin",     "house",    "template",  "bold",     "italic",       "small_caps", "link",
        "footnote",     "ref",        "tick",     "blank",     "age_on",   "service_day",  "part"};
    return names;
}

bool isFieldKind(std::string_view name) {
    const auto& names = declarationNames();
    const auto end = std::ranges::find(names, "deadline");
    return std::find(names.begin(), end, name) != end;
}

HostNames constructors(const std::vector<std::string>& families, std::vector<std::string> lawNames) {
    HostNames host;
    host.names = declarationNames();
    host.names.insert(host.names.end(), families.begin(), families.end());
    host.names.emplace_back("law");
    auto known = std::make_shared<const std::vector<std::string>>(std::move(lawNames));
    host.push = [known](lua_State* lua, const std::string& name) {
        if (name != "law") {
            pushConstructor(lua, name, constructorName, nullptr);
            return;
        }
        pushConstructor(lua, name, lawName, guarded<lawMember>);
        lua_pushlightuserdata(lua, const_cast<std::vector<std::string>*>(known.get()));
        lua_setiuservalue(lua, -2, 2);
    };
    return host;
}

ScriptNode readNode(lua_State* lua, int index) {
    return NodeReader{lua}.read(index, 0);
}

bool pushTagged(lua_State* lua, int index, std::string& tag) {
    const int at = lua_absindex(lua, index);
    if (luaL_testudata(lua, at, taggedName) == nullptr) {
        return false;
    }
    lua_getiuservalue(lua, at, 1);
    tag = lua_tostring(lua, -1);
    lua_pop(lua, 1);
    lua_getiuservalue(lua, at, 2);
    return true;
}

void pushAtPath(lua_State* lua, const std::vector<std::string>& path) {
    const auto open = [lua] {
        std::string tag;
        while (pushTagged(lua, -1, tag)) {
            lua_replace(lua, -2);
        }
    };
    open();
    for (const std::string& key : path) {
        if (lua_istable(lua, -1)) {
            if (key.front() == '#') {
                lua_rawgeti(lua, -1, std::stoll(key.substr(1)));
            } else {
                lua_getfield(lua, -1, key.c_str());
            }
            lua_replace(lua, -2);
        }
        open();
    }
}

}  // namespace engross
