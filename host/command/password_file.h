#pragma once
#include <string>

namespace engross {

/// The first line of a file: a password on the command line would stand in the list of processes. Throws CommandError
/// ("file-missing", "password-empty", "password-unreadable").
[[nodiscard]] std::string passwordIn(const std::string& path);

}  // namespace engross
