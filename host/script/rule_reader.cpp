#include "script/rule_reader.h"

#include "script/case_values.h"

#include <algorithm>
#include <array>
#include <map>

namespace engross {
namespace {

using CheckKind = CheckRule::Kind;

const std::vector<FieldKind> days{FieldKind::Date, FieldKind::Time};
const std::vector<FieldKind> numbers{FieldKind::Number, FieldKind::Money};

const std::map<std::string, CheckKind>& checkKinds() {
    static const std::map<std::string, CheckKind> kinds{{"within", CheckKind::Within},
                                                        {"not_before", CheckKind::NotBefore},
                                                        {"not_after", CheckKind::NotAfter},
                                                        {"at_least", CheckKind::AtLeast},
                                                        {"at_most", CheckKind::AtMost},
                                                        {"must_say", CheckKind::MustSay},
                                                        {"must_attach", CheckKind::MustAttach},
                                                        {"must_serve", CheckKind::MustServe},
                                                        {"must_copy", CheckKind::MustCopy},
                                                        {"cites", CheckKind::Cites},
                                                        {"sums_to", CheckKind::SumsTo},
                                                        {"is_true", CheckKind::IsTrue},
                                                        {"is_false", CheckKind::IsFalse},
                                                        {"one_of", CheckKind::OneOf},
                                                        {"check", CheckKind::Custom}};
    return kinds;
}

template <typename Kind>
std::vector<std::string> namesOf(const std::map<std::string, Kind>& kinds) {
    std::vector<std::string> names;
    std::ranges::transform(kinds, std::back_inserter(names), [](const auto& entry) { return entry.first; });
    return names;
}

class CheckReader {
public:
    CheckReader(const RuleScope& scope, ScriptFaults& faults) : scope_(scope), faults_(faults) {}

    // NOLINTNEXTLINE(misc-no-recursion): a node is no deeper than its reader allowed
    CheckRule read(const ScriptNode& node, std::size_t near) {
        CheckRule rule;
        const auto kind = checkKinds().find(node.tag);
        rule.line = node.line != 0 ? node.line : near;
        if (!node.is(ScriptNode::Kind::Tagged) || kind == checkKinds().end()) {
            faults_.add(rule.line, node.tag, "script.not_a_check", {{"found", described(node)}},
                        nearest(node.tag, namesOf(checkKinds())));
            return rule;
        }
        rule.kind = kind->second;
        const bool called = rule.kind == CheckKind::Custom && node.items.size() == 3;
        Options options(called ? node.items.at(2) : node, rule.line, node.tag, faults_);
        readCommon(rule, options);
        readKind(rule, node, options);
        if (chooses(rule.kind)) {
            rule.where = readWhere(options, rule.kind == CheckKind::SumsTo ? rule.other : rule.field, scope_, faults_);
        }
        if (rule.code.empty()) {
            rule.code = scope_.type + "." + node.tag + "." + subject(rule);
        }
        options.finish();
        return rule;
    }

private:
    static std::string subject(const CheckRule& rule) {
        return !rule.names.empty() ? rule.names.front() : !rule.field.empty() ? rule.field : std::to_string(rule.line);
    }

    /// Whether a check of the kind judges each element of a list.
    static bool chooses(CheckKind kind) {
        static constexpr std::array all{CheckKind::Within,  CheckKind::NotBefore, CheckKind::NotAfter,
                                        CheckKind::AtLeast, CheckKind::AtMost,    CheckKind::SumsTo,
                                        CheckKind::IsTrue,  CheckKind::IsFalse};
        return std::ranges::find(all, kind) != all.end();
    }

