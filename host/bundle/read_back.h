#pragma once
#include "bundle/numbering.h"
#include "bundle/plan_rules.h"
#include "bundle/profile.h"
#include "model/finding.h"
#include "pdf/reading.h"

#include <functional>
#include <string>
#include <vector>

namespace engross {

/// How closely a file is looked at. `Pages` reads what every page draws and says: seconds, not milliseconds, and it
/// needs poppler-utils.
enum class Depth { Structure, Pages };

/// Hears which share of the pages was read, 0 to 1.
using ReadProgress = std::function<void(double share)>;

/// Checks a finished bundle against the plan that it was made from: every page there and numbered, every row of the
/// index a link to its document, bookmarks, labels, nothing active, nothing locked, the identity of the release.
/// A file that cannot be read is a finding, not an exception.
/// `laid`: the links over references in documents that entered it as their bytes. `name`: what the file is called where
/// it goes, as rules 29 and 45 judge it; empty where it keeps the name that it has.
[[nodiscard]] Verdict readBack(
    const std::string& path, const BundlePlan& plan, const Numbering& numbering, const BundleProfile& profile,
    Depth depth = Depth::Structure, const ReadProgress& progress = [](double) {},
    const std::vector<LaidLink>& laid = {}, const std::string& name = {});

/// What is asked of a bundle of several volumes as a whole; readBack() of a volume leaves that out.
[[nodiscard]] Verdict checkWhole(std::size_t pages, const BundleProfile& profile, Language language);

/// Checks anybody's bundle as far as the file alone shows. `rulesRun` of the verdict names what was looked at.
/// Throws PdfError ("pdf-tool") where a deep check needs a program that is not installed.
[[nodiscard]] Verdict checkBundle(
    const std::string& path, const BundleProfile& profile, Language language, Depth depth = Depth::Structure,
    const ReadProgress& progress = [](double) {});

/// The verdict on a file that ended the program which read it: broken, or made to break its reader (rule 1).
[[nodiscard]] Verdict checkStopped(const BundleProfile& profile, Language language);

}  // namespace engross
