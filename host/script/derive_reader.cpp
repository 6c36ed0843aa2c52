#include "script/case_values.h"
#include "script/field_reader.h"
#include "script/rule_reader.h"

#include <algorithm>
#include <array>
#include <map>

namespace engross {
namespace {

using DeriveKind = DeriveRule::Kind;
using Move = DeriveRule::Move;

const std::vector<FieldKind> days{FieldKind::Date, FieldKind::Time};
const std::vector<FieldKind> numbers{FieldKind::Number, FieldKind::Money};

const std::map<std::string, DeriveKind>& deriveKinds() {
    static const std::map<std::string, DeriveKind> kinds{
        {"deadline", DeriveKind::Deadline}, {"earliest_day", DeriveKind::EarliestDay},
        {"latest", DeriveKind::Latest},     {"earliest", DeriveKind::Earliest},
        {"total", DeriveKind::Total},       {"count", DeriveKind::Count},
        {"joined", DeriveKind::Joined},     {"age_on", DeriveKind::AgeOn},
        {"value", DeriveKind::Custom},      {"service_day", DeriveKind::ServiceDay}};
    return kinds;
}

const std::map<std::string, Move>& moves() {
    static const std::map<std::string, Move> all{{"next_working_day", Move::Next},
                                                 {"previous_working_day", Move::Previous}};
    return all;
}

const std::map<std::string, ServiceRegime>& regimes() {
    static const std::map<std::string, ServiceRegime> all{{"statute", ServiceRegime::Statute},
                                                          {"court_document", ServiceRegime::CourtDocument},
                                                          {"claim_form", ServiceRegime::ClaimForm},
                                                          {"homelessness", ServiceRegime::Homelessness},
                                                          {"social_home_hazard", ServiceRegime::SocialHomeHazard}};
    return all;
}

template <typename Kind>
std::vector<std::string> namesOf(const std::map<std::string, Kind>& kinds) {
    std::vector<std::string> names;
    std::ranges::transform(kinds, std::back_inserter(names), [](const auto& entry) { return entry.first; });
    return names;
}

class DeriveReader {
public:
    DeriveReader(const RuleScope& scope, ScriptFaults& faults) : scope_(scope), faults_(faults) {}

    DeriveRule read(const std::string& name, const ScriptNode& node, std::size_t near) {
        DeriveRule rule;
        rule.line = node.line != 0 ? node.line : near;
        rule.field.name = name;
        rule.field.optional = true;
        const auto kind = deriveKinds().find(node.tag);
        if (!node.is(ScriptNode::Kind::Tagged) || kind == deriveKinds().end()) {
            faults_.addAtKey(rule.line, name, "script.not_derived", {{"name", name}, {"found", described(node)}},
                             nearest(node.tag, namesOf(deriveKinds())));
            return rule;
        }
        rule.kind = kind->second;
        Options options(node, rule.line, node.tag, faults_);
        const std::string label = options.text("label");
        rule.field.label = label.empty() ? name : label;
        std::ranges::replace(rule.field.label, '_', ' ');
        if (const std::string when = options.text("when"); !when.empty()) {
            rule.when = conditionFrom(when);
            checkPath(rule.when->path, {}, options, scope_, faults_);
        }
        readKind(rule, node, options);
        options.finish();
        return rule;
    }

private:
    void readKind(DeriveRule& rule, const ScriptNode& node, Options& options) {
        switch (rule.kind) {
            case DeriveKind::Deadline:
                rule.field.kind = FieldKind::Date;
                readDeadline(rule, options);
                break;
            case DeriveKind::AgeOn:
                rule.field.kind = FieldKind::Number;
                rule.path = single(options, "born");
                rule.other = single(options, "on");
                break;
            case DeriveKind::ServiceDay:
                rule.field.kind = FieldKind::Date;
                readService(rule, options);
                break;
            case DeriveKind::EarliestDay:
                rule.period = readPeriod(options, true, faults_);
                rule.field.kind = FieldKind::Date;
                rule.path = single(options, "after");
                break;
            case DeriveKind::Custom:
                if (node.items.size() == 1 && node.items.front().is(ScriptNode::Kind::Function)) {
                    rule.function = node.items.front().path;
                } else {
                    faults_.add(rule.line, "value", "script.value_needs", {});
                }
                break;
            default:
                readPath(rule, options);
        }
    }

