#pragma once
#include "queue/job.h"
#include "service/request_check.h"

#include <optional>
#include <string_view>

namespace engross {

/// A request as it was accepted or last answered, with its passwords and protected terms open; nothing where they were
/// closed with another key.
[[nodiscard]] std::optional<Request> acceptedRequest(const Context& context, const Job& job);

/// What became of an answer.
struct TakenAnswer {
    PostedRequest posted;
    bool taken = false;  // false without a refusing diagnostic: the request does not wait for an answer any more
};

/// Puts `body`, the whole request as it was decided, in the place of the request, which goes on. It keeps type, case
/// and pack, and what was ordered stands (checkRequest). What is refused changes nothing.
[[nodiscard]] TakenAnswer takeAnswer(const Context& context, const Call& call, const Job& job, const Request& before,
                                     std::string_view body);

}  // namespace engross
