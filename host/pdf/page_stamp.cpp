#include "pdf/page_stamp.h"

#include <algorithm>
#include <cmath>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <stdexcept>

namespace engross {

namespace {

constexpr TypeStyle bold{Weight::Bold, Slope::Upright};
constexpr double padding = 0.35;  // of the patch around the text, in ems

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

std::u16string codeUnits(const std::string& character) {
    QPDFObjectHandle text = QPDFObjectHandle::newUnicodeString(character);
    const std::string bytes = text.getStringValue();
    if (bytes.size() < 4 || bytes.compare(0, 2, "\xFE\xFF") != 0) {
        return std::u16string(character.begin(), character.end());
    }
    std::u16string units;
    for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
        units += static_cast<char16_t>(static_cast<unsigned char>(bytes[i]) * 256 +
                                       static_cast<unsigned char>(bytes[i + 1]));
    }
    return units;
}

std::string numbers(std::initializer_list<double> values) {
    std::string text;
    for (const double value : values) {
        text += pdfNumber(value) + ' ';
    }
    return text;
}

/// A rectangle with round corners, from its lower left.
std::string roundedPath(const StampPlace& place) {
    const double radius = std::min(place.width, place.height) * 0.25;
    const double bend = radius * 0.4477;  // 1 - 4/3 (sqrt 2 - 1): a quarter circle as one curve
    const double x1 = place.left;
    const double y1 = place.bottom;
    const double x2 = x1 + place.width;
    const double y2 = y1 + place.height;
    return numbers({x1 + radius, y1}) + "m " + numbers({x2 - radius, y1}) + "l " +
           numbers({x2 - bend, y1, x2, y1 + bend, x2, y1 + radius}) + "c " + numbers({x2, y2 - radius}) + "l " +
           numbers({x2, y2 - bend, x2 - bend, y2, x2 - radius, y2}) + "c " + numbers({x1 + radius, y2}) + "l " +
           numbers({x1 + bend, y2, x1, y2 - bend, x1, y2 - radius}) + "c " + numbers({x1, y1 + radius}) + "l " +
           numbers({x1, y1 + bend, x1 + bend, y1, x1 + radius, y1}) + "c h f";
}

QPDFObjectHandle packedStream(QPDF& pdf, const std::string& bytes) {
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf);
    stream.replaceStreamData(bytes, QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
    return stream;
}

QPDFObjectHandle descriptorOf(const Face& face, const std::string& name, const QPDFObjectHandle& program) {
    const FaceMetrics& metrics = face.metrics();
    QPDFObjectHandle descriptor = QPDFObjectHandle::parse("<< /Type /FontDescriptor /Flags 4 /ItalicAngle 0 >>");
    descriptor.replaceKey("/FontName", QPDFObjectHandle::newName("/" + name));
    QPDFObjectHandle box = QPDFObjectHandle::newArray();
    for (const int side : metrics.boundingBox) {
        box.appendItem(QPDFObjectHandle::newInteger(side));
    }
    descriptor.replaceKey("/FontBBox", box);
    descriptor.replaceKey("/Ascent", QPDFObjectHandle::newInteger(metrics.ascent));
    descriptor.replaceKey("/Descent", QPDFObjectHandle::newInteger(metrics.descent));
    descriptor.replaceKey("/CapHeight", QPDFObjectHandle::newInteger(metrics.capHeight));
    descriptor.replaceKey("/StemV", QPDFObjectHandle::newInteger(metrics.stemV));
    descriptor.replaceKey("/FontFile2", program);
    return descriptor;
}

}  // namespace

PageStamp::PageStamp(const Typesetter& typesetter, const std::vector<std::string>& labels) : glyphs_{SubsetGlyph{}} {
    std::set<std::string> wanted;
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
        glyphs_.push_back({runs.front().glyphs.front().glyph, codeUnits(character)});
    }
}

QPDFObjectHandle PageStamp::font(QPDF& pdf) const {
    const FontSubset subset = face_->subset(glyphs_);
    const std::string name = subset.tag + "+" + face_->postScriptName();
    QPDFObjectHandle program = packedStream(pdf, subset.program);
    program.getDict().replaceKey("/Length1",
                                 QPDFObjectHandle::newInteger(static_cast<long long>(subset.programLength)));
    QPDFObjectHandle cid = QPDFObjectHandle::parse(
        "<< /Type /Font /Subtype /CIDFontType2 /DW 1000 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
    cid.replaceKey("/BaseFont", QPDFObjectHandle::newName("/" + name));
    cid.replaceKey("/FontDescriptor", pdf.makeIndirectObject(descriptorOf(*face_, name, program)));
    cid.replaceKey("/W", QPDFObjectHandle::parse(subset.widths));
    cid.replaceKey("/CIDToGIDMap", packedStream(pdf, subset.cidToGid));
    QPDFObjectHandle font = QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>");
    font.replaceKey("/BaseFont", QPDFObjectHandle::newName("/" + name));
    font.replaceKey("/DescendantFonts", QPDFObjectHandle::newArray({pdf.makeIndirectObject(cid)}));
    font.replaceKey("/ToUnicode", packedStream(pdf, subset.toUnicode));
    return pdf.makeIndirectObject(font);
}

std::string PageStamp::draw(const PageGeometry& page, const std::string& label, const std::string& fontName) const {
    const double textWidth = widthOf(label);
    const StampPlace place = placeStamp(page.width(), page.height(), textWidth);
    const auto matrix = page.uprightAt(0, 0);
    const Points capHeight = place.size * face_->metrics().capHeight / 1000;
    std::string content = "/Artifact <</Type /Pagination>> BDC q ";
    for (const double value : matrix) {
        content += pdfNumber(value, 9) + ' ';
    }
    content += "cm\n1 g ";
    content += roundedPath(place) + "\n0 g BT 0 Tr " + fontName + ' ' + pdfNumber(place.size) + " Tf ";
    content += numbers({place.left + place.size * padding, place.bottom + (place.height - capHeight) / 2});
    return content + "Td <" + codesOf(label) + "> Tj ET\nQ EMC\n";
}

double PageStamp::widthOf(const std::string& label) const {
    double width = 0;
    for (const auto& character : charactersOf(label)) {
        width += face_->advance(glyphs_.at(codes_.at(character)).glyph);
    }
    return width / 1000;
}

std::string PageStamp::codesOf(const std::string& label) const {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string codes;
    for (const auto& character : charactersOf(label)) {
        const std::size_t code = codes_.at(character);
        for (int shift = 12; shift >= 0; shift -= 4) {
            codes += digits[code >> static_cast<unsigned>(shift) & 15U];
        }
    }
    return codes;
}

}  // namespace engross
