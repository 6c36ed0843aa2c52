#pragma once
#include "model/diagnostic.h"
#include "script/declared.h"
#include "script/script_node.h"
#include "script/script_source.h"
#include "words/messages.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// Collects the faults of one script's declaration, each with its place, in the reader's words.
class ScriptFaults {
public:
    ScriptFaults(const ScriptSource& source, std::vector<Diagnostic>& faults, Language reader = Language::English);

    [[nodiscard]] const ScriptSource& source() const noexcept;
    [[nodiscard]] Language reader() const noexcept;
    /// A fault at a word of a line; `near` becomes "did you mean".
    void add(std::size_t line, std::string_view word, std::string_view key, Messages::Values values,
             std::string_view near = {});
    /// A fault at `key =`, at or after a line.
    void addAtKey(std::size_t line, std::string_view name, std::string_view key, Messages::Values values,
                  std::string_view near = {});

private:
    void push(Place where, std::string_view key, Messages::Values values, std::string_view near);
    const ScriptSource& source_;
    std::vector<Diagnostic>& faults_;
    Language reader_;
};

/// The options of one constructor call: each is read once; what nobody read is an unknown key.
class Options {
public:
    /// `what` names the construct in messages: "field 'visit_at'", "within".
    Options(const ScriptNode& node, std::size_t line, std::string what, ScriptFaults& faults);

    [[nodiscard]] std::size_t line() const noexcept;
    [[nodiscard]] const std::string& what() const noexcept;
    [[nodiscard]] const ScriptNode* node(std::string_view name);
    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] std::string text(std::string_view name);
    [[nodiscard]] std::string requiredText(std::string_view name);
    /// A text, or `{ en = …, cy = … }`.
    [[nodiscard]] LocalText localText(std::string_view name);
    [[nodiscard]] bool flag(std::string_view name);
    [[nodiscard]] std::optional<double> number(std::string_view name);
    [[nodiscard]] std::optional<int> wholeNumber(std::string_view name);
    [[nodiscard]] std::optional<Day> day(std::string_view name);
    [[nodiscard]] std::vector<std::string> texts(std::string_view name);
    /// The items 1, 2, 3 … that are texts; a fault for each that is not.
    [[nodiscard]] std::vector<std::string> itemTexts();
    /// Says that an option is of the wrong kind; `expected` is the key of a message.
    void wrong(std::string_view name, std::string_view expected, const ScriptNode& found);
    void missing(std::string_view name);
    void alsoKnown(std::string_view name);
    /// Faults for all keys that nobody read.
    void finish();

private:
    const ScriptNode& node_;
    std::size_t line_;
    std::string what_;
    ScriptFaults& faults_;
    std::vector<std::string> known_;
};

/// "a text", "'date'": how messages call what stands there.
[[nodiscard]] std::string described(const ScriptNode& node, Language reader = Language::English);
[[nodiscard]] std::optional<LocalText> localTextFrom(const ScriptNode& node);
/// What a script's literal is as JSON; nothing for functions and constructors.
[[nodiscard]] Value valueFrom(const ScriptNode& node);

}  // namespace engross
