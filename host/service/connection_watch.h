#pragma once
#include <Poco/Net/StreamSocket.h>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <list>
#include <mutex>
#include <thread>

namespace engross {

/// Looks after the time in which connections send their headers: Poco limits each read, and a client that sends a byte
/// now and then would hold a thread for ever. A connection that takes longer than `patience` from its first moment, or
/// from the answer before, to the end of its headers is cut. Safe for all threads.
class ConnectionWatch {
public:
    explicit ConnectionWatch(std::chrono::milliseconds patience);
    ~ConnectionWatch();
    ConnectionWatch(const ConnectionWatch&) = delete;
    ConnectionWatch& operator=(const ConnectionWatch&) = delete;

    /// A connection, for as long as its thread runs it.
    class Visit {
    public:
        Visit(ConnectionWatch& watch, const Poco::Net::StreamSocket& socket);
        ~Visit();
        Visit(const Visit&) = delete;
        Visit& operator=(const Visit&) = delete;

    private:
        ConnectionWatch& watch_;
    };
    /// For the thread of a visit: the headers have arrived, or the answer has been sent.
    void headersArrived();
    void answered();

    /// Cuts whoever is sending headers, now and from now on.
    void close();
    /// How many were cut for being slow.
    [[nodiscard]] std::int64_t cutOff() const;

private:
    using SteadyTime = std::chrono::steady_clock::time_point;
    struct Visitor {
        std::thread::id thread{};
        Poco::Net::StreamSocket socket{};
        SteadyTime since{};
        bool sendsHeaders = true;
        bool cut = false;
    };

    void watch();
    void cut(Visitor& visitor);
    [[nodiscard]] Visitor& own();

    const std::chrono::milliseconds patience_;
    mutable std::mutex mutex_;
    std::condition_variable bell_;
    std::list<Visitor> visitors_;
    bool closing_ = false;
    bool ending_ = false;
    std::int64_t cutOff_ = 0;
    std::thread watcher_;
};

}  // namespace engross
