// Each wall of the sandbox, taken down from outside by this test and by nothing in the program: what it stops then gets
// through. A wall that nobody would miss is none.
#include "script/taken_down.h"

#include <gtest/gtest.h>
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

namespace engross {
namespace {

using test::expectWall;
using test::give;
using test::mark;
using test::marks;
using test::run;
using test::setMember;
using test::small;
using test::WallResult;

TEST(Walls, TheCountHookEndsALoop) {
    expectWall("for i = 1, 3000000 do end mark()", [](lua_State* lua) { lua_sethook(lua, nullptr, 0, 0); });
}

TEST(Walls, TheHookThatDropsToOneOutlivesPcall) {
    const auto raisesOnce = [](lua_State* lua) {
        static bool raised = false;
        raised = false;
        lua_sethook(
            lua,
            [](lua_State* state, lua_Debug* /*unused*/) {
                if (!raised) {
                    raised = true;
                    luaL_error(state, "out of time");
                }
            },
            LUA_MASKCOUNT, 1000);
    };
    expectWall("pcall(function() for i = 1, 3000000 do end end)\nfor i = 1, 10000 do end mark()", raisesOnce);
}

TEST(Walls, TheAllocatorRefusesMemory) {
    const std::string attack =
        "local s = string.rep(\"x\", 1000000) local t = {}\n"
        "for i = 1, 20 do t[i] = s .. i end mark()";
    SandboxLimits many = small;
    many.instructions = 1'000'000'000;
    EXPECT_FALSE(run(attack, {}, many).through);
    EXPECT_EQ(marks, 0);
    many.memory = std::size_t{1} << 30U;
    EXPECT_TRUE(run(attack, {}, many).through);
    EXPECT_EQ(marks, 1);
}

TEST(Walls, WrappedFunctionsAreChargedBySize) {
    expectWall("string.rep(\"\", 30000000) mark()", give("string", "rep", luaopen_string));
    expectWall("table.move({}, 1, 3000000, 2) mark()", give("table", "move", luaopen_table));
}

// With the sandbox's own hook the allocator is a second wall: a spent script gets no room for the error that the
// handler would be called with. So a plain hook stands here.
TEST(Walls, XpcallIsWithheldForItsHandlerRunsUnhooked) {
    expectWall("xpcall(function() while true do end end, function() for i = 1, 3000000 do end mark() end)",
               [](lua_State* lua) {
                   give(nullptr, "xpcall", luaopen_base)(lua);
                   lua_sethook(
                       lua, [](lua_State* state, lua_Debug* /*unused*/) { luaL_error(state, "out of time"); },
                       LUA_MASKCOUNT, 1000);
               });
}

TEST(Walls, SetmetatableIsWithheldForFinalisersRunUnhooked) {
    const std::string attack = "setmetatable({}, { __gc = function() for i = 1, 3000000 do end mark() end })";
    EXPECT_FALSE(run(attack, {}, small).through);
    EXPECT_EQ(marks, 0);
    run(attack, give(nullptr, "setmetatable", luaopen_base), small, [](lua_State* lua) {
        lua_settop(lua, 0);
        lua_gc(lua, LUA_GCCOLLECT);
    });
    EXPECT_EQ(marks, 1);
}

TEST(Walls, LoadIsWithheldForItTakesBytecode) {
    expectWall("local chunk = string.dump(function() mark() end) load(chunk)()", [](lua_State* lua) {
        give("string", "dump", luaopen_string)(lua);
        give(nullptr, "load", luaopen_base)(lua);
    });
}

TEST(Walls, PatternsAreWithheldForTheyAreNotCharged) {
    const std::string attack =
        "local s = string.rep(\"x\", 24)\n"
        "string.find(s, string.rep(\"x*\", 6) .. \"y\") mark()";
    expectWall(attack, give("string", "find", luaopen_string));
    const WallResult loose = run(attack, give("string", "find", luaopen_string), small);
    EXPECT_GT(loose.left, small.instructions - 5000) << "100,000 steps of matching cost nothing";
}

TEST(Walls, PairsIsTheHostsOwnForTheStockOneHandsOutNext) {
    const std::string attack =
        "local step = pairs({ b = 1 })\n"
        "if step({ a = 1 }) == \"a\" then mark() else fail(\"the host's own\") end";
    run(attack, {}, small);
    EXPECT_EQ(marks, 0);
    run(attack, give(nullptr, "pairs", luaopen_base), small);
    EXPECT_EQ(marks, 1);
}

TEST(Walls, TheMetatableOfTextsIsLocked) {
    const std::string attack = "getmetatable(\"\").__index.upper = function() mark() end\n(\"x\"):upper()";
    expectWall(attack, [](lua_State* lua) {
        give(nullptr, "getmetatable", luaopen_base)(lua);
        lua_pushliteral(lua, "");
        lua_getmetatable(lua, -1);
        lua_pushnil(lua);
        lua_setfield(lua, -2, "__metatable");
        luaL_requiref(lua, "string", luaopen_string, 0);
        lua_setfield(lua, -2, "__index");
        lua_pop(lua, 1);
    });
    run(attack, give(nullptr, "getmetatable", luaopen_base), small);
    EXPECT_EQ(marks, 0) << "the lock holds by itself";
}

TEST(Walls, TextsOfTablesHaveNoAddresses) {
    const std::string attack = "if string.sub(tostring({}), 1, 8) == \"table: 0\" then mark() end";
    run(attack, {}, small);
    EXPECT_EQ(marks, 0);
    run(attack, give(nullptr, "tostring", luaopen_base), small);
    EXPECT_EQ(marks, 1);
}

TEST(Walls, EachScriptHasAStateOfItsOwn) {
    const ScriptSource first("scripts/letter/a.lua", "while true do end");
    const ScriptSource second("scripts/letter/b.lua", "mark()");
    const auto runBoth = [&](Sandbox& one, Sandbox& other) {
        marks = 0;
        EXPECT_FALSE(one.protect([&](lua_State* lua) { Sandbox::runChunk(lua, first); }));
        static_cast<void>(other.protect([&](lua_State* lua) {
            setMember(lua, nullptr, "mark", mark);
            Sandbox::runChunk(lua, second);
        }));
        return marks;
    };
    Sandbox one(small);
    Sandbox other(small);
    EXPECT_EQ(runBoth(one, other), 1);
    Sandbox shared(small);
    EXPECT_EQ(runBoth(shared, shared), 0) << "what one script used up, the next one lacks";
}

}  // namespace
}  // namespace engross
