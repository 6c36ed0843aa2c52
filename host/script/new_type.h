#pragma once
#include "script/catalogue.h"
#include "script/library.h"

#include <string>
#include <vector>

namespace engross {

/// The files that a new document type begins with: script, example and tests, by their names below the home folder
/// ("scripts/letter/gas_access.lua"). They pass `types check` and `types test` as they stand, and each place that an
/// administrator has to fill in says so. Faults (and no files) for a family that is not there or has faults, for an id
/// that is none, and for one that a type has already.
struct NewType {
    std::vector<ScriptFile> files;
    std::vector<Diagnostic> faults;
};
[[nodiscard]] NewType startType(const SourceFolders& folders, const std::string& family, const std::string& id);

}  // namespace engross
