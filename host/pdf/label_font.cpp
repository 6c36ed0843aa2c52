#include "pdf/label_font.h"

#include "pdf/pdf_text.h"

#include <stdexcept>

namespace engross {

namespace {

std::string descriptorOf(const Face& face, const std::string& name, ObjectNumber program) {
    const FaceMetrics& metrics = face.metrics();
    std::string box;
    for (const int side : metrics.boundingBox) {
        box += std::to_string(side) + ' ';
    }
    return "<</Type/FontDescriptor/FontName/" + name + "/Flags 4/ItalicAngle 0/FontBBox[" + box + "]/Ascent " +
           std::to_string(metrics.ascent) + "/Descent " + std::to_string(metrics.descent) + "/CapHeight " +
           std::to_string(metrics.capHeight) + "/StemV " + std::to_string(metrics.stemV) + "/FontFile2 " +
           reference(program) + ">>";
}

/// In bytes, with those that go on with it.
std::size_t lengthOfFirst(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
        ++length;
    }
    return length;
}

std::string hexadecimal(std::size_t code) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (unsigned shift = 16; shift > 0; shift -= 4) {
        out += digits[code >> (shift - 4) & 15U];
    }
    return out;
}

}  // namespace

std::vector<std::string_view> labelCharacters(std::string_view text) {
    std::vector<std::string_view> characters;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = lengthOfFirst(text.substr(at));
        characters.push_back(text.substr(at, length));
        at += length;
    }
    return characters;
}

LabelFont::LabelFont(const Typesetter& typesetter, TypeStyle style, const std::set<std::string>& characters)
    : glyphs_{SubsetGlyph{}} {
    for (const auto& character : characters) {
        const std::vector<ShapedRun> runs = typesetter.shape(character, style, "en-GB");
        if (runs.size() != 1 || runs.front().glyphs.size() != 1 || (face_ && runs.front().face != face_)) {
            throw std::logic_error("a page label has a character that its font lacks");
        }
        face_ = runs.front().face;
        const double width = face_->advance(runs.front().glyphs.front().glyph) / 1000;
        codes_.emplace(character, Code{hexadecimal(glyphs_.size()), width});
        glyphs_.push_back({runs.front().glyphs.front().glyph, utf16(character)});
    }
}

ObjectNumber LabelFont::write(ObjectWriter& file) const {
    const FontSubset subset = face_->subset(glyphs_);
    const std::string name = subset.tag + "+" + face_->postScriptName();
    const ObjectNumber program =
        file.addStream("/Filter/FlateDecode/Length1 " + std::to_string(subset.programLength), subset.program);
    const ObjectNumber toGid = file.addStream("/Filter/FlateDecode", subset.cidToGid);
    const ObjectNumber toUnicode = file.addStream("/Filter/FlateDecode", subset.toUnicode);
    const ObjectNumber descriptor = file.add(descriptorOf(*face_, name, program));
    const ObjectNumber descendant =
        file.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name +
                 "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " +
                 reference(descriptor) + "/CIDToGIDMap " + reference(toGid) + "/DW 1000/W" + subset.widths + ">>");
    return file.add("<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts[" +
                    reference(descendant) + "]/ToUnicode " + reference(toUnicode) + ">>");
}

LabelFont::Codes LabelFont::codes(std::string_view text) const {
    Codes out;
    while (!text.empty()) {
        const std::size_t length = lengthOfFirst(text);
        const auto found = codes_.find(text.substr(0, length));
        if (found == codes_.end()) {
            throw std::out_of_range("a page label has a character that its font was not made for");
        }
        out.hexadecimal += found->second.hexadecimal;
        out.width += found->second.width;
        text.remove_prefix(length);
    }
    return out;
}

double LabelFont::capHeight() const {
    return static_cast<double>(face_->metrics().capHeight) / 1000;
}

}  // namespace engross
