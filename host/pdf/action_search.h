#pragma once
#include "pdf/reader_objects.h"

#include <string_view>
#include <vector>

namespace engross {

/// The kinds (see LinkLoss::kind) of the actions that stand in a text of the file or that it leads to, as far as a few
/// dozen objects go. Throws ReaderRefused.
[[nodiscard]] std::vector<std::string_view> actionsIn(const ReaderObjects& file, std::string_view text);

}  // namespace engross
