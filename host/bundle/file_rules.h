#pragma once
#include "bundle/bundle_file.h"
#include "bundle/findings.h"

namespace engross {

/// What every bundle must show by itself, whoever made it: of the checklist all that the file's structure tells.
void checkFile(const BundleFile& file, Findings& findings);

/// Checklist 11, 12, 14 and 43 where no plan says what the bundle is: the page that a bookmark calls its index, the
/// titles that its bookmarks give.
void checkForeign(const BundleFile& file, Findings& findings);

/// Checklist 29: the name under which the file goes out.
void checkFileName(const BundleFile& file, Findings& findings);

/// Checklist 26 and 33: caps of a bundle as a whole, however many volumes it has.
void checkPageCaps(std::size_t pages, Findings& findings);

/// "'Gas safety record', 'Photograph' and 12 more"; at most two are named.
[[nodiscard]] std::string someOf(const std::vector<std::string>& titles, const Messages& messages);

}  // namespace engross
