#include "command/help.h"

#include "work/version.h"

#include <algorithm>
#include <sstream>

namespace engross {
namespace {

constexpr std::size_t kColumn = 28;

std::string dotted(std::string_view name) {
    std::string key{name};
    std::replace(key.begin(), key.end(), ' ', '.');
    return key;
}

std::string columns(const std::string& left, const std::string& right) {
    const std::size_t gap = left.size() + 2 < kColumn ? kColumn - left.size() : 2;
    return "  " + left + std::string(gap, ' ') + right + "\n";
}

std::string shown(const Option& option) {
    std::string text = option.letter != 0 ? std::string{'-', option.letter} + ", " : "";
    text += "--" + std::string(option.name);
    return option.value.empty() ? text : text + " " + std::string(option.value);
}

std::string helpKey(const Command& command, const Option& option) {
    return "option." + (option.ownHelp ? dotted(command.name) + "." : "") + std::string(option.name);
}

std::string usageOf(const Command& command) {
    const std::string operands = command.operands.empty() ? "" : " " + std::string(command.operands);
    return "engross " + std::string(command.name) + operands;
}

}  // namespace

std::string linesOf(const std::vector<Command>& commands, const Console& console) {
    std::string lines;
    for (const Command& command : commands) {
        if (!command.hidden) {
            const std::string operands = command.operands.empty() ? "" : " " + std::string(command.operands);
            lines += columns(std::string(command.name) + operands, console.text("command." + dotted(command.name)));
        }
    }
    return lines;
}

std::string helpOf(const std::vector<Command>& commands, const Console& console) {
    return console.text("help.head") + "\n\n" + linesOf(commands, console) + "\n" + console.text("help.foot") + "\n";
}

std::string helpOfGroup(const std::string& word, const std::vector<Command>& group, const Console& console) {
    return console.text("help.usage") + " engross " + word + ' ' + console.text("help.command") + " [--…]\n\n" +
           linesOf(group, console) + "\n" + console.text("help.foot_of_group", {{"group", word}}) + "\n";
}

std::string helpOf(const Command& command, const std::vector<Option>& options, const Console& console) {
    std::ostringstream text;
    text << console.text("help.usage") << ' ' << usageOf(command) << " [--…]\n\n"
         << console.text("command." + dotted(command.name)) << "\n\n";
    for (const Option& option : options) {
        text << columns(shown(option), console.text(helpKey(command, option)));
    }
    text << '\n' << console.text("help.exit_codes") << '\n';
    return text.str();
}

std::string sentenceOf(const UsageFault& fault, const Console& console) {
    const auto worded = [&](std::string_view key) {
        return console.text(key, {{"word", fault.word}, {"hint", fault.suggestion}});
    };
    const auto near = [&](std::string_view key) {
        const std::string sentence = console.text(key, {{"word", fault.word}});
        return fault.suggestion.empty()
                   ? sentence
                   : sentence + "; " + console.text("usage.did_you_mean", {{"word", fault.suggestion}});
    };
    switch (fault.kind) {
        case UsageFault::Kind::UnknownCommand:
            return near("usage.unknown_command");
        case UsageFault::Kind::MissingCommand:
            return worded("usage.missing_command");
        case UsageFault::Kind::UnknownOption:
            return near("usage.unknown_option");
        case UsageFault::Kind::MissingValue:
            return worded("usage.missing_value");
        case UsageFault::Kind::UnwantedValue:
            return near("usage.unwanted_value");
        case UsageFault::Kind::Repeated:
            return near("usage.repeated");
        case UsageFault::Kind::MissingOperand:
            return near("usage.missing_operand");
        case UsageFault::Kind::SurplusOperand:
            return near("usage.surplus_operand");
        case UsageFault::Kind::MissingOption:
            return near("usage.missing_option");
        case UsageFault::Kind::UnfitValue:
            return worded("usage.unfit_value");
    }
    return fault.word;
}

std::string versionLine() {
    return "engross " + std::string(engineVersion()) + " (" + std::string(engineCommit()) + ")";
}

}  // namespace engross
