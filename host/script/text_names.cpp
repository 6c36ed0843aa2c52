#include "script/text_names.h"

#include "model/utf8.h"
#include "script/case_values.h"

#include <algorithm>
#include <set>

namespace engross {
namespace {

/// What stands at each section around a use, as far as the schema knows it.
struct Scope {
    std::vector<const Field*> roots;
    std::vector<const Field*> around;    // elements of lists and records, outermost first
    std::vector<const Field*> sections;  // the field of each section; nullptr for a made member
    std::vector<const Field*> derived;   // never said to be missing: what they rest on decides
};

std::vector<const Field*> rootsOf(const DocumentType& type) {
    std::vector<const Field*> roots;
    for (const Field& field : type.summary.schema.fields) {
        roots.push_back(&field);
    }
    for (const DeriveRule& rule : type.derives) {
        roots.push_back(&rule.field);
    }
    return roots;
}

Scope scopeOf(const DocumentType& type, const TemplateUse& use, std::size_t depth) {
    Scope scope{rootsOf(type), {}, {}, {}};
    std::ranges::transform(type.derives, std::back_inserter(scope.derived),
                           [](const DeriveRule& rule) { return &rule.field; });
    for (std::size_t index = 0; index < depth; ++index) {
        const std::string& section = use.inside.at(index);
        const bool inverted = section.starts_with('^');
        const PathShape shape = shapeWithin(inverted ? section.substr(1) : section, scope.roots, scope.around);
        scope.sections.push_back(shape.field);
        if (inverted || shape.field == nullptr) {
            continue;
        }
        const Field* element = shape.field;
        if (element->kind == FieldKind::List && !element->members.empty()) {
            element = &element->members.front();
        }
        if (element != shape.field || !element->members.empty()) {
            scope.around.push_back(element);
        }
    }
    return scope;
}

bool printable(const Field& field) {
    if (field.kind == FieldKind::Record) {
        return false;
    }
    return field.kind != FieldKind::List || field.members.empty() || printable(field.members.front());
}

/// Whether the sections around the use see to it that `name` is not empty.
bool guarded(const Field& field, const std::string& name, const TemplateUse& use) {
    const Condition condition = conditionFrom(field.requiredWhen);
    return std::ranges::any_of(use.inside, [&](const std::string& section) {
        if (section.starts_with('^')) {
            return !field.requiredWhen.empty() && condition.negated && section.substr(1) == condition.path;
        }
        const bool itself = section == name || section.starts_with(name + ".");
        return itself || (!field.requiredWhen.empty() && !condition.negated && section == condition.path);
    });
}

/// The first step of a path that may be empty where it stands; empty where none may.
std::string mayBeMissing(const Scope& scope, const TemplateUse& use) {
    std::string prefix;
    for (std::size_t at = 0; at <= use.name.size();) {
        const std::size_t dot = std::min(use.name.find('.', at), use.name.size());
        prefix = use.name.substr(0, dot);
        const PathShape shape = shapeWithin(prefix, scope.roots, scope.around);
        const bool derived = std::ranges::find(scope.derived, shape.field) != scope.derived.end();
        if (shape.field != nullptr && !derived && (shape.field->optional || !shape.field->requiredWhen.empty()) &&
            !guarded(*shape.field, prefix, use)) {
            return prefix;
        }
        at = dot + 1;
    }
    return {};
}

/// The place of a word of a tag; the tag's own place where the word is not on its line.
Place placeOfWord(const Place& tag, std::string_view word) {
    Place place = tag;
    std::size_t start = 0;
    for (std::size_t characters = 1; characters < tag.column && start < tag.source.size(); ++characters) {
        ++start;
        while (start < tag.source.size() && (static_cast<unsigned char>(tag.source[start]) & 0xC0U) == 0x80U) {
            ++start;
        }
    }
    const std::size_t found = tag.source.find(word, start);
    if (found != std::string::npos && !word.empty()) {
        place.column = tag.column + characterCount(std::string_view(tag.source).substr(start, found - start));
        place.length = characterCount(word);
    }
    return place;
}

Diagnostic fault(const TemplateUse& use, std::string_view word, const char* code, std::string message) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.where = placeOfWord(use.where, word);
    diagnostic.message = std::move(message);
    return diagnostic;
}

void checkUse(const DocumentType& type, const TemplateUse& use, std::vector<Diagnostic>& faults) {
    const Messages& messages = Messages::in(Language::English);
    const Scope scope = scopeOf(type, use, use.inside.size());
    if (use.name == "." || use.name == "case_ref") {
        return;
    }
    const PathShape shape = shapeWithin(use.name, scope.roots, scope.around);
    if (!shape.known) {
        faults.push_back(
            fault(use, shape.unknown, "text.no_field",
                  messages.text("script.letter_no_field", {{"family", type.summary.family}, {"name", shape.unknown}})));
        if (!shape.near.empty()) {
            faults.back().hints.push_back(messages.text("script.did_you_mean", {{"name", shape.near}}));
        }
        return;
    }
    if (use.form != TemplateUse::Form::Field) {
        return;
    }
    if (shape.field != nullptr && !printable(*shape.field)) {
        faults.push_back(fault(use, use.name, "text.no_form", messages.text("script.no_form", {{"name", use.name}})));
        return;
    }
    if (const std::string missing = mayBeMissing(scope, use); !missing.empty()) {
        faults.push_back(
            fault(use, use.name, "text.may_be_missing", messages.text("script.may_be_missing", {{"name", missing}})));
        faults.back().hints.push_back(messages.text("script.put_into_section", {{"name", missing}}));
    }
}

/// Whether a section over this field is drawn whatever the case holds.
bool always(const Field* field) {
    if (field == nullptr || field->optional || !field->requiredWhen.empty() || field->kind == FieldKind::Boolean) {
        return false;
    }
    const bool list =
        field->kind == FieldKind::List || field->kind == FieldKind::Rows || field->kind == FieldKind::Paragraphs;
    return !list || field->min.value_or(0) >= 1;
}

}  // namespace

