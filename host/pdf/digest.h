#pragma once
#include "pdf/input.h"
#include "pdf/page_geometry.h"
#include "pdf/source_bytes.h"
#include "pdf/source_place.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// The place of an object in Digest::objects.
using LocalId = std::uint32_t;

/// Ids that stand for what only the writer knows. As a reference:
constexpr LocalId nullId = 0xFFFFFFFF;             // "null": what it led to is not taken along
constexpr LocalId stampFontId = 0xFFFFFFFE;        // the font of the page numbers
constexpr LocalId structureParentId = 0xFFFFFFFD;  // the element that this source's elements hang below
constexpr LocalId leastSpecialId = 0xFFFFFFF0;

/// A reference that was cut out of the text: "12 0 R" goes in at `at`, a place in the blob. Token breaks stand, or the
/// text begins or ends, on both sides of it. Relocations of one text follow each other in rising order.
struct DigestRelocation {
    std::uint32_t at = 0;
    LocalId id = nullId;
    bool operator==(const DigestRelocation&) const = default;
};

/// A piece of PDF text in the blob, well formed by itself, with the places of its references.
struct DigestText {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::uint32_t firstRelocation = 0;
    std::uint32_t relocations = 0;
    bool operator==(const DigestText&) const = default;
};

enum class DigestKind : std::uint8_t {
    Plain,         // `text` is the whole object
    SourceStream,  // `text` is its dictionary with the right /Length; its bytes are those of the source at `data`
    BlobStream,    // the same, with its bytes in the blob at `data`
    Page,          // written from pages[index]; no text
    Link           // written from links[index]; no text
};

struct DigestObject {
    DigestKind kind = DigestKind::Plain;
    DigestText text;
    std::uint64_t data = 0;
    std::uint64_t dataLength = 0;
    std::uint32_t index = 0;
    /// Objects with equal hashes are the same with all that they lead to, in whatever file: one of them will do. Absent
    /// (`hashed` false) where an object is a page, a link or a layer, or leads to one, or to itself.
    bool hashed = false;
    /// The hash tells a stream, here or in what this leads to, by a sum and samples of its bytes: equal hashes are then
    /// only likely to mean equal bytes, and who acts on it compares the bytes.
    bool sampled = false;
    std::array<std::uint8_t, 32> hash{};
    bool operator==(const DigestObject&) const = default;
};

/// Resources that the page number may be drawn with: a Plain object in which `fontName` stands for stampFontId.
/// Pages that shared theirs in the source share them here.
struct DigestResources {
    LocalId object = nullId;
    std::string fontName;  // "/EngrossNumber", or a longer name where the source uses that
    bool operator==(const DigestResources&) const = default;
};

/// A page to be written. Everything inherited is resolved and every value is sane. The writer makes its dictionary:
/// type, parent, boxes, rotation, unit, resources, contents, links, place in the structure, and `extra`.
struct DigestPage {
    LocalId object = nullId;
    std::array<double, 4> mediaBox{0, 0, 612, 792};
    PageGeometry shown;              // its visible box is the /CropBox
    std::uint32_t resources = 0;     // in Digest::resources
    DigestText extra;                // entries to be taken along as they are, such as /Group; often empty
    std::uint32_t firstContent = 0;  // in Digest::contents; each is a stream object. None: an empty page
    std::uint32_t contents = 0;
    /// The contents pop no state that they did not push, and leave `overs` states pushed: "Q" goes in so many times
    /// after them, never more than 64. Nothing else is left open: text objects, marks and strings are closed.
    std::uint32_t overs = 0;
    std::uint32_t firstLink = 0;  // in Digest::links, in reading order
    std::uint32_t links = 0;
    /// Of a source of ours: the elements of the page's marked content by id (its entry in the parent tree), in
    /// Digest::elements; nullId where an id has none. `hasElements` says that the page has such an entry.
    std::uint32_t firstElement = 0;
    std::uint32_t elements = 0;
    bool hasElements = false;
    bool showsText = false;     // itself or by a form with fonts; else it is a figure to a screen reader
    bool drawsObjects = false;  // pictures or forms
    bool damaged = false;       // its content cannot be decoded to the end
    bool operator==(const DigestPage&) const = default;
};

