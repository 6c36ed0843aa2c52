#include "pdf/input.h"

#include "pdf/content_scan.h"
#include "pdf/digest_maker.h"
#include "pdf/reader_refusal.h"
#include "pdf/source_file.h"
#include "pdf/source_survey.h"

#include <new>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace engross {

PdfFacts factsOf(const SourceFile& file) {
    PdfFacts facts;
    for (std::size_t i = 0; i < file.pages().size(); ++i) {
        const PageGeometry& geometry = file.geometries().at(i);
        const SourceContent content = file.content(i);
        const ContentScan scan = content.tooLarge ? ContentScan{} : scanContent(content.bytes);
        facts.pages.push_back(
            {.width = geometry.width(),
             .height = geometry.height(),
             .rotation = geometry.rotation,
             .hasText = scan.showsText || (scan.drawsObjects && drawsFormsWithFonts(file.pages().at(i))),
             .drawsObjects = scan.drawsObjects,
             .damaged = !content.whole && !content.tooLarge});
    }
    const SourceSurvey found = survey(file);
    facts.restricted = file.pdf().isEncrypted();
    facts.fields = found.fields;
    facts.signatures = found.signatures;
    facts.xfa = found.xfa;
    facts.layers = found.layers;
    facts.hiddenLayers = found.hiddenLayers.size();
    facts.tagged = file.catalog().getKey("/StructTreeRoot").isDictionary();
    facts.leftBehind = found.leftBehind;
    facts.repairs = file.repairs();
    return facts;
}

namespace {

/// The fast reader's answer, or nothing, and why, where it is not sure of the file.
std::optional<PdfFacts> readDirectly(const std::string& path, const std::string& name, const PdfLimits& limits,
                                     std::string_view& reason) {
    try {
        return makeDigest(SourceBytes::map(path, name, limits)->view(), name, false, limits).facts;
    } catch (const ReaderRefused& refused) {
        reason = nameOf(refused.reason());
        return std::nullopt;
    }
}

}  // namespace

PdfFacts readPdfFacts(const std::string& path, const std::string& name, const std::string& password,
                      const PdfLimits& limits) {
    try {
        std::string_view reason;
        if (auto facts = readDirectly(path, name, limits, reason)) {
            return std::move(*facts);
        }
        PdfFacts facts = factsOf(SourceFile(path, name, password, limits));
        facts.leftBehind[detourKind(reason)] = 1;
        return facts;
    } catch (const std::bad_alloc&) {
        throw PdfError("pdf-too-large", name, "it needs more memory than is allowed; print it to a new PDF");
    } catch (const Error&) {
        throw;
    } catch (const std::logic_error&) {
        throw;
    } catch (const std::runtime_error&) {
        throw PdfError("pdf-damaged", name, "the file is damaged and cannot be repaired; upload another copy");
    }
}

}  // namespace engross
