#include "command/command.h"

#include "command/help.h"
#include "model/error.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace engross {
namespace {

const std::vector<Option>& commonOptions() {
    static const std::vector<Option> options{{.name = "help", .letter = 'h'}, {.name = "json"}};
    return options;
}

struct Chosen {
    const Command* command = nullptr;
    std::vector<std::string> rest;
};

Chosen choose(const std::vector<Command>& commands, const std::vector<std::string>& words) {
    for (std::size_t length = std::min<std::size_t>(2, words.size()); length > 0; --length) {
        const std::string name = length == 2 ? words.at(0) + " " + words.at(1) : words.at(0);
        for (const Command& command : commands) {
            if (command.name == name) {
                return {&command, {words.begin() + static_cast<std::ptrdiff_t>(length), words.end()}};
            }
        }
    }
    return {};
}

/// The commands that begin with a word: "types list", "types show" of "types".
std::vector<Command> groupOf(const std::vector<Command>& commands, const std::string& word) {
    std::vector<Command> group;
    for (const Command& command : commands) {
        if (!command.hidden && command.name.substr(0, word.size() + 1) == word + " ") {
            group.push_back(command);
        }
    }
    return group;
}

bool asksForHelp(const std::string& word) {
    return word == "--help" || word == "-h" || word == "help";
}

UsageFault unknown(const std::vector<Command>& commands, const std::vector<std::string>& words) {
    std::vector<std::string> names;
    for (const Command& command : commands) {
        if (!command.hidden) {
            names.emplace_back(command.name);
        }
    }
    const bool two = words.size() > 1 && words.at(1).substr(0, 1) != "-";
    const bool group = !groupOf(commands, words.at(0)).empty();
    if (group && !two) {
        return {UsageFault::Kind::MissingCommand, words.at(0), ""};
    }
    const std::string typed = two && group ? words.at(0) + " " + words.at(1) : words.at(0);
    std::string near = nearest(typed, names);
    if (near.empty() && two) {
        near = nearest(words.at(0) + " " + words.at(1), names);
    }
    return {UsageFault::Kind::UnknownCommand, typed, near};
}

Exit complainOfUsage(const UsageFaults& faults, const std::string& helpFor, Console& console) {
    for (const UsageFault& fault : faults.faults) {
        console.complain(sentenceOf(fault, console));
    }
    console.say(console.text("usage.see_help", {{"command", helpFor}}));
    return Exit::Usage;
}

std::vector<UsageFault> operandFaults(const Command& command, const Arguments& arguments) {
    std::istringstream wanted{std::string(command.operands)};
    std::vector<UsageFault> faults;
    std::string name;
    std::size_t count = 0;
    constexpr std::string_view manyMark = "…";  // "FILE…": one or more
    while (wanted >> name) {
        if (++count > arguments.operands().size() && name.front() != '[') {
            faults.push_back({UsageFault::Kind::MissingOperand, name, ""});
        }
    }
    if (std::string_view(name).ends_with(manyMark)) {
        return faults;
    }
    for (std::size_t index = count; index < arguments.operands().size(); ++index) {
        faults.push_back({UsageFault::Kind::SurplusOperand, arguments.operands().at(index), ""});
    }
    return faults;
}

/// Words that name no command: the help of a group of commands, or what is wrong with them.
Exit runUnknown(const std::vector<Command>& commands, const std::vector<std::string>& words, Console& console) {
    const auto group = groupOf(commands, words.at(0));
    if (group.empty()) {
        return complainOfUsage({{unknown(commands, words)}}, "engross --help", console);
    }
    if (words.size() > 1 && asksForHelp(words.at(1))) {
        console.out() << helpOfGroup(words.at(0), group, console);
        return Exit::Done;
    }
    console.complain(sentenceOf(unknown(commands, words), console));
    console.say(linesOf(group, console) + console.text("help.foot_of_group", {{"group", words.at(0)}}));
    return Exit::Usage;
}

/// "help types show" is "types show --help".
std::vector<std::string> helpAtTheEnd(std::vector<std::string> words) {
    if (words.size() > 1 && words.at(0) == "help") {
        words.erase(words.begin());
        words.emplace_back("--help");
    }
    return words;
}

Exit runChosen(const Command& command, const std::vector<std::string>& words, Console& console) {
    std::vector<Option> options = command.options;
    options.insert(options.end(), commonOptions().begin(), commonOptions().end());
    const auto parsed = parseArguments(options, words);
    const std::string helpFor = "engross " + std::string(command.name) + " --help";
    if (std::find(words.begin(), words.end(), "--help") != words.end()) {
        console.out() << helpOf(command, options, console);
        return Exit::Done;
    }
    if (const auto* faults = std::get_if<UsageFaults>(&parsed)) {
        return complainOfUsage(*faults, helpFor, console);
    }
    const auto& arguments = std::get<Arguments>(parsed);
    if (arguments.has("help")) {
        console.out() << helpOf(command, options, console);
        return Exit::Done;
    }
    if (const auto faults = operandFaults(command, arguments); !faults.empty()) {
        return complainOfUsage({faults}, helpFor, console);
    }
    if (arguments.has("json")) {
        console.answerInJson();
    }
    try {
        return command.run(arguments, console);
    } catch (const UsageFaults& faults) {
        return complainOfUsage(faults, helpFor, console);
    }
}

}  // namespace

int runCommandLine(const std::vector<Command>& commands, const std::vector<std::string>& typed, Console& console) {
    try {
        const auto words = helpAtTheEnd(typed);
        if (words.empty() || asksForHelp(words.at(0))) {
            console.out() << helpOf(commands, console);
            return static_cast<int>(words.empty() ? Exit::Usage : Exit::Done);
        }
        if (words.at(0) == "--version") {
            console.out() << versionLine() << '\n';
            return static_cast<int>(Exit::Done);
        }
        const Chosen chosen = choose(commands, words);
        return static_cast<int>(chosen.command == nullptr ? runUnknown(commands, words, console)
                                                          : runChosen(*chosen.command, chosen.rest, console));
    } catch (const Error& error) {
        if (console.answersJson()) {
            console.answer(Object{{"error", Object{{"code", error.code()}, {"message", error.what()}}}});
        }
        console.complain(error.what());
        return static_cast<int>(Exit::Failed);
    }
}

}  // namespace engross
