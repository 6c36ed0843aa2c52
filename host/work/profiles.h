#pragma once
#include "model/finding.h"
#include "words/messages.h"

#include <string>
#include <vector>

namespace engross {

/// Every set of rules that a finished file can be checked against.
[[nodiscard]] std::vector<std::string> profileNames();

/// What the profile says of the file. Throws PdfError where it cannot be read, WorkError ("profile-unknown").
[[nodiscard]] Verdict checkFile(const std::string& path, const std::string& profile, Language reader);

/// What every document that we draw must pass before anybody sees it: all document gates, as one verdict.
[[nodiscard]] Verdict checkDrawn(const std::string& bytes);

/// A file of ours that a gate refuses: our fault, told as diagnostics with rule and pages.
[[nodiscard]] std::vector<Diagnostic> refusalsOf(const Verdict& verdict);

}  // namespace engross
