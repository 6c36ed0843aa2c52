#pragma once
#include "command/arguments.h"
#include "command/console.h"

#include <string_view>
#include <vector>

namespace engross {

/// Exit codes of the program (docs/command-line.md).
enum class Exit : int { Done = 0, Diagnostics = 1, Usage = 2, Failed = 3 };

/// One command. Its help is the messages "command.<name>" (one line) and, where there is more to say,
/// "command.<name>.more", with the spaces of the name as dots.
struct Command {
    std::string_view name;  // "make", "types list"
    std::string_view
        operands{};  // as in the help: "TYPE", "[TYPE]"; each word is one operand, in brackets one that may be left out
    std::vector<Option> options{};
    Exit (*run)(const Arguments& arguments, Console& console) = nullptr;
    bool hidden = false;  // not in the help: for the program's own use
};

/// Runs what the words ask for: a command, --help, --version. Answers the exit code; what a person reads of it is on
/// the console.
[[nodiscard]] int runCommandLine(const std::vector<Command>& commands, const std::vector<std::string>& words,
                                 Console& console);

}  // namespace engross
