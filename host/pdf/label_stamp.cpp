#include "pdf/label_stamp.h"

#include "pdf/pdf_text.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace engross {

namespace {

constexpr TypeStyle bold{Weight::Bold, Slope::Upright};
constexpr Points fullSize = 12;
constexpr Points leastSize = 8;
constexpr Points fullSide = mm(210);
constexpr double padding = 0.35;  // of the patch around the text, in ems
constexpr double patchHeight = 1.35;

/// The characters of a label. Labels are of the host's own making: digits, letters and spaces.
std::vector<std::string> charactersOf(const std::string& label) {
    std::vector<std::string> characters;
    for (const char byte : label) {
        if ((static_cast<unsigned char>(byte) & 0xC0U) == 0x80U && !characters.empty()) {
            characters.back() += byte;
        } else {
            characters.emplace_back(1, byte);
        }
    }
    return characters;
}

std::string numbers(std::initializer_list<double> values) {
    std::string text;
    for (const double value : values) {
        text += pdfNumber(value) + ' ';
    }
    return text;
}

/// A rectangle with round corners: a smaller one, filled and stroked with a round pen.
std::string roundedPatch(const StampPlace& place) {
    const double radius = std::min(place.width, place.height) * 0.25;
    return "1 g 1 G 1 j " + numbers({2 * radius}) + "w " +
           numbers({place.left + radius, place.bottom + radius, place.width - 2 * radius, place.height - 2 * radius}) +
           "re B\n";
}

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

}  // namespace

StampPlace placeStamp(Points pageWidth, Points pageHeight, double textWidth) {
    const Points side = std::min(pageWidth, pageHeight);
    StampPlace place;
    place.size = std::max(leastSize, fullSize * side / fullSide);
    const double widthInEms = textWidth + 2 * padding;
    place.size = std::min({place.size, pageWidth * 0.8 / widthInEms, pageHeight * 0.8 / patchHeight});
    place.width = place.size * widthInEms;
    place.height = place.size * patchHeight;
    const Points edge = std::min(
        {mm(8) * std::max(1.0, side / fullSide), (pageWidth - place.width) / 2, (pageHeight - place.height) / 2});
    place.left = pageWidth - edge - place.width;
    place.bottom = edge;
    return place;
}

LabelStamp::LabelStamp(const Typesetter& typesetter, const std::vector<std::string>& labels) : glyphs_{SubsetGlyph{}} {
    // All digits, whichever are needed: the next release of a bundle has the same font then, and the same pages.
    std::set<std::string> wanted{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    for (const auto& label : labels) {
        for (auto& character : charactersOf(label)) {
            wanted.insert(std::move(character));
        }
    }
    for (const auto& character : wanted) {
        const std::vector<ShapedRun> runs = typesetter.shape(character, bold, "en-GB");
        if (runs.size() != 1 || runs.front().glyphs.size() != 1 || (face_ && runs.front().face != face_)) {
            throw std::logic_error("a page label has a character that its font lacks");
        }
        face_ = runs.front().face;
        codes_.emplace(character, glyphs_.size());
        glyphs_.push_back({runs.front().glyphs.front().glyph, utf16(character)});
    }
}

ObjectNumber LabelStamp::writeFont(ObjectWriter& file) const {
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

void LabelStamp::draw(std::string& content, const PageGeometry& page, const std::string& label,
                      const std::string& fontName) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string codes;
    double width = 0;
    for (const auto& character : charactersOf(label)) {
        const std::size_t code = codes_.at(character);
        width += face_->advance(glyphs_.at(code).glyph) / 1000;
        for (int shift = 12; shift >= 0; shift -= 4) {
            codes += digits[code >> static_cast<unsigned>(shift) & 15U];
        }
    }
    if (last_.textWidth != width || last_.page != page || last_.fontName != fontName) {
        last_ = {page, width, fontName, beginning(page, width, fontName)};
    }
    content.append(last_.before).append(codes).append("> Tj ET\nQ EMC\n");
}

std::string LabelStamp::beginning(const PageGeometry& page, double textWidth, const std::string& fontName) const {
    const StampPlace place = placeStamp(page.width(), page.height(), textWidth);
    const Points capHeight = place.size * face_->metrics().capHeight / 1000;
    std::string content = "/Artifact <</Type /Pagination>> BDC q ";
    for (const double value : page.uprightAt(0, 0)) {
        content += pdfNumber(value, 9) + ' ';
    }
    content += "cm\n" + roundedPatch(place);
    content += "0 g BT 0 Tr " + fontName + ' ' + pdfNumber(place.size) + " Tf ";
    content += numbers({place.left + place.size * padding, place.bottom + (place.height - capHeight) / 2});
    return content + "Td <";
}

}  // namespace engross
