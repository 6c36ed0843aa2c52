#include "script/sandbox.h"

#include "script/allowed.h"
#include "script/arena.h"
#include "words/messages.h"

#include <lauxlib.h>
#include <lua.h>
#include <algorithm>
#include <cstdlib>

namespace engross {
namespace {

constexpr int instructionsPerLook = 1000;
constexpr std::size_t bytesPerLook = 64U << 10U;
constexpr std::size_t bytesPerInstruction = 16;
constexpr std::size_t longestSource = 256U << 10U;

constexpr std::size_t faultsKept = 64;
constexpr std::size_t collectedFrom = std::size_t{4} << 20U;

enum class Spent { Nothing, Instructions, Time };

int appendBytes(lua_State* /*unused*/, const void* bytes, std::size_t count, void* text) {
    static_cast<std::string*>(text)->append(static_cast<const char*>(bytes), count);
    return 0;
}

std::string say(std::string_view key, Messages::Values values = {}) {
    return Messages::in(Language::English).text(key, values);
}

}  // namespace

std::chrono::steady_clock::time_point steadyNow() {
    return std::chrono::steady_clock::now();
}

struct Sandbox::Impl {
    struct Raised {
        std::string chunk;
        std::size_t line = 0;
        ScriptFault fault;
    };

    Arena arena;
    SandboxLimits limits;
    SteadyClock clock;
    std::chrono::steady_clock::time_point deadline;
    Sandbox* owner = nullptr;
    lua_State* lua = nullptr;
    std::size_t used = 0;
    std::size_t peak = 0;
    std::size_t sinceLook = 0;
    std::int64_t left = 0;
    Spent spent = Spent::Nothing;
    bool exhausted = false;      // the last failure was a limit, not the script's own fault
    std::vector<Raised> raised;  // the last few, by their number modulo `faultsKept`
    std::size_t raisedCount = 0;
    std::string refusedIn;  // where the allocator last said no
    std::size_t refusedAt = 0;
    std::string chunk;
    std::vector<HostNames> offers;
    Raised last{{}, 0, ScriptFault({})};

    void spend(Spent why) {
        if (spent == Spent::Nothing) {
            spent = why;
        }
        if (lua != nullptr) {
            lua_sethook(lua, &Impl::hook, LUA_MASKCOUNT, 1);
        }
    }

    bool look() {
        if (spent == Spent::Nothing && left <= 0) {
            spend(Spent::Instructions);
        }
        if (spent == Spent::Nothing && clock() > deadline) {
            spend(Spent::Time);
        }
        return spent == Spent::Nothing;
    }

    static void hook(lua_State* lua, lua_Debug* /*unused*/) {
        Impl& self = *Sandbox::of(lua).impl_;
        self.left -= self.spent == Spent::Nothing ? instructionsPerLook : 1;
        if (self.used > collectedFrom && lua_gc(lua, LUA_GCISRUNNING) == 0) {
            lua_gc(lua, LUA_GCRESTART);
        }
        if (!self.look()) {
            luaL_where(lua, 0);
            lua_pushstring(lua, say("script.out_of_time").c_str());
            lua_concat(lua, 2);
            lua_error(lua);
        }
    }

    static void* allocate(void* data, void* block, std::size_t oldSize, std::size_t newSize) {
        Impl& self = *static_cast<Impl*>(data);
        const std::size_t before = block == nullptr ? 0 : oldSize;
        if (newSize > before && !self.mayGrow(newSize - before)) {
            return nullptr;
        }
        void* changed = self.arena.resize(block, before, newSize);
        if (changed != nullptr || newSize == 0) {
            self.used = self.used - before + newSize;
            self.peak = std::max(self.peak, self.used);
        }
        return changed;
    }

    bool mayGrow(std::size_t bytes) {
        if (lua == nullptr) {
            return true;
        }
        if (used + bytes > limits.memory) {
            noteLine();
            return false;
        }
        left -= static_cast<std::int64_t>(bytes / bytesPerInstruction);
        sinceLook += bytes;
        if (sinceLook < bytesPerLook && left > 0) {
            return true;
        }
        sinceLook = 0;
        if (!look()) {
            noteLine();
            return false;
        }
        return true;
    }

    void noteLine() {
        lua_Debug frame;
        for (int level = 0; lua_getstack(lua, level, &frame) != 0; ++level) {
            lua_getinfo(lua, "Sl", &frame);
            if (frame.currentline > 0) {
                refusedAt = static_cast<std::size_t>(frame.currentline);
                refusedIn = frame.source[0] == '@' ? frame.source + 1 : frame.short_src;
                return;
            }
        }
    }

