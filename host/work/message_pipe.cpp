#include "work/message_pipe.h"

#include "model/json.h"
#include "work/work_error.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <utility>

namespace engross {
namespace {

constexpr std::size_t kHeader = 4;
constexpr int kDeepest = 80;
constexpr int kSendPatienceMs = 30000;

[[noreturn]] void gone(const char* why) {
    throw WorkError("worker-gone", "worker", why);
}

std::string framed(const Value& message) {
    const std::string body = writeJson(message);
    if (body.size() > MessagePipe::kLongestMessage) {
        throw WorkError("worker-answer", "worker", "message is too long");
    }
    const auto size = static_cast<std::uint32_t>(body.size());
    std::string frame;
    frame.reserve(kHeader + body.size());
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        frame.push_back(static_cast<char>((size >> shift) & 0xFFU));
    }
    return frame + body;
}

std::size_t bodySize(const std::string& received) {
    std::size_t size = 0;
    for (std::size_t index = 0; index < kHeader; ++index) {
        size = (size << 8U) | static_cast<unsigned char>(received.at(index));
    }
    return size;
}

}  // namespace

MessagePipe::MessagePipe(int descriptor) noexcept : descriptor_(descriptor) {}

MessagePipe::~MessagePipe() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

MessagePipe::MessagePipe(MessagePipe&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), received_(std::move(other.received_)) {}

void MessagePipe::send(const Value& message) {
    const std::string frame = framed(message);
    std::size_t sent = 0;
    while (sent < frame.size()) {
        const auto count = ::send(descriptor_, frame.data() + sent, frame.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count >= 0) {
            sent += static_cast<std::size_t>(count);
            continue;
        }
        if (errno != EAGAIN && errno != EINTR) {
            gone(std::strerror(errno));
        }
        pollfd writable{.fd = descriptor_, .events = POLLOUT, .revents = 0};
        if (errno == EAGAIN && ::poll(&writable, 1, kSendPatienceMs) == 0) {
            gone("it does not read");
        }
    }
}

bool MessagePipe::takeMore(std::chrono::milliseconds patience) {
    pollfd readable{.fd = descriptor_, .events = POLLIN, .revents = 0};
    const int ready = ::poll(&readable, 1, static_cast<int>(patience.count()));
    if (ready == 0 || (ready < 0 && errno == EINTR)) {
        return false;
    }
    std::array<char, 65536> piece{};
    const auto count = ::recv(descriptor_, piece.data(), piece.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) {
        return false;
    }
    if (count <= 0) {
        gone("the pipe was closed");
    }
    received_.append(piece.data(), static_cast<std::size_t>(count));
    return true;
}

std::optional<Value> MessagePipe::receive(std::chrono::milliseconds patience) {
    const bool forEver = patience.count() < 0;
    const auto end = std::chrono::steady_clock::now() + patience;
    while (true) {
        if (received_.size() >= kHeader) {
            const std::size_t size = bodySize(received_);
            if (size > kLongestMessage) {
                throw WorkError("worker-answer", "worker", "announced a message that is too long");
            }
            if (received_.size() >= kHeader + size) {
                const std::string body = received_.substr(kHeader, size);
                received_.erase(0, kHeader + size);
                JsonResult read = readJson(body, {.bytes = kLongestMessage, .depth = kDeepest});
                if (!read.value) {
                    throw WorkError("worker-answer", "worker", "sent what is not JSON");
                }
                return std::move(read.value);
            }
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (!forEver && left.count() < 0) {
            return std::nullopt;
        }
        if (!takeMore(forEver ? std::chrono::milliseconds{-1} : left) && !forEver && left.count() <= 0) {
            return std::nullopt;
        }
    }
}

}  // namespace engross
