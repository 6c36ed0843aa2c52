#pragma once
#include "model/request.h"
#include "script/declared.h"

#include <string_view>
#include <vector>

namespace engross {

/// Who may waive a check: "never", "legal", "manager" (a manager or legal). What a document must say is never waived:
/// its text is mended. A check of fields, schema, language or force is none, and cannot be waived either.
[[nodiscard]] std::string_view waiverOf(const CheckRule& rule) noexcept;

/// Lays the request's waivers over what its checks found. A fault whose waiver counts becomes a warning that tells who
/// waived it, when, why and until when; an emergency's tells that a follow-up is due. A waiver that does not count (of
/// no such check, not allowed, not yet or no longer in force, without a reason of some words) is a fault of its own,
/// and what it was for goes on refusing. `today` is the day of the request.
void applyWaivers(const DocumentType& type, const std::vector<Waiver>& waivers, Day today, Language reader,
                  std::vector<Diagnostic>& faults);

}  // namespace engross