void checkNames(const DocumentType& type, const std::vector<TemplateUse>& uses, std::vector<Diagnostic>& faults) {
    for (const TemplateUse& use : uses) {
        if (use.form != TemplateUse::Form::Clause) {
            checkUse(type, use, faults);
        }
    }
}

ClausePlace placeOf(const DocumentType& type, const TemplateUse& use) {
    ClausePlace place;
    const Scope scope = scopeOf(type, use, use.inside.size());
    for (std::size_t index = 0; index < use.inside.size(); ++index) {
        const std::string& section = use.inside.at(index);
        const bool path = section.find('.') != std::string::npos;
        const bool sure = !path && always(scope.sections.at(index));
        if (!sure) {
            place.conditions.push_back(section);
        } else if (section.starts_with('^')) {
            place.never = true;
        }
    }
    return place;
}

std::optional<Disproof> disprove(const CheckRule& rule, const std::vector<ClausePlace>& places,
                                 const Messages& messages) {
    std::set<std::string> named;
    for (const ClausePlace& place : places) {
        for (const std::string& condition : place.conditions) {
            named.insert(condition.starts_with('^') ? condition.substr(1) : condition);
        }
    }
    if (rule.when) {
        named.insert(rule.when->path);
    }
    const std::vector<std::string> variables(named.begin(), named.end());
    constexpr std::size_t most = 16;
    if (variables.size() > most) {
        return Disproof{true, messages.text("script.too_many_ways")};
    }
    for (std::size_t world = 0; world < (std::size_t{1} << variables.size()); ++world) {
        const auto isTrue = [&](const std::string& name) {
            const auto index = std::ranges::find(variables, name) - variables.begin();
            return ((world >> static_cast<std::size_t>(index)) & 1U) != 0;
        };
        const bool said = std::ranges::any_of(places, [&](const ClausePlace& place) {
            return !place.never && std::ranges::all_of(place.conditions, [&](const std::string& condition) {
                return condition.starts_with('^') ? !isTrue(condition.substr(1)) : isTrue(condition);
            });
        });
        const bool demanded = !rule.when || isTrue(rule.when->path) != rule.when->negated;
        if (said == demanded) {
            continue;
        }
        std::string way;
        for (const std::string& variable : variables) {
            way += way.empty() ? "" : ", ";
            way += isTrue(variable) ? variable : messages.text("script.not_this", {{"name", variable}});
        }
        return Disproof{demanded, way.empty() ? messages.text("script.always") : way};
    }
    return std::nullopt;
}

}  // namespace engross
