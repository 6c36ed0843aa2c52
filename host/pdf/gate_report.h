#pragma once
#include "model/finding.h"
#include "pdf/gate_rules.h"

#include <array>
#include <cstddef>
#include <set>
#include <string>

namespace engross {

/// Gathers what the parts of the gate find: one finding a rule, with its pages and the names it is about.
class GateReport {
public:
    explicit GateReport(GateProfile profile);

    /// `page` counts from 1; 0 where the whole file is meant. `subject` names what is at fault, such as a font.
    void add(GateRule rule, std::size_t page = 0, const std::string& subject = {});
    [[nodiscard]] Verdict verdict(const std::string& profile, std::size_t pages) const;

private:
    struct Found {
        bool any = false;
        std::set<std::size_t> pages;
        std::set<std::string> subjects;
    };

    GateProfile profile_;
    std::array<Found, static_cast<std::size_t>(lastGateRule) + 1> found_;
};

}  // namespace engross
