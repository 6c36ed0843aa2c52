#include "script/derive_values.h"

#include "calendar/service.h"
#include "calendar/spans.h"
#include "script/rule_figures.h"
#include "words/format.h"

#include <algorithm>

namespace engross {
namespace {

using Kind = DeriveRule::Kind;

struct Result {
    Datum::Content content;
    std::string rule;
};

class Deriver {
public:
    Deriver(const CaseValues& values, const Calendar& calendar, Language document, Language reader,
            std::vector<Diagnostic>& faults)
        : values_(values), calendar_(calendar), document_(document), reader_(reader), faults_(faults) {}

    Result derive(const DeriveRule& rule) {
        if (rule.when && !holds(*rule.when, values_)) {
            return {};
        }
        switch (rule.kind) {
            case Kind::Deadline:
            case Kind::EarliestDay:
                return counted(rule);
            case Kind::Latest:
            case Kind::Earliest:
                return extreme(rule);
            case Kind::Total:
                return total(rule);
            case Kind::Count:
                return count(rule);
            case Kind::Joined:
                return joinedTexts(rule);
            case Kind::AgeOn:
                return age(rule);
            case Kind::ServiceDay:
                return service(rule);
            case Kind::Custom:
                break;
        }
        return {};
    }

private:
    Result counted(const DeriveRule& rule) {
        const auto from = dayOf(*valueAt(values_, rule.path).datum);
        if (!from) {
            return {};
        }
        Period period = rule.period;
        const bool earliest = rule.kind == Kind::EarliestDay;
        if (earliest) {
            period.counting = Period::Counting::After;
        }
        if (rule.clearDays > 0) {
            return moved(rule, *from,
                         rule.before ? court::lastDayBefore(rule.clearDays, *from, calendar_)
                                     : court::lastDayWithin(rule.clearDays, *from, calendar_),
                         clearRule(rule, *from));
        }
        if (!holidaysKnown(period, *from, calendar_)) {
            warnOfHolidays(rule);
        }
        const Day day =
            earliest ? plus(*from, period.count, period.unit, calendar_) : lastDay(period, *from, calendar_);
        return moved(rule, *from, day, ruleText(period, *from, document_));
    }

    /// The last day off a closed day, where the rule says so; whatever rests on holidays that are not loaded is told.
    Result moved(const DeriveRule& rule, Day from, Day day, std::string words) {
        using Move = DeriveRule::Move;
        const bool skips = rule.clearDays > 0 || rule.move != Move::None;
        if (skips && !calendar_.knows(std::min(from, day), std::max(from, day))) {
            warnOfHolidays(rule);
        }
        const Day open = rule.move == Move::Next       ? calendar_.workingDayFrom(day)
                         : rule.move == Move::Previous ? calendar_.workingDayUpTo(day)
                                                       : day;
        if (open != day) {
            const Messages& messages = Messages::in(document_);
            words = messages.text(rule.move == Move::Next ? "script.rule_moved_on" : "script.rule_moved_back",
                                  {{"rule", words}, {"day", longDate(day, document_)}});
        }
        return {open, std::move(words)};
    }

    [[nodiscard]] std::string clearRule(const DeriveRule& rule, Day from) const {
        const Messages& messages = Messages::in(document_);
        const std::string length = messages.counted("script.clear_days", rule.clearDays);
        return messages.text(rule.before ? "script.rule_clear_before" : "script.rule_clear_after",
                             {{"length", length}, {"day", longDate(from, document_)}});
    }

    void warnOfHolidays(const DeriveRule& rule) {
        Diagnostic fault;
        fault.code = "calendar.unknown_holidays";
        fault.severity = Severity::Warning;
        fault.where.pointer = values_.pointerOf(rule.path.substr(0, rule.path.find('.')));
        fault.message = Messages::in(reader_).text("script.holidays_unknown", {{"label", rule.field.label}});
        faults_.push_back(std::move(fault));
    }

