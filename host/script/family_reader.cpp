#include "script/field_reader.h"
#include "script/rule_reader.h"
#include "script/type_reader.h"

#include <algorithm>

namespace engross {
namespace {

std::optional<DeclareRule::Kind> declareKind(const std::string& tag) {
    static const std::map<std::string, DeclareRule::Kind> kinds{
        {"text", DeclareRule::Kind::Text},     {"markdown", DeclareRule::Kind::Markdown},
        {"number", DeclareRule::Kind::Number}, {"boolean", DeclareRule::Kind::Boolean},
        {"choice", DeclareRule::Kind::Choice}, {"field_path", DeclareRule::Kind::FieldPath},
        {"list", DeclareRule::Kind::List},     {"record", DeclareRule::Kind::Record}};
    const auto found = kinds.find(tag);
    return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

// NOLINTNEXTLINE(misc-no-recursion): a node is no deeper than its reader allowed
DeclareRule readRule(const std::string& name, const ScriptNode& node, std::size_t near, ScriptFaults& faults) {
    DeclareRule rule;
    rule.name = name;
    const std::size_t line = node.line != 0 ? node.line : near;
    const auto kind = declareKind(node.tag);
    if (!node.is(ScriptNode::Kind::Tagged) || !kind) {
        faults.addAtKey(near, name, "script.not_a_kind", {{"name", name}, {"found", described(node)}});
        return rule;
    }
    rule.kind = *kind;
    Options options(node, line, name, faults);
    rule.optional = options.flag("optional");
    if (*kind == DeclareRule::Kind::Choice) {
        rule.values = options.texts("from");
    } else if (*kind == DeclareRule::Kind::List) {
        if (const ScriptNode* of = options.node("of")) {
            rule.members.push_back(readRule(name, *of, line, faults));
        } else {
            options.missing("of");
        }
    } else if (*kind == DeclareRule::Kind::Record) {
        for (const auto* entry : inSourceOrder(node, line, faults.source())) {
            if (entry->first != "optional") {
                options.alsoKnown(entry->first);
                rule.members.push_back(readRule(entry->first, entry->second, line, faults));
            }
        }
    }
    options.finish();
    return rule;
}

void readPhrases(TypeFamily& family, Options& options) {
    const ScriptNode* phrases = options.node("phrases");
    if (phrases == nullptr) {
        return;
    }
    for (const auto& [language, table] : phrases->named) {
        for (const auto& [key, value] : table.named) {
            if ((language != "en" && language != "cy") || !value.is(ScriptNode::Kind::Text)) {
                options.wrong(key, "script.kind_local_text", value);
                continue;
            }
            LocalText& text = family.phrases[key];
            (language == "en" ? text.english : text.welsh) = value.text;
        }
    }
}

}  // namespace

std::shared_ptr<TypeFamily> readFamily(const ScriptNode& declaration, std::shared_ptr<const ScriptSource> source,
                                       const LawData& law, std::vector<Diagnostic>& found) {
    auto family = std::make_shared<TypeFamily>();
    ScriptFaults faults(*source, found);
    family->source = source;
    if (!declaration.isTagged("plugin")) {
        faults.add(1, {}, "script.returns_no", {{"what", "plugin { … }"}});
        return family;
    }
    Options options(declaration, declaration.line, "plugin", faults);
    family->name = options.requiredText("name");
    family->version = options.requiredText("version");
    if (options.wholeNumber("api").value_or(1) != 1) {
        faults.addAtKey(declaration.line, "api", "script.api", {});
    }
    family->makes = options.text("makes");
    family->clauses = options.texts("clauses");
    family->lawDate = options.text("law_date");
    family->hasBody = !options.flag("no_body");
    readPhrases(*family, options);
    RuleScope scope;
    scope.law = &law;
    scope.type = family->name;
    if (const ScriptNode* fields = options.node("fields")) {
        ReadFields read = readFields(*fields, declaration.line, law, faults);
        family->fields = std::move(read.fields);
        family->defaults = std::move(read.defaults);
        checkFieldNames(family->fields, read.lines, faults);
    }
    for (const Field& field : family->fields) {
        scope.roots.push_back(&field);
    }
    if (const ScriptNode* derives = options.node("derive")) {
        family->derives = readDerives(*derives, declaration.line, scope, faults);
        for (DeriveRule& rule : family->derives) {
            rule.source = source;
        }
    }
    if (const ScriptNode* checks = options.node("checks")) {
        family->checks = readChecks(*checks, declaration.line, scope, faults);
        setSource(family->checks, source);
    }
    if (const ScriptNode* declares = options.node("declares")) {
        for (const auto* entry : inSourceOrder(*declares, declaration.line, *source)) {
            family->declares.push_back(readRule(entry->first, entry->second, declaration.line, faults));
        }
    }
    for (const char* compose :
         {"compose", "compose_cover", "compose_index", "compose_concordance", "compose_divider", "compose_sheet"}) {
        const ScriptNode* function = options.node(compose);
        if (function != nullptr && !function->is(ScriptNode::Kind::Function)) {
            options.wrong(compose, "script.kind_function", *function);
        }
        family->composesBundle =
            family->composesBundle || (function != nullptr && std::string_view(compose) == "compose_cover");
    }
    options.finish();
    return family;
}

}  // namespace engross
