#pragma once
#include <exception>
#include <string>

struct lua_State;

namespace engross {

using LuaFunction = int (*)(lua_State*);

/// What a script did wrong at a place of its own text. The host's functions throw it; `guarded` hands it to Lua.
struct ScriptFault : std::exception {
    std::string message;  // a sentence, without its place
    std::string name;     // the word in the source that the caret goes under; empty where none is to blame
    std::string hint;     // "did you mean 'applicant'?"; empty for none
    std::string pointer;  // into the request, where a value of the case is at fault

    explicit ScriptFault(std::string text, std::string word = {}, std::string cure = {});
    [[nodiscard]] const char* what() const noexcept override;
};

/// Puts the exception on the stack as the error value that `Sandbox` understands.
void pushException(lua_State* lua, const std::exception& error);
int raiseTop(lua_State* lua);

/// A binding that no C++ exception leaves: it becomes a Lua error with the script's place.
template <LuaFunction function>
int guarded(lua_State* lua) {
    try {
        return function(lua);
    } catch (const std::exception& error) {  // never (...): Lua's own errors pass through here
        pushException(lua, error);
    }
    return raiseTop(lua);
}

}  // namespace engross
