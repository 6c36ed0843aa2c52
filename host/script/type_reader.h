#pragma once
#include "script/declaration_options.h"
#include "script/declared.h"
#include "script/library.h"
#include "script/script_node.h"
#include "script/type_part.h"

#include <memory>
#include <string>
#include <vector>

namespace engross {

/// plugins/<family>/plugin.lua, after it ran.
[[nodiscard]] std::shared_ptr<TypeFamily> readFamily(const ScriptNode& declaration,
                                                     std::shared_ptr<const ScriptSource> source, const LawData& law,
                                                     std::vector<Diagnostic>& faults);

/// scripts/<family>/<id>.lua, after it ran. `family` is the one that the declaration names; null where none has that
/// name; `parts` are those that it names in `uses`, in that order. The type is usable only where no fault refuses.
[[nodiscard]] std::shared_ptr<DocumentType> readType(const ScriptNode& declaration,
                                                     std::shared_ptr<const ScriptSource> source,
                                                     std::shared_ptr<const TypeFamily> family,
                                                     const std::vector<TypePart>& parts, const LawData& law,
                                                     const Library& library, std::vector<Diagnostic>& faults);

}  // namespace engross
