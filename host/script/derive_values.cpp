#include "script/derive_values.h"

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
        if (!holidaysKnown(period, *from, calendar_)) {
            Diagnostic fault;
            fault.code = "calendar.unknown_holidays";
            fault.severity = Severity::Warning;
            fault.where.pointer = values_.pointerOf(rule.path.substr(0, rule.path.find('.')));
            fault.message = Messages::in(reader_).text("script.holidays_unknown", {{"label", rule.field.label}});
            faults_.push_back(std::move(fault));
        }
        const Day day =
            earliest ? plus(*from, period.count, period.unit, calendar_) : lastDay(period, *from, calendar_);
        return {day, ruleText(period, *from, document_)};
    }

    Result extreme(const DeriveRule& rule) {
        std::optional<Day> best;
        for (const Found& found : valuesAt(values_, rule.path)) {
            const auto day = dayOf(*found.datum);
            const bool better = day && (!best || (rule.kind == Kind::Latest ? *day > *best : *day < *best));
            best = better ? day : best;
        }
        if (!best) {
            return {};
        }
        return {*best, rule.field.label};
    }

    Result total(const DeriveRule& rule) {
        double sum = 0;
        std::int64_t pence = 0;
        bool any = false;
        for (const Found& found : valuesAt(values_, rule.path)) {
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
                rule.field.label};
    }

    Result count(const DeriveRule& rule) {
        double number = 0;
        for (const Found& found : valuesAt(values_, rule.path)) {
            const auto* items = found.datum->items();
            number += items != nullptr ? static_cast<double>(items->size()) : found.datum->empty() ? 0 : 1;
        }
        return {number, rule.field.label};
    }

    Result joinedTexts(const DeriveRule& rule) {
        std::vector<std::string> parts;
        for (const Found& found : valuesAt(values_, rule.path)) {
            if (!found.datum->empty()) {
                parts.push_back(printed(*found.datum, document_));
            }
        }
        return {joined(parts, document_), rule.field.label};
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
        auto content = script.value(rule.function, kind, faults);
        const Field& field = fieldOf(rule.field, kind, values.ownFields);
        values.derived.push_back({Datum(field, content ? std::move(*content) : Datum::Content{}), rule.field.label});
    }
}

}  // namespace engross
