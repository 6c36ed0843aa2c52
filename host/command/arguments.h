#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace engross {

/// One option of a command. Its help is the message "option.<name>", or "option.<command>.<name>" where `ownHelp`.
struct Option {
    std::string_view name;     // without the dashes
    std::string_view value{};  // what stands for its value in the help: "FILE"; empty for a switch
    char letter = 0;           // "-o"
    bool repeats = false;
    bool ownHelp = false;
};

/// What was typed after a command's name, sorted out.
class Arguments {
public:
    [[nodiscard]] bool has(std::string_view option) const;
    /// The last value that was given, or nothing.
    [[nodiscard]] std::optional<std::string> value(std::string_view option) const;
    [[nodiscard]] std::string valueOr(std::string_view option, std::string_view fallback) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view option) const;
    [[nodiscard]] const std::vector<std::string>& operands() const noexcept;

    void add(std::string_view option, std::string value);
    void addOperand(std::string operand);

private:
    std::map<std::string, std::vector<std::string>, std::less<>> options_;
    std::vector<std::string> operands_;
};

/// A fault in how a command was typed.
struct UsageFault {
    enum class Kind {
        UnknownCommand,
        MissingCommand,
        UnknownOption,
        MissingValue,
        UnwantedValue,
        Repeated,
        MissingOperand,
        SurplusOperand,
        MissingOption,
        UnfitValue
    };
    Kind kind;
    std::string word;        // the word at fault, or the name of what is missing
    std::string suggestion;  // a name that is near, or what would do; may be empty
};

/// Thrown by a command whose arguments do not fit together; all that is found at once.
struct UsageFaults {
    std::vector<UsageFault> faults;
};

/// Reads "--name value", "--name=value", "-o value", "-ovalue"; "--" ends the options. All faults at once.
[[nodiscard]] std::variant<Arguments, UsageFaults> parseArguments(const std::vector<Option>& options,
                                                                  const std::vector<std::string>& words);

}  // namespace engross
