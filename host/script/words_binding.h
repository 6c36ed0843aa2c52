#pragma once

struct lua_State;

namespace engross {

/// Within `Sandbox::protect`: pushes the table `words`, the text functions that scripts have in place of patterns.
void pushWords(lua_State* lua);

}  // namespace engross
