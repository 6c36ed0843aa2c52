#pragma once
#include <functional>
#include <string>

namespace engross {

/// How a piece of work in a process of its own ended.
struct ChildResult {
    std::string said;  // what the work answered, or the code of the Error that ended it
    int signal = 0;    // that killed it
};

/// Runs the work in a forked child that may use this much more address space than we do, and this much processor time.
/// Under a sanitizer, which needs more addresses than any limit, the limit of space is off.
[[nodiscard]] ChildResult inChild(const std::function<std::string()>& work, std::size_t megabytes = 1024,
                                  unsigned seconds = 20);

}  // namespace engross
