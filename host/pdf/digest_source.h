#pragma once
#include "pdf/digest.h"
#include "pdf/digest_copier.h"
#include "pdf/reader_objects.h"

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace engross {

/// A page as the file has it, with what it inherits.
struct SourceLeaf {
    PdfValue page;
    std::uint32_t number = 0;           // of its object
    PdfValue resources;                 // as it stands: often a reference
    std::uint32_t resourcesHolder = 0;  // the object that a direct /Resources stands in
    std::array<double, 4> mediaBox{0, 0, 612, 792};
    PageGeometry shown;
};

/// What the catalog says of layers (ISO 32000-1 8.11.4).
struct SourceLayers {
    std::vector<PdfValue> groups;    // references
    std::set<std::uint32_t> hidden;  // object numbers of those that are off by default

    /// Whether an object's /OC (a group, or a membership of groups) is hidden by default.
    [[nodiscard]] bool hides(const PdfValue& optionalContent) const;
};

/// What the parts of a digest's making share.
struct DigestSource {
    DigestSource(const ReaderObjects& objects, Digest& made, const std::string& given, bool own,
                 const PdfLimits& allowed)
        : file(objects), digest(made), copier(objects, made, own), name(given), ours(own), limits(allowed) {}

    void count(const std::string& kind, std::size_t number = 1) {
        if (number > 0 && !kind.empty()) {
            digest.losses[kind] += number;
        }
    }

    const ReaderObjects& file;
    Digest& digest;
    DigestCopier copier;
    const std::string& name;  // what faults call the file
    bool ours;
    const PdfLimits& limits;
    PdfValue catalog;
    std::vector<SourceLeaf> leaves;
    std::unordered_map<std::uint32_t, std::size_t> pageIndices;  // by object number
    std::vector<std::uint32_t> treeNodes;                        // object numbers of the page tree's nodes
    SourceLayers layers;
    std::vector<std::int64_t> linkKeys;  // of the digest's links in the file's parent tree; -1 for none
};

/// Finds the pages; throws ReaderRefused where the tree is odd, PdfError where there are too many pages.
void findPages(DigestSource& source);

/// Counts what stays behind, and reads what the catalog says of layers. Throws ReaderRefused(Forms) for a file with
/// fields.
void surveySource(DigestSource& source);

/// Makes the digest's bookmarks and links. The link annotations of page `index` go to its DigestPage.
class DigestNavigation {
public:
    explicit DigestNavigation(DigestSource& source);

    void makeLinks(std::size_t index);
    void makeBookmarks();

private:
    void makeLink(std::size_t index, const PdfValue& reference);
    /// Where a link leads; false where it is not kept, and that is counted.
    [[nodiscard]] bool settle(DigestLink& link, const PdfValue& annotation, std::string& address);
    void writeLooks(const PdfValue& annotation, const std::array<double, 4>& box);
    [[nodiscard]] std::optional<SourcePlace> resolve(PdfValue destination) const;
    bool addRows(const PdfValue& parent, std::uint32_t level, std::set<std::uint32_t>& seen);

    DigestSource& source_;
    std::unordered_map<std::string, PdfValue> names_;
};

/// Takes the structure tree of a source of ours along: elements, and which of them pages and links belong to.
void takeStructure(DigestSource& source);

}  // namespace engross
