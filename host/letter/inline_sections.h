#pragma once
#include "letter/faults.h"
#include "letter/nodes.h"
#include "letter/source_text.h"
#include "letter/tags.h"

namespace engross {

/// Turns the tag letters of one paragraph into fields and sections. A section that begins within a paragraph and ends
/// outside it is a fault.
[[nodiscard]] Pieces inlineSections(Pieces pieces, const std::vector<Tag>& tags, const SourceText& source,
                                    Faults& faults);

/// Marks the fields that stand alone on a line of a paragraph; elsewhere (headings, cells) none does, whatever it did
/// in the clause that it came from.
void markAlone(Pieces& pieces, bool paragraph);

}  // namespace engross