    void remember(int status) {
        if (status == LUA_OK) {
            return;
        }
        last = Raised{chunk, 0, ScriptFault({})};
        if (status == LUA_ERRMEM) {
            last = Raised{refusedIn.empty() ? chunk : refusedIn, refusedAt,
                          ScriptFault(say(spent == Spent::Nothing ? "script.out_of_memory" : "script.out_of_time"))};
            exhausted = true;
        } else if (const void* fault = luaL_testudata(lua, -1, "engross.fault"); fault != nullptr) {
            last = raised.at(*static_cast<const std::size_t*>(fault) % faultsKept);
        } else if (lua_isstring(lua, -1) != 0) {
            readPlace(lua_tostring(lua, -1));
        } else {
            last.fault.message = say("script.raised_no_text");
        }
        exhausted = exhausted || spent != Spent::Nothing;
        lua_pop(lua, 1);
    }

    /// Lua's own errors are "chunk:line: message"; the word to blame stands between quotes.
    void readPlace(std::string_view text) {
        const std::size_t end = text.find(": ");
        const std::size_t colon = end == std::string_view::npos ? end : text.rfind(':', end - 1);
        if (colon != std::string_view::npos && colon > 0) {
            const std::string_view digits = text.substr(colon + 1, end - colon - 1);
            const bool number =
                !digits.empty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
            if (number && digits.size() < 9) {
                last.chunk = std::string(text.substr(0, colon));
                last.line = static_cast<std::size_t>(std::atol(std::string(digits).c_str()));
                text.remove_prefix(end + 2);
            }
        }
        last.fault.message = std::string(text);
        if (text.find("'}' expected (to close") != std::string_view::npos) {
            last.fault.hint = say("script.comma_missing");
        }
        const std::size_t near = text.rfind(" near '");
        const std::size_t open = text.find('\'', near == std::string_view::npos ? 0 : near);
        const std::size_t close = open == std::string_view::npos ? open : text.find('\'', open + 1);
        if (close != std::string_view::npos) {
            last.fault.name = std::string(text.substr(open + 1, close - open - 1));
        }
    }
};

namespace {

int faultText(lua_State* lua) {
    lua_getiuservalue(lua, 1, 1);
    return 1;
}

}  // namespace

Sandbox::Sandbox(const SandboxLimits& limits, SteadyClock clock) : impl_(std::make_unique<Impl>()) {
    impl_->limits = limits;
    impl_->clock = std::move(clock);
    impl_->owner = this;
    impl_->left = limits.instructions;
    impl_->deadline = impl_->clock() + limits.time;
    lua_State* lua = lua_newstate(&Impl::allocate, impl_.get());
    if (lua == nullptr) {
        throw std::bad_alloc();
    }
    *static_cast<Impl**>(lua_getextraspace(lua)) = impl_.get();
    lua_gc(lua, LUA_GCSTOP);  // most scripts end long before they have made garbage worth collecting
    constexpr int usualGlobals = 32;
    lua_createtable(lua, 0, usualGlobals);
    openAllowed(lua);
    lua_rawseti(lua, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    luaL_newmetatable(lua, "engross.fault");
    lua_pushcfunction(lua, faultText);
    lua_setfield(lua, -2, "__tostring");
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    lua_pop(lua, 1);
    impl_->lua = lua;
    lua_sethook(lua, &Impl::hook, LUA_MASKCOUNT, instructionsPerLook);
}

// The state is not closed: it holds nothing but memory of the arena, and no host value of it has a destructor.
Sandbox::~Sandbox() = default;

lua_State* Sandbox::state() const noexcept {
    return impl_->lua;
}

void Sandbox::offer(HostNames names) {
    impl_->offers.push_back(std::move(names));
}

std::vector<std::string> Sandbox::names() const {
    std::vector<std::string> all;
    for (const std::string& name : allowedNames()) {
        all.push_back(name.substr(0, name.find('.')));
    }
    for (const HostNames& offer : impl_->offers) {
        all.insert(all.end(), offer.names.begin(), offer.names.end());
    }
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

bool Sandbox::pushOffered(lua_State* lua, const std::string& name) const {
    for (const HostNames& offer : impl_->offers) {
        if (std::ranges::find(offer.names, name) != offer.names.end()) {
            offer.push(lua, name);
            return true;
        }
    }
    return false;
}

Sandbox& Sandbox::of(lua_State* lua) {
    return *(*static_cast<Impl**>(lua_getextraspace(lua)))->owner;
}

void Sandbox::setGlobal(lua_State* lua, const char* name) {
    lua_rawgeti(lua, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    lua_insert(lua, -2);
    lua_pushstring(lua, name);
    lua_insert(lua, -2);
    lua_rawset(lua, -3);
    lua_pop(lua, 1);
}

void Sandbox::runChunk(lua_State* lua, const ScriptSource& source) {
    of(lua).impl_->chunk = source.file();
    const std::string chunk = "@" + source.file();
    if (const auto compiled = source.compiled()) {
        if (luaL_loadbufferx(lua, compiled->data(), compiled->size(), chunk.c_str(), "b") != LUA_OK) {
            lua_error(lua);
        }
        lua_call(lua, 0, 1);
        return;
    }
    if (source.text().size() > longestSource) {
        throw ScriptFault(say("script.too_large"));
    }
    if (luaL_loadbufferx(lua, source.text().data(), source.text().size(), chunk.c_str(), "t") != LUA_OK) {
        lua_error(lua);
    }
    std::string bytes;
    lua_dump(lua, &appendBytes, &bytes, 0);
    source.keepCompiled(std::move(bytes));
    lua_call(lua, 0, 1);
}

bool Sandbox::protect(const std::function<void(lua_State*)>& body) {
    const auto trampoline = [](lua_State* lua) -> int {
        const auto* work = static_cast<const std::function<void(lua_State*)>*>(lua_touserdata(lua, 1));
        lua_settop(lua, 0);
        try {
            (*work)(lua);
            return 0;
        } catch (const std::exception& error) {  // never (...): Lua's own errors pass through here
            pushException(lua, error);
        }
        return lua_error(lua);
    };
    lua_State* lua = impl_->lua;
    lua_pushcfunction(lua, trampoline);
    lua_pushlightuserdata(lua, const_cast<void*>(static_cast<const void*>(&body)));
    const int status = lua_pcall(lua, 1, 0, 0);
    impl_->remember(status);
    return status == LUA_OK;
}

Diagnostic Sandbox::fault(const std::vector<const ScriptSource*>& sources) const {
    const Impl::Raised& last = impl_->last;
    Diagnostic diagnostic;
    diagnostic.code = impl_->exhausted ? "script-limit" : "script";
    diagnostic.message = last.fault.message;
    diagnostic.where.file = last.chunk;
    diagnostic.where.line = last.line;
    const auto source = std::ranges::find_if(sources, [&](const ScriptSource* candidate) {
        // Lua cuts a long chunk name at its front: "...tail".
        const bool cut = last.chunk.starts_with("...") && candidate->file().ends_with(last.chunk.substr(3));
        return candidate->file() == last.chunk || cut;
    });
    if (source != sources.end()) {
        diagnostic.where = (*source)->at(last.line, last.fault.name);
    }
    diagnostic.where.pointer = last.fault.pointer;
    if (!last.fault.hint.empty()) {
        diagnostic.hints.push_back(last.fault.hint);
    }
    return diagnostic;
}

std::size_t Sandbox::peakMemory() const noexcept {
    return impl_->peak;
}

std::int64_t Sandbox::instructionsLeft() const noexcept {
    return impl_->left;
}

void Sandbox::charge(lua_State* lua, std::uint64_t amount) {
    Impl& self = *of(lua).impl_;
    const auto most = static_cast<std::uint64_t>(self.limits.instructions) + 1;
    self.left -= static_cast<std::int64_t>(std::min(amount, most));
    if (!self.look()) {
        luaL_error(lua, "%s", say("script.out_of_time").c_str());
    }
}

void pushException(lua_State* lua, const std::exception& error) {
    Sandbox::Impl& self = *Sandbox::of(lua).impl_;
    const auto* known = dynamic_cast<const ScriptFault*>(&error);
    Sandbox::Impl::Raised raised{{}, 0, known != nullptr ? *known : ScriptFault(error.what())};
    lua_Debug frame;
    for (int level = 1; lua_getstack(lua, level, &frame) != 0; ++level) {
        lua_getinfo(lua, "Sl", &frame);
        if (frame.currentline > 0) {
            raised.chunk = frame.source[0] == '@' ? frame.source + 1 : frame.short_src;
            raised.line = static_cast<std::size_t>(frame.currentline);
            break;
        }
    }
    const std::string text = raised.chunk + ":" + std::to_string(raised.line) + ": " + raised.fault.message;
    auto* index = static_cast<std::size_t*>(lua_newuserdatauv(lua, sizeof(std::size_t), 1));
    *index = self.raisedCount++;
    self.raised.resize(std::min(self.raisedCount, faultsKept), {{}, 0, ScriptFault({})});
    self.raised.at(*index % faultsKept) = std::move(raised);
    lua_pushstring(lua, text.c_str());
    lua_setiuservalue(lua, -2, 1);
    luaL_setmetatable(lua, "engross.fault");
}

}  // namespace engross
