#include "script/script_node.h"

#include <algorithm>

namespace engross {

const ScriptNode* ScriptNode::find(std::string_view name) const {
    const auto found = std::ranges::find_if(named, [name](const auto& entry) { return entry.first == name; });
    return found == named.end() ? nullptr : &found->second;
}

bool ScriptNode::is(Kind wanted) const noexcept {
    return kind == wanted;
}

bool ScriptNode::isTagged(std::string_view wanted) const noexcept {
    return kind == Kind::Tagged && tag == wanted;
}

}  // namespace engross
