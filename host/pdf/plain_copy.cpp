#include "pdf/plain_copy.h"

#include "pdf/digest_maker.h"
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

/// Nothing where the fast reader is not sure of the file.
std::optional<PlainCopy> copyAsItIs(const std::string& path, const std::string& name, const std::string& output,
                                    const PdfLimits& limits) {
    try {
        const auto bytes = SourceBytes::map(path, name, limits);
        Digest digest = makeDigest(bytes->view(), name, false, limits);
        PlainCopy copy{digest.pages.size(), std::move(digest.facts), {}};
        for (const auto& [kind, count] : digest.losses) {
            copy.losses.push_back({name, kind, count});
        }
        writeBytesTo(output, name, bytes->view());
        return copy;
    } catch (const ReaderRefused&) {
        return std::nullopt;
    }
}

}  // namespace

PlainCopy copyPlain(const std::string& path, const std::string& name, const std::string& password,
                    const std::string& output, const PdfLimits& limits) {
    try {
        if (auto copy = copyAsItIs(path, name, output, limits)) {
            return std::move(*copy);
        }
        RewrittenSource rewritten = rewriteSource(path, name, password, limits);
        writeBytesTo(output, name, rewritten.bytes);
        return {rewritten.clean.showsText.size(), std::move(rewritten.facts), std::move(rewritten.clean.losses)};
    } catch (const std::bad_alloc&) {
        throw PdfError("pdf-too-large", name, "it needs more memory than is allowed; print it to a new PDF");
    }
}

}  // namespace engross
