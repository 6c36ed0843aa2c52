#pragma once
#include "script/shelf.h"

#include <memory>
#include <vector>

namespace engross {

/// Every fault of a type that was read: of its script, of its texts in each language, and of its example, which is
/// checked and drawn as a request would be.
void tryLoaded(const std::shared_ptr<const Shelf>& shelf, const LoadedType& loaded, std::vector<Diagnostic>& faults);

}  // namespace engross
