#include "service/body.h"

#include <algorithm>
#include <array>

namespace engross {
namespace {

using SteadyTime = std::chrono::steady_clock;

constexpr std::size_t pieceBytes = 64U << 10U;
constexpr std::uint64_t mostDiscarded = 128U << 20U;
constexpr std::chrono::seconds longestDiscarding{5};

// What has arrived, at least one byte of it, so that a deadline can be looked at between any two reads.
std::string_view readSome(std::istream& body, std::array<char, pieceBytes>& buffer) {
    if (body.peek() == std::istream::traits_type::eof()) {
        return {};
    }
    const std::streamsize arrived = std::max<std::streamsize>(1, body.rdbuf()->in_avail());
    body.read(buffer.data(), std::min(arrived, static_cast<std::streamsize>(buffer.size())));
    return {buffer.data(), static_cast<std::size_t>(body.gcount())};
}

bool hasBody(const Call& call) {
    return call.body != nullptr && call.method != "GET" && call.method != "HEAD";
}

bool lengthKnown(const Call& call) {
    return call.bodyLength.has_value() || call.header("transfer-encoding") == "chunked";
}

}  // namespace

std::optional<BodyFault> readBody(const Call& call, const BodyLimits& limits,
                                  const std::function<void(std::string_view)>& piece) {
    if (!hasBody(call) || !lengthKnown(call)) {
        return BodyFault::LengthUnknown;
    }
    if (call.bodyLength.value_or(0) > limits.bytes) {
        return BodyFault::TooLarge;
    }
    const auto end = SteadyTime::now() + limits.deadline;
    std::array<char, pieceBytes> buffer{};
    std::uint64_t total = 0;
    while (call.body->good()) {
        if (SteadyTime::now() > end) {
            return BodyFault::TooSlow;
        }
        const std::string_view arrived = readSome(*call.body, buffer);
        total += arrived.size();
        if (total > limits.bytes) {
            return BodyFault::TooLarge;
        }
        piece(arrived);
    }
    const bool cutOff = call.body->bad() || (call.bodyLength && total < *call.bodyLength);
    return cutOff ? std::optional(BodyFault::CutOff) : std::nullopt;
}

bool discardBody(const Call& call) {
    if (!hasBody(call)) {
        return true;
    }
    if (!lengthKnown(call)) {
        return false;
    }
    const auto end = SteadyTime::now() + longestDiscarding;
    std::array<char, pieceBytes> buffer{};
    for (std::uint64_t total = 0; total < mostDiscarded && SteadyTime::now() < end;) {
        total += readSome(*call.body, buffer).size();
        if (!call.body->good()) {
            return call.body->eof() && !call.body->bad();
        }
    }
    return false;
}

BodyRefusal refusalOf(BodyFault fault) noexcept {
    switch (fault) {
        case BodyFault::TooLarge:
            return {413, "body-too-large"};
        case BodyFault::TooSlow:
            return {408, "body-too-slow"};
        case BodyFault::LengthUnknown:
            return {411, "body-length-unknown"};
        case BodyFault::CutOff:
            break;
    }
    return {400, "body-cut-off"};
}

Answer refusal(const Call& call, BodyFault fault) {
    const auto [status, code] = refusalOf(fault);
    return problem(call, status, code);
}

}  // namespace engross
