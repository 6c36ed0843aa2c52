#pragma once
#include "script/sandbox.h"
#include "script/script_node.h"

#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// The names that a declaration is made of (`text`, `date`, `within`, `choices` …), without the families' own.
[[nodiscard]] const std::vector<std::string>& declarationNames();
[[nodiscard]] bool isFieldKind(std::string_view name);

/// Constructors answer a tagged value that remembers its line; they compute nothing. `families` become constructors
/// too; `lawNames` are what `law.…` may name.
[[nodiscard]] HostNames constructors(const std::vector<std::string>& families, std::vector<std::string> lawNames);

/// Within `Sandbox::protect`: copies the value at `index` out of Lua. Throws ScriptFault where it nests too deep.
[[nodiscard]] ScriptNode readNode(lua_State* lua, int index);

/// Within `Sandbox::protect`: pushes the tag and the argument of a tagged value; false and nothing where it is none.
[[nodiscard]] bool pushTagged(lua_State* lua, int index, std::string& tag);

/// Within `Sandbox::protect`: pushes what `path` (as in ScriptNode::path) leads to from the value on top of the stack.
void pushAtPath(lua_State* lua, const std::vector<std::string>& path);

}  // namespace engross
