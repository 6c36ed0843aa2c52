#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace engross {

/// Milliseconds since the Unix epoch, UTC.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where the time comes from; tests pass their own.
using Clock = std::function<Instant()>;
[[nodiscard]] Instant systemNow();

/// Fills the bytes from the system's random source. Throws Error where it fails.
void randomBytes(std::uint8_t* bytes, std::size_t count);

/// A UUID version 7 (RFC 9562 section 5.7) in its 36-character form: it sorts by the time it was made.
[[nodiscard]] std::string makeUuid(Instant now);

/// `count` random bytes as URL-safe base64 without padding: bearer tokens, sign-in links.
[[nodiscard]] std::string makeSecret(std::size_t count);

/// "2026-11-22T02:38:19.000Z"
[[nodiscard]] std::string isoTime(Instant instant);

}  // namespace engross
