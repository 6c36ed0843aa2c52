#pragma once
#include "life/life_answer.h"
#include "model/request.h"
#include "script/catalogue.h"

#include <vector>

namespace engross {

/// Checks a document again with what is known of its service in place of what was planned (GEN-03, IN-04): every check
/// of its type that now refuses, and every printed date that no longer holds, with the rule and the new date. A fault
/// is an error where a check refuses or the printed date is earlier than the right one: somebody may have lost a right
/// by it. What the service itself is ("by hand, 25 November") is not a finding.
[[nodiscard]] std::vector<Diagnostic> recheckService(const Catalogue& catalogue, const DocumentFile& file,
                                                     const Request& request, Language reader);

/// The dates that a line prints, in English or Welsh, in their order.
[[nodiscard]] std::vector<std::chrono::year_month_day> datesIn(const std::string& line);

}  // namespace engross
