#pragma once
#include "letter/template.h"
#include "script/declared.h"

#include <vector>

namespace engross {

/// Faults of the names that a text uses: names of no field, records that have no form of their own, and values that
/// may be missing where they are printed.
void checkNames(const DocumentType& type, const std::vector<TemplateUse>& uses, std::vector<Diagnostic>& faults);

/// A place where a clause stands: the sections around it, without those that are drawn whatever the case holds.
struct ClausePlace {
    std::vector<std::string> conditions;  // "keys", "^keys"
    bool never = false;                   // inside the inverse of what always holds
};
[[nodiscard]] ClausePlace placeOf(const DocumentType& type, const TemplateUse& use);

/// Proves that a clause which stands at these places is said exactly when the check demands it, whatever the case
/// holds. Otherwise the way through the sections on which it is not, such as "keys, not continuing".
struct Disproof {
    bool missing = false;  // or said where it is not demanded
    std::string way;
};
[[nodiscard]] std::optional<Disproof> disprove(const CheckRule& rule, const std::vector<ClausePlace>& places,
                                               const Messages& messages);

}  // namespace engross
