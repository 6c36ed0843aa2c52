#include "bundle/read_back.h"

#include "bundle/file_rules.h"
#include "bundle/plan_rules.h"

#include <algorithm>
#include <array>

namespace engross {

namespace {

constexpr std::uint64_t megabyte = std::uint64_t{1} << 20U;

const std::array<BundleProfile, 3>& profiles() {
    // 36 MB is what HMCTS takes by e-mail; the channel of a case may take more (bundle rule 27).
    static const std::array<BundleProfile, 3> all{BundleProfile{"courts-2021", 0, 36 * megabyte},
                                                  BundleProfile{"tribunal-directions", 0, 0},
                                                  BundleProfile{"family-2026", 350, 36 * megabyte}};
    return all;
}

/// Reads the file and runs the rules; a file that cannot be read fails the first rule and no other is run.
template <typename Rules>
Verdict verdictOf(const std::string& path, const BundleProfile& profile, Language language, Rules rules) {
    Verdict verdict;
    verdict.profile = profile.name;
    Findings findings(verdict, language);
    findings.begin("1-readable");
    try {
        const PdfReading reading = readFinished(path, "bundle");
        verdict.pages = reading.pages.size();
        if (reading.repairs > 0) {
            findings.add(Severity::Error, "damaged", {}, {});
        }
        checkFile(reading, profile, findings);
        rules(reading, findings);
    } catch (const PdfError& error) {
        const bool locked = error.code() == "pdf-encrypted";
        findings.begin(locked ? "2-open" : "1-readable");
        findings.add(Severity::Error, locked ? "locked" : "unreadable", {}, {});
    }
    return verdict;
}

}  // namespace

std::vector<std::string> bundleProfiles() {
    std::vector<std::string> names;
    for (const auto& profile : profiles()) {
        names.push_back(profile.name);
    }
    return names;
}

std::optional<BundleProfile> bundleProfile(const std::string& name) {
    const auto found = std::ranges::find(profiles(), name, &BundleProfile::name);
    return found == profiles().end() ? std::nullopt : std::optional(*found);
}

Verdict readBack(const std::string& path, const BundlePlan& plan, const Numbering& numbering,
                 const BundleProfile& profile) {
    return verdictOf(path, profile, plan.language, [&](const PdfReading& reading, Findings& findings) {
        checkAgainstPlan(reading, plan, numbering, findings);
    });
}

Verdict checkBundle(const std::string& path, const BundleProfile& profile, Language language) {
    return verdictOf(path, profile, language,
                     [](const PdfReading& reading, Findings& findings) { checkIndexOfFile(reading, findings); });
}

}  // namespace engross
