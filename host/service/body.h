#pragma once
#include "service/answer.h"
#include "service/call.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace engross {

/// Why a body could not be taken.
enum class BodyFault {
    TooLarge,
    TooSlow,
    CutOff,        // the connection ended before the body did
    LengthUnknown  // neither a length nor chunks
};

struct BodyLimits {
    std::uint64_t bytes;
    std::chrono::seconds deadline;
};

/// Reads the body to its end and hands it on piece by piece. The clock runs even where a client sends one byte a
/// minute.
[[nodiscard]] std::optional<BodyFault> readBody(const Call& call, const BodyLimits& limits,
                                                const std::function<void(std::string_view)>& piece);

/// The fault as a status and the code of a problem: 413, 408, 400 or 411.
struct BodyRefusal {
    int status;
    std::string_view code;
};
[[nodiscard]] BodyRefusal refusalOf(BodyFault fault) noexcept;
/// The same as a problem.
[[nodiscard]] Answer refusal(const Call& call, BodyFault fault);

/// Reads and forgets what is left of a body, within reason, so that a client which sends first and reads later still
/// gets its answer. Whether the body has ended: if not, the connection must be closed.
[[nodiscard]] bool discardBody(const Call& call);

}  // namespace engross
