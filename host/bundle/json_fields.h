#pragma once
#include "model/diagnostic.h"
#include "words/messages.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// Reads a group of JSON fields that people write by hand; every fault with its place, all at once. Each member is
/// asked for once; what nobody asked for is an unknown one.
class JsonFields {
public:
    /// Where faults go. `file` and `text` are empty where the group stands in a request: places are pointers then, and
    /// lines otherwise.
    struct Desk {
        const Messages& messages;
        std::vector<Diagnostic>& faults;
        std::string code;  // of every fault
        std::string file{};
        std::string_view text{};
    };

    /// A value that is no group is a fault, and has no members.
    JsonFields(const Value& value, std::string pointer, Desk& desk);

    [[nodiscard]] const Value* value(std::string_view name);
    [[nodiscard]] std::string text(std::string_view name);
    [[nodiscard]] std::string requiredText(std::string_view name);
    [[nodiscard]] std::optional<bool> flag(std::string_view name);
    /// Above nought.
    [[nodiscard]] std::optional<double> number(std::string_view name);
    /// An ISO day as it is written; empty, and a fault, for any other text.
    [[nodiscard]] std::string day(std::string_view name);
    [[nodiscard]] std::vector<std::string> texts(std::string_view name);
    /// One of the few; nothing where the member is absent, or a fault for any other.
    [[nodiscard]] std::optional<std::string> choice(std::string_view name, const std::vector<std::string>& offered);
    /// Faults for the members that nobody asked for.
    void finish();

    [[nodiscard]] const std::string& pointer() const noexcept;
    /// A fault at a member; "bundle.json.<key>".
    void fault(std::string_view name, std::string_view key, Messages::Values values, std::string_view hint = {});

private:
    [[nodiscard]] Place placeOf(std::string_view name) const;
    const Value* wrongKind(std::string_view name, std::string_view expected);

    const Value& value_;
    std::string pointer_;
    Desk& desk_;
    std::vector<std::string> known_;
};

}  // namespace engross
