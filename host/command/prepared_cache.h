#pragma once
#include <string>

namespace engross {

/// The folder where `engross bundle` keeps what it found out of its exhibits, so that the next run over the same files
/// is quicker: `engross/prepared` in $XDG_CACHE_HOME, else in ~/.cache (XDG base directory specification 0.8). Empty,
/// which keeps nothing, where neither is an absolute path.
[[nodiscard]] std::string preparedCache();

}  // namespace engross
