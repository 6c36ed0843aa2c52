// The rows of hurt_test.cpp whose walls walls_test.cpp does not take down. Those that no test can:
// AnotherCase, ChangedCase: no wall; a case is a userdata that has no way to another one and no `__newindex`.
// TenThousandPages: the count hook, and the charge of every page call as of every wrapped function; both are here.
// FiftyMegabytes, Doubling, OutOfMemory: the cap of the allocator, which TheAllocatorRefusesMemory takes down.
// Globals: `_G` would be `_ENV` by another name; its lock is taken down by NewGlobalsAreRefused.
// ClausePathClimbsOut, LooksPathClimbsOut, names that climb out: no wall; names are looked up among what was loaded.
// Clauses that say each other, nested sections: the template's parser refuses them; it has no state to undo that in.
// A type that takes another's id: the catalogue's answer to two files, not a wall in front of a script.
#include "script/taken_down.h"

#include <gtest/gtest.h>
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <unordered_set>

namespace engross {
namespace {

using test::expectWall;
using test::give;
using test::mark;
using test::marks;
using test::run;
using test::setMember;
using test::small;
using test::TakeDown;
using test::WallResult;

constexpr SandboxLimits many{.memory = 64U << 20U, .instructions = 1'000'000'000, .time = std::chrono::seconds(20)};

/// Gives a whole stock library, and what it leaves among the globals.
TakeDown open(const char* name, lua_CFunction library) {
    return [=](lua_State* lua) {
        lua_rawgeti(lua, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
        lua_newtable(lua);
        lua_pushvalue(lua, -1);
        lua_rawseti(lua, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
        luaL_requiref(lua, "string", luaopen_string, 0);
        lua_pop(lua, 1);
        luaL_requiref(lua, name, library, 1);
        lua_pop(lua, 1);
        for (lua_pushnil(lua); lua_next(lua, -2) != 0;) {
            lua_pushvalue(lua, -2);
            lua_insert(lua, -2);
            lua_rawset(lua, -5);
        }
        lua_pop(lua, 1);
        lua_rawseti(lua, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    };
}

void takeHookDown(lua_State* lua) {
    lua_sethook(lua, nullptr, 0, 0);
}

TEST(WallRows, CoroutinesAreWithheldForTheirHookNeverDropsToOne) {
    expectWall(
        "coroutine.wrap(function()\n"
        "  pcall(function() for i = 1, 3000000 do end end)\n"
        "  for i = 1, 300 do end mark() end)()",
        open("coroutine", luaopen_coroutine));
}

TEST(WallRows, TheCountHookEndsLoopsInMetamethodsToo) {
    for (const char* attack :
         {"tostring(setmetatable({}, { __tostring = function() for i = 1, 3000000 do end mark() return \"\" end }))",
          "do local x <close> = setmetatable({}, { __close = function() for i = 1, 3000000 do end mark() end }) end"}) {
        const auto given = [](lua_State* lua) {
            give(nullptr, "setmetatable", luaopen_base)(lua);
            give(nullptr, "tostring", luaopen_base)(lua);
        };
        EXPECT_FALSE(run(attack, given, small).through) << attack;
        EXPECT_EQ(marks, 0) << attack;
        expectWall(attack, [&](lua_State* lua) {
            given(lua);
            takeHookDown(lua);
        });
    }
}

TEST(WallRows, TheDeadlineEndsWhatFewInstructionsDo) {
    const auto ticking = [] {
        return
            [now = std::chrono::steady_clock::time_point()]() mutable { return now += std::chrono::milliseconds(30); };
    };
    SandboxLimits limits = many;
    limits.time = std::chrono::milliseconds(100);
    const std::string attack = "for i = 1, 30000 do end mark()";
    const WallResult with = run(attack, {}, limits, {}, ticking());
    EXPECT_EQ(marks, 0);
    EXPECT_EQ(with.message, "the script takes too long");
    limits.time = std::chrono::hours(1);
    EXPECT_TRUE(run(attack, {}, limits, {}, ticking()).through);
    EXPECT_EQ(marks, 1);
}

/// Memory that costs nothing. Blocks of the sandbox's own stay where they are until it is gone.
class FreeMemory {
public:
    ~FreeMemory() {
        for (void* block : owned_) {
            std::free(block);
        }
    }
    static void* allocate(void* self, void* block, std::size_t oldSize, std::size_t newSize) {
        auto& owned = static_cast<FreeMemory*>(self)->owned_;
        void* changed = newSize == 0 ? nullptr : std::malloc(newSize);
        if (changed != nullptr && block != nullptr) {
            std::memcpy(changed, block, std::min(oldSize, newSize));
        }
        if (owned.erase(block) != 0) {
            std::free(block);
        }
        if (changed != nullptr) {
            owned.insert(changed);
        }
        return changed;
    }

private:
    std::unordered_set<void*> owned_;
};

TEST(WallRows, TextsAreChargedByTheBytesTheyTake) {
    SandboxLimits limits = many;
    limits.instructions = small.instructions;
    FreeMemory memory;
    expectWall(
        "local s = string.rep(\"x\", 100000)\n"
        "for i = 1, 200 do local t = s .. i end mark()",
        [&](lua_State* lua) { lua_setallocf(lua, &FreeMemory::allocate, &memory); }, limits);
}

struct Charged {
    const char* library;
    const char* name;
    lua_CFunction open;
    const char* attack;  // more than the budget's worth of work in few instructions and little memory
};

class WallRowsOf : public testing::TestWithParam<Charged> {};

TEST_P(WallRowsOf, AFunctionIsChargedByItsWork) {
    const Charged& row = GetParam();
    expectWall(row.attack, give(row.library, row.name, row.open));
}

// `lower`, `upper`, `reverse` and `sub` make as many bytes as they read: the allocator charges those.
INSTANTIATE_TEST_SUITE_P(
    Charged, WallRowsOf,
    testing::Values(
        Charged{"table", "concat", luaopen_table,
                "local t = {} for i = 1, 1000 do t[i] = \"\" end for i = 1, 3000 do table.concat(t) end mark()"},
        Charged{"table", "unpack", luaopen_table,
                "for i = 1, 300 do select(\"#\", table.unpack({}, 1, 10000)) end mark()"},
        Charged{"table", "sort", luaopen_table,
                "local t = {} for i = 1, 1000 do t[i] = i end for i = 1, 100 do table.sort(t) end mark()"},
        Charged{"table", "insert", luaopen_table,
                "local t = {} for i = 1, 3000 do t[i] = i end for i = 1, 300 do table.insert(t, 1, 0) end mark()"},
        Charged{"table", "remove", luaopen_table,
                "local t = {} for i = 1, 3000 do t[i] = i end for i = 1, 300 do table.remove(t, 1) end mark()"},
        Charged{"string", "format", luaopen_string,
                "local s = string.rep(\"x\", 100000) for i = 1, 100 do string.format(\"%.0s\", s) end mark()"},
        Charged{nullptr, "tonumber", luaopen_base,
                "local s = string.rep(\" \", 100000) for i = 1, 100 do tonumber(s) end mark()"},
        Charged{"utf8", "len", luaopen_utf8,
                "local s = string.rep(\"x\", 100000) for i = 1, 100 do utf8.len(s) end mark()"},
        Charged{"utf8", "offset", luaopen_utf8,
                "local s = string.rep(\"x\", 100000) for i = 1, 100 do utf8.offset(s, 100000) end mark()"}),
    [](const auto& info) {
        return (info.param.library == nullptr ? std::string() : std::string(info.param.library) + "_") +
               info.param.name;
    });

TEST(WallRows, DeepRecursionEndsAtTheCapAndWithoutItAtLuasOwn) {
    const std::string attack =
        "local function deep(n) if n == 0 then return 0 end return 1 + deep(n - 1) end\n"
        "deep(60000) mark()";
    SandboxLimits limits = many;
    limits.memory = small.memory;
    EXPECT_FALSE(run(attack, {}, limits).through);
    EXPECT_EQ(marks, 0);
    EXPECT_TRUE(run(attack, {}, many).through);
    EXPECT_EQ(marks, 1);
    limits.memory = std::size_t{1} << 30U;
    const WallResult endless = run("local function deep(n) return 1 + deep(n + 1) end deep(1) mark()", {}, limits);
    EXPECT_EQ(marks, 0);
    EXPECT_NE(endless.message.find("stack overflow"), std::string::npos) << endless.message;
}

TEST(WallRows, TheAllowListKeepsFilesTheEnvironmentTheClockAndChanceOut) {
    expectWall("if io.open(\"/dev/null\") then mark() end", open("io", luaopen_io));
    expectWall("if loadfile(\"/dev/null\") then mark() end", give(nullptr, "loadfile", luaopen_base));
    expectWall("if os.getenv(\"PATH\") then mark() end", open("os", luaopen_os));
    expectWall("if os.time() > 0 then mark() end", open("os", luaopen_os));
    expectWall("if math.random(2) > 0 then mark() end", open("math", luaopen_math));
    expectWall("if collectgarbage(\"count\") > 0 then mark() end", give(nullptr, "collectgarbage", luaopen_base));
}

// What a module of sockets would come through.
TEST(WallRows, RequireIsWithheldForItHandsOutLibrariesAsTheyAre) {
    expectWall("if require(\"string\").find then mark() end", open("package", luaopen_package));
}

TEST(WallRows, AddressesAreKeptFromFormattedTexts) {
    expectWall("string.format(\"%p\", {}) mark()", give("string", "format", luaopen_string));
}

TEST(WallRows, NewGlobalsAreRefused) {
    expectWall("counter = 1 mark()", [](lua_State* lua) {
        lua_rawgeti(lua, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
        lua_pushnil(lua);
        lua_setmetatable(lua, -2);
        lua_pop(lua, 1);
    });
    expectWall("rawset(_ENV, \"counter\", 1) mark()", give(nullptr, "rawset", luaopen_base));
}

int appendTo(lua_State* /*unused*/, const void* bytes, std::size_t count, void* text) {
    static_cast<std::string*>(text)->append(static_cast<const char*>(bytes), count);
    return 0;
}

std::string compiled(const std::string& text) {
    lua_State* lua = luaL_newstate();
    EXPECT_EQ(luaL_loadbufferx(lua, text.data(), text.size(), "attack", "t"), LUA_OK);
    std::string bytes;
    lua_dump(lua, appendTo, &bytes, 0);
    lua_close(lua);
    return bytes;
}

/// What the attacker wrote is refused; what the host itself keeps as compiled, which no script can supply, is run.
void expectFileWall(const std::string& text, const std::string& chunk, const std::string& message) {
    const ScriptSource source("scripts/letter/attack.lua", text);
    for (const bool down : {false, true}) {
        if (down) {
            source.keepCompiled(chunk);
        }
        marks = 0;
        Sandbox sandbox(small);
        const bool through = sandbox.protect([&](lua_State* lua) {
            setMember(lua, nullptr, "mark", mark);
            Sandbox::runChunk(lua, source);
        });
        EXPECT_EQ(through, down);
        EXPECT_EQ(marks, down ? 1 : 0);
        if (!through) {
            EXPECT_NE(sandbox.fault({&source}).message.find(message), std::string::npos);
        }
    }
}

TEST(WallRows, FilesOfBytecodeAndOfMegabytesAreNotRead) {
    const std::string chunk = compiled("mark()");
    expectFileWall(chunk, chunk, "binary chunk");
    const std::string large = "mark() --" + std::string(300'000, 'x');
    expectFileWall(large, compiled(large), "larger than 256 kB");
}

}  // namespace
}  // namespace engross