/// A link annotation, made afresh. The writer adds the destination and the key in the structure tree.
struct DigestLink {
    LocalId object = nullId;
    DigestText text;  // all entries but /Dest and /StructParent, without << and >>; has /A where it leads to an address
    enum class Leads : std::uint8_t { Out, Within, Target } leads = Leads::Out;
    SourcePlace place;         // of Within
    std::string target;        // of Target: a place of the bundle, "doc:7"; only of sources of ours
    LocalId element = nullId;  // of a source of ours: its element in the structure tree
    bool operator==(const DigestLink&) const = default;
};

/// A bookmark of the source; rows stand in reading order, a row belongs to the nearest row above with a lower level.
struct DigestBookmark {
    std::uint32_t level = 0;
    std::string title;  // UTF-8, never empty
    bool leads = false;
    SourcePlace place;
    bool operator==(const DigestBookmark&) const = default;
};

/// An optional content group that something in the pages may belong to.
struct DigestLayer {
    LocalId object = nullId;
    bool hidden = false;  // by default, as the reader of the source saw it
    bool operator==(const DigestLayer&) const = default;
};

/// Raise it whenever a reader of the same bytes makes another digest, or stores it in another way.
constexpr std::uint32_t digestVersion = 6;

/// What a bundle takes of one PDF, relocatable: objects with the places of their references, and what the writer needs
/// to know of pages, links, bookmarks, layers and structure. Only what pages reach is here, nothing active, and each
/// kind of thing that stayed behind is counted. A plain value: it may be stored and come from another process.
struct Digest {
    std::string blob;
    std::vector<DigestRelocation> relocations;
    std::vector<DigestObject> objects;
    std::vector<DigestResources> resources;
    std::vector<LocalId> contents;
    std::vector<DigestPage> pages;
    std::vector<DigestLink> links;
    std::vector<DigestBookmark> bookmarks;
    std::vector<DigestLayer> layers;
    /// Of a source of ours that has a structure tree: its top elements (their /P is structureParentId, and a /Document
    /// has become a /Part). Empty: the source is tagged page by page, as a foreign one.
    std::vector<LocalId> topElements;
    std::vector<LocalId> elements;
    std::map<std::string, std::size_t> losses;  // by LinkLoss::kind, and detourKind; no noughts
    PdfFacts facts;
    std::string detour;  // why libqpdf had to rewrite the file first, such as "forms"; empty where it had not
    bool operator==(const Digest&) const = default;
};

/// What a file's facts and losses call its detour: "detour-damaged-xref", once. A file with forms says it in its facts
/// alone: that its answers were made flat is a loss of its own.
[[nodiscard]] std::string detourKind(std::string_view reason);
void tellDetour(std::string_view reason, PdfFacts& facts, std::map<std::string, std::size_t>& losses);

/// A digest and the bytes that its SourceStreams are in.
struct DigestedFile {
    Digest digest;
    std::shared_ptr<const SourceBytes> bytes;
};

/// Reads a PDF for a bundle. What the fast reader is not sure of goes through libqpdf first. `name` is what faults call
/// it. `ours` says that Engross drew it: its unknown link names are kept as targets, and its structure is taken along.
/// Throws PdfError. May be called on several threads.
[[nodiscard]] DigestedFile digestFile(const std::string& path, const std::string& name,
                                      const std::string& password = {}, bool ours = false,
                                      const PdfLimits& limits = {});

/// The same with a digest that was stored at `digestPath`. Nothing where it is absent, of another version, not sound,
/// or made for a file of another length. Throws PdfError where the file itself cannot be read.
[[nodiscard]] std::optional<DigestedFile> digestedBefore(const std::string& path, const std::string& name,
                                                         const std::string& digestPath, const PdfLimits& limits = {});

/// Whether everything in the digest that points somewhere points inside it or inside a source of that many bytes, and
/// streams, pages and links are where they should be. A writer may then follow it without looking.
[[nodiscard]] bool isSound(const Digest& digest, std::uint64_t sourceBytes);

}  // namespace engross
