#include "work/profiles.h"

#include "pdf/gate.h"
#include "work/work_error.h"

#include <algorithm>

namespace engross {

std::vector<std::string> profileNames() {
    return pdfProfiles();
}

Verdict checkFile(const std::string& path, const std::string& profile) {
    const auto names = profileNames();
    if (std::find(names.begin(), names.end(), profile) == names.end()) {
        throw WorkError("profile-unknown", profile, "there is no such profile");
    }
    return checkPdf(path, profile);
}

Verdict checkDrawn(const std::string& bytes) {
    return checkPdfBytes(bytes, "drawn");
}

std::vector<Diagnostic> refusalsOf(const Verdict& verdict) {
    std::vector<Diagnostic> diagnostics;
    for (const Finding& finding : verdict.findings) {
        Diagnostic diagnostic;
        diagnostic.code = verdict.profile + "." + finding.rule;
        diagnostic.severity = finding.severity;
        diagnostic.message = finding.message;
        if (!finding.cure.empty()) {
            diagnostic.hints.push_back(finding.cure);
        }
        diagnostics.push_back(std::move(diagnostic));
    }
    return diagnostics;
}

}  // namespace engross
