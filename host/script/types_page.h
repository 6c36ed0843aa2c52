#pragma once
#include "script/catalogue.h"

#include <string>

namespace engross {

/// docs/types.md: every document type by family, with its law, version, days in force and checks, and what a lawyer
/// still has to confirm of which. A type with faults is left out; `Catalogue::faults` tells of it.
[[nodiscard]] std::string typesPage(const Catalogue& catalogue);

}  // namespace engross
