#include "command/schema.h"

#include <utility>

namespace engross {
namespace {

Value schemaOf(const Field& field);

Object groupOf(const std::vector<Field>& fields) {
    Object properties;
    List required;
    for (const Field& field : fields) {
        properties.set(field.name, schemaOf(field));
        if (!field.optional && field.requiredWhen.empty()) {
            required.emplace_back(field.name);
        }
    }
    return Object{{"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}};
}

/// The shape of a kind. Kinds that may be written in several ways (an address as text, list or group) stay open.
Object shapeOf(const Field& field) {
    switch (field.kind) {
        case FieldKind::Date:
            return {{"type", "string"}, {"format", "date"}};
        case FieldKind::Time:
            return {{"type", "string"}, {"pattern", R"(^\d{4}-\d\d-\d\dT\d\d:\d\d$)"}};
        case FieldKind::Money:
        case FieldKind::Number:
            return {{"type", List{"number", "string"}}};
        case FieldKind::Boolean:
            return {{"type", List{"boolean", "string"}}};
        case FieldKind::List:
            return field.members.empty() ? Object{{"type", "array"}}
                                         : Object{{"type", "array"}, {"items", schemaOf(field.members.front())}};
        case FieldKind::Rows:
            return {{"type", "array"}, {"items", groupOf(field.members)}};
        case FieldKind::Record:
            return groupOf(field.members);
        case FieldKind::Paragraphs:
        case FieldKind::Address:
        case FieldKind::Premises:
        case FieldKind::Person:
        case FieldKind::Organisation:
        case FieldKind::Image:
        case FieldKind::Exhibit:
            return {};
        case FieldKind::Text:
        case FieldKind::Choice:
        case FieldKind::Email:
        case FieldKind::Phone:
        case FieldKind::Postcode:
        case FieldKind::Reference:
            return {{"type", "string"}};
    }
    return {};
}

Value schemaOf(const Field& field) {
    Object schema = shapeOf(field);
    schema.set("title", field.label);
    if (!field.hint.empty()) {
        schema.set("description", field.hint);
    }
    if (!field.choices.empty()) {
        List values;
        for (const ChoiceOption& choice : field.choices) {
            values.emplace_back(choice.value);
        }
        schema.set("enum", std::move(values));
    }
    if (!field.example.isNull()) {
        schema.set("examples", List{field.example});
    }
    schema.set("x-kind", nameOf(field.kind));
    return schema;
}

}  // namespace

Value jsonSchemaOf(const TypeSummary& type) {
    Object schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", type.title}};
    for (const auto& [name, value] : groupOf(type.schema.fields)) {
        schema.set(name, value);
    }
    return schema;
}

}  // namespace engross
