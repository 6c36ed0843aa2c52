#pragma once
#include "store/migrations.h"

namespace engross {

/// Step 11: published versions of document types, and what each closure was made of.
[[nodiscard]] Migration publishedTypes();

}  // namespace engross
