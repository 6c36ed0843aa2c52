#include "pdf/input.h"

#include "pdf/content_scan.h"
#include "pdf/digest_maker.h"
#include "pdf/reader_refusal.h"
#include "pdf/source_cleaning.h"
#include "pdf/source_file.h"
#include "pdf/source_survey.h"

#include <new>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace engross {

namespace {

/// ISO 32000-1 tables 20 to 22; ISO 32000-2 for AES-256.
std::string_view cipherOf(int version, QPDF::encryption_method_e streams) {
    if (version < 4) {
        return version == 1 ? "rc4-40" : "rc4-128";
    }
    switch (streams) {
        case QPDF::e_aesv3:
            return "aes-256";
        case QPDF::e_aes:
            return "aes-128";
        case QPDF::e_none:
            return "none";
        default:
            return "rc4-128";
    }
}

void readLock(QPDF& pdf, PdfFacts& facts) {
    int revision = 0;
    int permissions = 0;
    int version = 0;
    QPDF::encryption_method_e streams = QPDF::e_none;
    QPDF::encryption_method_e strings = QPDF::e_none;
    QPDF::encryption_method_e files = QPDF::e_none;
    facts.restricted = pdf.isEncrypted(revision, permissions, version, streams, strings, files);
    if (!facts.restricted) {
        return;
    }
    facts.cipher = cipherOf(version, streams);
    if (pdf.ownerPasswordMatched()) {
        return;
    }
    const auto forbid = [&facts](bool allowed, const char* what) {
        if (!allowed) {
            facts.forbidden.emplace_back(what);
        }
    };
    forbid(pdf.allowModifyAssembly(), "assemble");
    forbid(pdf.allowModifyOther(), "change");
    forbid(pdf.allowModifyAnnotation(), "comment");
    forbid(pdf.allowExtractAll(), "copy");
    forbid(pdf.allowModifyForm(), "fill");
    forbid(pdf.allowPrintLowRes(), "print");
    forbid(pdf.allowPrintHighRes(), "print-well");
}

}  // namespace

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
    readLock(file.pdf(), facts);
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
        Digest digest = makeDigest(SourceBytes::map(path, name, limits)->view(), name, false, limits);
        digest.facts.leftBehind = std::move(digest.losses);
        return std::move(digest.facts);
    } catch (const ReaderRefused& refused) {
        reason = nameOf(refused.reason());
        return std::nullopt;
    }
}

/// Does all that a bundle would do to the pages, so that what it would leave behind is known, and not guessed.
PdfFacts readThroughLibqpdf(const std::string& path, const std::string& name, const std::string& password,
                            const PdfLimits& limits, std::string_view reason) {
    SourceFile file(path, name, password, limits);
    PdfFacts facts = factsOf(file);
    facts.leftBehind.clear();
    for (const LinkLoss& loss : cleaned(file, false).losses) {
        facts.leftBehind[loss.kind] += loss.count;
    }
    facts.leftBehind[detourKind(reason)] = 1;
    return facts;
}

}  // namespace

PdfFacts readPdfFacts(const std::string& path, const std::string& name, const std::string& password,
                      const PdfLimits& limits) {
    try {
        std::string_view reason;
        if (auto facts = readDirectly(path, name, limits, reason)) {
            return std::move(*facts);
        }
        return readThroughLibqpdf(path, name, password, limits, reason);
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
