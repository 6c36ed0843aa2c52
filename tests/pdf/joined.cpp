#include "pdf/joined.h"

#include "pdf/raw_pdf.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <qpdf/Pl_Discard.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFWriter.hh>

namespace engross {

LinkPlan Joined::planOf(const std::vector<std::string>& paths) {
    LinkPlan plan;
    plan.metadata.title = "Hearing bundle";
    plan.metadata.language = "en-GB";
    plan.metadata.identity = Sha256::of("a plan");
    for (const auto& path : paths) {
        const std::string name = std::filesystem::path(path).filename().string();
        const PdfFacts facts = readPdfFacts(path, name);
        const PageNumber first = plan.labels.size() + 1;
        for (std::size_t i = 0; i < facts.pages.size(); ++i) {
            plan.labels.push_back(std::to_string(first + i));
        }
        plan.bookmarks.push_back({name, first, {}, plan.sources.size()});
        plan.sources.push_back({path, {}, name, false, facts.pages.size()});
    }
    return plan;
}

Joined::Joined(const LinkPlan& plan) {
    report = makeLinker(Typesetter::standard())->link(plan, path());
    reading = readFinished(path(), "bundle");
    bytes = readBytes(path());
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("bundle", bytes.data(), bytes.size());
}

std::size_t Joined::lost(const std::string& kind) const {
    std::size_t count = 0;
    for (const auto& loss : report.losses) {
        count += loss.kind == kind ? loss.count : 0;
    }
    return count;
}

std::string Joined::textOf(PageNumber page) const {
    const std::string number = std::to_string(page);
    const std::string command = "pdftotext -q -f " + number + " -l " + number + " '" + path() + "' - 2>/dev/null";
    const std::unique_ptr<FILE, int (*)(FILE*)> out(::popen(command.c_str(), "r"), ::pclose);
    std::string text;
    std::array<char, 4096> part{};
    while (const std::size_t length = std::fread(part.data(), 1, part.size(), out.get())) {
        text.append(part.data(), length);
    }
    return text;
}

std::string Joined::path() const {
    return folder_.path("bundle.pdf");
}

std::vector<std::string> Joined::complaints() {
    QPDFWriter writer(pdf);
    Pl_Discard discard;
    writer.setOutputPipeline(&discard);
    writer.setDecodeLevel(qpdf_dl_all);
    writer.write();
    std::vector<std::string> complaints;
    for (const auto& warning : pdf.getWarnings()) {
        complaints.emplace_back(warning.what());
    }
    return complaints;
}

}  // namespace engross
