#pragma once
#include "script/checked_case.h"
#include "script/sandbox.h"

#include <optional>
#include <string>
#include <vector>

namespace engross {

/// What a compose run needs beside the case.
struct ComposeContext {
    const std::vector<std::string>& families;
    const std::vector<std::string>& lawNames;
    const Calendar& calendar;
    std::function<std::shared_ptr<const ScriptSource>(const std::string& name)> looks;
};

/// Runs the family's compose for the part, in a sandbox of its own. Nothing where a fault refuses.
[[nodiscard]] std::optional<Composition> composePart(const CheckedCase& checked, const Part& part,
                                                     const ComposeContext& context, std::vector<Diagnostic>& faults);

/// The same with what the shelf of the case holds.
[[nodiscard]] std::optional<Composition> composeOnShelf(const CheckedCase& checked, const Part& part,
                                                        std::vector<Diagnostic>& faults);

}  // namespace engross
