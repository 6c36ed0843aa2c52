#include "script/rule_figures.h"

#include "model/diagnostic.h"
#include "script/derive_values.h"
#include "script/field_shapes.h"
#include "script/rules.h"
#include "words/format.h"

#include <algorithm>
#include <cmath>

namespace engross {
namespace {

bool capital(char c) {
    return c >= 'A' && c <= 'Z';
}

bool digit(char c) {
    return c >= '0' && c <= '9';
}

bool partOfWord(char c) {
    return capital(c) || digit(c) || (c >= 'a' && c <= 'z') || c == '/';
}

/// The end of a mark (two to five capitals, a stroke, up to four digits) that begins at `at`, or `at`.
std::size_t endOfMark(const std::string& text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && capital(text[end])) {
        ++end;
    }
    if (end - at < 2 || end - at > 5 || end >= text.size() || text[end] != '/') {
        return at;
    }
    const std::size_t figures = ++end;
    while (end < text.size() && digit(text[end])) {
        ++end;
    }
    const bool whole = end >= text.size() || !partOfWord(text[end]);
    return end > figures && end - figures <= 4 && whole ? end : at;
}

}  // namespace

DayLimit limitOf(const CheckRule& rule, Day from, const Calendar& calendar, Language language) {
    if (rule.kind == CheckRule::Kind::Within) {
        return {lastDay(rule.period, from, calendar), ruleText(rule.period, from, language)};
    }
    if (rule.period.count == 0) {
        return {from, {}};
    }
    Period period = rule.period;
    period.counting = Period::Counting::After;
    return {plus(from, period.count, period.unit, calendar), ruleText(period, from, language)};
}

Elapsed elapsedBetween(const CheckRule& rule, const Datum& from, const Datum& to, const Calendar& calendar,
                       Language language) {
    Elapsed elapsed;
    if (rule.hours == 0) {
        const auto start = dayOf(from);
        const auto end = dayOf(to);
        if (start && end) {
            Period period = rule.period;
            period.counting = Period::Counting::After;
            const Day earliest = plus(*start, period.count, period.unit, calendar);
            elapsed = {*end >= earliest, ruleText(period, *start, language), longDate(earliest, language)};
        }
        return elapsed;
    }
    const auto* start = from.get<LocalTime>();
    const auto* end = to.get<LocalTime>();
    if (start == nullptr || end == nullptr) {
        return elapsed;
    }
    const auto between = leastBetween(*start, *end);
    const auto earliest = earliestAfter(*start, std::chrono::hours(rule.hours));
    elapsed.enough = between && *between >= std::chrono::hours(rule.hours);
    elapsed.length = Messages::in(language).counted("script.hours", rule.hours);
    elapsed.earliest = earliest ? printed(*earliest, language) : std::string("?");
    return elapsed;
}

double figureOf(const Datum& datum) {
    if (const auto* sum = datum.get<Pence>()) {
        return static_cast<double>(sum->count) / 100;
    }
    const double* number = datum.get<double>();
    return number == nullptr ? 0 : *number;
}

std::optional<Pence> penceOf(double pounds) {
    return Pence{std::llround(pounds * 100)};
}

std::optional<double> boundOf(const CheckRule& rule, const DocumentType& type, const CaseValues& values, Day today) {
    if (rule.bound) {
        return rule.bound;
    }
    if (!rule.boundPath.empty()) {
        const Found found = valueAt(values, rule.boundPath);
        return found.datum->empty() ? std::nullopt : std::optional(figureOf(*found.datum));
    }
    std::optional<Day> day;
    if (!rule.on.empty()) {
        day = dayOf(*valueAt(values, rule.on).datum);
    } else if (!type.lawDate.empty()) {
        day = lawDay(type, values, today);
    }
    std::optional<double> strictest;
    for (const DatedAmount& entry : rule.byDate) {
        const bool inForce = !day || ((!entry.from || *entry.from <= *day) && (!entry.to || *day <= *entry.to));
        const bool most = rule.kind == CheckRule::Kind::AtMost;
        if (inForce && (!strictest || (most ? entry.value < *strictest : entry.value > *strictest))) {
            strictest = entry.value;
        }
    }
    return strictest;
}

bool sameElement(const std::string& left, const std::string& right) {
    std::size_t at = 0;
    while (at < left.size() && at < right.size() && left[at] == right[at]) {
        ++at;
    }
    const auto segment = [at](const std::string& pointer) {
        const std::size_t start = at == 0 ? 0 : pointer.rfind('/', at - 1) + 1;
        return pointer.substr(start, pointer.find('/', start) - start);
    };
    const auto index = [](const std::string& text) { return !text.empty() && std::ranges::all_of(text, digit); };
    if (at == left.size() || at == right.size()) {
        return !(index(segment(left)) && index(segment(right)) && segment(left) != segment(right));
    }
    return !(index(segment(left)) && index(segment(right)));
}

std::vector<Found> valuesWhere(const CaseValues& values, std::string_view path, const std::optional<Condition>& where) {
    std::vector<Found> found = valuesAt(values, path);
    if (!where) {
        return found;
    }
    const std::vector<Found> conditions = valuesAt(values, where->path);
    std::erase_if(found, [&](const Found& one) {
        const bool any = std::ranges::any_of(conditions, [&](const Found& condition) {
            return sameElement(one.pointer, condition.pointer) && holds(*condition.datum);
        });
        return any == where->negated;
    });
    return found;
}

std::string alternatives(const std::vector<std::string>& names, const Messages& messages) {
    std::string text;
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (index > 0) {
            text += index + 1 == names.size() ? messages.text("script.or") : std::string(", ");
        }
        text += names.at(index);
    }
    return text;
}

// NOLINTNEXTLINE(misc-no-recursion): no deeper than the schema
std::vector<std::string> marksOf(const Datum& datum) {
    std::vector<std::string> marks;
    if (const auto* items = datum.items()) {
        for (const Datum& item : *items) {
            const auto more = marksOf(item);
            marks.insert(marks.end(), more.begin(), more.end());
        }
        return marks;
    }
    const Datum* mark = datum.member("mark");
    if (mark == nullptr) {
        return marks;
    }
    if (const auto* text = mark->get<std::string>()) {
        marks.push_back(*text);
        return marks;
    }
    return marksOf(*mark);
}

// NOLINTNEXTLINE(misc-no-recursion)
std::vector<std::pair<std::string, std::string>> citedMarks(const Datum& datum, const std::string& pointer) {
    std::vector<std::pair<std::string, std::string>> marks;
    if (const auto* items = datum.items()) {
        for (std::size_t index = 0; index < items->size(); ++index) {
            auto more = citedMarks(items->at(index), pointerTo(pointer, index));
            std::ranges::move(more, std::back_inserter(marks));
        }
        return marks;
    }
    const auto* text = datum.get<std::string>();
    for (std::size_t at = 0; text != nullptr && at < text->size(); ++at) {
        const bool begins = at == 0 || !partOfWord(text->at(at - 1));
        const std::size_t end = begins ? endOfMark(*text, at) : at;
        if (end > at) {
            marks.emplace_back(text->substr(at, end - at), pointer);
            at = end - 1;
        }
    }
    return marks;
}

}  // namespace engross
