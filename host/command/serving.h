#pragma once
#include "command/command.h"
#include "command/data_folder.h"
#include "command/home.h"
#include "work/supervisor.h"

#include <atomic>
#include <memory>
#include <string>

namespace engross {

/// Waits for SIGINT and SIGTERM. Made first of all: before any thread starts, so that every thread leaves the signals
/// to this one, and before any file is written, for from then on files are for the service's own user alone.
class StopSignals {
public:
    StopSignals();
    /// Returns when a signal comes, or after `stop`.
    void wait();
    /// From any thread.
    void stop() noexcept;
};

/// The settings of the workers of this process, from --workers and --home. Throws UsageFaults.
[[nodiscard]] SupervisorSettings workerSettings(const Arguments& arguments, const DataFolder& data);
[[nodiscard]] Option workersOption();

/// How the program ends: `code` says why it had to stop, and is empty where it was asked to.
[[nodiscard]] Exit stoppedAfter(const std::string& code, Console& console);

}  // namespace engross
