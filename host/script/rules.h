#pragma once
#include "script/case_values.h"
#include "script/declared.h"
#include "script/type_script.h"

#include <string>
#include <vector>

namespace engross {

/// What the checks of a type are judged with.
struct RuleContext {
    const DocumentType& type;
    const CaseValues& values;
    const Calendar& calendar;
    TypeScript& script;
    Day today;        // stands in for a law date that is not given
    Language reader;  // of the sentences
};

/// Judges every check of the type; all that fail are reported together, each with its law and mark. A check that rests
/// on a field which `faults` name already is not run. MustSay is judged when the document is composed.
void judge(const RuleContext& context, std::vector<Diagnostic>& faults);

/// What a check asks for, for `types show`: "at least 24 hours from 'given_at' to 'visit_at'".
[[nodiscard]] std::string sentenceOf(const CheckRule& rule, Language language);
/// The provision with its mark: "Housing Act 2004, s.239(5) [V]".
[[nodiscard]] std::string lawOf(const CheckRule& rule, const std::string& typeLaw);
/// A provision, with the Act of the type before it where it is relative ("s.13(2)(b)").
[[nodiscard]] std::string provision(const std::string& law, const std::string& typeLaw);
/// The day that chooses among the law's versions: the earliest at the type's `law_date`, or `today`.
[[nodiscard]] Day lawDay(const DocumentType& type, const CaseValues& values, Day today);

}  // namespace engross
