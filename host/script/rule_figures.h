#pragma once
#include "script/case_values.h"
#include "script/declared.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace engross {

/// The day that a check compares with, and the rule that gave it (empty for the bare day of a field).
struct DayLimit {
    Day day;
    std::string rule;
};
[[nodiscard]] DayLimit limitOf(const CheckRule& rule, Day from, const Calendar& calendar, Language language);

/// Whether enough time lies between two values, and from when it would.
struct Elapsed {
    bool enough = true;
    std::string length;    // "24 hours"
    std::string earliest;  // "Tuesday 24 November 2026 at 10am"
};
[[nodiscard]] Elapsed elapsedBetween(const CheckRule& rule, const Datum& from, const Datum& to,
                                     const Calendar& calendar, Language language);

/// Pounds or a number; nought for anything else.
[[nodiscard]] double figureOf(const Datum& datum);
[[nodiscard]] std::optional<Pence> penceOf(double pounds);
/// The bound of AtLeast and AtMost; nothing where no law is known for the day, or the bounding field is empty.
[[nodiscard]] std::optional<double> boundOf(const CheckRule& rule, const DocumentType& type, const CaseValues& values,
                                            Day today);

/// Whether two pointers belong to the same element of every list that both cross.
[[nodiscard]] bool sameElement(const std::string& left, const std::string& right);
/// The values at a path, of those elements of which the condition holds where there is one.
[[nodiscard]] std::vector<Found> valuesWhere(const CaseValues& values, std::string_view path,
                                             const std::optional<Condition>& where);
/// "a, b or c"
[[nodiscard]] std::string alternatives(const std::vector<std::string>& names, const Messages& messages);
/// The marks of an exhibit, a list of exhibits or a record that holds one.
[[nodiscard]] std::vector<std::string> marksOf(const Datum& datum);
/// Marks such as AB/1 in a text or a list of texts, each with its pointer.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> citedMarks(const Datum& datum,
                                                                          const std::string& pointer);

}  // namespace engross
