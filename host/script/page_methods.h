#pragma once
#include <string>
#include <vector>

struct lua_State;

namespace engross {

/// The `__index` of `page`: answers the method of a name; an unknown one is a fault with a suggestion.
[[nodiscard]] int pageMethod(lua_State* lua);
/// The names of all methods.
[[nodiscard]] std::vector<std::string> pageMethodNames();

}  // namespace engross
