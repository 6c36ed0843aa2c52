#include "script/datum.h"

#include "words/format.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace engross {
namespace {

Field member(std::string name, FieldKind kind, bool optional = true) {
    Field field;
    field.name = std::move(name);
    field.kind = kind;
    field.label = field.name;
    std::ranges::replace(field.label, '_', ' ');
    field.optional = optional;
    if (kind == FieldKind::Address || kind == FieldKind::Exhibit) {
        field.members = standardMembers(kind);
    }
    return field;
}

Field lines() {
    Field field = member("lines", FieldKind::List, false);
    field.members.push_back(member("line", FieldKind::Text, false));
    return field;
}

Field premisesType() {
    Field field = member("type", FieldKind::Choice);
    field.choices = {{"dwelling", "dwelling"},
                     {"hmo", "house in multiple occupation"},
                     {"flat", "flat"},
                     {"common_parts", "common parts"},
                     {"unoccupied_hmo", "unoccupied house in multiple occupation"}};
    return field;
}

std::string printedNumber(double number) {
    if (number == std::floor(number) && std::abs(number) < 1e15) {
        return std::to_string(static_cast<std::int64_t>(number));
    }
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

std::string joinedLines(const Datum& address) {
    std::string text;
    const Datum* list = address.member("lines");
    for (const Datum& line : *list->items()) {
        text += (text.empty() ? "" : ", ") + *line.get<std::string>();
    }
    return text;
}

std::string printedRecord(const Datum& datum, Language language) {
    const auto part = [&](std::string_view name) {
        const Datum* found = datum.member(name);
        return found == nullptr ? std::string() : printed(*found, language);
    };
    switch (datum.field().kind) {
        case FieldKind::Person: {
            const std::string title = part("title");
            return title.empty() ? part("name") : title + "\u00a0" + part("name");
        }
        case FieldKind::Organisation:
            return part("name");
        case FieldKind::Address:
            return joinedLines(datum);
        case FieldKind::Premises:
            return part("address");
        case FieldKind::Exhibit:
            return part("mark");
        case FieldKind::Image:
            return part("caption");
        default:
            return {};
    }
}

std::string printedText(const Datum& datum, const std::string& text) {
    return datum.field().kind == FieldKind::Choice ? labelOf(datum.field(), text) : text;
}

struct Printer {
    const Datum& datum;
    Language language;

    std::string operator()(std::monostate) const {
        return {};
    }
    std::string operator()(const std::string& text) const {
        return printedText(datum, text);
    }
    std::string operator()(bool value) const {
        return Messages::in(language).text(value ? "script.yes" : "script.no");
    }
    std::string operator()(double number) const {
        return printedNumber(number);
    }
    std::string operator()(Day day) const {
        return longDate(day, language);
    }
    std::string operator()(const LocalTime& moment) const {
        const bool isClock = datum.field().kind == FieldKind::Text;
        return isClock ? clockTime(moment.clock, language) : printed(moment, language);
    }
    std::string operator()(Pence sum) const {
        return money(sum.count, false);
    }
    std::string operator()(const Datum::ListOf& list) const {
        std::vector<std::string> parts;
        for (const Datum& item : list.items) {
            parts.push_back(printed(item, language));
        }
        return joined(parts, language);
    }
    std::string operator()(const Datum::RecordOf& /*unused*/) const {
        return printedRecord(datum, language);
    }
};

}  // namespace

Datum::Datum(const Field& field, Content content) : field_(&field), content_(std::move(content)) {}

const Field& Datum::field() const noexcept {
    return *field_;
}

const Datum::Content& Datum::content() const noexcept {
    return content_;
}

bool Datum::empty() const noexcept {
    if (const auto* text = get<std::string>()) {
        return text->empty();
    }
    const auto* list = get<ListOf>();
    return content_.index() == 0 || (list != nullptr && list->items.empty());
}

const Datum* Datum::member(std::string_view name) const {
    const auto* record = get<RecordOf>();
    if (record == nullptr) {
        return nullptr;
    }
    const auto found =
        std::ranges::find_if(record->members, [name](const Datum& datum) { return datum.field().name == name; });
    return found == record->members.end() ? nullptr : &*found;
}

const std::vector<Datum>* Datum::items() const noexcept {
    const auto* list = get<ListOf>();
    return list == nullptr ? nullptr : &list->items;
}

std::string printed(const Datum& datum, Language language) {
    return std::visit(Printer{datum, language}, datum.content());
}

std::string printed(const LocalTime& moment, Language language) {
    return Messages::in(language).text("script.day_and_clock", {{"day", weekdayDate(moment.day, language)},
                                                                {"clock", clockTime(moment.clock, language)}});
}

std::string labelOf(const Field& field, std::string_view value) {
    const auto found = std::ranges::find(field.choices, value, &ChoiceOption::value);
    return found == field.choices.end() ? std::string(value) : found->label;
}

bool holds(const Datum& datum) {
    const bool* value = datum.get<bool>();
    return value != nullptr ? *value : !datum.empty();
}

std::vector<Field> standardMembers(FieldKind kind) {
    switch (kind) {
        case FieldKind::Person:
            return {member("title", FieldKind::Text),     member("name", FieldKind::Text, false),
                    member("post", FieldKind::Text),      member("organisation", FieldKind::Text),
                    member("authority", FieldKind::Text), member("address", FieldKind::Address),
                    member("email", FieldKind::Email),    member("phone", FieldKind::Phone)};
        case FieldKind::Organisation:
            return {member("name", FieldKind::Text, false), member("company_no", FieldKind::Text),
                    member("contact", FieldKind::Text),     member("address", FieldKind::Address),
                    member("email", FieldKind::Email),      member("phone", FieldKind::Phone)};
        case FieldKind::Address:
            return {lines(), member("postcode", FieldKind::Postcode)};
        case FieldKind::Premises:
            return {member("address", FieldKind::Address, false), member("uprn", FieldKind::Text), premisesType(),
                    member("description", FieldKind::Text), member("plan_ref", FieldKind::Text)};
        case FieldKind::Exhibit:
            return {member("mark", FieldKind::Reference, false), member("description", FieldKind::Text),
                    member("date", FieldKind::Date)};
        case FieldKind::Image:
            return {member("exhibit", FieldKind::Reference, false), member("alternative", FieldKind::Text, false),
                    member("caption", FieldKind::Text), member("place", FieldKind::Text),
                    member("taken_at", FieldKind::Time)};
        default:
            return {};
    }
}

}  // namespace engross
