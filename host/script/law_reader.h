#pragma once
#include "script/declaration_options.h"
#include "script/declared.h"
#include "script/script_node.h"

namespace engross {

/// Adds what a file of plugins/law declares; a name that is there already is a fault.
void readLaw(const ScriptNode& declaration, LawData& law, ScriptFaults& faults);

}  // namespace engross
