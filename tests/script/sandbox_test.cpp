#include "script/sandbox.h"

#include "script/allowed.h"
#include "script/case_binding.h"
#include "script/constructors.h"

#include <gtest/gtest.h>
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <map>
#include <set>

namespace engross {
namespace {

using std::chrono::milliseconds;

/// Time that goes by with each look at it, so that a deadline needs no waiting.
SteadyClock ticking(milliseconds each) {
    auto now = std::make_shared<std::chrono::steady_clock::time_point>();
    return [now, each] { return *now += each; };
}

struct Outcome {
    bool good = false;
    Diagnostic fault;
    std::size_t peak = 0;
};

Outcome run(const std::string& text, const SandboxLimits& limits = {.instructions = 1'000'000},
            SteadyClock clock = ticking(milliseconds(0))) {
    Sandbox sandbox(limits, std::move(clock));
    sandbox.offer(constructors({"letter"}, {"penalty_cap"}));
    sandbox.offer(caseNames());
    const CaseValues values;
    const Calendar calendar;
    const CaseScope scope{&values, &calendar, Language::English, "letter"};
    const ScriptSource source("scripts/letter/test.lua", text);
    Outcome outcome;
    outcome.good = sandbox.protect([&](lua_State* lua) {
        openCase(lua, scope);
        Sandbox::runChunk(lua, source);
    });
    if (!outcome.good) {
        outcome.fault = sandbox.fault({&source});
    }
    outcome.peak = sandbox.peakMemory();
    return outcome;
}

void expectStopped(const std::string& text) {
    const Outcome outcome = run(text);
    EXPECT_FALSE(outcome.good) << text;
    EXPECT_EQ(outcome.fault.code, "script-limit") << outcome.fault.message;
    EXPECT_EQ(outcome.fault.where.file, "scripts/letter/test.lua");
    EXPECT_GT(outcome.fault.where.line, 0U);
}

TEST(Sandbox, StopsAnEndlessLoop) {
    expectStopped("while true do end");
}

TEST(Sandbox, StopsALoopThatCatchesItsOwnEnd) {
    expectStopped("local function loop() while true do end end\nwhile true do pcall(loop) end");
    expectStopped("local function again() pcall(again) return again() end\nagain()");
}

TEST(Sandbox, StopsAtTheDeadlineInsideFewInstructions) {
    const Outcome outcome = run("local s = \"x\"\nwhile true do s = s .. \"x\" end", {.time = milliseconds(100)},
                                ticking(milliseconds(30)));
    EXPECT_FALSE(outcome.good);
    EXPECT_EQ(outcome.fault.message, "the script takes too long");
}

TEST(Sandbox, ChargesTextsByTheirSize) {
    expectStopped("while true do local s = string.rep(\"x\", 8000000) end");
    expectStopped("local s = string.rep(\"x\", 8000000)\nwhile true do s:upper() end");
    expectStopped("local s = \"x\"\nwhile true do s = s .. s:sub(1, 100) end");
}

TEST(Sandbox, ChargesWorkThatMakesNothing) {
    expectStopped("return (\"\"):rep(20000000000)");
    expectStopped("table.move({}, 1, 300000000, 2)");
    expectStopped("return table.concat({}, \"\", 1, 300000000)");
    expectStopped("return table.unpack({}, 1, 300000000)");
}

TEST(Sandbox, RefusesMemoryBeyondItsCapAndLivesOn) {
    const Outcome doubling = run("local s = \"x\"\nwhile true do s = s .. s end", {});
    EXPECT_EQ(doubling.fault.message, "the script uses too much memory");
    EXPECT_EQ(doubling.fault.where.line, 2U);
    EXPECT_LE(doubling.peak, SandboxLimits{}.memory);
    const Outcome caught =
        run("local good = pcall(string.rep, \"x\", 100000000)\nif good then fail(\"not refused\") end");
    EXPECT_FALSE(caught.good);
    EXPECT_FALSE(run("return string.rep(\"x\", 1e15)").good);
}

TEST(Sandbox, EndsDeepRecursionWithAnError) {
    const Outcome outcome = run("local function deep(n) return 1 + deep(n + 1) end\nreturn deep(1)");
    EXPECT_FALSE(outcome.good);
    EXPECT_FALSE(run(std::string("return ") + std::string(5000, '(') + "1" + std::string(5000, ')')).good);
    EXPECT_FALSE(run("return " + std::string(300, '{') + std::string(300, '}')).good);
}

TEST(Sandbox, TakesTextChunksOnly) {
    const Outcome outcome = run(std::string("\x1bLua") + std::string(20, '\0'));
    EXPECT_FALSE(outcome.good);
    EXPECT_NE(outcome.fault.message.find("binary chunk"), std::string::npos) << outcome.fault.message;
}

TEST(Sandbox, WithholdsWhatRunsWithTheHookSwitchedOff) {
    for (const char* name :
         {"xpcall", "setmetatable", "getmetatable", "collectgarbage", "load", "loadstring", "dofile", "require",
          "rawset", "rawget", "rawequal", "next", "coroutine", "io", "os", "debug", "package", "print", "_G"}) {
        const Outcome outcome = run(std::string("return ") + name);
        EXPECT_FALSE(outcome.good) << name;
        EXPECT_EQ(outcome.fault.message, "there is no '" + std::string(name) + "' for scripts");
    }
    for (const char* member : {"string.find", "string.match", "string.gmatch", "string.gsub", "string.dump",
                               "string.pack", "string.unpack", "math.random", "math.randomseed"}) {
        EXPECT_TRUE(run("if " + std::string(member) + " ~= nil then fail(\"there\") end").good) << member;
    }
}

TEST(Sandbox, WithholdsPatternsFromTheTextMetatableToo) {
    EXPECT_FALSE(run("return (\"x\"):rep(50):find((\"x*\"):rep(50) .. \"y\")").good);
    EXPECT_FALSE(run("return (\"x\"):gsub(\"x\", \"y\")").good);
    EXPECT_TRUE(run("if (\"x\"):rep(3) ~= \"xxx\" then fail(\"rep\") end").good);
}

TEST(Sandbox, HandsOutNoIteratorOfItsOwn) {
    EXPECT_TRUE(run("local step = pairs({ b = 1 })\nlocal other = { a = 1 }\n"
                    "if step(other) ~= \"b\" then fail(\"an iterator that takes any table is next\") end")
                    .good);
}

TEST(Sandbox, WalksTablesInOrder) {
    EXPECT_TRUE(
        run("local seen = \"\"\nfor key, value in pairs { c = 3, a = 1, b = 2, 9 } do seen = seen .. key .. value end\n"
            "if seen ~= \"19a1b2c3\" then fail(seen) end")
            .good);
}

TEST(Sandbox, GivesNoAddresses) {
    EXPECT_FALSE(run("return string.format(\"%p\", {})").good);
    EXPECT_FALSE(run("return string.format(\"%s\", {})").good);
    EXPECT_TRUE(run("if tostring({}) ~= \"table\" then fail(tostring({})) end").good);
    EXPECT_TRUE(run("if tostring(tostring) ~= \"function\" then fail(\"f\") end").good);
}

TEST(Sandbox, LocksTheMetatablesOfTextsAndTheEnvironment) {
    EXPECT_FALSE(run("string.rep = nil\nreturn getmetatable(\"\")").good);
    const Outcome outcome = run("counter = 1");
    EXPECT_EQ(outcome.fault.message, "'counter' would be a global variable");
    EXPECT_EQ(outcome.fault.hints, std::vector<std::string>{"write 'local' before it"});
}

TEST(Sandbox, KeepsNothingForTheNextScript) {
    EXPECT_TRUE(run("string.upper = function() return \"poisoned\" end").good);
    EXPECT_TRUE(run("if string.upper(\"a\") ~= \"A\" then fail(\"poisoned\") end").good);
}

TEST(Sandbox, StopsALoopInAHostValuesText) {
    expectStopped("while true do local s = tostring(1) .. words.upper(\"abc\") end");
}

TEST(Sandbox, ShowsThePlaceOfAFault) {
    const Outcome outcome = run("local a = 1\nlocal b = wirds.upper(\"x\")");
    EXPECT_EQ(describe(outcome.fault),
              "scripts/letter/test.lua:2:11: there is no 'wirds' for scripts\n"
              "  2 | local b = wirds.upper(\"x\")\n"
              "    |           ^^^^^   did you mean 'words'?\n");
}

TEST(Sandbox, ShowsThePlaceOfLuasOwnFaults) {
    const Outcome syntax = run("return {\n  a = 1\n  b = 2\n}");
    EXPECT_EQ(syntax.fault.where.line, 3U);
    const Outcome index = run("local case = {}\n\nreturn case.witness.name");
    EXPECT_EQ(index.fault.where.line, 3U);
    EXPECT_EQ(index.fault.where.column, 13U);
    EXPECT_EQ(index.fault.message, "attempt to index a nil value (field 'witness')");
}

TEST(Sandbox, SaysThatACommaIsMissingWhereLuaSpeaksOfBraces) {
    const Outcome outcome = run("return letter {\n  a = 1\n  b = 2,\n}");
    EXPECT_FALSE(outcome.good);
    EXPECT_EQ(outcome.fault.where.line, 3U);
    ASSERT_EQ(outcome.fault.hints.size(), 1U) << outcome.fault.message;
    EXPECT_NE(outcome.fault.hints.front().find("ends with a comma"), std::string::npos);
}

TEST(Sandbox, NamesAFileWhoseNameLuaCutsShort) {
    const std::string name = "scripts/letter/" + std::string(80, 'a') + ".lua";
    const ScriptSource source(name, "local x = nil\nreturn x.y");
    Sandbox sandbox;
    EXPECT_FALSE(sandbox.protect([&](lua_State* lua) { Sandbox::runChunk(lua, source); }));
    EXPECT_EQ(sandbox.fault({&source}).where.file, name);
}

// The functions that a script can reach from `_ENV`, through tables, metatables and upvalues, by their stock names.
class Reach {
public:
    explicit Reach(lua_State* lua) : lua_(lua) {
        lua_State* stock = luaL_newstate();
        luaL_openlibs(stock);
        lua_pushglobaltable(stock);
        name(stock, "", 0);
        lua_close(stock);
    }

