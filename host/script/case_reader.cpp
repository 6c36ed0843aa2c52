#include "script/case_reader.h"

#include "model/day.h"
#include "model/utf8.h"
#include "script/case_faults.h"
#include "script/case_spelling.h"
#include "script/field_shapes.h"
#include "script/required_facts.h"
#include "script/rules.h"
#include "words/format.h"
#include "words/zone.h"

#include <algorithm>
#include <set>

namespace engross {
namespace {

using Content = Datum::Content;

class CaseReader {
public:
    CaseReader(const DocumentType& type, const Request& request, Language reader, std::vector<Diagnostic>& faults)
        : language_(reader), faults_(type, reader, faults) {
        for (const ExhibitReference& exhibit : request.exhibits) {
            marks_.push_back(exhibit.mark);
        }
    }

    // NOLINTNEXTLINE(misc-no-recursion): no deeper than the schema
    Datum read(const Field& field, const Value& value, const std::string& pointer, bool strict) {
        const CaseFaults::Inside inside(faults_, field);
        return readKind(field, value, pointer, strict);
    }

    [[nodiscard]] CaseFaults& faults() noexcept {
        return faults_;
    }

private:
    // NOLINTNEXTLINE(misc-no-recursion)
    Datum readKind(const Field& field, const Value& value, const std::string& pointer, bool strict) {
        switch (field.kind) {
            case FieldKind::Date:
                return fromText<Day>(field, value, pointer, [](const std::string& text) { return dayFrom(text); });
            case FieldKind::Time:
                return fromText<LocalTime>(field, value, pointer,
                                           [](const std::string& text) { return localTimeFrom(text); });
            case FieldKind::Money:
                return readMoney(field, value, pointer);
            case FieldKind::Number:
                return readNumber(field, value, pointer);
            case FieldKind::Boolean:
                return readBoolean(field, value, pointer);
            case FieldKind::Paragraphs:
                return readParagraphs(field, value, pointer);
            case FieldKind::List:
            case FieldKind::Rows:
                return readList(field, value, pointer, strict);
            case FieldKind::Person:
            case FieldKind::Organisation:
            case FieldKind::Address:
            case FieldKind::Premises:
            case FieldKind::Exhibit:
            case FieldKind::Image:
            case FieldKind::Record:
                return readRecord(field, value, pointer, strict);
            default:
                return readText(field, value, pointer);
        }
    }

private:
    Datum wrongKind(const Field& field, const std::string& pointer) {
        faults_.wrongKind(field, pointer);
        return Datum(field);
    }

    template <typename T, typename Parse>
    Datum fromText(const Field& field, const Value& value, const std::string& pointer, Parse parse) {
        const std::string* text = value.text();
        const std::optional<T> parsed = text == nullptr ? std::nullopt : parse(*text);
        if (!parsed) {
            return wrongKind(field, pointer);
        }
        if constexpr (std::is_same_v<T, Day>) {
            faults_.bound(field, static_cast<double>(std::chrono::sys_days(*parsed).time_since_epoch().count()),
                          pointer);
        }
        return Datum(field, *parsed);
    }

    Datum readMoney(const Field& field, const Value& value, const std::string& pointer) {
        std::optional<Pence> sum;
        if (const std::string* text = value.text()) {
            sum = penceFrom(*text);
        } else if (const auto* whole = value.integer()) {
            sum = penceFrom(static_cast<double>(*whole));
        } else if (const double* real = value.real()) {
            sum = penceFrom(*real);
        }
        if (!sum) {
            return wrongKind(field, pointer);
        }
        faults_.bound(field, static_cast<double>(sum->count) / 100, pointer);
        return Datum(field, *sum);
    }

    Datum readNumber(const Field& field, const Value& value, const std::string& pointer) {
        std::optional<double> number;
        if (const std::string* text = value.text()) {
            number = numberFrom(*text);
        } else if (const auto* whole = value.integer()) {
            number = static_cast<double>(*whole);
        } else if (const double* real = value.real()) {
            number = *real;
        }
        if (!number) {
            return wrongKind(field, pointer);
        }
        faults_.bound(field, *number, pointer);
        return Datum(field, *number);
    }

    Datum readBoolean(const Field& field, const Value& value, const std::string& pointer) {
        if (const bool* flag = value.boolean()) {
            return Datum(field, *flag);
        }
        const std::string* text = value.text();
        if (text != nullptr && (*text == "true" || *text == "yes")) {
            return Datum(field, true);
        }
        if (text != nullptr && (*text == "false" || *text == "no")) {
            return Datum(field, false);
        }
        return wrongKind(field, pointer);
    }

