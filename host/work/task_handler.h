#pragma once
#include "work/produce.h"
#include "work/worker.h"

#include <functional>

namespace engross {

/// What a worker process does with the tasks it is given: makes documents, looks at uploads. `load` gives a workshop
/// with catalogue and typesetter; it is called again when a request was pinned to types that are not loaded.
[[nodiscard]] TaskHandler makeTaskHandler(std::function<Workshop()> load);

}  // namespace engross
