#pragma once
#include "queue/job.h"
#include "store/database.h"

#include <string_view>

namespace engross {

/// The columns that `jobIn` reads, in SQL.
extern const std::string_view jobColumns;
/// As `jobColumns`, with an empty payload: neither a list of requests nor a change of state carries megabytes of cases.
extern const std::string_view jobColumnsWithoutPayload;

[[nodiscard]] Job jobIn(const Row& row);

}  // namespace engross
