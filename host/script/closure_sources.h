#pragma once
#include "script/catalogue.h"
#include "script/library.h"

#include <optional>
#include <string>
#include <vector>

namespace engross {

/// The files that the types rest on, found by reading them again from what `live` has read of the disk, and with a
/// house style (an empty name means the default one) those of that too. The first type gives the answer's id and
/// version.
[[nodiscard]] ClosureSources collectSources(const Library& live, const std::vector<std::string>& types,
                                            const std::optional<std::string>& house);

}  // namespace engross
