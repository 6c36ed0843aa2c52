#include "work/profiles.h"

#include "pdf/gate.h"
#include "work/scratch.h"
#include "work/work_error.h"

#include <algorithm>
#include <filesystem>

namespace engross {

namespace fs = std::filesystem;

ProfileSet profilesIn(const std::string& plugins, Language reader) {
    const fs::path folder = fs::path(plugins) / "bundle" / "profiles";
    std::vector<ProfileText> texts;
    std::error_code fault;
    for (const auto& entry : fs::directory_iterator(folder, fault)) {
        if (entry.path().extension() == ".json") {
            texts.push_back({entry.path().stem().string(),
                             "plugins/bundle/profiles/" + entry.path().filename().string(),
                             readFile(entry.path().string())});
        }
    }
    if (fault) {
        throw WorkError("profiles", folder.string(), fault.message());
    }
    std::ranges::sort(texts, {}, &ProfileText::name);
    return readProfiles(texts, reader);
}

std::vector<std::string> profileNames(const ProfileSet& bundles) {
    std::vector<std::string> names = pdfProfiles();
    const auto more = bundles.names();
    names.insert(names.end(), more.begin(), more.end());
    return names;
}

Verdict checkFile(const std::string& path, const std::string& profile) {
    const auto names = pdfProfiles();
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
        diagnostic.severity = finding.waived ? Severity::Warning : finding.severity;
        diagnostic.message = finding.message;
        if (!finding.cure.empty()) {
            diagnostic.hints.push_back(finding.cure);
        }
        diagnostics.push_back(std::move(diagnostic));
    }
    return diagnostics;
}

}  // namespace engross
