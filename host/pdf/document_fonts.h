#pragma once
#include "pdf/archive.h"
#include "pdf/object_writer.h"
#include "type/face.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace engross {

/// A code to be shown: the number of a font of the document and a CID in it.
struct FontCode {
    std::size_t font = 0;
    std::uint16_t cid = 0;
    double advance = 0;  // of its glyph as the font has it, in thousandths
};

/// The fonts that a document uses: for each face the blocks of its repertoire that were touched, and a font of its own
/// for the rest. All are Type0 fonts with Identity-H (ISO 32000-1 9.7).
class DocumentFonts {
public:
    /// The codes of a run's glyphs, in order. One CID stands for one (glyph, text) pair, so that ToUnicode is exact;
    /// the text of a cluster goes to its first glyph, the others stand for U+2060, which shows nothing.
    void encode(const ShapedRun& run, std::vector<FontCode>& codes);
    /// The object of a font.
    [[nodiscard]] ObjectNumber object(std::size_t font, ObjectWriter& file);
    /// Embeds what was used; for PDF/A-1 with the CIDSet that it asks for (ISO 19005-1 6.3.5).
    void write(ObjectWriter& file, ArchiveFlavour archive);

private:
    struct Font {
        std::shared_ptr<const Face> face;
        ObjectNumber object = 0;
        bool extra = false;
        int mask = 0;                     // of a repertoire font
        std::vector<SubsetGlyph> glyphs;  // of an extra font
        std::map<SubsetGlyph, std::uint16_t> known;
    };
    /// The code of an ASCII character, with the glyph that it was asked for.
    struct PlainCode {
        static constexpr std::uint32_t none = 0xFFFFFFFF;
        std::uint32_t glyph = none;
        FontCode code;
    };
    struct FaceFonts {
        static constexpr std::size_t none = static_cast<std::size_t>(-1);
        const Face* face = nullptr;
        std::size_t repertoire = none;
        std::size_t extra = none;
        std::array<PlainCode, 128> plain{};  // by character
    };

    FaceFonts& fontsOf(const std::shared_ptr<const Face>& face);
    FontCode plainCode(FaceFonts& fonts, const std::shared_ptr<const Face>& face, std::uint32_t glyph, char character);
    FontCode codeOf(FaceFonts& fonts, const std::shared_ptr<const Face>& face, std::uint32_t glyph,
                    std::u16string_view text);
    std::size_t addFont(const std::shared_ptr<const Face>& face, bool extra);
    std::uint16_t extraCid(Font& font, std::uint32_t glyph, std::u16string_view text);

    std::vector<Font> fonts_;
    std::vector<FaceFonts> faces_;
};

}  // namespace engross
