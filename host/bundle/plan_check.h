#pragma once
#include "bundle/plan.h"
#include "bundle/profile.h"
#include "model/finding.h"

#include <string>
#include <vector>

namespace engross {

/// What a profile says of a plan before any page of it is drawn.
struct PlanVerdict {
    Verdict verdict;                 // with the rules that were run; it belongs to that of the finished file
    std::vector<Diagnostic> faults;  // the same for the person who wrote the plan, each with its place
};

/// Checklist 12, 13, 30 to 32, 41, 46 and 47 on the plan: titles that are empty, repeated, or a bare file name; undated
/// documents; dates out of order; one exhibit twice; authorities among evidence; sections and documents that the
/// profile or the directions demand; the day for filing; a bundle with nothing in it. All of them.
[[nodiscard]] PlanVerdict checkPlan(const BundlePlan& plan, const BundleProfile& profile);

/// One verdict of two: what was run and found before and after.
void addTo(Verdict& verdict, const Verdict& more);

}  // namespace engross
