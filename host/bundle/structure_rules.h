#pragma once
#include "bundle/findings.h"
#include "bundle/numbering.h"
#include "pdf/structure_reading.h"

#include <vector>

namespace engross {

/// What a bundle owes people who have it read out to them: every page of a document is in the structure tree, a page
/// that is a picture under the title of its document and with its number.
void checkStructure(const std::vector<ReadPageStructure>& pages, const BundlePlan& plan, const Numbering& numbering,
                    Findings& findings);

}  // namespace engross
