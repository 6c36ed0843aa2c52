#pragma once
#include "model/diagnostic.h"
#include "script/guarded.h"
#include "script/script_node.h"
#include "script/script_source.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

using SteadyClock = std::function<std::chrono::steady_clock::time_point()>;
[[nodiscard]] std::chrono::steady_clock::time_point steadyNow();

/// What one script may use up. These limits are for accidents and good messages; the worker process is the wall.
struct SandboxLimits {
    std::size_t memory = 32U << 20U;
    std::int64_t instructions = 20'000'000;  // work done by wrapped functions is charged in the same coin
    std::chrono::milliseconds time{2000};
};

/// Globals that are made when a script first asks for them.
struct HostNames {
    std::vector<std::string> names;
    std::function<void(lua_State*, const std::string& name)> push;  // leaves one value on the stack
};

/// One Lua state for one job, thrown away afterwards. `_ENV` holds what the allow-list names and nothing else.
class Sandbox {
public:
    explicit Sandbox(const SandboxLimits& limits = {}, SteadyClock clock = steadyNow);
    ~Sandbox();
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    [[nodiscard]] lua_State* state() const noexcept;

    /// Within `protect`: adds a global to `_ENV`, the value on top of the stack, which is taken off.
    static void setGlobal(lua_State* lua, const char* name);

    /// More names for `_ENV`, beside those of the allow-list.
    void offer(HostNames names);
    /// All names that a script may use, sorted.
    [[nodiscard]] std::vector<std::string> names() const;
    /// Pushes an offered global; false (and nothing pushed) where none has that name.
    [[nodiscard]] bool pushOffered(lua_State* lua, const std::string& name) const;

    /// Runs host code that may raise Lua errors; the stack is empty before and after. False where it did: see `fault`.
    /// Everything that touches the state after it was made runs in here, for any allocation may be refused.
    [[nodiscard]] bool protect(const std::function<void(lua_State*)>& body);
    /// Within `protect`: compiles a chunk of text and runs it; its one result is left on the stack. Only text is ever
    /// taken from a file; what the host itself compiled is kept with the source, and loaded again without parsing.
    static void runChunk(lua_State* lua, const ScriptSource& source);
    /// Says why the last `protect` failed. `sources` are the texts whose names may stand in the error.
    [[nodiscard]] Diagnostic fault(const std::vector<const ScriptSource*>& sources) const;

    /// What a script did at most: for tests and the record.
    [[nodiscard]] std::size_t peakMemory() const noexcept;
    [[nodiscard]] std::int64_t instructionsLeft() const noexcept;

    /// Takes work off the budget of the state's sandbox; raises a Lua error where that was the last of it.
    static void charge(lua_State* lua, std::uint64_t amount);
    /// The sandbox that owns the state.
    [[nodiscard]] static Sandbox& of(lua_State* lua);

private:
    friend void pushException(lua_State*, const std::exception&);
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace engross
