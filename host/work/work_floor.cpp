#include "work/work_floor.h"

namespace engross {

void WorkFloor::ring() noexcept {
    {
        const std::lock_guard lock{mutex_};
        ++rings_;
    }
    changed_.notify_all();
}

void WorkFloor::stop() noexcept {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    changed_.notify_all();
}

bool WorkFloor::stopping() const noexcept {
    return stopping_;
}

void WorkFloor::wait(std::chrono::milliseconds patience, std::uint64_t& heard) {
    std::unique_lock lock{mutex_};
    changed_.wait_for(lock, patience, [&] { return stopping_ || rings_ != heard; });
    heard = rings_;
}

void WorkFloor::pause(const std::string& code, std::chrono::milliseconds length) {
    const std::lock_guard lock{mutex_};
    pauseCode_ = code;
    pauseEnd_ = std::chrono::steady_clock::now() + length;
}

std::string WorkFloor::paused() const {
    const std::lock_guard lock{mutex_};
    return std::chrono::steady_clock::now() < pauseEnd_ ? pauseCode_ : std::string{};
}

}  // namespace engross
