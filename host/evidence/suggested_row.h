#pragma once
#include "evidence/exhibit.h"

#include <string>
#include <string_view>

namespace engross {

/// What an upload says of itself that may stand in an index. A person decides; either may be empty.
struct SuggestedRow {
    std::string title;
    std::string date;  // ISO
    bool operator==(const SuggestedRow&) const = default;
};

/// Of an e-mail: from whom, to whom, its subject and day. Of a PDF: the largest of the first lines of its first page
/// and the first day written there; where the page says nothing, the title in its metadata. May be killed at any time.
[[nodiscard]] SuggestedRow suggestedRow(const Upload& upload, const Facts& facts);

/// The first day that is written in a text, as "2 February 2026", "2nd Feb 2026", "2 Chwefror 2026", "02/02/2026" or
/// "2026-02-02"; ISO, or empty.
[[nodiscard]] std::string firstDayIn(std::string_view text);

}  // namespace engross
