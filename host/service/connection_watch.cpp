#include "service/connection_watch.h"

#include <algorithm>

namespace engross {

ConnectionWatch::ConnectionWatch(std::chrono::milliseconds patience)
    : patience_(patience), watcher_([this] { watch(); }) {}

ConnectionWatch::~ConnectionWatch() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    bell_.notify_all();
    watcher_.join();
}

ConnectionWatch::Visit::Visit(ConnectionWatch& watch, const Poco::Net::StreamSocket& socket) : watch_(watch) {
    const std::lock_guard lock(watch_.mutex_);
    watch_.visitors_.push_back(
        {.thread = std::this_thread::get_id(), .socket = socket, .since = std::chrono::steady_clock::now()});
    if (watch_.closing_) {
        watch_.cut(watch_.visitors_.back());
    }
    watch_.bell_.notify_all();
}

ConnectionWatch::Visit::~Visit() {
    const std::lock_guard lock(watch_.mutex_);
    watch_.visitors_.remove_if([](const Visitor& visitor) { return visitor.thread == std::this_thread::get_id(); });
}

ConnectionWatch::Visitor& ConnectionWatch::own() {
    return *std::ranges::find(visitors_, std::this_thread::get_id(), &Visitor::thread);
}

void ConnectionWatch::headersArrived() {
    const std::lock_guard lock(mutex_);
    own().sendsHeaders = false;
}

void ConnectionWatch::answered() {
    const std::lock_guard lock(mutex_);
    Visitor& visitor = own();
    visitor.sendsHeaders = true;
    visitor.since = std::chrono::steady_clock::now();
    if (closing_) {
        cut(visitor);
    }
    bell_.notify_all();
}

void ConnectionWatch::close() {
    const std::lock_guard lock(mutex_);
    closing_ = true;
    for (Visitor& visitor : visitors_) {
        if (visitor.sendsHeaders) {
            cut(visitor);
        }
    }
}

std::int64_t ConnectionWatch::cutOff() const {
    const std::lock_guard lock(mutex_);
    return cutOff_;
}

// Not closed here: its thread still reads from it, and finds that it has ended.
void ConnectionWatch::cut(Visitor& visitor) {
    if (!visitor.cut) {
        visitor.cut = true;
        try {
            visitor.socket.shutdown();
        } catch (const Poco::Exception&) {
            return;  // the client has gone by itself
        }
    }
}

void ConnectionWatch::watch() {
    std::unique_lock lock(mutex_);
    while (!ending_) {
        const auto now = std::chrono::steady_clock::now();
        auto next = SteadyTime::max();
        for (Visitor& visitor : visitors_) {
            if (!visitor.sendsHeaders || visitor.cut) {
                continue;
            }
            const auto end = visitor.since + patience_;
            if (end <= now) {
                cut(visitor);
                ++cutOff_;
            } else {
                next = std::min(next, end);
            }
        }
        if (next == SteadyTime::max()) {
            bell_.wait(lock);
        } else {
            bell_.wait_until(lock, next);
        }
    }
}

}  // namespace engross
