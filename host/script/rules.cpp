#include "script/rules.h"

#include "script/derive_values.h"
#include "script/rule_figures.h"
#include "words/format.h"

#include <algorithm>
#include <array>
#include <set>

namespace engross {
namespace {

using Kind = CheckRule::Kind;

struct Failure {
    std::string pointer;
    std::string message;
    std::vector<std::string> hints{};
};

struct Verdict {
    bool applies = false;
    std::vector<Failure> failures;
};

class Judge {
public:
    Judge(const RuleContext& context, std::vector<Diagnostic>& faults)
        : context_(context), values_(context.values), messages_(Messages::in(context.reader)), faults_(faults) {
        for (const Diagnostic& fault : faults) {
            const std::string& pointer = fault.where.pointer;
            const std::size_t start = pointer.find('/', 1);
            if (start != std::string::npos) {
                faulty_.insert(pointer.substr(start + 1, pointer.find('/', start + 1) - start - 1));
            }
        }
    }

    void run(const CheckRule& rule) {
        if (rule.kind == Kind::MustSay || (rule.when && !(usable(rule.when->path) && holds(*rule.when, values_)))) {
            return;
        }
        for (Failure& failure : judge(rule).failures) {
            Diagnostic fault;
            fault.code = rule.code;
            fault.severity = rule.severity;
            fault.where.pointer = std::move(failure.pointer);
            fault.message = std::move(failure.message);
            fault.law = lawOf(rule, context_.type.summary.law);
            fault.hints = std::move(failure.hints);
            faults_.push_back(std::move(fault));
        }
    }

private:
    // NOLINTNEXTLINE(misc-no-recursion): one_of nests no deeper than the script did
    Verdict judge(const CheckRule& rule) {
        if ((!rule.field.empty() && rule.kind != Kind::Custom && !usable(rule.field)) || !usable(rule.other)) {
            return {};
        }
        switch (rule.kind) {
            case Kind::Within:
            case Kind::NotBefore:
            case Kind::NotAfter:
                return judgeDays(rule);
            case Kind::AtLeast:
            case Kind::AtMost:
                return rule.bounded ? judgeBound(rule) : judgeElapsed(rule);
            case Kind::MustAttach:
                return judgeAttached(rule);
            case Kind::MustServe:
            case Kind::MustCopy:
                return judgeServed(rule);
            case Kind::Cites:
                return judgeCitations(rule);
            case Kind::SumsTo:
                return judgeSum(rule);
            case Kind::IsTrue:
            case Kind::IsFalse:
                return judgeFlag(rule);
            case Kind::OneOf:
                return judgeOneOf(rule);
            case Kind::Custom:
                return judgeFunction(rule);
            case Kind::MustSay:
                break;
        }
        return {};
    }

    [[nodiscard]] bool usable(const std::string& path) const {
        return !faulty_.contains(path.substr(0, path.find('.')));
    }

    [[nodiscard]] std::string value(const Datum& datum) const {
        return printed(datum, context_.reader);
    }

    [[nodiscard]] static std::string label(const Found& found, const std::string& path) {
        const std::string& given = found.datum->field().label;
        return given.empty() ? path : given;
    }

    template <typename Each>
    void pairs(const CheckRule& rule, Each each) {
        const auto others = valuesAt(values_, rule.other);
        for (const Found& field : valuesWhere(values_, rule.field, rule.where)) {
            for (const Found& other : others) {
                if (!field.datum->empty() && !other.datum->empty() && sameElement(field.pointer, other.pointer)) {
                    each(field, other);
                }
            }
        }
    }

    Verdict judgeDays(const CheckRule& rule) {
        Verdict verdict;
        pairs(rule, [&](const Found& field, const Found& other) {
            verdict.applies = true;
            const auto day = dayOf(*field.datum);
            const auto from = dayOf(*other.datum);
            if (!day || !from) {
                return;
            }
            const DayLimit limit = limitOf(rule, *from, context_.calendar, context_.reader);
            if (rule.kind == Kind::NotBefore ? *day >= limit.day : *day <= limit.day) {
                return;
            }
            const char* key = rule.kind == Kind::NotBefore ? "script.too_early" : "script.too_late";
            Failure failure{
                field.pointer,
                messages_.text(key, {{"label", label(field, rule.field)},
                                     {"value", value(*field.datum)},
                                     {"limit", longDate(limit.day, context_.reader)},
                                     {"rule", limit.rule.empty() ? label(other, rule.other) : limit.rule}})};
            verdict.failures.push_back(std::move(failure));
        });
        return verdict;
    }

