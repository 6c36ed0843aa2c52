#pragma once
#include "script/case_values.h"
#include "script/declared.h"
#include "script/type_script.h"

#include <vector>

namespace engross {

/// Adds the type's derived values to the case, in their order. What rests on an empty value is empty. A date that
/// rests on a year whose holidays are not loaded is a warning.
void deriveValues(const DocumentType& type, CaseValues& values, TypeScript& script, const Calendar& calendar,
                  Language document, Language reader, std::vector<Diagnostic>& faults);

/// The derived values of a case as an officer reads them, each with the rule that gave it, in the reader's language.
[[nodiscard]] std::vector<DerivedSummary> derivedSummaries(const DocumentType& type, const CaseValues& values,
                                                           const Calendar& calendar, Language reader);

/// The day of a date or a time; nothing for anything else.
[[nodiscard]] std::optional<Day> dayOf(const Datum& datum);

}  // namespace engross
