#pragma once
#include "pdf/content_lexer.h"
#include "pdf/digest_source.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace engross {

/// What is known of a page's content after one reading.
struct PageLexing {
    ContentTally tally;
    bool whole = true;  // decoded to the end
    bool known = true;  // false where it was too large to be read: the tally says nothing
};

/// Reads the content of pages, each stream once. Memory does not grow with a page; time is bounded for a file.
class ContentReading {
public:
    explicit ContentReading(DigestSource& source) : source_(source) {}

    /// A page's streams, as references. Throws ReaderRefused where they are not there.
    [[nodiscard]] std::vector<PdfValue> streamsOf(const PdfValue& page) const;
    [[nodiscard]] PageLexing lex(const std::vector<PdfValue>& streams);
    /// The decoded content of a page whose streams cannot stay apart.
    [[nodiscard]] std::string decoded(const std::vector<PdfValue>& streams) const;
    /// Whether one of the forms that a page may draw has fonts.
    [[nodiscard]] bool someFormHasFonts(const SourceLeaf& leaf);

private:
    [[nodiscard]] PageLexing read(const std::vector<PdfValue>& streams);

    DigestSource& source_;
    std::unordered_map<std::uint32_t, PageLexing> lexed_;  // by the number of a page's only stream
    std::unordered_map<std::uint32_t, bool> withFonts_;    // by the number of the resources' object
    std::uint64_t decodedBytes_ = 0;
    std::size_t streamsRead_ = 0;
};

}  // namespace engross
