#pragma once
#include "script/script_node.h"
#include "script/script_source.h"

#include <memory>
#include <string>

namespace engross {

/// plugins/<family>/parts/<name>.lua, after it ran: fields, derived values and checks that several types of a family
/// have in common. A type names it in `uses`.
struct TypePart {
    std::string name;
    std::shared_ptr<const ScriptSource> source;
    ScriptNode node;
};

}  // namespace engross
