#pragma once
#include "command/command.h"

#include <string>
#include <vector>

namespace engross {

/// The whole program's help: every command with its line.
[[nodiscard]] std::string helpOf(const std::vector<Command>& commands, const Console& console);
/// One command's help: usage, what it does, its options.
[[nodiscard]] std::string helpOf(const Command& command, const std::vector<Option>& options, const Console& console);
[[nodiscard]] std::string sentenceOf(const UsageFault& fault, const Console& console);
/// "engross 0.1.0 (1e36e0e)"
[[nodiscard]] std::string versionLine();

}  // namespace engross
