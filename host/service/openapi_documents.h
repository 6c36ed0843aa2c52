#pragma once
#include "model/value.h"

#include <vector>

namespace engross {

/// The paths of documents, delegations and tasks, for the description of the interface.
[[nodiscard]] std::vector<Object::Member> documentPaths();

}  // namespace engross