    Datum readText(const Field& field, const Value& value, const std::string& pointer) {
        const std::string* text = value.text();
        if (text == nullptr || hasControlCharacters(*text)) {
            return wrongKind(field, pointer);
        }
        switch (field.kind) {
            case FieldKind::Choice:
                return readChoice(field, *text, pointer);
            case FieldKind::Postcode: {
                auto postcode = postcodeFrom(*text);
                return postcode ? Datum(field, std::move(*postcode)) : wrongKind(field, pointer);
            }
            case FieldKind::Email:
                return isEmail(*text) ? Datum(field, *text) : wrongKind(field, pointer);
            case FieldKind::Phone:
                return isPhone(*text) ? Datum(field, *text) : wrongKind(field, pointer);
            case FieldKind::Reference:
                return isReference(*text) ? Datum(field, *text) : wrongKind(field, pointer);
            default:
                faults_.bound(field, static_cast<double>(characterCount(*text)), pointer);
                return Datum(field, *text);
        }
    }

    Datum readChoice(const Field& field, const std::string& text, const std::string& pointer) {
        std::vector<std::string> values;
        std::ranges::transform(field.choices, std::back_inserter(values), &ChoiceOption::value);
        if (std::ranges::find(values, text) != values.end()) {
            return Datum(field, text);
        }
        Diagnostic& fault = faults_.add("field.choice", pointer,
                                        faults_.text("script.field_choice", {{"label", faults_.nameOf(field)}}));
        if (const std::string near = nearest(text, values); !near.empty()) {
            fault.hints.push_back(faults_.text("script.did_you_mean", {{"name", near}}));
        } else {
            fault.hints.push_back(faults_.text("script.one_of_these", {{"list", joined(values, language_)}}));
        }
        return Datum(field);
    }

    Datum readParagraphs(const Field& field, const Value& value, const std::string& pointer) {
        std::vector<Datum> parts;
        const Field& element = elementOf(field);
        if (const std::string* text = value.text(); text != nullptr && !hasControlCharacters(*text)) {
            for (std::size_t at = 0; at < text->size();) {
                const std::size_t end = std::min(text->find("\n\n", at), text->size());
                const std::string part = text->substr(at, end - at);
                if (part.find_first_not_of(" \n\t") != std::string::npos) {
                    parts.emplace_back(element, part);
                }
                at = end + 2;
            }
        } else if (const List* list = value.list()) {
            for (std::size_t index = 0; index < list->size(); ++index) {
                parts.push_back(readText(element, list->at(index), pointerTo(pointer, index)));
            }
        } else {
            return wrongKind(field, pointer);
        }
        faults_.bound(field, static_cast<double>(parts.size()), pointer);
        return Datum(field, Datum::ListOf{std::move(parts)});
    }

