#pragma once
#include "bundle/findings.h"
#include "bundle/numbering.h"
#include "pdf/reading.h"

namespace engross {

/// What a finished bundle owes its plan: every page, the numbers of the plan on each, an index whose rows lead to their
/// documents in order, every bookmark at its place, and the identity of the release.
void checkAgainstPlan(const PdfReading& reading, const BundlePlan& plan, const Numbering& numbering,
                      Findings& findings);

}  // namespace engross
