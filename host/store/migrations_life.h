#pragma once
#include "store/migrations.h"

namespace engross {

/// Steps 8 to 10: the life of documents, the register of delegations, tasks.
[[nodiscard]] Migration documentLives();
[[nodiscard]] Migration delegationRegister();
[[nodiscard]] Migration taskList();

}  // namespace engross