    static const Field& elementOf(const Field& field) {
        static const Field paragraph = [] {
            Field text;
            text.label = "paragraph";
            return text;
        }();
        return field.members.empty() ? paragraph : field.members.front();
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    Datum readList(const Field& field, const Value& value, const std::string& pointer, bool strict) {
        const List* list = value.list();
        if (list == nullptr) {
            return wrongKind(field, pointer);
        }
        std::vector<Datum> items;
        items.reserve(list->size());
        for (std::size_t index = 0; index < list->size(); ++index) {
            const std::string at = pointerTo(pointer, index);
            if (field.kind == FieldKind::Rows) {
                items.push_back(readRecord(field, list->at(index), at, strict));
            } else {
                items.push_back(read(field.members.front(), list->at(index), at, strict));
            }
        }
        faults_.bound(field, static_cast<double>(items.size()), pointer);
        return Datum(field, Datum::ListOf{std::move(items)});
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    Datum readRecord(const Field& field, const Value& given, const std::string& pointer, bool strict) {
        const Value value = spelledOut(field, given);
        const Object* object = value.object();
        if (object == nullptr) {
            return wrongKind(field, pointer);
        }
        std::vector<std::string> known;
        std::ranges::transform(field.members, std::back_inserter(known), &Field::name);
        std::vector<std::string> strangers;
        for (const auto& [name, member] : *object) {
            if (std::ranges::find(known, name) == known.end()) {
                strangers.push_back(name);
                if (strict) {
                    faults_.unknown(name, pointerTo(pointer, name), known);
                }
            }
        }
        std::vector<Datum> members;
        members.reserve(field.members.size());
        for (const Field& member : field.members) {
            const Value* found = object->find(member.name);
            const std::string at = pointerTo(pointer, member.name);
            if (found != nullptr && !found->isNull() && !isBlank(*found)) {
                members.push_back(read(member, *found, at, strict));
                continue;
            }
            members.emplace_back(member);
            if (!member.optional && member.requiredWhen.empty()) {
                faults_.missing(member, at, strict ? std::string() : nearest(member.name, strangers));
            }
        }
        Datum datum(field, Datum::RecordOf{std::move(members)});
        checkConditions(datum, pointer);
        checkMark(field, *datum.get<Datum::RecordOf>(), pointer);
        return datum;
    }

    /// `required_when` of members looks at their neighbours.
    void checkConditions(const Datum& record, const std::string& pointer) {
        for (const Datum& member : record.get<Datum::RecordOf>()->members) {
            const Field& field = member.field();
            if (field.requiredWhen.empty() || !member.empty()) {
                continue;
            }
            if (holdsAmong(record, conditionFrom(field.requiredWhen)).value_or(false)) {
                faults_.missing(field, pointerTo(pointer, field.name), {});
            }
        }
    }

    void checkMark(const Field& field, const Datum::RecordOf& record, const std::string& pointer) {
        if ((field.kind != FieldKind::Exhibit && field.kind != FieldKind::Image) || marks_.empty()) {
            return;
        }
        const auto* mark = record.members.front().get<std::string>();
        if (mark != nullptr && std::ranges::find(marks_, *mark) == marks_.end()) {
            Diagnostic& fault =
                faults_.add("field.exhibit", pointer, faults_.text("script.exhibit_not_given", {{"mark", *mark}}));
            if (const std::string near = nearest(*mark, marks_); !near.empty()) {
                fault.hints.push_back(faults_.text("script.did_you_mean", {{"name", near}}));
            }
        }
    }

private:
    Language language_;
    CaseFaults faults_;
    std::vector<std::string> marks_;
};

void unknownKeys(const DocumentType& type, const Request& request, CaseReader& reader) {
    const Object* given = request.fields.object();
    if (given == nullptr) {
        return;
    }
    std::vector<std::string> known;
    std::ranges::transform(type.summary.schema.fields, std::back_inserter(known), &Field::name);
    for (const auto& [name, value] : *given) {
        if (std::ranges::find(known, name) == known.end()) {
            reader.faults().unknown(name, pointerTo("/fields", name), known);
        }
    }
}

Value defaultFor(const DocumentType& type, const Request& request, const Field& field, Instant now) {
    const auto found = type.defaults.find(field.name);
    if (found == type.defaults.end()) {
        return nullptr;
    }
    const std::string* name = found->second.text();
    if (name != nullptr && *name == "today") {
        return isoDay(localTimeOf(now).day);
    }
    if (name != nullptr && *name == "case_ref") {
        return request.caseRecord.reference.empty() ? Value() : Value(request.caseRecord.reference);
    }
    return found->second;
}

void checkOrder(const CaseValues& values, Language reader, std::vector<Diagnostic>& faults) {
    for (std::size_t index = 0; index < values.fields.size(); ++index) {
        const Datum& datum = values.fields.at(index);
        const Field& field = datum.field();
        if (field.after.empty() || datum.empty()) {
            continue;
        }
        const Found other = valueAt(values, field.after);
        const auto* day = datum.get<Day>();
        const auto* otherDay = other.datum->get<Day>();
        const auto* time = datum.get<LocalTime>();
        const auto* otherTime = other.datum->get<LocalTime>();
        const bool wrong = (day != nullptr && otherDay != nullptr && *day <= *otherDay) ||
                           (time != nullptr && otherTime != nullptr && *time <= *otherTime) ||
                           (day != nullptr && otherTime != nullptr && *day < otherTime->day) ||
                           (time != nullptr && otherDay != nullptr && time->day < *otherDay);
        if (wrong) {
            const std::string& otherLabel = other.datum->field().label;
            Diagnostic fault;
            fault.code = "field.after";
            fault.where.pointer = values.pointers.at(index);
            fault.message = Messages::in(reader).text("script.must_be_later",
                                                      {{"label", field.label},
                                                       {"value", printed(datum, reader)},
                                                       {"other", otherLabel.empty() ? field.after : otherLabel},
                                                       {"other_value", printed(*other.datum, reader)}});
            faults.push_back(std::move(fault));
        }
    }
}

}  // namespace

CaseValues readCase(const DocumentType& type, const Request& request, Instant now, Language language,
                    std::vector<Diagnostic>& faults) {
    CaseReader reader(type, request, language, faults);
    CaseValues values;
    values.reference = request.caseRecord.reference;
    unknownKeys(type, request, reader);
    std::set<std::string> absent;
    std::vector<std::string> given;
    if (const Object* facts = request.caseRecord.facts.object()) {
        std::ranges::transform(*facts, std::back_inserter(given), &Object::Member::first);
    }
    for (const Field& field : type.summary.schema.fields) {
        const Value* found = request.fields.find(field.name);
        const bool own = found != nullptr && !found->isNull() && !isBlank(*found);
        if (!own) {
            found = request.caseRecord.facts.find(field.name);
        }
        values.pointers.push_back(pointerTo(own || found == nullptr ? "/fields" : "/case", field.name));
        const Value standard = defaultFor(type, request, field, now);
        if (found == nullptr || found->isNull() || isBlank(*found)) {
            found = standard.isNull() ? nullptr : &standard;
        }
        if (found != nullptr) {
            values.fields.push_back(reader.read(field, *found, values.pointers.back(), own));
            continue;
        }
        values.fields.emplace_back(field);
        absent.insert(field.name);
    }
    for (std::size_t index = 0; index < values.fields.size(); ++index) {
        const Field& field = values.fields.at(index).field();
        const bool wanted =
            field.requiredWhen.empty() ? !field.optional : holds(conditionFrom(field.requiredWhen), values);
        if (absent.contains(field.name) && wanted) {
            std::erase_if(given, [&](const std::string& name) { return type.summary.schema.find(name) != nullptr; });
            reader.faults().missing(field, values.pointers.at(index), nearest(field.name, given));
        }
    }
    checkOrder(values, language, faults);
    return values;
}

}  // namespace engross
