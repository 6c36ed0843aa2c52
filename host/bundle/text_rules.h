#pragma once
#include "bundle/bundle_file.h"
#include "bundle/findings.h"

namespace engross {

/// Checklist 19, 24, 30, 40 and 42: what the pages say. Of a file that was looked at.
void checkTexts(const BundleFile& file, Findings& findings);

}  // namespace engross
