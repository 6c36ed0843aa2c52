#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// What a rule is judged from. A rule of several is named by the first that can tell.
enum class RuleEvidence : std::uint8_t {
    File,        // the structure of the finished file: every check runs it
    Pages,       // what its pages draw and say: `--deep`
    Plan,        // the plan, before a page is drawn, or against the finished file
    Release,     // the release before it
    Directions,  // the directions of the case
    Nothing      // no file shows it
};

/// One rule of the checklist that bundles are held to. What it asks of a bundle, how severe a breach is, and where that
/// is written stand in a profile.
struct BundleRule {
    int number = 0;         // in the checklist; 0 for what Engross asks of itself
    std::string_view id{};  // "26-page-cap"
    RuleEvidence evidence = RuleEvidence::File;
    /// What a bundle must be to be one: no directions waive it.
    bool promise = false;
    /// The numbers that a profile or a tribunal's directions may give it, separated by spaces: "most".
    std::string_view parameters{};
};

/// In the order of the checklist.
[[nodiscard]] std::span<const BundleRule> bundleRules();
/// By its id or by its number alone ("26"); nullptr where there is none.
[[nodiscard]] const BundleRule* bundleRule(std::string_view idOrNumber);
/// Of every rule, for suggestions.
[[nodiscard]] std::vector<std::string> bundleRuleIds();

}  // namespace engross
