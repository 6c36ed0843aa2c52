#include "work/profiles.h"

#include "bundle/read_back.h"
#include "pdf/gate.h"
#include "work/work_error.h"

#include <algorithm>

namespace engross {

std::vector<std::string> profileNames() {
    std::vector<std::string> names = pdfProfiles();
    const auto bundles = bundleProfiles();
    names.insert(names.end(), bundles.begin(), bundles.end());
    return names;
}

Verdict checkFile(const std::string& path, const std::string& profile, Language reader) {
    const auto names = profileNames();
    if (std::find(names.begin(), names.end(), profile) == names.end()) {
        throw WorkError("profile-unknown", profile, "there is no such profile");
    }
    const auto bundle = bundleProfile(profile);
    return bundle ? checkBundle(path, *bundle, reader) : checkPdf(path, profile);
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
