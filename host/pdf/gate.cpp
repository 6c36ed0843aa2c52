#include "pdf/gate.h"

#include "pdf/gate_parts.h"
#include "pdf/notify_letter.h"
#include "pdf/source_bytes.h"

#include <array>
#include <limits>

namespace engross {
namespace {

struct ProfileName {
    std::string_view name;
    GateProfile rules;
    std::optional<ArchiveFlavour> flavour{};
};
constexpr std::array<ProfileName, 6> profiles{{{"pdf-ua", GateProfile::Ua},
                                               {"pdf-a", GateProfile::A},
                                               {"a-1b", GateProfile::A, ArchiveFlavour::A1b},
                                               {"a-2a", GateProfile::A, ArchiveFlavour::A2a},
                                               {"a-3a", GateProfile::A, ArchiveFlavour::A3a},
                                               {"drawn", GateProfile::Both}}};
constexpr std::string_view notifyProfile = "notify-letter";

const ProfileName& profileNamed(const std::string& profile) {
    for (const ProfileName& known : profiles) {
        if (known.name == profile) {
            return known;
        }
    }
    throw PdfError("pdf-profile", profile, "no set of rules has this name");
}

void lookAt(const GateSource& source, const ProfileName& profile, GateReport& report) {
    GateFile file{.source = source, .wanted = profile.flavour, .xmp = source.catalog()["/Metadata"].unpacked()};
    checkDocument(file, report);
    checkStructure(file, checkContent(file, report), report);
    checkArchive(file, report);
}

Verdict check(std::string_view bytes, const std::string& profile, HeldMemory* held = nullptr) {
    const ProfileName& rules = profileNamed(profile);
    GateReport report(rules.rules);
    const GateSource source(bytes, held);
    if (source.isReadable()) {
        lookAt(source, rules, report);
    } else {
        report.add(source.isLocked() ? GateRule::Encryption : GateRule::Readable);
        report.add(GateRule::Readable);
    }
    if (source.isRepaired()) {
        report.add(GateRule::Repaired);
    }
    return report.verdict(profile, source.pages().size());
}

}  // namespace

std::vector<std::string> pdfProfiles() {
    std::vector<std::string> names;
    names.reserve(profiles.size() + 1);
    for (const ProfileName& profile : profiles) {
        names.emplace_back(profile.name);
    }
    names.emplace_back(notifyProfile);
    return names;
}

Verdict checkPdf(const std::string& path, const std::string& profile) {
    if (profile == notifyProfile) {
        return checkNotifyLetter(path);
    }
    std::shared_ptr<const SourceBytes> file;
    try {
        file = SourceBytes::map(path, "document", {.bytes = std::numeric_limits<std::uint64_t>::max()});
    } catch (const PdfError&) {
        file = SourceBytes::own({});
    }
    HeldMemory held(file);
    return check(file->view(), profile, &held);
}

Verdict checkPdfBytes(std::string_view bytes, const std::string& profile) {
    return profile == notifyProfile ? checkNotifyLetterBytes(bytes) : check(bytes, profile);
}

}  // namespace engross
