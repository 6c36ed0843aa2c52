#pragma once
#include "bundle/profile.h"
#include "bundle/read_back.h"
#include "model/finding.h"
#include "words/messages.h"

#include <string>
#include <vector>

namespace engross {

/// The profiles of bundles in a plugins folder: bundle/profiles/<name>.json. Throws WorkError ("profiles") where they
/// cannot be read.
[[nodiscard]] ProfileSet profilesIn(const std::string& plugins, Language reader);

/// Every set of rules that a finished file can be checked against.
[[nodiscard]] std::vector<std::string> profileNames(const ProfileSet& bundles);

/// What a profile that is not of bundles says of the file. Throws PdfError where it cannot be read, WorkError
/// ("profile-unknown").
[[nodiscard]] Verdict checkFile(const std::string& path, const std::string& profile);

/// What every document that we draw must pass before anybody sees it: all document gates, as one verdict.
[[nodiscard]] Verdict checkDrawn(const std::string& bytes);

/// A file of ours that a gate refuses: our fault, told as diagnostics with rule and pages.
[[nodiscard]] std::vector<Diagnostic> refusalsOf(const Verdict& verdict);

}  // namespace engross
