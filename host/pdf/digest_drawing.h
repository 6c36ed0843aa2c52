#pragma once
#include "pdf/digest_lending.h"
#include "pdf/digest_source.h"

#include <string>

namespace engross {

/// A page's annotations as content: operators, and the forms that they draw.
struct DrawnNotes {
    std::string operators;  // empty where nothing is drawn
    LentForms forms;
};

/// Draws every annotation of a page but links as a reader shows it (ISO 32000-1 12.5.5): stamps, notes, marks. Hidden
/// ones are left out; those that have no look of their own are counted as "annotation". `objects` are the page's own
/// forms, whose names are taken.
[[nodiscard]] DrawnNotes drawNotes(DigestSource& source, const SourceLeaf& leaf, const PdfValue& objects);

}  // namespace engross
