#include "pdf/document_fonts.h"

#include "pdf/deflate.h"
#include "pdf/pdf_text.h"

#include <stdexcept>

namespace engross {
namespace {

constexpr std::u16string_view wordJoiner = u"\u2060";
constexpr int symbolic = 4;  // ISO 32000-1 table 123
constexpr int italic = 64;

bool isAscii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}

std::string descriptorOf(const Face& face, const std::string& name, ObjectNumber program) {
    const FaceMetrics& metrics = face.metrics();
    std::string body = "<</Type/FontDescriptor/FontName/" + name + "/Flags " +
                       std::to_string(symbolic | (metrics.italicAngle != 0 ? italic : 0)) + "/FontBBox[";
    for (const int side : metrics.boundingBox) {
        body += std::to_string(side) + ' ';
    }
    body += "]/ItalicAngle ";
    appendNumber(body, metrics.italicAngle);
    body += "/Ascent " + std::to_string(metrics.ascent) + "/Descent " + std::to_string(metrics.descent) +
            "/CapHeight " + std::to_string(metrics.capHeight) + "/StemV " + std::to_string(metrics.stemV) +
            "/FontFile2 " + reference(program);
    return body;
}

/// One bit a CID, the highest first, for those that have a glyph, and for .notdef (ISO 32000-1 table 124).
std::string cidSet(const FontSubset& subset) {
    constexpr std::size_t mostCids = 0x10000;
    const std::string map = inflated(subset.cidToGid, mostCids * 2);
    std::string bits((map.size() / 2 + 7) / 8, '\0');
    for (std::size_t cid = 0; cid < map.size() / 2; ++cid) {
        if (cid == 0 || map[cid * 2] != 0 || map[cid * 2 + 1] != 0) {
            bits[cid / 8] = static_cast<char>(static_cast<unsigned char>(bits[cid / 8]) | (0x80U >> cid % 8));
        }
    }
    return bits;
}

void embed(ObjectWriter& file, ObjectNumber object, const Face& face, const FontSubset& subset,
           ArchiveFlavour archive) {
    const std::string name = subset.tag + '+' + face.postScriptName();
    const ObjectNumber program =
        file.addStream("/Filter/FlateDecode/Length1 " + std::to_string(subset.programLength), subset.program);
    const ObjectNumber toGid = file.addStream("/Filter/FlateDecode", subset.cidToGid);
    const ObjectNumber toUnicode = file.addStream("/Filter/FlateDecode", subset.toUnicode);
    std::string described = descriptorOf(face, name, program);
    if (archive == ArchiveFlavour::A1b) {
        described += "/CIDSet " + reference(file.addStream("/Filter/FlateDecode", deflated(cidSet(subset))));
    }
    const ObjectNumber descriptor = file.add(described += ">>");
    const ObjectNumber descendant =
        file.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name +
                 "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " +
                 reference(descriptor) + "/CIDToGIDMap " + reference(toGid) + "/DW 0/W" + subset.widths + ">>");
    file.write(object, "<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts[" +
                           reference(descendant) + "]/ToUnicode " + reference(toUnicode) + ">>");
}

}  // namespace

DocumentFonts::FaceFonts& DocumentFonts::fontsOf(const std::shared_ptr<const Face>& face) {
    for (FaceFonts& known : faces_) {
        if (known.face == face.get()) {
            return known;
        }
    }
    FaceFonts& fresh = faces_.emplace_back();
    fresh.face = face.get();
    return fresh;
}

std::size_t DocumentFonts::addFont(const std::shared_ptr<const Face>& face, bool extra) {
    Font& font = fonts_.emplace_back();
    font.face = face;
    font.extra = extra;
    if (extra) {
        font.glyphs.push_back({0, u"\uFFFD"});
    }
    return fonts_.size() - 1;
}

