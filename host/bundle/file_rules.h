#pragma once
#include "bundle/findings.h"
#include "bundle/read_back.h"

namespace engross {

/// What every bundle must show by itself, whoever made it: checklist 2 to 5, 10, 14 to 17, 22, 25 to 27 and 44.
void checkFile(const PdfReading& reading, const BundleProfile& profile, Findings& findings);

/// Checklist 11 and 14 where no plan says which pages are the index: the page that a bookmark calls so.
void checkIndexOfFile(const PdfReading& reading, Findings& findings);

}  // namespace engross
