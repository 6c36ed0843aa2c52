#pragma once
#include "script/catalogue.h"

struct lua_State;

namespace engross {

/// Pushes what a bundle's compose gets after type, case and page; answers how many values.
int pushBundle(lua_State* lua, const Part& part);

}  // namespace engross