// The clusters of a run rise from left to right, or fall where it is read from right to left.
void DocumentFonts::encode(const ShapedRun& run, std::vector<FontCode>& codes) {
    codes.clear();
    codes.reserve(run.glyphs.size());
    FaceFonts& fonts = fontsOf(run.face);
    const std::string_view text = run.text;
    std::u16string units;
    std::size_t end = text.size();
    for (std::size_t index = 0; index < run.glyphs.size(); ++index) {
        const ShapedGlyph& glyph = run.glyphs[index];
        const bool first = index == 0 || run.glyphs[index - 1].cluster != glyph.cluster;
        const std::size_t behind = index + 1 < run.glyphs.size() ? run.glyphs[index + 1].cluster : text.size();
        if (first && behind == glyph.cluster + 1 && isAscii(text[glyph.cluster])) {
            codes.push_back(plainCode(fonts, run.face, glyph.glyph, text[glyph.cluster]));
            continue;
        }
        if (first && run.rightToLeft) {
            end = index == 0 ? text.size() : run.glyphs[index - 1].cluster;
        } else if (first) {
            std::size_t next = index + 1;
            while (next < run.glyphs.size() && run.glyphs[next].cluster == glyph.cluster) {
                ++next;
            }
            end = next < run.glyphs.size() ? run.glyphs[next].cluster : text.size();
        }
        const std::string_view cluster = text.substr(glyph.cluster, end - glyph.cluster);
        units = first ? utf16(cluster) : std::u16string(wordJoiner);
        codes.push_back(codeOf(fonts, run.face, glyph.glyph, units));
    }
}

FontCode DocumentFonts::plainCode(FaceFonts& fonts, const std::shared_ptr<const Face>& face, std::uint32_t glyph,
                                  char character) {
    const auto unit = static_cast<char16_t>(character);
    PlainCode& known = fonts.plain.at(unit);
    if (known.glyph != glyph) {
        known = {glyph, codeOf(fonts, face, glyph, {&unit, 1})};
    }
    return known.code;
}

FontCode DocumentFonts::codeOf(FaceFonts& fonts, const std::shared_ptr<const Face>& face, std::uint32_t glyph,
                               std::u16string_view text) {
    const double advance = face->advance(glyph);
    const std::uint16_t cid = face->repertoireCid(glyph, text);
    if (cid != 0) {
        if (fonts.repertoire == FaceFonts::none) {
            fonts.repertoire = addFont(face, false);
        }
        fonts_[fonts.repertoire].mask |= 1 << face->repertoireBlock(cid);
        return {fonts.repertoire, cid, advance};
    }
    if (fonts.extra == FaceFonts::none) {
        fonts.extra = addFont(face, true);
    }
    return {fonts.extra, extraCid(fonts_[fonts.extra], glyph, text), advance};
}

std::uint16_t DocumentFonts::extraCid(Font& font, std::uint32_t glyph, std::u16string_view text) {
    const auto next = static_cast<std::uint16_t>(font.glyphs.size());
    const auto [known, fresh] = font.known.try_emplace(SubsetGlyph{glyph, std::u16string(text)}, next);
    if (fresh) {
        if (font.glyphs.size() == 0xFFFF) {
            throw std::length_error("a document uses more than 65,534 glyphs of one face");
        }
        font.glyphs.push_back(known->first);
    }
    return known->second;
}

ObjectNumber DocumentFonts::object(std::size_t font, ObjectWriter& file) {
    Font& used = fonts_.at(font);
    if (used.object == 0) {
        used.object = file.allot();
    }
    return used.object;
}

void DocumentFonts::write(ObjectWriter& file, ArchiveFlavour archive) {
    for (const Font& font : fonts_) {
        if (font.object != 0) {
            const auto subset = font.extra ? std::make_shared<const FontSubset>(font.face->subset(font.glyphs))
                                           : font.face->repertoireSubset(font.mask);
            embed(file, font.object, *font.face, *subset, archive);
        }
    }
}

}  // namespace engross
