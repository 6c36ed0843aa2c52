#include "script/guarded.h"

#include <lua.h>
#include <utility>

namespace engross {

ScriptFault::ScriptFault(std::string text, std::string word, std::string cure)
    : message(std::move(text)), name(std::move(word)), hint(std::move(cure)) {}

const char* ScriptFault::what() const noexcept {
    return message.c_str();
}

int raiseTop(lua_State* lua) {
    return lua_error(lua);
}

}  // namespace engross
