#pragma once
#include "model/diagnostic.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// Why a finding does not refuse: somebody said so (a tribunal's directions), on a day, with words.
struct RuleWaived {
    std::string by{};
    std::string on{};     // ISO day
    std::string until{};  // ISO day; empty where it has no end
    std::string why{};
    bool operator==(const RuleWaived&) const = default;
};

/// One thing that a profile found in a finished PDF.
struct Finding {
    std::string rule{};  // stable id within its profile
    Severity severity = Severity::Error;
    bool note = false;                   // for information: neither refuses nor warns; the severity is then Warning
    std::optional<RuleWaived> waived{};  // it was found, and does not refuse
    std::vector<std::size_t> pages{};    // physical, 1-based; empty where the whole file is meant
    std::string message{};
    std::string cure{};
    std::string source{};  // where the rule is written, with its mark; empty where the profile does not say
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

/// "error", "warning" or "information".
[[nodiscard]] std::string_view levelOf(const Finding& finding) noexcept;

[[nodiscard]] Value toValue(const Finding& finding);
[[nodiscard]] Value toValue(const Verdict& verdict);

}  // namespace engross
