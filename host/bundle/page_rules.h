#pragma once
#include "bundle/bundle_file.h"
#include "bundle/findings.h"

namespace engross {

/// Checklist 18 to 21, 23, 39 and 45: what the pages draw. Of a file that was looked at.
void checkPages(const BundleFile& file, Findings& findings);

}  // namespace engross
