#pragma once
#include "pdf/digest_writer.h"
#include "pdf/label_stamp.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace engross {

/// How the content of a page is marked around what its source drew.
enum class ContentMark {
    None,   // it marks itself, or there is nothing
    Text,   // one paragraph
    Figure  // one figure
};

/// Writes pages: their dictionaries, the streams that stand around their source's content, and their numbers.
class PageWriter {
public:
    PageWriter(ObjectWriter& file, const PlacedPages& pages, LabelStamp& stamp);

    /// Writes a page of the digest that `objects` took up last, at its place in the file (from 0). `inStructure`
    /// gives it the key of its place in the structure tree.
    void write(const Digest& digest, const DigestPage& page, std::size_t place, const DigestWriter& objects,
               const std::string& label, ContentMark mark, bool inStructure);

private:
    [[nodiscard]] ObjectNumber opening(ContentMark mark, std::uint32_t unders);
    [[nodiscard]] ObjectNumber closing(const DigestPage& page, ContentMark mark, const std::string& label,
                                       const std::string& fontName);
    void appendBoxes(const DigestPage& page);

    ObjectWriter& file_;
    const PlacedPages& pages_;
    LabelStamp& stamp_;
    std::map<std::pair<ContentMark, std::uint32_t>, ObjectNumber> openings_;
    std::string body_;
    std::string content_;
};

}  // namespace engross
