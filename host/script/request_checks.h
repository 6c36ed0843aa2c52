#pragma once
#include "script/checked_case.h"
#include "script/shelf.h"

namespace engross {

/// Everything that is asked of a request before it is composed: language, house, schema, derived values, the type's
/// checks with the request's waivers, the days of its force and, for a bundle, its sections. No case is answered where
/// a fault refuses.
[[nodiscard]] CheckResult checkRequest(const std::shared_ptr<const Shelf>& shelf, const LoadedType& loaded,
                                       const Request& request, Instant now, Language reader);

/// Whether the type's `in_force` has the request's law date (`now`, where the request gives none). Nothing else of the
/// request is judged.
[[nodiscard]] bool isInForce(const Shelf& shelf, const DocumentType& type, const Request& request, Instant now);

}  // namespace engross
