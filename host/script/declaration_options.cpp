#include "script/declaration_options.h"

#include "model/day.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace engross {

ScriptFaults::ScriptFaults(const ScriptSource& source, std::vector<Diagnostic>& faults, Language reader)
    : source_(source), faults_(faults), reader_(reader) {}

Language ScriptFaults::reader() const noexcept {
    return reader_;
}

const ScriptSource& ScriptFaults::source() const noexcept {
    return source_;
}

void ScriptFaults::push(Place where, std::string_view key, Messages::Values values, std::string_view near) {
    const Messages& messages = Messages::in(reader_);
    Diagnostic diagnostic{.code = std::string(key), .where = std::move(where), .message = messages.text(key, values)};
    if (!near.empty()) {
        diagnostic.hints.push_back(messages.text("script.did_you_mean", {{"name", near}}));
    }
    if (std::ranges::find(faults_, diagnostic) == faults_.end()) {
        faults_.push_back(std::move(diagnostic));
    }
}

void ScriptFaults::add(std::size_t line, std::string_view word, std::string_view key, Messages::Values values,
                       std::string_view near) {
    push(source_.at(line, word), key, values, near);
}

void ScriptFaults::addAtKey(std::size_t line, std::string_view name, std::string_view key, Messages::Values values,
                            std::string_view near) {
    push(source_.atKey(line, name), key, values, near);
}

Options::Options(const ScriptNode& node, std::size_t line, std::string what, ScriptFaults& faults)
    : node_(node), line_(line), what_(std::move(what)), faults_(faults) {}

std::size_t Options::line() const noexcept {
    return line_;
}

const std::string& Options::what() const noexcept {
    return what_;
}

const ScriptNode* Options::node(std::string_view name) {
    alsoKnown(name);
    return node_.find(name);
}

bool Options::has(std::string_view name) const {
    return node_.find(name) != nullptr;
}

std::string Options::text(std::string_view name) {
    const ScriptNode* found = node(name);
    if (found == nullptr) {
        return {};
    }
    if (!found->is(ScriptNode::Kind::Text)) {
        wrong(name, "script.kind_text", *found);
        return {};
    }
    return found->text;
}

std::string Options::requiredText(std::string_view name) {
    if (!has(name)) {
        missing(name);
    }
    return text(name);
}

LocalText Options::localText(std::string_view name) {
    const ScriptNode* found = node(name);
    if (found == nullptr) {
        return {};
    }
    auto text = localTextFrom(*found);
    if (!text) {
        wrong(name, "script.kind_local_text", *found);
        return {};
    }
    return *text;
}

bool Options::flag(std::string_view name) {
    const ScriptNode* found = node(name);
    if (found != nullptr && !found->is(ScriptNode::Kind::Boolean)) {
        wrong(name, "script.kind_flag", *found);
        return false;
    }
    return found != nullptr && found->boolean;
}

std::optional<double> Options::number(std::string_view name) {
    const ScriptNode* found = node(name);
    if (found == nullptr) {
        return std::nullopt;
    }
    if (!found->is(ScriptNode::Kind::Number) || !std::isfinite(found->number)) {
        wrong(name, "script.kind_number", *found);
        return std::nullopt;
    }
    return found->number;
}

std::optional<int> Options::wholeNumber(std::string_view name) {
    const std::optional<double> value = number(name);
    if (!value) {
        return std::nullopt;
    }
    if (*value != std::floor(*value) || std::abs(*value) > 100'000) {
        wrong(name, "script.kind_whole_number", *node_.find(name));
        return std::nullopt;
    }
    return static_cast<int>(*value);
}

std::optional<Day> Options::day(std::string_view name) {
    const ScriptNode* found = node(name);
    if (found == nullptr) {
        return std::nullopt;
    }
    const auto day = found->is(ScriptNode::Kind::Text) ? dayFrom(found->text) : std::nullopt;
    if (!day) {
        wrong(name, "script.kind_date", *found);
    }
    return day;
}

