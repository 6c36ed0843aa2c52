#pragma once
#include "work/message_pipe.h"

#include <sys/types.h>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// How a worker process ended.
struct WorkerEnding {
    int signal = 0;      // what killed it; 0 where it exited
    int exitStatus = 0;  // where it exited
    bool byUs = false;   // the host sent the signal: a deadline, a cancellation, a stop
    /// "killed by signal 11 (Segmentation fault)"; for the record of a crash.
    [[nodiscard]] std::string describe() const;
};

/// A child process of our own program with one pipe to it (descriptor 3 in the child). The child's input is empty and
/// its output goes to our error output. Destroying it kills it and everything it started.
class WorkerProcess {
public:
    enum class Group { Own, Shared };  // Shared: Ctrl-C on the terminal and a kill of our group reach it too

    static constexpr int kDescriptor = 3;

    /// Starts `command` (a path and its arguments); the program finds "ENGROSS_PARENT" in its environment, for
    /// dieWithParent(). Throws WorkError. The calling thread must outlive the process.
    WorkerProcess(const std::vector<std::string>& command, Group group);
    ~WorkerProcess();
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;

    [[nodiscard]] MessagePipe& pipe() noexcept;
    [[nodiscard]] pid_t pid() const noexcept;
    /// Kills the process and its group and reaps it. Harmless where it has ended.
    WorkerEnding kill();
    /// For a process that closed its pipe: waits a moment for it to end by itself, then kills it.
    WorkerEnding collect();

private:
    WorkerEnding reap(bool byUs);

    Group group_;
    pid_t pid_ = 0;
    std::optional<MessagePipe> pipe_;
    std::optional<WorkerEnding> ending_;
};

/// The path of the running program, to be started again as a worker.
[[nodiscard]] std::string ownProgram();

}  // namespace engross