    Verdict judgeElapsed(const CheckRule& rule) {
        Verdict verdict;
        pairs(rule, [&](const Found& to, const Found& from) {
            verdict.applies = true;
            const Elapsed elapsed = elapsedBetween(rule, *from.datum, *to.datum, context_.calendar, context_.reader);
            if (!elapsed.enough) {
                verdict.failures.push_back(
                    {to.pointer, messages_.text("script.too_soon", {{"label", label(to, rule.field)},
                                                                    {"value", value(*to.datum)},
                                                                    {"length", elapsed.length},
                                                                    {"from", label(from, rule.other)},
                                                                    {"from_value", value(*from.datum)},
                                                                    {"limit", elapsed.earliest}})});
            }
        });
        return verdict;
    }

    Verdict judgeBound(const CheckRule& rule) {
        Verdict verdict;
        const auto bound = boundOf(rule, context_.type, values_, context_.today);
        for (const Found& found : valuesWhere(values_, rule.field, rule.where)) {
            if (found.datum->empty()) {
                continue;
            }
            verdict.applies = true;
            if (!bound) {
                if (rule.boundPath.empty()) {
                    verdict.failures.push_back({found.pointer, messages_.text("script.no_bound_for_day",
                                                                              {{"label", label(found, rule.field)}})});
                }
                continue;
            }
            const double amount = figureOf(*found.datum);
            const bool most = rule.kind == Kind::AtMost;
            if (most ? amount > *bound : amount < *bound) {
                const Datum limit(found.datum->field(), found.datum->get<Pence>() != nullptr
                                                            ? Datum::Content(*penceOf(*bound))
                                                            : Datum::Content(*bound));
                verdict.failures.push_back(
                    {found.pointer, messages_.text(most ? "script.above_cap" : "script.below_floor",
                                                   {{"label", label(found, rule.field)},
                                                    {"value", value(*found.datum)},
                                                    {"limit", value(limit)}})});
            }
        }
        return verdict;
    }

    Verdict judgeAttached(const CheckRule& rule) {
        Verdict verdict{true, {}};
        for (const std::string& name : rule.names) {
            const Datum* datum = values_.find(name);
            if (datum != nullptr && datum->empty() && usable(name)) {
                verdict.failures.push_back({values_.pointerOf(name),
                                            messages_.text("script.not_attached", {{"label", datum->field().label}})});
            }
        }
        return verdict;
    }

    Verdict judgeServed(const CheckRule& rule) {
        const Datum* recipients = values_.find("recipients");
        if (recipients == nullptr || recipients->items() == nullptr || !usable("recipients")) {
            return {};
        }
        const bool any = std::ranges::any_of(*recipients->items(), [&](const Datum& recipient) {
            const Datum* capacity = recipient.member("capacity");
            const Datum* copy = recipient.member("copy");
            const auto* name = capacity == nullptr ? nullptr : capacity->get<std::string>();
            const bool isCopy = copy != nullptr && holds(*copy);
            return name != nullptr && (rule.kind == Kind::MustCopy || !isCopy) &&
                   std::ranges::find(rule.names, *name) != rule.names.end();
        });
        if (any) {
            return {true, {}};
        }
        std::vector<std::string> labels;
        for (const std::string& name : rule.names) {
            const auto option = std::ranges::find(context_.type.capacities, name, &ChoiceOption::value);
            labels.push_back(option == context_.type.capacities.end() ? name : option->label);
        }
        const char* key = rule.kind == Kind::MustServe ? "script.not_served" : "script.not_copied";
        return {true,
                {{values_.pointerOf("recipients"), messages_.text(key, {{"who", alternatives(labels, messages_)}})}}};
    }

    Verdict judgeCitations(const CheckRule& rule) {
        Verdict verdict{true, {}};
        std::vector<std::string> listed;
        const auto exhibits = valuesAt(values_, rule.other);
        for (const Found& found : exhibits) {
            for (const std::string& mark : marksOf(*found.datum)) {
                listed.push_back(mark);
            }
        }
        std::set<std::string> cited;
        for (const Found& found : valuesAt(values_, rule.field)) {
            for (const auto& [mark, pointer] : citedMarks(*found.datum, found.pointer)) {
                cited.insert(mark);
                if (std::ranges::find(listed, mark) == listed.end()) {
                    verdict.failures.push_back({pointer, messages_.text("script.mark_not_listed", {{"mark", mark}})});
                    if (const std::string near = nearest(mark, listed); !near.empty()) {
                        verdict.failures.back().hints.push_back(
                            messages_.text("script.did_you_mean", {{"name", near}}));
                    }
                }
            }
        }
        for (const std::string& mark : listed) {
            if (!cited.contains(mark)) {
                verdict.failures.push_back(
                    {values_.pointerOf(rule.other), messages_.text("script.mark_not_cited", {{"mark", mark}})});
            }
        }
        return verdict;
    }

