#pragma once
#include "script/checked_case.h"
#include "script/shelf.h"

#include <vector>

namespace engross {

/// Everything that is asked of a request before it is composed: language, house, schema, derived values, the type's
/// checks, the days of its force and, for a bundle, its sections. Null where a fault refuses.
[[nodiscard]] std::shared_ptr<const CheckedCase> checkRequest(const Shelf& shelf, const LoadedType& loaded,
                                                              const Request& request, Instant now, Language reader,
                                                              std::vector<Diagnostic>& faults);

}  // namespace engross
