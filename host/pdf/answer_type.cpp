#include "pdf/answer_type.h"

#include "pdf/page_geometry.h"
#include "pdf/pdf_text.h"
#include "type/families.h"

#include <algorithm>
#include <qpdf/QPDF.hh>

namespace engross {

namespace {

constexpr std::string_view serifFamily = "Liberation Serif";

std::string codeOf(std::size_t cid) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (unsigned shift = 16; shift > 0; shift -= 4) {
        out += digits[cid >> (shift - 4) & 15U];
    }
    return out;
}

/// What a glyph stands for: the first of a cluster for its text, the others for U+2060, which shows nothing.
std::u16string unitsOf(const ShapedRun& run, std::size_t index) {
    const std::uint32_t cluster = run.glyphs[index].cluster;
    if (index > 0 && run.glyphs[index - 1].cluster == cluster) {
        return u"\u2060";
    }
    std::size_t end = run.text.size();
    for (const ShapedGlyph& other : run.glyphs) {
        end = other.cluster > cluster ? std::min<std::size_t>(end, other.cluster) : end;
    }
    return utf16(std::string_view(run.text).substr(cluster, end - cluster));
}

QPDFObjectHandle packedStream(QPDF& pdf, const std::string& deflatedBytes) {
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf);
    stream.replaceStreamData(deflatedBytes, QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
    return stream;
}

QPDFObjectHandle descriptorOf(QPDF& pdf, const Face& face, const std::string& name, const QPDFObjectHandle& program) {
    const FaceMetrics& metrics = face.metrics();
    std::string box;
    for (const int side : metrics.boundingBox) {
        box += std::to_string(side) + ' ';
    }
    QPDFObjectHandle descriptor = QPDFObjectHandle::parse(
        "<</Type/FontDescriptor/FontName/" + name + "/Flags 4/ItalicAngle " + pdfNumber(metrics.italicAngle) +
        "/FontBBox[" + box + "]/Ascent " + std::to_string(metrics.ascent) + "/Descent " +
        std::to_string(metrics.descent) + "/CapHeight " + std::to_string(metrics.capHeight) + "/StemV " +
        std::to_string(metrics.stemV) + ">>");
    descriptor.replaceKey("/FontFile2", program);
    return pdf.makeIndirectObject(descriptor);
}

}  // namespace

std::string AnswerType::show(std::string_view line, const AnswerFace& face, double size) {
    std::string operators;
    for (const ShapedRun& run : typesetter(face).shape(line, face.style, "en-GB")) {
        operators += showRun(run, size);
    }
    return operators;
}

double AnswerType::width(std::string_view line, const AnswerFace& face) {
    double width = 0;
    for (const ShapedRun& run : typesetter(face).shape(line, face.style, "en-GB")) {
        width += run.width;
    }
    return width / 1000;
}

const Typesetter& AnswerType::typesetter(const AnswerFace& face) {
    if (!sans_) {
        sans_ = Typesetter::standard();
        serif_ = familyFiles(serifFamily) ? Typesetter::of(std::string(serifFamily)) : sans_;
    }
    return face.serif ? *serif_ : *sans_;
}

QPDFObjectHandle AnswerType::fonts() {
    if (fonts_ == 0) {
        fonts_ = pdf_.makeIndirectObject(QPDFObjectHandle::newDictionary()).getObjectID();
    }
    return pdf_.getObjectByID(fonts_, 0);
}

AnswerType::UsedFace& AnswerType::used(const std::shared_ptr<const Face>& face) {
    const auto found = std::find_if(faces_.begin(), faces_.end(),
                                    [&face](const UsedFace& one) { return one.face->path() == face->path(); });
    if (found != faces_.end()) {
        return *found;
    }
    UsedFace fresh;
    fresh.face = face;
    fresh.name = "/EngrossAnswer" + std::to_string(faces_.size() + 1);
    QPDFObjectHandle place = pdf_.makeIndirectObject(QPDFObjectHandle::newDictionary());
    fresh.object = place.getObjectID();
    fonts().replaceKey(fresh.name, place);
    return faces_.emplace_back(std::move(fresh));
}

std::string AnswerType::showRun(const ShapedRun& run, double size) {
    UsedFace& face = used(run.face);
    std::string operators = face.name + ' ' + pdfNumber(size) + " Tf [";
    double pending = 0;  // thousandths by which the pen stands too far left
    double rise = 0;
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        const ShapedGlyph& glyph = run.glyphs[i];
        if (glyph.yOffset != rise) {
            rise = glyph.yOffset;
            operators += "] TJ " + pdfNumber(rise * size / 1000) + " Ts [";
        }
        if (const double step = pending + glyph.xOffset; step != 0) {
            operators += pdfNumber(-step);
        }
        const std::size_t next = face.glyphs.size();
        const auto [known, fresh] = face.known.try_emplace(SubsetGlyph{glyph.glyph, unitsOf(run, i)}, next);
        if (fresh) {
            face.glyphs.push_back(known->first);
        }
        operators += '<' + codeOf(known->second) + '>';
        pending = glyph.advance - run.face->advance(glyph.glyph) - glyph.xOffset;
    }
    if (pending != 0) {
        operators += pdfNumber(-pending);
    }
    return operators + (rise == 0 ? "] TJ\n" : "] TJ 0 Ts\n");
}

void AnswerType::embed() {
    for (const UsedFace& used : faces_) {
        embed(used);
    }
}

void AnswerType::embed(const UsedFace& used) {
    const FontSubset subset = used.face->subset(used.glyphs);
    const std::string name = subset.tag + "+" + used.face->postScriptName();
    QPDFObjectHandle program = packedStream(pdf_, subset.program);
    program.getDict().replaceKey("/Length1",
                                 QPDFObjectHandle::newInteger(static_cast<long long>(subset.programLength)));
    QPDFObjectHandle descendant = QPDFObjectHandle::parse(
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name +
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W" + subset.widths + ">>");
    descendant.replaceKey("/FontDescriptor", descriptorOf(pdf_, *used.face, name, program));
    descendant.replaceKey("/CIDToGIDMap", packedStream(pdf_, subset.cidToGid));
    QPDFObjectHandle font = QPDFObjectHandle::parse("<</Type/Font/Subtype/Type0/BaseFont/" + name +
                                                    "/Encoding/Identity-H/DescendantFonts[]>>");
    font.getKey("/DescendantFonts").appendItem(pdf_.makeIndirectObject(descendant));
    font.replaceKey("/ToUnicode", packedStream(pdf_, subset.toUnicode));
    pdf_.replaceObject(used.object, 0, font);
}

}  // namespace engross
