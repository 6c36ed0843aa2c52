#include "pdf/gate.h"

#include "pdf/gate_parts.h"
#include "pdf/notify_letter.h"

#include <array>
#include <functional>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace engross {
namespace {

struct ProfileName {
    std::string_view name;
    GateProfile rules;
};
constexpr std::array<ProfileName, 3> profiles{
    {{"pdf-ua", GateProfile::Ua}, {"pdf-a", GateProfile::A}, {"drawn", GateProfile::Both}}};

constexpr std::string_view notifyProfile = "notify-letter";

GateProfile rulesOf(const std::string& profile) {
    for (const ProfileName& known : profiles) {
        if (known.name == profile) {
            return known.rules;
        }
    }
    throw PdfError("pdf-profile", profile, "no set of rules has this name");
}

void readMetadata(GateFile& file) {
    QPDFObjectHandle metadata = file.pdf.getRoot().getKey("/Metadata");
    if (metadata.isStream()) {
        const auto data = metadata.getStreamData(qpdf_dl_generalized);
        file.xmp.assign(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    }
}

std::size_t lookAt(QPDF& pdf, GateReport& report) {
    QPDFPageDocumentHelper(pdf).pushInheritedAttributesToPage();
    GateFile file{pdf, pdf.getAllPages(), {}, {}, false, false};
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
Verdict check(const std::string& profile, const std::function<void(QPDF&)>& open) {
    GateReport report(rulesOf(profile));
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    std::size_t pages = 0;
    try {
        open(pdf);
        pages = lookAt(pdf, report);
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
    return check(profile, [&](QPDF& pdf) { pdf.processFile(path.c_str()); });
}

Verdict checkPdfBytes(std::string_view bytes, const std::string& profile) {
    if (profile == notifyProfile) {
        return checkNotifyLetterBytes(bytes);
    }
    return check(profile, [&](QPDF& pdf) { pdf.processMemoryFile("document", bytes.data(), bytes.size()); });
}

}  // namespace engross
