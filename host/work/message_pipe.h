#pragma once
#include "model/value.h"

#include <chrono>
#include <optional>
#include <string>

namespace engross {

/// Messages between the host and a worker: each is four bytes of length, big-endian, then JSON. One end of a socket
/// pair; owns its descriptor. The other end may be hostile: lengths and contents are checked.
class MessagePipe {
public:
    static constexpr std::size_t kLongestMessage = 64U << 20U;

    explicit MessagePipe(int descriptor) noexcept;
    ~MessagePipe();
    MessagePipe(MessagePipe&& other) noexcept;
    MessagePipe& operator=(MessagePipe&&) = delete;

    /// Throws WorkError ("worker-gone") where the other end is closed or does not read for 30 seconds.
    void send(const Value& message);
    /// The next message, or nothing where none came within `patience` (negative: waits for ever).
    /// Throws WorkError: "worker-gone" where the other end has closed, "worker-answer" where it sent no message.
    [[nodiscard]] std::optional<Value> receive(std::chrono::milliseconds patience);

private:
    [[nodiscard]] bool takeMore(std::chrono::milliseconds patience);

    int descriptor_;
    std::string received_;
};

}  // namespace engross