    void readCommon(CheckRule& rule, Options& options) {
        rule.law = options.text("law");
        rule.code = options.text("code");
        if (const std::string mark = options.text("mark"); !mark.empty()) {
            static constexpr std::array marks{"V", "V2", "K", "!"};
            if (std::ranges::find(marks, mark) == marks.end()) {
                faults_.addAtKey(rule.line, "mark", "script.unknown_mark", {{"mark", mark}});
            }
            rule.mark = mark;
        }
        rule.severity = options.flag("warn") ? Severity::Warning : Severity::Error;
        if (const std::string waive = options.text("waive"); !waive.empty()) {
            using Waiving = CheckRule::Waiving;
            static const std::map<std::string, Waiving> known{
                {"never", Waiving::Never}, {"legal", Waiving::Legal}, {"manager", Waiving::Manager}};
            const auto found = known.find(waive);
            if (found == known.end()) {
                faults_.addAtKey(rule.line, "waive", "script.no_choice", {{"name", "waive"}, {"found", waive}},
                                 nearest(waive, namesOf(known)));
            } else {
                rule.waiving = found->second;
            }
        }
        if (const std::string when = options.text("when"); !when.empty()) {
            rule.when = conditionFrom(when);
            checkPath(rule.when->path, {}, options, scope_, faults_);
        }
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void readKind(CheckRule& rule, const ScriptNode& node, Options& options) {
        switch (rule.kind) {
            case CheckKind::Within:
                readWithin(rule, options);
                break;
            case CheckKind::NotBefore:
            case CheckKind::NotAfter:
                rule.field = path(options, "field", days);
                rule.other = path(options, "than", days);
                rule.period = readPeriod(options, false, faults_);
                break;
            case CheckKind::AtLeast:
            case CheckKind::AtMost:
                readBound(rule, options);
                break;
            case CheckKind::Cites:
                rule.field = path(options, "text", {});
                rule.other = path(options, "exhibits", {});
                break;
            case CheckKind::SumsTo:
                rule.field = path(options, "field", numbers);
                rule.other = path(options, "of", numbers);
                break;
            case CheckKind::OneOf:
                for (const ScriptNode& part : node.items) {
                    rule.parts.push_back(read(part, rule.line));
                }
                break;
            case CheckKind::Custom:
                readCustom(rule, node, options);
                break;
            default:
                readNames(rule, options);
        }
    }

    std::string path(Options& options, std::string_view name, const std::vector<FieldKind>& kinds) {
        std::string text = options.requiredText(name);
        if (!text.empty()) {
            checkPath(text, kinds, options, scope_, faults_);
        }
        return text;
    }

    void readWithin(CheckRule& rule, Options& options) {
        rule.period = readPeriod(options, true, faults_);
        rule.field = path(options, "to", days);
        const std::string_view from = options.has("from") ? "from" : countedFrom(options, rule.period);
        rule.other = path(options, from, days);
    }

    void readBound(CheckRule& rule, Options& options) {
        if (!options.has("field")) {
            rule.hours = options.has("hours") ? options.wholeNumber("hours").value_or(1) : 0;
            rule.period = readPeriod(options, rule.hours == 0, faults_);
            const std::vector<FieldKind> kinds = rule.hours == 0 ? days : std::vector<FieldKind>{FieldKind::Time};
            rule.other = path(options, "from", kinds);
            rule.field = path(options, "to", kinds);
            return;
        }
        rule.bounded = true;
        rule.field = path(options, "field", numbers);
        const std::string_view name = rule.kind == CheckKind::AtMost ? "cap" : "floor";
        const ScriptNode* bound = options.node(name);
        rule.on = options.text("on");
        if (!rule.on.empty()) {
            checkPath(rule.on, days, options, scope_, faults_);
        }
        if (bound == nullptr) {
            options.missing(name);
        } else if (bound->is(ScriptNode::Kind::Number)) {
            rule.bound = bound->number;
        } else if (bound->is(ScriptNode::Kind::Text)) {
            rule.boundPath = bound->text;
            checkPath(bound->text, numbers, options, scope_, faults_);
        } else if (const auto found = scope_.law->byDate.find(bound->text);
                   bound->isTagged("law") && found != scope_.law->byDate.end()) {
            rule.byDate = found->second;
        } else {
            options.wrong(name, "script.kind_bound", *bound);
        }
    }

    void readCustom(CheckRule& rule, const ScriptNode& node, Options& options) {
        const bool called = node.items.size() >= 2;
        const ScriptNode* sentence = called ? &node.items.at(0) : options.node("sentence");
        const ScriptNode* function = called ? &node.items.at(1) : options.node("test");
        const auto text = sentence == nullptr ? std::nullopt : localTextFrom(*sentence);
        if (!text || function == nullptr || !function->is(ScriptNode::Kind::Function)) {
            faults_.add(rule.line, "check", "script.check_needs", {});
            return;
        }
        rule.sentence = *text;
        rule.function = function->path;
        rule.field = options.text("field");
        if (!rule.field.empty()) {
            checkPath(rule.field, {}, options, scope_, faults_);
        }
    }

    void readNames(CheckRule& rule, Options& options) {
        rule.names = options.itemTexts();
        if (rule.names.empty()) {
            faults_.add(rule.line, options.what(), "script.check_names_nothing", {{"what", options.what()}});
            return;
        }
        switch (rule.kind) {
            case CheckKind::IsTrue:
            case CheckKind::IsFalse:
                rule.field = rule.names.front();
                checkPath(rule.field, {FieldKind::Boolean}, options, scope_, faults_);
                break;
            case CheckKind::MustAttach:
                for (const std::string& name : rule.names) {
                    if (std::ranges::find(scope_.attachments, name) == scope_.attachments.end()) {
                        checkPath(name, {}, options, scope_, faults_);
                    }
                }
                break;
            case CheckKind::MustServe:
            case CheckKind::MustCopy:
                checkCapacities(rule);
                break;
            default:
                break;
        }
    }

    void checkCapacities(const CheckRule& rule) {
        std::vector<std::string> known;
        if (scope_.capacities != nullptr) {
            std::ranges::transform(*scope_.capacities, std::back_inserter(known), &ChoiceOption::value);
        }
        for (const std::string& name : rule.names) {
            if (std::ranges::find(known, name) == known.end()) {
                faults_.add(rule.line, name, "script.no_capacity", {{"name", name}}, nearest(name, known));
            }
        }
    }

    const RuleScope& scope_;
    ScriptFaults& faults_;
};

}  // namespace

void checkPath(const std::string& path, const std::vector<FieldKind>& kinds, const Options& options,
               const RuleScope& scope, ScriptFaults& faults) {
    const PathShape shape = shapeOf(path, scope.roots);
    if (!shape.known) {
        faults.add(options.line(), shape.unknown, "script.no_field", {{"name", shape.unknown}}, shape.near);
        return;
    }
    const bool computed = std::ranges::find(scope.computed, shape.field) != scope.computed.end();
    if (!kinds.empty() && !computed && std::ranges::find(kinds, shape.kind) == kinds.end()) {
        std::string wanted;
        for (const FieldKind kind : kinds) {
            wanted += (wanted.empty() ? "" : ", ") + std::string(nameOf(kind));
        }
        faults.add(options.line(), path, "script.field_of_kind",
                   {{"name", path}, {"kind", nameOf(shape.kind)}, {"expected", wanted}});
    }
}

std::optional<Condition> readWhere(Options& options, const std::string& path, const RuleScope& scope,
                                   ScriptFaults& faults) {
    const std::string text = options.text("where");
    if (text.empty()) {
        return std::nullopt;
    }
    Condition where = conditionFrom(text);
    checkPath(where.path, {}, options, scope, faults);
    const PathShape shape = shapeOf(where.path, scope.roots);
    if (shape.known && !shape.many) {
        faults.addAtKey(options.line(), "where", "script.where_no_list", {{"name", where.path}});
    } else if (shape.known && !path.empty() &&
               where.path.substr(0, where.path.find('.')) != path.substr(0, path.find('.'))) {
        faults.addAtKey(options.line(), "where", "script.where_other_list", {{"name", where.path}, {"path", path}});
    }
    return where;
}

std::string_view countedFrom(const Options& options, Period& period) {
    if (options.has("day_after")) {
        period.counting = Period::Counting::DayAfter;
        return "day_after";
    }
    if (options.has("after")) {
        period.counting = Period::Counting::After;
        return "after";
    }
    period.counting = Period::Counting::BeginningWith;
    return "beginning_with";
}

Period readPeriod(Options& options, bool required, ScriptFaults& faults) {
    static const std::array<std::pair<std::string_view, Period::Unit>, 5> units{
        {{"days", Period::Unit::Days},
         {"weeks", Period::Unit::Weeks},
         {"months", Period::Unit::Months},
         {"years", Period::Unit::Years},
         {"working_days", Period::Unit::WorkingDays}}};
    Period period{};
    int given = 0;
    for (const auto& [name, unit] : units) {
        const auto count = options.wholeNumber(name);
        if (!count) {
            continue;
        }
        ++given;
        period.count = *count;
        period.unit = unit;
        if (*count < 1) {
            faults.addAtKey(options.line(), name, "script.period_too_short", {{"name", name}});
            period.count = 1;
        }
    }
    if (given > 1 || (required && given == 0)) {
        faults.add(options.line(), options.what(), "script.one_period", {{"what", options.what()}});
    }
    return period;
}

std::vector<CheckRule> readChecks(const ScriptNode& table, std::size_t line, const RuleScope& scope,
                                  ScriptFaults& faults) {
    std::vector<CheckRule> rules;
    for (const ScriptNode& node : table.items) {
        rules.push_back(CheckReader(scope, faults).read(node, line));
    }
    for (const auto& [name, node] : table.named) {
        faults.addAtKey(line, name, "script.check_without_name", {{"name", name}});
    }
    return rules;
}

// NOLINTNEXTLINE(misc-no-recursion): checks are no deeper than a node
void setSource(std::vector<CheckRule>& rules, const std::shared_ptr<const ScriptSource>& source) {
    for (CheckRule& rule : rules) {
        rule.source = source;
        setSource(rule.parts, source);
    }
}

}  // namespace engross
