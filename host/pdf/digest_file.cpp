#include "pdf/digest.h"
#include "pdf/digest_maker.h"
#include "pdf/digest_store.h"
#include "pdf/reader_refusal.h"
#include "pdf/source_rewriting.h"

#include <new>

namespace engross {

namespace {

constexpr std::size_t headerReach = 1024;  // ISO 32000-1 annex H, note 13

[[noreturn]] void throwDamaged(const std::string& name) {
    throw PdfError("pdf-damaged", name, "the file is damaged and cannot be repaired; upload another copy");
}

/// What the fast reader refused, read again after libqpdf wrote it plain.
DigestedFile digestRewritten(const std::string& path, const std::string& name, const std::string& password,
                             const PdfLimits& limits, ReaderRefusal reason) {
    RewrittenSource rewritten = rewriteSource(path, name, password, limits);
    const auto bytes = SourceBytes::own(std::move(rewritten.bytes));
    DigestedFile result{makeDigest(bytes->view(), name, false, limits), bytes};
    Digest& digest = result.digest;
    hashObjects(digest, *bytes);
    if (digest.pages.size() != rewritten.clean.showsText.size()) {
        throwDamaged(name);
    }
    for (std::size_t i = 0; i < digest.pages.size(); ++i) {
        digest.pages[i].showsText = digest.pages[i].showsText || rewritten.clean.showsText.at(i);
    }
    for (const LinkLoss& loss : rewritten.clean.losses) {
        digest.losses[loss.kind] += loss.count;
    }
    digest.facts = std::move(rewritten.facts);
    digest.detour = nameOf(reason);
    tellDetour(digest.detour, digest.facts, digest.losses);
    return result;
}

}  // namespace

std::string detourKind(std::string_view reason) {
    return "detour-" + std::string(reason);
}

void tellDetour(std::string_view reason, PdfFacts& facts, std::map<std::string, std::size_t>& losses) {
    facts.leftBehind[detourKind(reason)] = 1;
    if (reason != nameOf(ReaderRefusal::Forms)) {
        losses[detourKind(reason)] = 1;
    }
}

DigestedFile digestFile(const std::string& path, const std::string& name, const std::string& password, bool ours,
                        const PdfLimits& limits) {
    const auto bytes = SourceBytes::map(path, name, limits);
    if (bytes->view().substr(0, headerReach).find("%PDF-") == std::string_view::npos) {
        throw PdfError("pdf-not-a-pdf", name, "it is called a PDF but is something else; upload the real file");
    }
    ReaderRefusal reason = ReaderRefusal::DamagedObject;
    try {
        try {
            DigestedFile result{makeDigest(bytes->view(), name, ours, limits), bytes};
            hashObjects(result.digest, *bytes);
            return result;
        } catch (const ReaderRefused& refused) {
            reason = refused.reason();
        }
        if (ours) {
            throwDamaged(name);
        }
        return digestRewritten(path, name, password, limits, reason);
    } catch (const ReaderRefused&) {
        throwDamaged(name);
    } catch (const std::bad_alloc&) {
        throw PdfError("pdf-too-large", name, "it needs more memory than is allowed; print it to a new PDF");
    }
}

std::optional<DigestedFile> digestedBefore(const std::string& path, const std::string& name,
                                           const std::string& digestPath, const PdfLimits& limits) {
    auto bytes = SourceBytes::map(path, name, limits);
    try {
        const auto stored = SourceBytes::map(digestPath, name, limits);
        if (auto digest = digestFrom(stored->view(), bytes->view().size())) {
            return DigestedFile{std::move(*digest), std::move(bytes)};
        }
    } catch (const PdfError&) {  // it can be made again
    }
    return std::nullopt;
}

}  // namespace engross
