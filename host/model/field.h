#pragma once
#include "model/value.h"

#include <optional>
#include <string>
#include <vector>

namespace engross {

enum class FieldKind {
    Text,
    Paragraphs,
    Date,
    Time,
    Money,
    Number,
    Boolean,
    Choice,
    Email,
    Phone,
    Postcode,
    Reference,
    Person,
    Organisation,
    Address,
    Premises,
    Image,
    Exhibit,
    List,
    Record,
    Rows
};

struct ChoiceOption {
    std::string value{};
    std::string label{};
    bool operator==(const ChoiceOption&) const = default;
};

/// One fact that a document type asks for. `Time` is a day and a clock time in the council's zone
/// ("2026-11-23T10:00"); `Date` is "2026-11-23"; `Money` is pounds, as a number or a text with at most two decimals.
struct Field {
    std::string name{};
    FieldKind kind = FieldKind::Text;
    std::string label{};
    std::string hint{};
    bool optional = false;
    std::string requiredWhen{};   // "keys" or "not continuing": a boolean field of the same type
    std::string after{};          // a field that must be earlier than this one
    std::optional<double> min{};  // of the number, of the pounds, or of the list's length
    std::optional<double> max{};
    std::vector<ChoiceOption> choices{};
    std::vector<Field> members{};  // of a record or a row; the single element field of a list
    std::string law{};             // the provision that wants it, with its mark; empty for the type's own
    Value example{};
    bool operator==(const Field&) const = default;
};

struct Schema {
    std::vector<Field> fields{};

    [[nodiscard]] const Field* find(std::string_view name) const;
    bool operator==(const Schema&) const = default;
};

[[nodiscard]] std::string_view nameOf(FieldKind kind) noexcept;

}  // namespace engross
