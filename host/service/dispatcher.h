#pragma once
#include "service/routes.h"

namespace engross {

constexpr std::string_view sessionCookie = "engross_session";

/// Finds the call's route, asks who is calling, lets the handler answer, and turns what went wrong into an answer: the
/// one place where errors become status codes. Adds the headers that every answer carries.
[[nodiscard]] Answer dispatch(const Context& context, Call& call);

/// The line of the log for an answered call.
[[nodiscard]] Value logLine(const Call& call, const Answer& answer, std::chrono::milliseconds took);

}  // namespace engross
