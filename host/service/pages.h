#pragma once
#include "queue/job.h"
#include "service/answer.h"
#include "service/call.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// What people call a document type; its id where the catalogue has lost it.
using TypeTitle = std::function<std::string(const std::string& id)>;

/// The team's newest requests, with their states and what they made.
[[nodiscard]] Answer frontPage(const Call& call, const std::vector<Job>& requests, const TypeTitle& titleOf);
[[nodiscard]] Answer requestPage(const Call& call, const Job& job, const TypeTitle& titleOf);

/// A refusal in words a person can act on; `code` as for `problem`.
[[nodiscard]] Answer refusalPage(const Call& call, int status, std::string_view code);

}  // namespace engross
