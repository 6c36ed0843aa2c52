#pragma once
#include "work/pinned_sources.h"
#include "work/slot.h"
#include "work/task.h"

#include <condition_variable>
#include <deque>
#include <future>
#include <map>
#include <mutex>

namespace engross {

/// Previews, one after another, in a warm worker of their own. `operate` runs on the thread that owns the worker;
/// `preview` waits on the caller's.
class PreviewSlot {
public:
    PreviewSlot(const SupervisorSettings& settings, const SupervisorParts& parts, WorkFloor& floor,
                const WorkFolder& scratch);
    [[nodiscard]] Preview preview(const Request& request);
    void operate();
    void stop();
    [[nodiscard]] int workerPid() const noexcept;

private:
    struct Order {
        Request request;
        std::promise<Preview> result;
    };
    [[nodiscard]] Preview make(const Request& request);
    void pin(Task& task, const Request& request);

    const SupervisorSettings& settings_;
    const SupervisorParts& parts_;
    const WorkFolder& scratch_;
    Bench bench_;
    PinnedSources pinned_;
    std::map<Sha256, std::string> sources_;  // packages by closure
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Order> orders_;
    bool stopping_ = false;
};

}  // namespace engross
