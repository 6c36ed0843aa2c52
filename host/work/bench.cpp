#include "work/slot.h"
#include "work/work_error.h"

namespace engross {
namespace {

constexpr std::chrono::seconds kStartPatience{30};

}  // namespace

Bench::Bench(const SupervisorSettings& settings, WorkFloor& floor) : settings_(settings), floor_(floor) {}

WorkerProcess* Bench::worker() {
    if (process_ != nullptr && tasks_ >= settings_.tasksPerWorker) {
        discard();
    }
    if (process_ == nullptr) {
        try {
            auto started = std::make_unique<WorkerProcess>(settings_.program, WorkerProcess::Group::Own);
            const auto greeting = started->pipe().receive(kStartPatience);
            if (!greeting || greeting->find("ready") == nullptr) {
                throw WorkError("worker-start", "worker", "it did not get ready");
            }
            process_ = std::move(started);
            tasks_ = 0;
            pid_ = process_->pid();
        } catch (const WorkError&) {
            floor_.pause("worker-start", settings_.pause);
        }
    }
    return process_.get();
}

void Bench::taskDone() {
    ++tasks_;
}

void Bench::discard() {
    pid_ = 0;
    process_.reset();
}

WorkerEnding Bench::collect() {
    const WorkerEnding ending = process_->collect();
    discard();
    return ending;
}

int Bench::pid() const noexcept {
    return pid_;
}

}  // namespace engross
