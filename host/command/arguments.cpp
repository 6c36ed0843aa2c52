#include "command/arguments.h"

#include "model/diagnostic.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

const Option* findOption(const std::vector<Option>& options, std::string_view name) {
    const auto found = std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.name == name; });
    return found == options.end() ? nullptr : &*found;
}

const Option* findLetter(const std::vector<Option>& options, char letter) {
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&](const Option& o) { return o.letter != 0 && o.letter == letter; });
    return found == options.end() ? nullptr : &*found;
}

std::string suggestionFor(const std::vector<Option>& options, std::string_view name) {
    std::vector<std::string> names;
    names.reserve(options.size());
    for (const Option& option : options) {
        names.emplace_back(option.name);
    }
    const std::string near = nearest(name, names);
    return near.empty() ? near : "--" + near;
}

/// The words one after another, with the faults found so far.
class Reader {
public:
    Reader(const std::vector<Option>& options, const std::vector<std::string>& words)
        : options_(options), words_(words) {}

    std::variant<Arguments, UsageFaults> read() {
        bool onlyOperands = false;
        for (; at_ < words_.size(); ++at_) {
            const std::string& word = words_.at(at_);
            if (onlyOperands || word.size() < 2 || word.front() != '-') {
                arguments_.addOperand(word);
            } else if (word == "--") {
                onlyOperands = true;
            } else if (word.at(1) == '-') {
                readLong(word);
            } else {
                readShort(word);
            }
        }
        if (!faults_.faults.empty()) {
            return faults_;
        }
        return arguments_;
    }

private:
    void fault(UsageFault::Kind kind, std::string word, std::string suggestion = {}) {
        faults_.faults.push_back({kind, std::move(word), std::move(suggestion)});
    }

    void readLong(const std::string& word) {
        const auto equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
        const Option* option = findOption(options_, name);
        if (option == nullptr) {
            fault(UsageFault::Kind::UnknownOption, "--" + name, suggestionFor(options_, name));
            // A value after an unknown option is most likely its own, not an operand.
            if (equals == std::string::npos && nextIsValue()) {
                ++at_;
            }
            return;
        }
        take(*option, equals == std::string::npos ? std::nullopt : std::optional{word.substr(equals + 1)});
    }

    void readShort(const std::string& word) {
        const Option* option = findLetter(options_, word.at(1));
        if (option == nullptr) {
            fault(UsageFault::Kind::UnknownOption, word.substr(0, 2));
            return;
        }
        take(*option, word.size() > 2 ? std::optional{word.substr(2)} : std::nullopt);
    }

    [[nodiscard]] bool nextIsValue() const {
        return at_ + 1 < words_.size() && !(words_.at(at_ + 1).size() > 1 && words_.at(at_ + 1).front() == '-');
    }

    void take(const Option& option, std::optional<std::string> value) {
        const std::string shown = "--" + std::string(option.name);
        if (option.value.empty()) {
            if (value) {
                fault(UsageFault::Kind::UnwantedValue, shown);
            }
            arguments_.add(option.name, "");
            return;
        }
        if (!value && nextIsValue()) {
            value = words_.at(++at_);
        }
        if (!value) {
            fault(UsageFault::Kind::MissingValue, shown, std::string(option.value));
        } else if (arguments_.has(option.name) && !option.repeats) {
            fault(UsageFault::Kind::Repeated, shown);
        } else {
            arguments_.add(option.name, std::move(*value));
        }
    }

    const std::vector<Option>& options_;
    const std::vector<std::string>& words_;
    std::size_t at_ = 0;
    Arguments arguments_;
    UsageFaults faults_;
};

}  // namespace

bool Arguments::has(std::string_view option) const {
    return options_.find(option) != options_.end();
}

std::optional<std::string> Arguments::value(std::string_view option) const {
    const auto found = options_.find(option);
    return found == options_.end() ? std::nullopt : std::optional{found->second.back()};
}

std::string Arguments::valueOr(std::string_view option, std::string_view fallback) const {
    return value(option).value_or(std::string(fallback));
}

std::vector<std::string> Arguments::values(std::string_view option) const {
    const auto found = options_.find(option);
    return found == options_.end() ? std::vector<std::string>{} : found->second;
}

const std::vector<std::string>& Arguments::operands() const noexcept {
    return operands_;
}

void Arguments::add(std::string_view option, std::string value) {
    options_[std::string(option)].push_back(std::move(value));
}

void Arguments::addOperand(std::string operand) {
    operands_.push_back(std::move(operand));
}

std::variant<Arguments, UsageFaults> parseArguments(const std::vector<Option>& options,
                                                    const std::vector<std::string>& words) {
    return Reader{options, words}.read();
}

}  // namespace engross
