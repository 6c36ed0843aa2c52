#include "script/rule_figures.h"
#include "script/rules.h"
#include "words/format.h"

#include <array>

namespace engross {
namespace {

using Kind = CheckRule::Kind;

std::string lengthOf(const Period& period, const Messages& messages) {
    static constexpr std::array keys{"calendar.days",  "calendar.weeks",        "calendar.months",
                                     "calendar.years", "calendar.working_days", "calendar.working_days"};
    return messages.counted(keys.at(static_cast<std::size_t>(period.unit)), period.count);
}

std::string boundText(const CheckRule& rule, Language language) {
    if (rule.bound) {
        static const Field number{.kind = FieldKind::Number};
        return printed(Datum(number, *rule.bound), language);
    }
    return rule.boundPath.empty() ? Messages::in(language).text("script.rule_law_by_date") : "'" + rule.boundPath + "'";
}

std::string daysSentence(const CheckRule& rule, const Messages& messages) {
    const char* key = rule.kind == Kind::Within      ? "script.rule_within"
                      : rule.kind == Kind::NotBefore ? "script.rule_not_before"
                                                     : "script.rule_not_after";
    if (rule.period.count == 0) {
        key = rule.kind == Kind::NotBefore ? "script.rule_not_before_day" : "script.rule_not_after_day";
        return messages.text(key, {{"field", rule.field}, {"other", rule.other}});
    }
    return messages.text(key,
                         {{"field", rule.field}, {"other", rule.other}, {"length", lengthOf(rule.period, messages)}});
}

}  // namespace

// NOLINTNEXTLINE(misc-no-recursion): one_of nests no deeper than the script did
std::string sentenceOf(const CheckRule& rule, Language language) {
    const Messages& messages = Messages::in(language);
    const std::string names = alternatives(rule.names, messages);
    switch (rule.kind) {
        case Kind::Within:
        case Kind::NotBefore:
        case Kind::NotAfter:
            return daysSentence(rule, messages);
        case Kind::AtLeast:
        case Kind::AtMost:
            if (rule.bounded) {
                return messages.text(rule.kind == Kind::AtLeast ? "script.rule_floor" : "script.rule_cap",
                                     {{"field", rule.field}, {"bound", boundText(rule, language)}});
            }
            return messages.text("script.rule_elapsed",
                                 {{"field", rule.field},
                                  {"other", rule.other},
                                  {"length", rule.hours > 0 ? messages.counted("script.hours", rule.hours)
                                                            : lengthOf(rule.period, messages)}});
        case Kind::MustSay:
            return messages.text("script.rule_must_say", {{"names", names}});
        case Kind::MustAttach:
            return messages.text("script.rule_must_attach", {{"names", names}});
        case Kind::MustServe:
            return messages.text("script.rule_must_serve", {{"names", names}});
        case Kind::MustCopy:
            return messages.text("script.rule_must_copy", {{"names", names}});
        case Kind::Cites:
            return messages.text("script.rule_cites", {{"field", rule.field}, {"other", rule.other}});
        case Kind::SumsTo:
            return messages.text("script.rule_sums_to", {{"field", rule.field}, {"other", rule.other}});
        case Kind::IsTrue:
        case Kind::IsFalse:
            return messages.text(rule.kind == Kind::IsTrue ? "script.rule_is_true" : "script.rule_is_false",
                                 {{"field", rule.field}});
        case Kind::OneOf: {
            std::vector<std::string> parts;
            for (const CheckRule& part : rule.parts) {
                parts.push_back(sentenceOf(part, language));
            }
            return messages.text("script.rule_one_of", {{"parts", alternatives(parts, messages)}});
        }
        case Kind::Custom:
            break;
    }
    return rule.sentence.in(language);
}

}  // namespace engross