    Result age(const DeriveRule& rule) {
        const auto born = dayOf(*valueAt(values_, rule.path).datum);
        const auto day = dayOf(*valueAt(values_, rule.other).datum);
        if (!born || !day) {
            return {};
        }
        const Messages& messages = Messages::in(document_);
        return {static_cast<double>(ageOn(*born, *day)),
                messages.text("script.rule_age",
                              {{"born", longDate(*born, document_)}, {"day", longDate(*day, document_)}})};
    }

    Result service(const DeriveRule& rule) {
        const Datum& sent = *valueAt(values_, rule.path).datum;
        const auto* name = valueAt(values_, rule.other).datum->get<std::string>();
        const auto day = dayOf(sent);
        if (!day || name == nullptr) {
            return {};
        }
        const auto method = serviceMethodFrom(*name);
        if (!method) {
            return {};
        }
        const auto* time = sent.get<LocalTime>();
        const LocalTime step = time != nullptr ? *time : LocalTime{.day = *day, .clock = std::chrono::hours(12)};
        const auto served = deemedService(rule.regime, *method, step, calendar_);
        if (!served) {
            return {};
        }
        if (!calendar_.knows(*day, served->day)) {
            warnOfHolidays(rule);
        }
        const Messages& messages = Messages::in(document_);
        return {served->day, messages.text(served->assumed ? "script.rule_service_assumed" : "script.rule_service",
                                           {{"method", label(*method, document_)},
                                            {"day", longDate(*day, document_)},
                                            {"source", served->source}})};
    }

    Result extreme(const DeriveRule& rule) {
        std::optional<Day> best;
        for (const Found& found : valuesWhere(values_, rule.path, rule.where)) {
            const auto day = dayOf(*found.datum);
            const bool better = day && (!best || (rule.kind == Kind::Latest ? *day > *best : *day < *best));
            best = better ? day : best;
        }
        if (!best) {
            return {};
        }
        return {*best, named(rule.kind == Kind::Latest ? "script.rule_latest" : "script.rule_earliest", rule)};
    }

    /// "the sum of Amount": what was put together, by the label that the officer knows it by.
    [[nodiscard]] std::string named(std::string_view key, const DeriveRule& rule) const {
        const auto found = valuesAt(values_, rule.path);
        const std::string& label = found.empty() ? rule.path : found.front().datum->field().label;
        return Messages::in(document_).text(key, {{"what", label.empty() ? rule.path : label}});
    }

    Result total(const DeriveRule& rule) {
        double sum = 0;
        std::int64_t pence = 0;
        bool any = false;
        for (const Found& found : valuesWhere(values_, rule.path, rule.where)) {
            if (const auto* amount = found.datum->get<Pence>()) {
                pence += amount->count;
                any = true;
            } else if (const double* number = found.datum->get<double>()) {
                sum += *number;
                any = true;
            }
        }
        if (!any) {
            return {};
        }
        return {rule.field.kind == FieldKind::Money ? Datum::Content(Pence{pence}) : Datum::Content(sum),
                named("script.rule_total", rule)};
    }

    /// What is counted: with a condition on its elements, a list's elements one by one.
    [[nodiscard]] std::vector<Found> elementsWhere(const DeriveRule& rule) const {
        std::vector<Found> found = valuesAt(values_, rule.path);
        if (!rule.where) {
            return found;
        }
        const auto conditions = valuesAt(values_, rule.where->path);
        std::vector<Found> chosen;
        for (const Found& one : found) {
            const std::size_t size = one.datum->items() == nullptr ? 0 : one.datum->items()->size();
            for (std::size_t index = 0; index < size; ++index) {
                const std::string pointer = pointerTo(one.pointer, index);
                const bool any = std::ranges::any_of(conditions, [&](const Found& condition) {
                    return sameElement(pointer, condition.pointer) && holds(*condition.datum);
                });
                if (any != rule.where->negated) {
                    chosen.push_back({&one.datum->items()->at(index), pointer, one.indices, one.made});
                }
            }
        }
        return areElements(found) ? valuesWhere(values_, rule.path, rule.where) : chosen;
    }

