#pragma once
#include "model/identifier.h"
#include "script/case_values.h"
#include "script/declared.h"

#include <vector>

namespace engross {

/// Gives the request's facts the meaning that the type's schema has for them. Every fault is reported, with its JSON
/// pointer, in the language of the reader; what is faulty or missing is left empty. Derived values are not made here.
[[nodiscard]] CaseValues readCase(const DocumentType& type, const Request& request, Instant now, Language reader,
                                  std::vector<Diagnostic>& faults);

}  // namespace engross
