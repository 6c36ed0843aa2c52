#pragma once
#include "script/checked_case.h"

#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// The paths (as of `setFact`) of all facts of the case without which it would be refused: required fields, those whose
/// `required_when` holds here, and the same of the members of records and of the first element of each list. What has a
/// default is not among them.
[[nodiscard]] std::vector<std::string> requiredFacts(const CheckedCase& checked);

/// Whether a pointer into the request ("/case/works/0/no") leads to the fact at a path ("works.1.no").
[[nodiscard]] bool isAt(std::string_view pointer, std::string_view path);

/// Whether the condition of a member's `required_when` holds among its neighbours; nothing where it names none of them.
[[nodiscard]] std::optional<bool> holdsAmong(const Datum& record, const Condition& condition);

}  // namespace engross