    /// Whether the path leads to values of elements already, and not to the list itself.
    [[nodiscard]] static bool areElements(const std::vector<Found>& found) {
        return std::ranges::none_of(found, [](const Found& one) { return one.datum->items() != nullptr; });
    }

    Result count(const DeriveRule& rule) {
        double number = 0;
        for (const Found& found : elementsWhere(rule)) {
            const auto* items = found.datum->items();
            number += items != nullptr ? static_cast<double>(items->size()) : found.datum->empty() ? 0 : 1;
        }
        return {number, named("script.rule_count", rule)};
    }

    Result joinedTexts(const DeriveRule& rule) {
        std::vector<std::string> parts;
        for (const Found& found : valuesWhere(values_, rule.path, rule.where)) {
            if (!found.datum->empty()) {
                parts.push_back(printed(*found.datum, document_));
            }
        }
        return {joined(parts, document_), named("script.rule_joined", rule)};
    }

    const CaseValues& values_;
    const Calendar& calendar_;
    Language document_;
    Language reader_;
    std::vector<Diagnostic>& faults_;
};

const Field& fieldOf(const Field& declared, FieldKind kind, std::deque<Field>& own) {
    if (declared.kind == kind) {
        return declared;
    }
    own.push_back(declared);
    own.back().kind = kind;
    return own.back();
}

}  // namespace

std::optional<Day> dayOf(const Datum& datum) {
    if (const Day* day = datum.get<Day>()) {
        return *day;
    }
    if (const auto* time = datum.get<LocalTime>()) {
        return time->day;
    }
    return std::nullopt;
}

void deriveValues(const DocumentType& type, CaseValues& values, TypeScript& script, const Calendar& calendar,
                  Language document, Language reader, std::vector<Diagnostic>& faults) {
    Deriver deriver(values, calendar, document, reader, faults);
    values.derived.reserve(type.derives.size());
    for (const DeriveRule& rule : type.derives) {
        if (rule.kind != Kind::Custom) {
            Result result = deriver.derive(rule);
            values.derived.push_back({Datum(rule.field, std::move(result.content)), std::move(result.rule)});
            continue;
        }
        FieldKind kind = FieldKind::Text;
        auto content = script.value(rule.source.get(), rule.function, kind, faults);
        const Field& field = fieldOf(rule.field, kind, values.ownFields);
        values.derived.push_back({Datum(field, content ? std::move(*content) : Datum::Content{}), rule.field.label});
    }
}

std::vector<DerivedSummary> derivedSummaries(const DocumentType& type, const CaseValues& values,
                                             const Calendar& calendar, Language reader) {
    std::vector<DerivedSummary> summaries;
    std::vector<Diagnostic> told;
    Deriver deriver(values, calendar, reader, reader, told);
    const Messages& messages = Messages::in(reader);
    for (std::size_t index = 0; index < type.derives.size(); ++index) {
        const DeriveRule& rule = type.derives.at(index);
        const Datum& datum = values.derived.at(index).datum;
        DerivedSummary summary{.name = rule.field.name, .label = rule.field.label, .value = {}, .rule = {}};
        if (!datum.empty()) {
            summary.value = printed(datum, reader);
            summary.rule = rule.kind == Kind::Custom ? std::string() : deriver.derive(rule).rule;
        }
        const bool deadline = rule.kind == Kind::Deadline;
        if (!summary.rule.empty() && (deadline || rule.kind == Kind::EarliestDay)) {
            summary.rule = messages.text(deadline ? "script.derived_deadline" : "script.derived_earliest",
                                         {{"rule", summary.rule}, {"day", summary.value}});
        }
        summaries.push_back(std::move(summary));
    }
    return summaries;
}

}  // namespace engross
