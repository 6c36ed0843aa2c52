#include "script/case_values.h"

#include "model/diagnostic.h"

#include <algorithm>
#include <stdexcept>

namespace engross {
namespace {

const Field& madeField(FieldKind kind) {
    static const auto fields = [] {
        std::vector<Field> all(static_cast<std::size_t>(FieldKind::Rows) + 1);
        for (std::size_t index = 0; index < all.size(); ++index) {
            all.at(index).kind = static_cast<FieldKind>(index);
        }
        return all;
    }();
    return fields.at(static_cast<std::size_t>(kind));
}

Found made(const Found& from, std::string_view name, FieldKind kind, Datum::Content content) {
    auto datum = std::make_shared<const Datum>(madeField(kind), std::move(content));
    return {datum.get(), pointerTo(from.pointer, name), from.indices, datum};
}

std::string_view firstStep(std::string_view& path) {
    const std::size_t dot = path.find('.');
    const std::string_view step = path.substr(0, dot);
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    return step;
}

void follow(const Found& from, std::string_view path, std::vector<Found>& found) {
    const std::vector<Datum>* items = from.datum->items();
    std::string_view rest = path;
    if (!path.empty() && items != nullptr && firstStep(rest) != "count") {
        for (std::size_t index = 0; index < items->size(); ++index) {
            Found element{&items->at(index), pointerTo(from.pointer, index), from.indices, from.made};
            element.indices.push_back(index);
            follow(element, path, found);
        }
        return;
    }
    if (path.empty()) {
        found.push_back(from);
        return;
    }
    const std::string_view step = firstStep(path);
    if (auto next = stepFrom(from, step)) {
        follow(*next, path, found);
        return;
    }
    found.push_back(made(from, step, FieldKind::Text, std::monostate{}));
}

/// The member's field, or the kind of a member that values of this kind are given by the host.
bool memberShape(const Field& field, std::string_view name, PathShape& shape) {
    const auto found = std::ranges::find(field.members, name, &Field::name);
    if (found != field.members.end() && field.kind != FieldKind::List) {
        shape.field = &*found;
        shape.kind = found->kind;
        return true;
    }
    shape.field = nullptr;
    if (field.kind == FieldKind::Time && (name == "date" || name == "clock")) {
        shape.kind = name == "date" ? FieldKind::Date : FieldKind::Text;
        return true;
    }
    if (field.kind == FieldKind::Choice && name == "value") {
        shape.kind = FieldKind::Text;
        return true;
    }
    shape.kind = FieldKind::Boolean;
    return field.kind == FieldKind::Choice &&
           std::ranges::find(field.choices, name, &ChoiceOption::value) != field.choices.end();
}

std::vector<std::string> memberNames(const Field& field) {
    std::vector<std::string> names;
    for (const Field& member : field.members) {
        names.push_back(member.name);
    }
    for (const ChoiceOption& option : field.choices) {
        names.push_back(option.value);
    }
    return names;
}

PathShape walk(const Field& root, std::string_view path) {
    PathShape shape{.known = true, .kind = root.kind, .field = &root, .many = false, .unknown = {}, .near = {}};
    while (!path.empty()) {
        const std::string_view step = firstStep(path);
        const Field* field = shape.field;
        if (step == "rule" && path.empty() && field == &root) {
            return {.known = true, .kind = FieldKind::Text, .field = nullptr, .many = false, .unknown = {}, .near = {}};
        }
        const bool list = field != nullptr && (field->kind == FieldKind::List || field->kind == FieldKind::Rows ||
                                               field->kind == FieldKind::Paragraphs);
        if (list && step == "count") {
            shape.kind = FieldKind::Number;
            shape.field = nullptr;
            continue;
        }
        shape.many = shape.many || list;
        while (field != nullptr && field->kind == FieldKind::List && !field->members.empty()) {
            field = &field->members.front();
        }
        if (field == nullptr || !memberShape(*field, step, shape)) {
            return {.known = false,
                    .kind = FieldKind::Text,
                    .field = nullptr,
                    .many = shape.many,
                    .unknown = std::string(step),
                    .near = field == nullptr ? std::string() : nearest(step, memberNames(*field))};
        }
    }
    return shape;
}

}  // namespace

Condition conditionFrom(const std::string& text) {
    constexpr std::string_view negation = "not ";
    return text.starts_with(negation) ? Condition{text.substr(negation.size()), true} : Condition{text, false};
}

const Datum* CaseValues::find(std::string_view name) const {
    const auto field = std::ranges::find_if(fields, [name](const Datum& datum) { return datum.field().name == name; });
    if (field != fields.end()) {
        return &*field;
    }
    const auto value =
        std::ranges::find_if(derived, [name](const DerivedValue& one) { return one.datum.field().name == name; });
    return value == derived.end() ? nullptr : &value->datum;
}

std::string CaseValues::pointerOf(std::string_view name) const {
    for (std::size_t index = 0; index < fields.size() && index < pointers.size(); ++index) {
        if (fields.at(index).field().name == name) {
            return pointers.at(index);
        }
    }
    return pointerTo("/fields", name);
}

std::optional<Found> stepFrom(const Found& from, std::string_view name) {
    const Datum& datum = *from.datum;
    if (const Datum* member = datum.member(name)) {
        return Found{member, pointerTo(from.pointer, name), from.indices, from.made};
    }
    if (const auto* items = datum.items(); items != nullptr && name == "count") {
        return made(from, name, FieldKind::Number, static_cast<double>(items->size()));
    }
    if (const auto* moment = datum.get<LocalTime>(); moment != nullptr && name == "date") {
        return made(from, name, FieldKind::Date, moment->day);
    }
    if (const auto* moment = datum.get<LocalTime>(); moment != nullptr && name == "clock") {
        return made(from, name, FieldKind::Text, *moment);
    }
    const auto* text = datum.get<std::string>();
    if (text != nullptr && datum.field().kind == FieldKind::Choice) {
        return name == "value" ? made(from, name, FieldKind::Text, *text)
                               : made(from, name, FieldKind::Boolean, *text == name);
    }
    return std::nullopt;
}

std::vector<Found> valuesAt(const CaseValues& values, std::string_view path) {
    const std::string_view step = firstStep(path);
    const Datum* datum = values.find(step);
    if (datum == nullptr) {
        throw std::logic_error("no field of this name was declared: " + std::string(step));
    }
    const Found root{datum, values.pointerOf(step), {}, nullptr};
    if (path == "rule") {
        const auto value = std::ranges::find_if(values.derived, [&](const auto& one) { return &one.datum == datum; });
        if (value != values.derived.end()) {
            return {made(root, path, FieldKind::Text, value->rule)};
        }
    }
    std::vector<Found> found;
    follow(root, path, found);
    return found;
}

Found valueAt(const CaseValues& values, std::string_view path) {
    std::vector<Found> found = valuesAt(values, path);
    if (found.empty()) {
        return made({nullptr, pointerTo("/fields", path), {}, nullptr}, path, FieldKind::Text, std::monostate{});
    }
    return std::move(found.front());
}

bool holds(const Condition& condition, const CaseValues& values) {
    const auto found = valuesAt(values, condition.path);
    const bool any = std::ranges::any_of(found, [](const Found& one) { return holds(*one.datum); });
    return any != condition.negated;
}

PathShape shapeOf(std::string_view path, const std::vector<const Field*>& roots) {
    return shapeWithin(path, roots, {});
}

PathShape shapeWithin(std::string_view path, const std::vector<const Field*>& roots,
                      const std::vector<const Field*>& scopes) {
    const std::string_view whole = path;
    const std::string_view step = firstStep(path);
    for (auto scope = scopes.rbegin(); scope != scopes.rend(); ++scope) {
        PathShape shape;
        if (memberShape(**scope, step, shape)) {
            return walk(**scope, whole);
        }
    }
    const auto root = std::ranges::find_if(roots, [step](const Field* field) { return field->name == step; });
    if (root != roots.end()) {
        return walk(**root, path);
    }
    std::vector<std::string> names;
    for (const Field* field : scopes) {
        const auto members = memberNames(*field);
        names.insert(names.end(), members.begin(), members.end());
    }
    for (const Field* field : roots) {
        names.push_back(field->name);
    }
    return {.known = false,
            .kind = FieldKind::Text,
            .field = nullptr,
            .many = false,
            .unknown = std::string(step),
            .near = nearest(step, names)};
}

}  // namespace engross
