#pragma once
#include "work/lease_keeper.h"
#include "work/scratch.h"
#include "work/supervisor.h"
#include "work/task.h"
#include "work/work_floor.h"
#include "work/worker_process.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// A worker process that is kept running: started before there is work, replaced when it died or did enough. It lives
/// and dies with the thread that uses it.
class Bench {
public:
    Bench(const SupervisorSettings& settings, WorkFloor& floor);
    /// A worker that has said it is ready, or nullptr where none could be started: the floor is then paused.
    [[nodiscard]] WorkerProcess* worker();
    /// Counts a task that ended well.
    void taskDone();
    /// The process is of no more use: kills and forgets it.
    void discard();
    /// For a process that closed its pipe: how it came to its end.
    WorkerEnding collect();
    [[nodiscard]] int pid() const noexcept;

private:
    const SupervisorSettings& settings_;
    WorkFloor& floor_;
    std::unique_ptr<WorkerProcess> process_;
    std::size_t tasks_ = 0;
    std::atomic<int> pid_{0};
};

/// One thread's work: claims a job of its lanes, has its worker do it, and publishes what came of it.
class Slot {
public:
    Slot(const SupervisorSettings& settings, SupervisorParts& parts, WorkFloor& floor, const WorkFolder& scratch,
         std::vector<Lane> lanes);
    /// Until the floor stops.
    void operate();
    [[nodiscard]] int workerPid() const noexcept;

private:
    enum class Ending { Answered, Refused, Died, Overran, Lost, Stopped };
    struct Report {
        Ending ending = Ending::Lost;
        Value value{};            // the outcome, or the error
        std::string lastWords{};  // of a worker that died
        bool ofItself = true;
    };

    void tryOne();
    void work(const ClaimedJob& claimed, WorkerProcess& worker);
    [[nodiscard]] Task taskFor(const ClaimedJob& claimed, const std::string& folder);
    [[nodiscard]] bool publish(const ClaimedJob& claimed, const Task& task, const Value& answer);
    void raiseAlarm(const ClaimedJob& claimed);
    void openSecretsOf(Task& task, const std::string& owner) const;
    Report follow(const ClaimedJob& claimed, WorkerProcess& worker);
    [[nodiscard]] std::optional<Report> heard(const ClaimedJob& claimed, const Value& message);
    void settle(const ClaimedJob& claimed, const Task& task, const Report& report);
    void refused(const ClaimedJob& claimed, const Value& error);
    void inTrouble(const ClaimedJob& claimed, const Error& error);
    [[nodiscard]] std::chrono::milliseconds deadlineOf(const Job& job) const;

    const SupervisorSettings& settings_;
    SupervisorParts& parts_;
    WorkFloor& floor_;
    const WorkFolder& scratch_;
    std::vector<Lane> lanes_;
    std::string identity_;
    Bench bench_;
    LeaseKeeper keeper_;
    std::uint64_t bellHeard_ = 0;
    double share_ = 0;
};

}  // namespace engross
