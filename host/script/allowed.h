#pragma once
#include <string>
#include <vector>

struct lua_State;

namespace engross {

/// Fills an empty `_ENV` (the table on top of the stack, which stays there) with the members that scripts may use.
/// What is not named in the list does not exist for them: docs/document-types.md says why.
void openAllowed(lua_State* lua);

/// "string.rep" and the rest, sorted: the whole of what `openAllowed` gives.
[[nodiscard]] std::vector<std::string> allowedNames();

}  // namespace engross