    std::set<std::string> names() {
        lua_rawgeti(lua_, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
        visit();
        lua_pushliteral(lua_, "");
        visit();
        return found_;
    }

private:
    void name(lua_State* stock, const std::string& prefix, int depth) {
        for (lua_pushnil(stock); lua_next(stock, -2) != 0; lua_pop(stock, 1)) {
            if (lua_type(stock, -2) != LUA_TSTRING) {
                continue;
            }
            const std::string key = prefix + lua_tostring(stock, -2);
            if (lua_iscfunction(stock, -1) != 0) {
                stock_.emplace(lua_tocfunction(stock, -1), key);
            } else if (lua_istable(stock, -1) && depth == 0) {
                name(stock, key == "_G" ? "" : key + ".", 1);
            }
        }
    }

    // Takes the value on top of the stack.
    void visit() {
        luaL_checkstack(lua_, 10, "reach");
        const void* identity = lua_topointer(lua_, -1);
        if (lua_iscfunction(lua_, -1) != 0) {
            const auto known = stock_.find(lua_tocfunction(lua_, -1));
            if (known != stock_.end()) {
                found_.insert(known->second);
            }
        }
        const bool fresh = identity == nullptr || seen_.insert(identity).second;
        if (fresh && lua_istable(lua_, -1)) {
            for (lua_pushnil(lua_); lua_next(lua_, -2) != 0;) {
                visit();
            }
        }
        if (fresh && lua_getmetatable(lua_, -1) != 0) {
            lua_getfield(lua_, -1, "__index");
            lua_remove(lua_, -2);
            visit();
        }
        lua_pop(lua_, 1);
    }

    lua_State* lua_;
    std::map<lua_CFunction, std::string> stock_;
    std::set<const void*> seen_;
    std::set<std::string> found_;
};

std::set<std::string> reachable(const std::function<void(lua_State*)>& plant) {
    Sandbox sandbox;
    std::set<std::string> names;
    EXPECT_TRUE(sandbox.protect([&](lua_State* lua) {
        plant(lua);
        names = Reach(lua).names();
    }));
    return names;
}

bool isAllowed(const std::string& name) {
    const auto names = allowedNames();
    return std::find(names.begin(), names.end(), name) != names.end();
}

TEST(Sandbox, LetsScriptsReachNothingThatIsNotOnTheList) {
    for (const std::string& name : reachable([](lua_State*) {})) {
        EXPECT_TRUE(isAllowed(name)) << name;
    }
}

TEST(Sandbox, IsCaughtLeakingByTheTestAbove) {
    const auto names = reachable([](lua_State* lua) {
        luaL_requiref(lua, "os", luaopen_os, 0);
        lua_newtable(lua);
        lua_insert(lua, -2);
        lua_setfield(lua, -2, "hidden");
        Sandbox::setGlobal(lua, "planted");
    });
    EXPECT_TRUE(names.contains("os.execute"));
    EXPECT_FALSE(isAllowed("os.execute"));
}

}  // namespace
}  // namespace engross
