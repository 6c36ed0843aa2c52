#pragma once
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>

namespace engross {

/// What the slots of one supervisor share: the bell that says "look at the queue", the stop, and the pause after a
/// full disk. Safe for all threads.
class WorkFloor {
public:
    void ring() noexcept;
    void stop() noexcept;
    [[nodiscard]] bool stopping() const noexcept;
    /// Waits for the bell or the stop, at most `patience`. Rings that came since the caller's last wait count.
    void wait(std::chrono::milliseconds patience, std::uint64_t& heard);

    void pause(const std::string& code, std::chrono::milliseconds length);
    /// The code of the pause, or empty where work goes on.
    [[nodiscard]] std::string paused() const;

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::uint64_t rings_ = 0;
    std::atomic<bool> stopping_{false};
    std::string pauseCode_;
    std::chrono::steady_clock::time_point pauseEnd_;
};

}  // namespace engross
