#pragma once
#include "model/value.h"

#include <functional>

namespace engross {

/// Does one task; tells progress as it goes (0 to 1). What it throws of `Error` is reported to the host and the worker
/// lives on; any other exception is our bug and ends the process, which the host sees as a crash.
using TaskHandler = std::function<Value(const Value& task, const std::function<void(double)>& progress)>;

/// The worker's side of the pipe (descriptor 3): does one task after another until the host closes it. Messages to the
/// host are `{"ready": true}` (once, at the start), `{"progress": 0.5}`, `{"outcome": …}` and
/// `{"error": {"code", "subject", "message", "retryable"}}`. Dies with its parent. Answers the process's exit status.
int answerTasks(const TaskHandler& handler);

}  // namespace engross
