#include "pdf/digest_contents.h"

#include "pdf/deflate.h"
#include "pdf/digest_drawing.h"

namespace engross {

namespace {

constexpr const char* wrappedPage = "/EngrossPage";

std::string repeated(const char* operators, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) {
        text += operators;
    }
    return text;
}

}  // namespace

void DigestContents::make(std::size_t index) {
    const SourceLeaf& leaf = source_.leaves.at(index);
    DigestPage& page = source_.digest.pages.at(index);
    const std::vector<PdfValue> streams = reading_.streamsOf(leaf.page);
    const PageLexing found = reading_.lex(streams);
    page.damaged = !found.whole;
    page.drawsObjects = found.tally.drawsObjects;
    page.showsText = found.tally.showsText || (found.tally.drawsObjects && reading_.someFormHasFonts(leaf));
    source_.count("damaged-page", page.damaged ? 1 : 0);

    std::vector<LocalId> contents;
    LentForms forms;
    PdfValue own = leaf.resources.followed();
    const bool hasStrays = found.tally.strays > 0;
    const std::optional<std::string> mended = hasStrays ? withoutStrays(reading_.decoded(streams)) : std::nullopt;
    if (mustBeWrapped(found, streams.size()) || (hasStrays && !mended)) {
        forms.emplace_back(wrappedPage, formOf(leaf, streams, mended));
        contents.push_back(operators(std::string("q ") + wrappedPage + " Do Q\n"));
        own = PdfValue();
    } else if (mended) {
        contents.push_back(packed([] {}, *mended));
        page.overs = found.tally.overs;
    } else {
        for (const PdfValue& stream : streams) {
            contents.push_back(source_.copier.idOf(stream));
        }
        page.overs = found.tally.overs;
    }
    DrawnNotes drawn = drawNotes(source_, leaf, own["/XObject"]);
    if (!drawn.operators.empty()) {
        contents.insert(contents.begin(), operators("q\n"));
        contents.push_back(operators('\n' + repeated("Q\n", page.overs + 1) + drawn.operators));
        page.overs = 0;
        forms.insert(forms.end(), drawn.forms.begin(), drawn.forms.end());
    }
    page.resources = forms.empty() ? lending_.shared(leaf) : lending_.with(own, forms);
    page.firstContent = static_cast<std::uint32_t>(source_.digest.contents.size());
    page.contents = static_cast<std::uint32_t>(contents.size());
    source_.digest.contents.insert(source_.digest.contents.end(), contents.begin(), contents.end());
}

bool DigestContents::mustBeWrapped(const PageLexing& found, std::size_t streams) const {
    const bool regular =
        found.known && found.whole && found.tally.regular && (source_.ours || !found.tally.hasMarkedIds);
    return !regular && streams > 0;
}

LocalId DigestContents::formOf(const SourceLeaf& leaf, const std::vector<PdfValue>& streams,
                               const std::optional<std::string>& mended) {
    const LocalId resources = lending_.plain(leaf);
    const auto writeEntries = [&] { writeFormEntries(leaf, resources); };
    if (streams.size() == 1 && !mended) {
        const PdfValue& stream = streams.front();
        const PdfValue dictionary = stream.followed();
        return source_.copier.addStreamFrom(*source_.file.extent(stream.object(), stream.generation()), [&] {
            writeEntries();
            for (const char* key : {"/Filter", "/DecodeParms"}) {
                if (const PdfValue value = dictionary.entry(key); !value.isNull()) {
                    source_.copier.write(std::string(key) + ' ');
                    source_.copier.writeValue(value);
                }
            }
        });
    }
    return packed(writeEntries, mended ? *mended : reading_.decoded(streams));
}

LocalId DigestContents::packed(const std::function<void()>& writeEntries, const std::string& content) {
    return source_.copier.addStream(
        [&] {
            writeEntries();
            source_.copier.write("/Filter /FlateDecode");
        },
        deflated(content));
}

void DigestContents::writeFormEntries(const SourceLeaf& leaf, LocalId resources) {
    DigestCopier& copier = source_.copier;
    copier.write("/Type /XObject /Subtype /Form /BBox [");
    for (const double side : leaf.mediaBox) {
        copier.write(pdfNumber(side) + ' ');
    }
    copier.write("] /Resources ");
    copier.writeReference(resources);
    copier.write(" ");
}

LocalId DigestContents::operators(const std::string& text) {
    const auto known = operators_.find(text);
    return known != operators_.end() ? known->second
                                     : operators_.emplace(text, source_.copier.addStream([] {}, text)).first->second;
}

}  // namespace engross
