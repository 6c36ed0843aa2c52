#include "script/new_type.h"

#include "model/day.h"
#include "model/json.h"
#include "script/shelf.h"

#include <algorithm>

namespace engross {
namespace {

constexpr const char* toWrite = "To be written";
constexpr std::string_view lower = "abcdefghijklmnopqrstuvwxyz";

std::string titleOf(const std::string& id) {
    std::string title = id;
    std::ranges::replace(title, '_', ' ');
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
    return title;
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        result += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    }
    return result + "\"";
}

Object membersFor(const std::vector<Field>& members);

/// A value that passes the field's own rules, and that nobody takes for a real one.
// NOLINTNEXTLINE(misc-no-recursion): as deep as the schema
Value exampleOf(const Field& field) {
    if (!field.example.isNull()) {
        return field.example;
    }
    switch (field.kind) {
        case FieldKind::Text:
            return toWrite;
        case FieldKind::Paragraphs:
            return List{toWrite};
        case FieldKind::Date:
            return "2026-11-23";
        case FieldKind::Time:
            return "2026-11-23T10:00";
        case FieldKind::Money:
        case FieldKind::Number:
            return static_cast<std::int64_t>(std::max(1.0, field.min.value_or(1.0)));
        case FieldKind::Boolean:
            return true;
        case FieldKind::Choice:
            return field.choices.empty() ? Value() : Value(field.choices.front().value);
        case FieldKind::Email:
            return "officer@example.gov.uk";
        case FieldKind::Phone:
            return "01632 960001";
        case FieldKind::Postcode:
            return "AB1 2DE";
        case FieldKind::Reference:
            return "AB/2026/0001";
        case FieldKind::Address:
            return List{"12 Sample Street", "Anytown", "AB1 2DE"};
        case FieldKind::Premises:
            return List{"12 Sample Street", "Anytown", "AB1 2DE"};
        case FieldKind::Person:
        case FieldKind::Organisation: {
            Object person{{"name", "A. Example"}};
            for (const auto& [name, value] : membersFor(field.members)) {
                if (name != "name") {
                    person.set(name, value);
                }
            }
            return person;
        }
        case FieldKind::Exhibit:
            return "AB/1";
        case FieldKind::Image:
            return Object{{"exhibit", "AB/1"}, {"alternative", toWrite}};
        case FieldKind::List: {
            const auto count = static_cast<std::size_t>(std::clamp(field.min.value_or(1.0), 1.0, 20.0));
            return field.members.empty() ? Value(List{}) : Value(List(count, exampleOf(field.members.front())));
        }
        case FieldKind::Record:
            return membersFor(field.members);
        case FieldKind::Rows: {
            const auto count = static_cast<std::size_t>(std::clamp(field.min.value_or(1.0), 1.0, 20.0));
            return List(count, Value(membersFor(field.members)));
        }
    }
    return {};
}

// NOLINTNEXTLINE(misc-no-recursion)
Object membersFor(const std::vector<Field>& members) {
    Object object;
    for (const Field& member : members) {
        if (!member.optional && member.requiredWhen.empty()) {
            object.set(member.name, exampleOf(member));
        }
    }
    return object;
}

/// What a family's declaration must have, as Lua.
// NOLINTNEXTLINE(misc-no-recursion): as deep as the declaration
std::string declaredOf(const DeclareRule& rule, const TypeFamily& family, const std::string& indent) {
    switch (rule.kind) {
        case DeclareRule::Kind::Text:
        case DeclareRule::Kind::Markdown:
            return quoted(toWrite);
        case DeclareRule::Kind::Number:
            return "1";
        case DeclareRule::Kind::Boolean:
            return "true";
        case DeclareRule::Kind::Choice:
            return quoted(rule.values.empty() ? std::string() : rule.values.front());
        case DeclareRule::Kind::FieldPath:
            return quoted(family.fields.empty() ? std::string() : family.fields.front().name);
        case DeclareRule::Kind::List:
            return rule.members.empty()
                       ? "{}"
                       : "{\n" + indent + "  " + declaredOf(rule.members.front(), family, indent + "  ") + ",\n" +
                             indent + "}";
        case DeclareRule::Kind::Record: {
            std::string text;
            for (const DeclareRule& member : rule.members) {
                if (!member.optional) {
                    text += (text.empty() ? " " : ", ") + member.name + " = " + declaredOf(member, family, indent);
                }
            }
            return "{" + text + " }";
        }
    }
    return "{}";
}

bool hasField(const TypeFamily& family, std::string_view name) {
    return std::ranges::find(family.fields, name, &Field::name) != family.fields.end();
}

bool declares(const TypeFamily& family, std::string_view name) {
    return std::ranges::find(family.declares, name, &DeclareRule::name) != family.declares.end();
}

std::string scriptOf(const TypeFamily& family, const std::string& id) {
    std::string text = "-- What this is for, who reads it, and the law that it rests on.\n";
    text += "return " + family.name + " {\n";
    text += "  id = " + quoted(id) + ", version = 1, title = " + quoted(titleOf(id)) + ",\n";
    text += "  law = \"To be named: Act, section\", in_force = { from = \"2026-01-01\" },\n";
    if (family.hasBody) {
        text +=
            "  fields = {\n"
            "    reason = text { label = \"Why we write\", hint = \"one or two full sentences\" },\n"
            "    reply_days = number { label = \"Days to answer\", min = 1, max = 56 },\n"
            "  },\n"
            "  checks = {\n"
            "    check(\"the reason is a sentence, with a full stop\",\n"
            "      function(case) return words.ends_with(case.reason, \".\") end,\n"
            "      { field = \"reason\", code = \"" +
            id + ".reason\" }),\n  },\n";
    }
    for (const DeclareRule& rule : family.declares) {
        if (!rule.optional) {
            text += "  " + rule.name + " = " + declaredOf(rule, family, "  ") + ",\n";
        }
    }
    if (family.hasBody) {
        const bool greets = hasField(family, "recipient") && !declares(family, "salutation");
        text += std::string("  body = [[\n") + (greets ? "Dear {{recipient}}\n\n" : "") +
                "{{reason}}\n\nPlease answer within {{reply_days}} days of the day on which you get this.\n]],\n";
    }
    text += "  confirm = { \"The law of this type has not been read by a lawyer\" },\n}\n";
    return text;
}

std::string exampleFor(const TypeFamily& family) {
    Object facts;
    for (const Field& field : family.fields) {
        const bool given = family.defaults.contains(field.name);
        if (!field.optional && field.requiredWhen.empty() && !given) {
            facts.set(field.name, exampleOf(field));
        }
    }
    Object own;
    if (family.hasBody) {
        own = Object{{"reason", "To be written, as a full sentence."}, {"reply_days", 14}};
    }
    Object example{{"case_ref", "AB/2026/0001"}, {"case", std::move(facts)}, {"fields", std::move(own)}};
    if (family.composesBundle) {
        example.set("exhibits", List{Object{{"mark", "AB/1"}, {"file", "paper.pdf"}}});
        example.set(
            "sections",
            List{Object{{"title", toWrite},
                        {"items", List{Object{{"title", toWrite}, {"date", "2026-11-23"}, {"file", "paper.pdf"}}}}}});
    }
    return writeJson(Value(std::move(example)), JsonStyle::Indented) + "\n";
}

std::string testsFor(const TypeFamily& family, const std::string& id) {
    std::string text = "return tests {\n  accepted { \"the worked example\"";
    if (!family.hasBody) {
        return text + " },\n}\n";
    }
    return text +
           ",\n    says = { \"Please answer within 14 days\" },\n  },\n"
           "  refused { \"a reason that is no sentence\",\n"
           "    set = { reason = \"because\" },\n"
           "    by = { \"" +
           id + ".reason\" },\n  },\n}\n";
}

Diagnostic fault(std::string_view key, Messages::Values values, const std::string& word,
                 const std::vector<std::string>& known) {
    const Messages& messages = Messages::in(Language::English);
    Diagnostic one{.code = std::string(key), .message = messages.text(key, values)};
    if (const std::string near = nearest(word, known); !near.empty() && !known.empty()) {
        one.hints.push_back(messages.text("script.did_you_mean", {{"name", near}}));
    }
    return one;
}

bool isId(const std::string& id) {
    return !id.empty() && lower.find(id.front()) != std::string_view::npos && id.size() <= 60 &&
           id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

}  // namespace

NewType startType(const SourceFolders& folders, const std::string& family, const std::string& id) {
    NewType started;
    const Shelf shelf(folders, {}, {});
    if (!isId(id)) {
        started.faults.push_back(fault("script.new_id", {{"id", id}}, id, {}));
    }
    const auto ids = shelf.typeIds();
    if (std::ranges::find(ids, id) != ids.end()) {
        started.faults.push_back(fault("script.new_taken", {{"id", id}}, id, {}));
    }
    const auto& families = shelf.familyNames();
    if (std::ranges::find(families, family) == families.end()) {
        started.faults.push_back(fault("script.new_family", {{"name", family}}, family, families));
        return started;
    }
    const auto read = shelf.family(family, started.faults);
    if (read == nullptr || !started.faults.empty()) {
        return started;
    }
    const std::string stem = "scripts/" + family + "/" + id;
    started.files = {{stem + ".lua", scriptOf(*read, id)},
                     {stem + ".example.json", exampleFor(*read)},
                     {stem + ".test.lua", testsFor(*read, id)}};
    return started;
}

}  // namespace engross
