#pragma once
#include "command/command.h"

#include <string>
#include <vector>

namespace engross {

/// The whole program's help: every command with its line.
[[nodiscard]] std::string helpOf(const std::vector<Command>& commands, const Console& console);
/// The help of commands that begin with one word: "types list", "types show".
[[nodiscard]] std::string helpOfGroup(const std::string& word, const std::vector<Command>& group,
                                      const Console& console);
/// A line a command: its name, its operands, what it does.
[[nodiscard]] std::string linesOf(const std::vector<Command>& commands, const Console& console);
/// One command's help: usage, what it does, its options.
[[nodiscard]] std::string helpOf(const Command& command, const std::vector<Option>& options, const Console& console);
[[nodiscard]] std::string sentenceOf(const UsageFault& fault, const Console& console);
/// "engross 0.1.0 (1e36e0e)"
[[nodiscard]] std::string versionLine();

}  // namespace engross