std::vector<std::string> Options::texts(std::string_view name) {
    const ScriptNode* found = node(name);
    std::vector<std::string> list;
    if (found == nullptr) {
        return list;
    }
    if (found->is(ScriptNode::Kind::Text)) {
        return {found->text};
    }
    const bool good =
        found->is(ScriptNode::Kind::Table) && found->named.empty() &&
        std::ranges::all_of(found->items, [](const ScriptNode& item) { return item.is(ScriptNode::Kind::Text); });
    if (!good) {
        wrong(name, "script.kind_texts", *found);
        return list;
    }
    for (const ScriptNode& item : found->items) {
        list.push_back(item.text);
    }
    return list;
}

std::vector<std::string> Options::itemTexts() {
    std::vector<std::string> list;
    if (!node_.text.empty()) {
        list.push_back(node_.text);
    }
    for (const ScriptNode& item : node_.items) {
        if (item.is(ScriptNode::Kind::Text)) {
            list.push_back(item.text);
        } else {
            faults_.add(line_, {}, "script.wrong_item",
                        {{"what", what_}, {"found", described(item, faults_.reader())}});
        }
    }
    return list;
}

void Options::wrong(std::string_view name, std::string_view expected, const ScriptNode& found) {
    const std::string wanted = Messages::in(faults_.reader()).text(expected);
    faults_.addAtKey(
        line_, name, "script.wrong_kind",
        {{"what", what_}, {"key", name}, {"expected", wanted}, {"found", described(found, faults_.reader())}});
}

void Options::missing(std::string_view name) {
    faults_.add(line_, {}, "script.missing_key", {{"what", what_}, {"key", name}});
}

void Options::alsoKnown(std::string_view name) {
    if (std::ranges::find(known_, name) == known_.end()) {
        known_.emplace_back(name);
    }
}

void Options::finish() {
    for (const auto& [name, value] : node_.named) {
        if (std::ranges::find(known_, name) == known_.end()) {
            faults_.addAtKey(line_, name, "script.unknown_key", {{"what", what_}, {"key", name}},
                             nearest(name, known_));
        }
    }
}

std::string described(const ScriptNode& node, Language reader) {
    static constexpr std::array keys{"script.kind_nothing", "script.kind_flag",  "script.kind_number",
                                     "script.kind_text",    "script.kind_table", "script.kind_table",
                                     "script.kind_function"};
    return node.is(ScriptNode::Kind::Tagged) ? "'" + node.tag + "'"
                                             : Messages::in(reader).text(keys.at(static_cast<std::size_t>(node.kind)));
}

std::optional<LocalText> localTextFrom(const ScriptNode& node) {
    if (node.is(ScriptNode::Kind::Text)) {
        return LocalText{node.text, {}};
    }
    if (!node.is(ScriptNode::Kind::Table) || !node.items.empty() || node.named.empty()) {
        return std::nullopt;
    }
    LocalText text;
    for (const auto& [language, value] : node.named) {
        if (!value.is(ScriptNode::Kind::Text) || (language != "en" && language != "cy")) {
            return std::nullopt;
        }
        (language == "en" ? text.english : text.welsh) = value.text;
    }
    return text;
}

// NOLINTNEXTLINE(misc-no-recursion): a node is no deeper than its reader allowed
Value valueFrom(const ScriptNode& node) {
    switch (node.kind) {
        case ScriptNode::Kind::Boolean:
            return node.boolean;
        case ScriptNode::Kind::Number:
            if (node.number == std::floor(node.number) && std::abs(node.number) < 1e15) {
                return static_cast<std::int64_t>(node.number);
            }
            return node.number;
        case ScriptNode::Kind::Text:
            return node.text;
        case ScriptNode::Kind::Table: {
            if (node.named.empty()) {
                List list;
                for (const ScriptNode& item : node.items) {
                    list.push_back(valueFrom(item));
                }
                return list;
            }
            Object object;
            for (const auto& [name, value] : node.named) {
                object.set(name, valueFrom(value));
            }
            return object;
        }
        case ScriptNode::Kind::Nil:
        case ScriptNode::Kind::Tagged:
        case ScriptNode::Kind::Function:
            break;
    }
    return nullptr;
}

}  // namespace engross
