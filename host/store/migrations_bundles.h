#pragma once
#include "store/migrations.h"

namespace engross {

/// Step 13: who was given which release of a bundle, and the files of one that has several volumes.
[[nodiscard]] Migration releaseRegister();

}  // namespace engross
