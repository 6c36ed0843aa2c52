#pragma once
#include "command/command.h"
#include "command/home.h"
#include "command/request_input.h"
#include "work/produce.h"

#include <string>

namespace engross {

/// Runs `produce` for a command and puts the file where -o says: whole, or not at all. Exhibits by file are taken
/// relative to `folder`; with `standIns` a sheet stands for each that is missing. Shows the diagnostics and answers the
/// exit code.
[[nodiscard]] Exit produceTo(const Arguments& arguments, const Request& request, const Types& types,
                             const std::string& folder, Console& console, bool standIns = false);

/// As `produceTo`, for `options.copy = "each"`: every file goes into the folder that --copies names, under its own
/// name; none where one cannot be made.
[[nodiscard]] Exit produceCopies(const Arguments& arguments, const Request& request, const Types& types,
                                 const std::string& folder, Console& console);

/// Shows faults that came before any work and answers the exit code for them.
[[nodiscard]] Exit refuse(const std::vector<Diagnostic>& faults, Console& console);

/// -o, or a usage fault.
[[nodiscard]] std::string outputPath(const Arguments& arguments);
[[nodiscard]] Option outputOption();
/// --at, the time that the file states: for making the same bytes again. Now where it is not given.
[[nodiscard]] Option timeOption();
[[nodiscard]] Instant statedTime(const Arguments& arguments);

}  // namespace engross
