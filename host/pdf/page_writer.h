#pragma once
#include "pdf/digest_writer.h"
#include "pdf/label_stamp.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace engross {

/// How the content of a page is marked around what its source drew.
enum class ContentMark {
    None,   // it marks itself, or there is nothing
    Text,   // one paragraph
    Figure  // one figure
};

/// What is put on a page beside what its source has there; 0 for none.
struct PageExtras {
    std::vector<ObjectNumber> links;  // annotations
    ObjectNumber notes = 0;           // a content stream
    ObjectNumber resources = 0;       // in place of the page's
};

/// Writes pages: their dictionaries, the streams that stand around their source's content, and their numbers.
class PageWriter {
public:
    PageWriter(ObjectWriter& file, const PlacedPages& pages, LabelStamp& stamp);

    /// Writes a page of the digest that `objects` took up last, at its place in the file (from 0). `inStructure`
    /// gives it the key of its place in the structure tree.
    void write(const Digest& digest, const DigestPage& page, std::size_t place, const DigestWriter& objects,
               const std::string& label, ContentMark mark, bool inStructure, const PageExtras& extras = {});

private:
    /// The boxes of the page before, as text: most pages are like those before them.
    struct Boxes {
        std::array<double, 4> mediaBox{};
        PageGeometry shown;
        std::string text;
    };

    [[nodiscard]] ObjectNumber opening(ContentMark mark, const DigestPage& page);
    void close(const DigestPage& page, ContentMark mark);
    void appendLinks(const Digest& digest, const DigestPage& page, const DigestWriter& objects,
                     const PageExtras& extras);
    void appendBoxes(const DigestPage& page);

    ObjectWriter& file_;
    const PlacedPages& pages_;
    LabelStamp& stamp_;
    std::map<std::string, ObjectNumber> openings_;  // by what they say
    Boxes boxes_;
    std::string body_;
    std::string content_;
};

}  // namespace engross
