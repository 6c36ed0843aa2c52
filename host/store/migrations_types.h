#pragma once
#include "store/migrations.h"

namespace engross {

/// Step 11: published versions of document types, and what each closure was made of.
[[nodiscard]] Migration publishedTypes();
/// Step 12: which types and versions are made beside a document, or in a bundle.
[[nodiscard]] Migration typesMadeBeside();

}  // namespace engross
