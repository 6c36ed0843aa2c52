#pragma once
#include "script/declared.h"

namespace engross {

/// Fills in what of a type follows from all that was read of it: the languages it can be made in, whether it runs
/// functions, and what the outside is told (TypeSummary).
void summarise(DocumentType& type);

}  // namespace engross
