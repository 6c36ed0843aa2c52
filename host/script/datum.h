#pragma once
#include "calendar/calendar.h"
#include "model/field.h"
#include "words/messages.h"
#include "words/zone.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace engross {

struct Pence {
    std::int64_t count = 0;
    auto operator<=>(const Pence&) const = default;
};

/// A typed value of a case. It borrows its field, which outlives it: the document type owns the schema.
class Datum {
public:
    struct ListOf {
        std::vector<Datum> items;
    };
    /// One datum for each member of the field, in the schema's order; what was left out is empty.
    struct RecordOf {
        std::vector<Datum> members;
    };
    using Content = std::variant<std::monostate, std::string, bool, double, Day, LocalTime, Pence, ListOf, RecordOf>;

    explicit Datum(const Field& field, Content content = {});

    [[nodiscard]] const Field& field() const noexcept;
    [[nodiscard]] const Content& content() const noexcept;
    /// Nothing given, an empty text, or an empty list.
    [[nodiscard]] bool empty() const noexcept;
    template <typename T>
    [[nodiscard]] const T* get() const noexcept {
        return std::get_if<T>(&content_);
    }
    /// The member of a record, or nullptr where there is none of that name.
    [[nodiscard]] const Datum* member(std::string_view name) const;
    [[nodiscard]] const std::vector<Datum>* items() const noexcept;

private:
    const Field* field_;
    Content content_;
};

/// As it stands in a sentence of the language; empty for what is empty. A record that has no form of its own (its
/// members are printed one by one) gives nothing.
[[nodiscard]] std::string printed(const Datum& datum, Language language);
[[nodiscard]] std::string printed(const LocalTime& moment, Language language);
/// The label of a field's choice, or the value where it has none.
[[nodiscard]] std::string labelOf(const Field& field, std::string_view value);
/// What a condition makes of it: a boolean's own value, everything else true unless empty.
[[nodiscard]] bool holds(const Datum& datum);
/// Members that persons, organisations, addresses, premises, exhibits and images have.
[[nodiscard]] std::vector<Field> standardMembers(FieldKind kind);

}  // namespace engross
