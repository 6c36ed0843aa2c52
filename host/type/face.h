#pragma once
#include "model/error.h"
#include "model/units.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// A font file is missing or cannot be used. Codes: "font-missing", "font-unusable".
class FontError : public Error {
public:
    using Error::Error;
};

/// What a PDF font descriptor needs to know of a face; lengths in thousandths of an em.
struct FaceMetrics {
    int ascent = 0;
    int descent = 0;  // negative
    int capHeight = 0;
    int xHeight = 0;
    int boundingBox[4] = {0, 0, 0, 0};
    double italicAngle = 0;
    int stemV = 80;
};

/// One (glyph, text) pair of a subset; its place in the list is its CID. Entry 0 is .notdef.
struct SubsetGlyph {
    std::uint32_t glyph = 0;
    std::u16string text;  // what ToUnicode gives for it
    bool operator==(const SubsetGlyph&) const = default;
    auto operator<=>(const SubsetGlyph&) const = default;
};

/// Everything that a PDF needs to embed some glyphs of a face, all deflated (zlib). Deterministic: it depends on the
/// face and the glyph list alone. The tag is six capitals made from the program's bytes.
struct FontSubset {
    std::string tag;
    std::string program;            // deflated TrueType, no hinting, glyf-based
    std::size_t programLength = 0;  // inflated
    std::string cidToGid;           // deflated CIDToGIDMap
    std::string toUnicode;          // deflated CMap with bfchar rows
    std::string widths;             // the /W array as PDF text, not deflated; the same widths as Face::advance()
};

/// What a face is for: text as such, or the few characters that a family lacks.
enum class FaceUse { Family, Fallback };

/// An immutable font face, shared by all threads. Files are mapped by fixed path; their SHA-256 is part of a closure.
class Face {
public:
    /// Throws FontError where the file is missing or is no TrueType font (glyf outlines). A fallback has no fixed
    /// repertoire: a document embeds just the glyphs that it uses of it.
    explicit Face(const std::string& path, FaceUse use = FaceUse::Family);
    ~Face();
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    [[nodiscard]] const std::string& path() const noexcept;
    [[nodiscard]] const std::string& postScriptName() const noexcept;
    [[nodiscard]] const FaceMetrics& metrics() const noexcept;
    /// Thousandths of an em, a whole number: the width that a viewer takes from /W, so that it moves the pen as we do.
    [[nodiscard]] double advance(std::uint32_t glyph) const;
    [[nodiscard]] bool has(char32_t character) const;
    /// The CID of a glyph in the face's fixed repertoire (ASCII and letter punctuation, Latin-1, Latin Extended, the
    /// Latin ligatures), or 0.
    [[nodiscard]] std::uint16_t repertoireCid(std::uint32_t glyph, std::u16string_view text) const;
    /// The fixed block (bit 0, 1 or 2) that a repertoire CID belongs to.
    [[nodiscard]] int repertoireBlock(std::uint16_t cid) const;
    /// The union of fixed blocks (mask 1 to 7) as a subset, built once for each mask and kept. CIDs are those of
    /// repertoireCid().
    [[nodiscard]] std::shared_ptr<const FontSubset> repertoireSubset(int mask) const;
    /// A subset of just these glyphs, for what the repertoire lacks. CIDs are places in the list; entry 0 must be
    /// .notdef. Throws std::length_error above 65,535 entries.
    [[nodiscard]] FontSubset subset(const std::vector<SubsetGlyph>& glyphs) const;

    struct Handles;  // HarfBuzz, inside host/type only
    [[nodiscard]] const Handles& handles() const noexcept;

private:
    std::unique_ptr<Handles> handles_;
};

/// A glyph of a run, in the order in which it is drawn; lengths in thousandths of an em, whole numbers.
struct ShapedGlyph {
    std::uint32_t glyph = 0;
    std::uint32_t cluster = 0;  // byte offset into the run's text
    double advance = 0;
    double xOffset = 0;
    double yOffset = 0;
};

/// Text of one face, script and direction, shaped.
struct ShapedRun {
    std::shared_ptr<const Face> face;
    std::string text;  // UTF-8, NFC, logical order
    std::string language;
    std::vector<ShapedGlyph> glyphs;
    double width = 0;  // thousandths of an em
    bool rightToLeft = false;

    /// Whether a cluster has several glyphs or the run goes right to left: such a run needs its text stated as
    /// ActualText.
    [[nodiscard]] bool needsActualText() const noexcept;
};

}  // namespace engross
