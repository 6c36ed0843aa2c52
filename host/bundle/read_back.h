#pragma once
#include "bundle/numbering.h"
#include "model/finding.h"
#include "pdf/reading.h"

#include <optional>
#include <string>
#include <vector>

namespace engross {

/// What a tribunal or court asks of a bundle beyond what all ask. A cap of 0 is none.
struct BundleProfile {
    std::string name;
    std::size_t mostPages = 0;
    std::uint64_t mostBytes = 0;
};

/// "courts-2021" (General guidance on electronic court bundles, 29 November 2021), "tribunal-directions" (the same,
/// where directions in the case set the caps), "family-2026" (350 pages; FPR PD 27A).
[[nodiscard]] std::vector<std::string> bundleProfiles();
[[nodiscard]] std::optional<BundleProfile> bundleProfile(const std::string& name);

/// Checks a finished bundle against the plan that it was made from: every page there and numbered, every row of the
/// index a link to its document, bookmarks, labels, nothing active, nothing locked, the identity of the release.
/// A file that cannot be read is a finding, not an exception.
[[nodiscard]] Verdict readBack(const std::string& path, const BundlePlan& plan, const Numbering& numbering,
                               const BundleProfile& profile);

/// Checks anybody's bundle as far as the file alone shows. `rulesRun` of the verdict names what was looked at.
[[nodiscard]] Verdict checkBundle(const std::string& path, const BundleProfile& profile, Language language);

}  // namespace engross
