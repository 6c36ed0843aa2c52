#pragma once
#include "bundle/findings.h"
#include "bundle/release.h"
#include "work/bundle_parts.h"
#include "work/bundle_profile.h"

#include <optional>

namespace engross {

/// What a request asks for, as a plan: its documents in their places, behind what an earlier release of the pack
/// printed, judged before a page is drawn.
struct PlannedBundle {
    BundleEntries entries;
    BundlePlan plan;
    std::optional<BundleProfile> profile;
    Verdict verdict;  // of the plan
    LaterRelease later;
    bool keepsNumbers = false;  // of an earlier release
};

/// Says everything that is wrong in `outcome`. Nothing where that refuses the bundle. Rows that do not say what they
/// are get hints from their exhibits, which `errands` looks at.
[[nodiscard]] std::optional<PlannedBundle> planBundle(const Order& order, Errands& errands, Language reader,
                                                      Outcome& outcome);

}  // namespace engross
