#include "pdf/prepared_source.h"

#include "pdf/digest_maker.h"
#include "pdf/digest_store.h"
#include "pdf/reader_refusal.h"
#include "pdf/source_rewriting.h"
#include "pdf/whole_file.h"

#include <cstdio>
#include <new>
#include <optional>

namespace engross {

namespace {

void writeBytesTo(const std::string& output, const std::string& name, std::string_view bytes) {
    writeWhole(output, [&](FILE* target) {
        if (std::fwrite(bytes.data(), 1, bytes.size(), target) != bytes.size()) {
            throw PdfError("pdf-not-written", name, "the disk did not take its copy; make room and try again",
                           Error::Retry::Yes);
        }
    });
}

/// Nothing, and why, where the fast reader is not sure of the file.
std::optional<PreparedSource> digestAsItIs(const std::string& path, const std::string& name, const std::string& output,
                                           const PdfLimits& limits, std::string_view& reason) {
    try {
        const auto bytes = SourceBytes::map(path, name, limits);
        Digest digest = makeDigest(bytes->view(), name, false, limits);
        hashObjects(digest, *bytes);
        writeBytesTo(output, name, storedDigest(digest, bytes->view().size()));
        PreparedSource prepared{digest.pages.size(), std::move(digest.facts), {}, true};
        for (const auto& [kind, count] : digest.losses) {
            prepared.losses.push_back({name, kind, count});
        }
        return prepared;
    } catch (const ReaderRefused& refused) {
        reason = nameOf(refused.reason());
        return std::nullopt;
    }
}

}  // namespace

PreparedSource prepareSource(const std::string& path, const std::string& name, const std::string& password,
                             const std::string& output, const PdfLimits& limits) {
    try {
        std::string_view reason;
        if (auto prepared = digestAsItIs(path, name, output, limits, reason)) {
            return std::move(*prepared);
        }
        RewrittenSource rewritten = rewriteSource(path, name, password, limits);
        writeBytesTo(output, name, rewritten.bytes);
        PreparedSource prepared{rewritten.clean.showsText.size(), std::move(rewritten.facts),
                                std::move(rewritten.clean.losses), false};
        std::map<std::string, std::size_t> detour;
        tellDetour(reason, prepared.facts, detour);
        for (const auto& [kind, count] : detour) {
            prepared.losses.push_back({name, kind, count});
        }
        return prepared;
    } catch (const std::bad_alloc&) {
        throw PdfError("pdf-too-large", name, "it needs more memory than is allowed; print it to a new PDF");
    }
}

}  // namespace engross
