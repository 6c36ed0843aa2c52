#include "pdf/gate.h"

#include "pdf/gate_parts.h"
#include "pdf/notify_letter.h"

#include <array>
#include <fstream>
#include <functional>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

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
constexpr std::size_t headBytes = 64;

constexpr std::string_view notifyProfile = "notify-letter";

const ProfileName& profileNamed(const std::string& profile) {
    for (const ProfileName& known : profiles) {
        if (known.name == profile) {
            return known;
        }
    }
    throw PdfError("pdf-profile", profile, "no set of rules has this name");
}

void readMetadata(GateFile& file) {
    QPDFObjectHandle metadata = file.pdf.getRoot().getKey("/Metadata");
    if (metadata.isStream()) {
        file.xmp = unpacked(metadata);
    }
}

std::size_t lookAt(QPDF& pdf, const std::string& head, const ProfileName& profile, GateReport& report) {
    QPDFPageDocumentHelper(pdf).pushInheritedAttributesToPage();
    GateFile file{.pdf = pdf, .pages = pdf.getAllPages(), .pageNumbers = {}, .head = head, .wanted = profile.flavour};
    for (const QPDFObjectHandle& page : file.pages) {
        file.pageNumbers.emplace(page.getObjGen(), file.pageNumbers.size() + 1);
    }
    readMetadata(file);
    checkDocument(file, report);
    checkStructure(file, checkContent(file, report), report);
    checkArchive(file, report);
    return file.pages.size();
}

// libqpdf tells of a broken file with QPDFExc or another runtime_error; a broken file is a finding here.
Verdict check(const std::string& profile, const std::string& head, const std::function<void(QPDF&)>& open) {
    const ProfileName& rules = profileNamed(profile);
    GateReport report(rules.rules);
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    std::size_t pages = 0;
    try {
        open(pdf);
        pages = lookAt(pdf, head, rules, report);
    } catch (const QPDFExc& error) {
        report.add(error.getErrorCode() == qpdf_e_password ? GateRule::Encryption : GateRule::Readable);
        report.add(GateRule::Readable);
    } catch (const std::runtime_error&) {
        report.add(GateRule::Readable);
    }
    if (!pdf.getWarnings().empty()) {
        report.add(GateRule::Repaired);
    }
    return report.verdict(profile, pages);
}

}  // namespace

std::string unpacked(QPDFObjectHandle stream) {
    try {
        const auto data = stream.getStreamData(qpdf_dl_generalized);
        return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
    } catch (const QPDFExc&) {
        return {};  // packed in a way that libqpdf does not unpack, or broken
    }
}

std::vector<std::string> pdfProfiles() {
    std::vector<std::string> names;
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
    std::string head(headBytes, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), headBytes);
    head.resize(static_cast<std::size_t>(file.gcount()));
    return check(profile, head, [&](QPDF& pdf) { pdf.processFile(path.c_str()); });
}

Verdict checkPdfBytes(std::string_view bytes, const std::string& profile) {
    if (profile == notifyProfile) {
        return checkNotifyLetterBytes(bytes);
    }
    return check(profile, std::string(bytes.substr(0, headBytes)),
                 [&](QPDF& pdf) { pdf.processMemoryFile("document", bytes.data(), bytes.size()); });
}

}  // namespace engross
