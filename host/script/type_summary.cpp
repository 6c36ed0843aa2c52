#include "script/type_summary.h"

#include <algorithm>

namespace engross {
namespace {

// NOLINTNEXTLINE(misc-no-recursion)
bool callsFunction(const CheckRule& check) {
    return !check.function.empty() || std::ranges::any_of(check.parts, callsFunction);
}

void summarise(const Declared& sections, TypeSummary& summary) {
    for (const Declared& section : sections.items) {
        SectionRule rule{.title = section.textOf("title"), .required = false, .needs = {}, .byDate = false};
        rule.required = section.find("required") != nullptr && section.find("required")->boolean;
        rule.byDate = section.textOf("sort") == "date";
        if (const Declared* needs = section.find("needs")) {
            std::ranges::transform(needs->items, std::back_inserter(rule.needs),
                                   [](const Declared& need) { return need.text.english; });
        }
        summary.sections.push_back(std::move(rule));
    }
}

}  // namespace

void summarise(DocumentType& type) {
    TypeSummary& summary = type.summary;
    summary.title = type.title.english;
    for (const Language language : {Language::English, Language::Welsh}) {
        const bool all =
            std::ranges::all_of(type.texts, [language](const TextPart& part) { return part.in(language).present; });
        if (all && (language == Language::English || !type.title.welsh.empty())) {
            summary.languages.emplace_back(tagOf(language).substr(0, 2));
        }
    }
    for (const CheckRule& check : type.checks) {
        type.runsFunctions = type.runsFunctions || callsFunction(check);
    }
    for (const DeriveRule& rule : type.derives) {
        type.runsFunctions = type.runsFunctions || rule.kind == DeriveRule::Kind::Custom;
    }
    if (const Declared* gates = type.declared.find("gates")) {
        std::ranges::transform(gates->items, std::back_inserter(summary.gates),
                               [](const Declared& gate) { return gate.text.english; });
    }
    for (const auto& [name, value] : type.declared.members) {
        if (value.kind == Declared::Kind::Text && !value.text.english.empty()) {
            summary.declared.emplace(name, value.text.english);
        }
    }
    if (const Declared* enclosures = type.declared.find("enclosures")) {
        for (const Declared& enclosure : enclosures->items) {
            const bool named = enclosure.kind == Declared::Kind::Record;
            summary.enclosures.push_back(named ? enclosure.textOf("title") : enclosure.text.english);
        }
    }
    if (const Declared* sections = type.declared.find("sections"); summary.isBundle && sections != nullptr) {
        summarise(*sections, summary);
        summary.profile = type.declared.textOf("profile");
    }
}

}  // namespace engross
