#pragma once
#include "script/constructors.h"
#include "script/sandbox.h"

#include <gtest/gtest.h>
#include <lauxlib.h>
#include <lua.h>
#include <functional>
#include <string>

namespace engross::test {

/// Takes a wall down from outside, before the attack runs: nothing in the program can.
using TakeDown = std::function<void(lua_State*)>;

inline int marks = 0;  // how often an attack got through

inline int mark(lua_State* /*unused*/) {
    ++marks;
    return 0;
}

/// Puts a function into `_ENV`, or into a table there, past every lock.
inline void setMember(lua_State* lua, const char* table, const char* name, lua_CFunction function) {
    lua_rawgeti(lua, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    if (table != nullptr) {
        lua_pushstring(lua, table);
        lua_rawget(lua, -2);
        lua_remove(lua, -2);
    }
    lua_pushstring(lua, name);
    lua_pushcfunction(lua, function);
    lua_rawset(lua, -3);
    lua_pop(lua, 1);
}

/// A function of the stock library.
inline lua_CFunction stock(lua_CFunction library, const char* name) {
    lua_State* other = luaL_newstate();
    luaL_requiref(other, "library", library, 0);
    lua_getfield(other, -1, name);
    lua_CFunction function = lua_tocfunction(other, -1);
    lua_close(other);
    return function;
}

inline TakeDown give(const char* table, const char* name, lua_CFunction library) {
    return [=](lua_State* lua) { setMember(lua, table, name, stock(library, name)); };
}

struct WallResult {
    bool through = false;
    std::int64_t left = 0;
    std::string message;
};

inline WallResult run(const std::string& text, const TakeDown& takeDown, const SandboxLimits& limits,
                      const TakeDown& afterwards = {}, SteadyClock clock = steadyNow) {
    marks = 0;
    Sandbox sandbox(limits, std::move(clock));
    sandbox.offer(constructors({"letter"}, {}));
    const ScriptSource source("scripts/letter/attack.lua", text);
    WallResult result;
    result.through = sandbox.protect([&](lua_State* lua) {
        setMember(lua, nullptr, "mark", mark);
        if (takeDown) {
            takeDown(lua);
        }
        Sandbox::runChunk(lua, source);
        if (afterwards) {
            afterwards(lua);
        }
    });
    result.left = sandbox.instructionsLeft();
    if (!result.through) {
        result.message = sandbox.fault({&source}).message;
    }
    return result;
}

inline constexpr SandboxLimits small{.memory = 4U << 20U, .instructions = 200'000, .time = std::chrono::seconds(20)};

/// The attack ends with `mark()`: it is stopped before that with the wall, and reaches it without.
inline void expectWall(const std::string& attack, const TakeDown& takeDown, const SandboxLimits& limits = small) {
    const WallResult with = run(attack, {}, limits);
    EXPECT_EQ(marks, 0) << "with the wall: " << attack;
    EXPECT_FALSE(with.through) << attack;
    EXPECT_FALSE(with.message.empty()) << attack;
    run(attack, takeDown, limits);
    EXPECT_GT(marks, 0) << "with the wall taken down nothing gets through, so it is no wall: " << attack;
}

}  // namespace engross::test
