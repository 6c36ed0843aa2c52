#pragma once
#include "model/diagnostic.h"

#include <cstddef>
#include <string>
#include <vector>

namespace engross {

/// One thing that a profile found in a finished PDF.
struct Finding {
    std::string rule{};  // stable id within its profile
    Severity severity = Severity::Error;
    std::vector<std::size_t> pages{};  // physical, 1-based; empty where the whole file is meant
    std::string message{};
    std::string cure{};
    bool operator==(const Finding&) const = default;
};

/// What a profile says of a file. It lists checks passed, never "lawful".
struct Verdict {
    std::string profile{};
    std::size_t pages = 0;
    std::vector<std::string> rulesRun{};  // so that a verdict without findings still says what was looked at
    std::vector<Finding> findings{};

    [[nodiscard]] bool passed() const;
    bool operator==(const Verdict&) const = default;
};

[[nodiscard]] Value toValue(const Finding& finding);
[[nodiscard]] Value toValue(const Verdict& verdict);

}  // namespace engross
