#include "pdf/digest_lexing.h"

#include "pdf/content_decoder.h"
#include "pdf/pdf_error.h"
#include "pdf/reader_refusal.h"

#include <algorithm>

namespace engross {

namespace {

constexpr std::uint64_t mostDecoded = std::uint64_t{2} << 30U;  // over all pages of a file
constexpr std::size_t mostStreams = 1'000'000;                  // over all pages, each time they are named

[[noreturn]] void refuseTooLarge(const std::string& name) {
    throw PdfError("pdf-too-large", name, "its pages unpack to more than is allowed; print it to a new PDF");
}

}  // namespace

std::vector<PdfValue> ContentReading::streamsOf(const PdfValue& page) const {
    const PdfValue contents = page.entry("/Contents");
    std::vector<PdfValue> streams;
    std::vector<PdfValue> candidates{contents};
    if (const PdfValue list = contents.followed(); list.isArray()) {
        candidates = list.items();
    } else if (contents.isNull()) {
        return streams;
    }
    for (const PdfValue& candidate : candidates) {
        const bool there = candidate.isReference() && source_.file.has(candidate.object(), candidate.generation());
        if (!there) {
            throw ReaderRefused(ReaderRefusal::DamagedObject);
        }
        (void)candidate.followed();  // its dictionary is asked for later: parsed first, it is read once
        if (source_.file.isStream(candidate)) {
            streams.push_back(candidate);
        }
    }
    return streams;
}

PageLexing ContentReading::lex(const std::vector<PdfValue>& streams) {
    if (streams.size() != 1) {
        return read(streams);
    }
    const auto known = lexed_.find(streams.front().object());
    return known != lexed_.end() ? known->second
                                 : lexed_.emplace(streams.front().object(), read(streams)).first->second;
}

PageLexing ContentReading::read(const std::vector<PdfValue>& streams) {
    PageLexing result;
    ContentLexer lexer;
    std::size_t ofPage = 0;
    const auto take = [&](std::string_view piece) {
        lexer.add(piece);
        ofPage += piece.size();
        decodedBytes_ += piece.size();
        return decodedBytes_ <= mostDecoded && (streams.size() > 1 || ofPage <= source_.limits.contentBytes);
    };
    for (const PdfValue& reference : streams) {
        if (++streamsRead_ > mostStreams) {
            refuseTooLarge(source_.name);
        }
        const ObjectExtent extent = *source_.file.extent(reference.object(), reference.generation());
        const DecodeOutcome outcome = decodeContent(reference.followed(), extent.data, take);
        if (outcome == DecodeOutcome::Stopped) {
            if (streams.size() > 1) {
                refuseTooLarge(source_.name);
            }
            result.known = false;
            return result;
        }
        result.whole = result.whole && outcome == DecodeOutcome::Whole;
        lexer.endStream();
    }
    result.tally = lexer.finish();
    return result;
}

std::string ContentReading::decoded(const std::vector<PdfValue>& streams) const {
    std::string bytes;
    for (const PdfValue& reference : streams) {
        const ObjectExtent extent = *source_.file.extent(reference.object(), reference.generation());
        (void)decodeContent(reference.followed(), extent.data, [&](std::string_view piece) {
            if (bytes.size() + piece.size() > source_.limits.contentBytes) {
                refuseTooLarge(source_.name);
            }
            bytes += piece;
            return true;
        });
        bytes += '\n';
    }
    return bytes;
}

bool ContentReading::someFormHasFonts(const SourceLeaf& leaf) {
    const auto look = [&leaf] {
        bool found = false;
        leaf.resources.followed()["/XObject"].forEachEntry([&found](std::string_view, const PdfValue& form) {
            found = found || !form.followed()["/Resources"]["/Font"].isEmpty();
        });
        return found;
    };
    if (!leaf.resources.isReference()) {
        return look();
    }
    const auto known = withFonts_.find(leaf.resources.object());
    return known != withFonts_.end() ? known->second
                                     : withFonts_.emplace(leaf.resources.object(), look()).first->second;
}

}  // namespace engross