    Verdict judgeSum(const CheckRule& rule) {
        Verdict verdict;
        double sum = 0;
        for (const Found& part : valuesWhere(values_, rule.other, rule.where)) {
            sum += figureOf(*part.datum);
        }
        const Found total = valueAt(values_, rule.field);
        if (total.datum->empty()) {
            return verdict;
        }
        verdict.applies = true;
        if (std::abs(figureOf(*total.datum) - sum) > 0.004) {
            const Datum right(total.datum->field(), total.datum->get<Pence>() != nullptr ? Datum::Content(*penceOf(sum))
                                                                                         : Datum::Content(sum));
            verdict.failures.push_back(
                {total.pointer, messages_.text("script.wrong_sum", {{"label", label(total, rule.field)},
                                                                    {"value", value(*total.datum)},
                                                                    {"sum", value(right)}})});
        }
        return verdict;
    }

    Verdict judgeFlag(const CheckRule& rule) {
        Verdict verdict;
        const bool wanted = rule.kind == Kind::IsTrue;
        for (const Found& found : valuesWhere(values_, rule.field, rule.where)) {
            const bool* flag = found.datum->get<bool>();
            if (flag == nullptr && !wanted) {
                continue;
            }
            verdict.applies = true;
            if ((flag != nullptr && *flag) != wanted) {
                verdict.failures.push_back(
                    {found.pointer, messages_.text(wanted ? "script.must_be_yes" : "script.must_be_no",
                                                   {{"label", label(found, rule.field)}})});
            }
        }
        return verdict;
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    Verdict judgeOneOf(const CheckRule& rule) {
        Verdict verdict;
        std::vector<Failure> all;
        for (const CheckRule& part : rule.parts) {
            Verdict one = judge(part);
            if (one.applies && one.failures.empty()) {
                return {true, {}};
            }
            verdict.applies = verdict.applies || one.applies;
            std::ranges::move(one.failures, std::back_inserter(all));
        }
        if (!verdict.applies || all.empty()) {
            return {};
        }
        Failure failure{all.front().pointer, messages_.text("script.none_of"), {}};
        for (const Failure& one : all) {
            failure.hints.push_back(one.message);
        }
        verdict.failures.push_back(std::move(failure));
        return verdict;
    }

    Verdict judgeFunction(const CheckRule& rule) {
        if (!faulty_.empty()) {
            return {};
        }
        const auto answer = context_.script.test(rule.source.get(), rule.function, faults_);
        if (!answer || answer->good) {
            return {answer.has_value(), {}};
        }
        std::string pointer =
            rule.field.empty() ? std::string("/fields") : values_.pointerOf(rule.field.substr(0, rule.field.find('.')));
        const std::string& sentence = rule.sentence.in(context_.reader);
        if (answer->element > 0 && !rule.field.empty()) {
            pointer = pointerTo(pointer, answer->element - 1);
        }
        const std::string& which = answer->element > 0 ? std::to_string(answer->element) : answer->named;
        return {true,
                {{std::move(pointer),
                  which.empty() ? messages_.text("script.not_so", {{"sentence", sentence}})
                                : messages_.text("script.not_so_of", {{"sentence", sentence}, {"which", which}})}}};
    }

    const RuleContext& context_;
    const CaseValues& values_;
    const Messages& messages_;
    std::vector<Diagnostic>& faults_;
    std::set<std::string> faulty_;  // fields that have faults of their own
};

bool relative(std::string_view law) {
    static constexpr std::array starts{"s.",        "ss.",  "s ", "Sch.", "Sch ", "section ",
                                       "Schedule ", "para", "r.", "rr.",  "art."};
    return std::ranges::any_of(starts, [law](std::string_view start) { return law.starts_with(start); });
}

}  // namespace

void judge(const RuleContext& context, std::vector<Diagnostic>& faults) {
    Judge judge(context, faults);
    for (const CheckRule& rule : context.type.checks) {
        judge.run(rule);
    }
}

std::string provision(const std::string& law, const std::string& typeLaw) {
    return relative(law) ? typeLaw.substr(0, typeLaw.find(',')) + ", " + law : law;
}

std::string lawOf(const CheckRule& rule, const std::string& typeLaw) {
    const std::string law = rule.law.empty() ? typeLaw : provision(rule.law, typeLaw);
    return law.empty() ? law : law + " [" + rule.mark + "]";
}

Day lawDay(const DocumentType& type, const CaseValues& values, Day today) {
    std::optional<Day> earliest;
    if (!type.lawDate.empty()) {
        for (const Found& found : valuesAt(values, type.lawDate)) {
            const auto day = dayOf(*found.datum);
            earliest = day && (!earliest || *day < *earliest) ? day : earliest;
        }
    }
    return earliest.value_or(today);
}

}  // namespace engross