    void readDeadline(DeriveRule& rule, Options& options) {
        if (const auto clear = options.wholeNumber("clear_days")) {
            rule.clearDays = *clear;
            rule.before = options.has("before");
            if (*clear < 1) {
                faults_.addAtKey(options.line(), "clear_days", "script.period_too_short", {{"name", "clear_days"}});
                rule.clearDays = 1;
            }
            rule.path = single(options, rule.before ? "before" : "after");
        } else {
            rule.period = readPeriod(options, true, faults_);
            rule.path = single(options, countedFrom(options, rule.period));
        }
        rule.move = named(options, "moved", moves(), Move::None);
    }

    void readService(DeriveRule& rule, Options& options) {
        rule.path = single(options, "sent_at");
        rule.other = options.requiredText("method");
        if (!rule.other.empty()) {
            checkPath(rule.other, {FieldKind::Choice}, options, scope_, faults_);
            checkMethods(rule.other, options);
        }
        rule.regime = named(options, "regime", regimes(), ServiceRegime::Statute);
    }

    /// Every way that an officer may choose must be one that the rules of service know.
    void checkMethods(const std::string& path, const Options& options) {
        const PathShape shape = shapeOf(path, scope_.roots);
        for (const ChoiceOption& choice : shape.field == nullptr ? std::vector<ChoiceOption>{} : shape.field->choices) {
            if (!serviceMethodFrom(choice.value)) {
                faults_.addAtKey(options.line(), "method", "script.no_service_method",
                                 {{"name", path}, {"found", choice.value}});
            }
        }
    }

    template <typename Kind>
    Kind named(Options& options, std::string_view name, const std::map<std::string, Kind>& known, Kind otherwise) {
        const std::string text = options.text(name);
        const auto found = known.find(text);
        if (text.empty() || found != known.end()) {
            return text.empty() ? otherwise : found->second;
        }
        faults_.addAtKey(options.line(), name, "script.no_choice", {{"name", name}, {"found", text}},
                         nearest(text, namesOf(known)));
        return otherwise;
    }

    std::string single(Options& options, std::string_view name) {
        std::string path = options.requiredText(name);
        if (path.empty()) {
            return path;
        }
        checkPath(path, days, options, scope_, faults_);
        if (shapeOf(path, scope_.roots).many) {
            faults_.addAtKey(options.line(), name, "script.many_dates", {{"name", path}});
        }
        return path;
    }

    void readPath(DeriveRule& rule, Options& options) {
        const auto names = options.itemTexts();
        if (names.size() != 1) {
            faults_.add(rule.line, options.what(), "script.derive_names_one", {{"what", options.what()}});
            return;
        }
        rule.path = names.front();
        switch (rule.kind) {
            case DeriveKind::Latest:
            case DeriveKind::Earliest:
                rule.field.kind = FieldKind::Date;
                checkPath(rule.path, days, options, scope_, faults_);
                break;
            case DeriveKind::Total:
                rule.field.kind = shapeOf(rule.path, scope_.roots).kind;
                checkPath(rule.path, numbers, options, scope_, faults_);
                break;
            default:
                rule.field.kind = rule.kind == DeriveKind::Count ? FieldKind::Number : FieldKind::Text;
                checkPath(rule.path, {}, options, scope_, faults_);
        }
        rule.where = readWhere(options, rule.path, scope_, faults_);
    }

    const RuleScope& scope_;
    ScriptFaults& faults_;
};

}  // namespace

std::vector<DeriveRule> readDerives(const ScriptNode& table, std::size_t line, RuleScope& scope, ScriptFaults& faults) {
    std::vector<DeriveRule> rules;
    rules.reserve(table.named.size());
    for (const auto* entry : inSourceOrder(table, line, faults.source())) {
        rules.push_back(DeriveReader(scope, faults).read(entry->first, entry->second, line));
        scope.roots.push_back(&rules.back().field);
        if (rules.back().kind == DeriveKind::Custom) {
            scope.computed.push_back(&rules.back().field);
        }
    }
    return rules;
}

}  // namespace engross
