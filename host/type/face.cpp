#include "type/face.h"

#include "type/face_handles.h"

#include <hb-ot.h>
#include <hb.h>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

namespace engross {
namespace {

using Blob = std::unique_ptr<hb_blob_t, void (*)(hb_blob_t*)>;

constexpr int fastLevel = 6;
// Levels above this need 9 MB of memory to gain 100 bytes a letter: a tenth of a cold process.
constexpr int bestLevel = 9;

Blob table(hb_face_t* face, const char (&tag)[5]) {
    return {hb_face_reference_table(face, HB_TAG(tag[0], tag[1], tag[2], tag[3])), hb_blob_destroy};
}

/// A big-endian 16-bit number of a table, or nought where the table is too short.
int signed16(const Blob& blob, unsigned offset) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    if (offset + 2 > length) {
        return 0;
    }
    const auto high = static_cast<std::uint8_t>(data[offset]);
    const auto low = static_cast<std::uint8_t>(data[offset + 1]);
    return static_cast<std::int16_t>(high << 8 | low);
}

FaceMetrics readMetrics(const Face::Handles& handles) {
    const auto metric = [&](hb_ot_metrics_tag_t tag, int otherwise) {
        hb_position_t position = 0;
        return hb_ot_metrics_get_position(handles.font.get(), tag, &position) != 0
                   ? static_cast<int>(std::lround(position * handles.thousandths))
                   : otherwise;
    };
    FaceMetrics metrics;
    metrics.ascent = metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 800);
    metrics.descent = metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -200);
    metrics.capHeight = metric(HB_OT_METRICS_TAG_CAP_HEIGHT, 700);
    metrics.xHeight = metric(HB_OT_METRICS_TAG_X_HEIGHT, 500);
    const Blob head = table(handles.face.get(), "head");
    for (unsigned i = 0; i < 4; ++i) {
        metrics.boundingBox[i] = static_cast<int>(std::lround(signed16(head, 36 + 2 * i) * handles.thousandths));
    }
    const Blob post = table(handles.face.get(), "post");
    metrics.italicAngle = signed16(post, 4) + (signed16(post, 6) & 0xFFFF) / 65536.0;
    constexpr int semiBold = 600;
    metrics.stemV = signed16(table(handles.face.get(), "OS/2"), 4) >= semiBold ? 140 : 80;
    return metrics;
}

std::string readPostScriptName(hb_face_t* face) {
    char name[128];
    unsigned length = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, nullptr, &length, name);
    std::string kept;
    for (unsigned i = 0; i < length; ++i) {
        // ISO 32000-1 7.3.5: other characters would have to be escaped in a PDF name.
        if ((std::isalnum(static_cast<unsigned char>(name[i])) != 0) || name[i] == '-') {
            kept += name[i];
        }
    }
    return kept.empty() ? "Unnamed" : kept;
}

std::unique_ptr<Face::Handles> open(const std::string& path, FaceUse use) {
    const Blob blob{hb_blob_create_from_file_or_fail(path.c_str()), hb_blob_destroy};
    if (!blob) {
        throw FontError("font-missing", path, "the font file cannot be opened; install the package that holds it");
    }
    hb_face_t* face = hb_face_create(blob.get(), 0);
    std::unique_ptr<Face::Handles> handles{new Face::Handles{
        {face, hb_face_destroy}, {hb_font_create(face), hb_font_destroy}, 1, path, {}, {}, use, {}, {}, {}, {}}};
    if (hb_blob_get_length(table(face, "glyf").get()) == 0 || hb_face_get_glyph_count(face) == 0) {
        throw FontError("font-unusable", path, "the file is no TrueType font with glyf outlines");
    }
    handles->thousandths = 1000.0 / hb_face_get_upem(face);
    handles->postScriptName = readPostScriptName(face);
    hb_face_make_immutable(face);
    hb_font_make_immutable(handles->font.get());
    handles->metrics = readMetrics(*handles);
    return handles;
}

const Repertoire& repertoireOf(const Face::Handles& handles) {
    std::call_once(handles.once, [&] { handles.repertoire = makeRepertoire(handles, handles.use); });
    return handles.repertoire;
}

}  // namespace

Face::Face(const std::string& path, FaceUse use) : handles_(open(path, use)) {}

Face::~Face() = default;

const std::string& Face::path() const noexcept {
    return handles_->path;
}

const std::string& Face::postScriptName() const noexcept {
    return handles_->postScriptName;
}

const FaceMetrics& Face::metrics() const noexcept {
    return handles_->metrics;
}

double Face::advance(std::uint32_t glyph) const {
    return std::round(hb_font_get_glyph_h_advance(handles_->font.get(), glyph) * handles_->thousandths);
}

bool Face::has(char32_t character) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(handles_->font.get(), character, &glyph) != 0 && glyph != 0;
}

std::uint16_t Face::repertoireCid(std::uint32_t glyph, std::u16string_view text) const {
    const Repertoire& repertoire = repertoireOf(*handles_);
    if (text.size() == 1) {
        const char16_t character = text.front();
        const std::uint16_t cid =
            character < repertoire.byCharacter.size() ? repertoire.byCharacter[character] : std::uint16_t{0};
        return cid != 0 && repertoire.glyphs[cid].glyph == glyph ? cid : std::uint16_t{0};
    }
    for (const std::uint16_t cid : repertoire.ligatures) {
        if (repertoire.glyphs[cid].glyph == glyph && repertoire.glyphs[cid].text == text) {
            return cid;
        }
    }
    return 0;
}

int Face::repertoireBlock(std::uint16_t cid) const {
    return repertoireOf(*handles_).blocks.at(cid);
}

std::shared_ptr<const FontSubset> Face::repertoireSubset(int mask) const {
    const std::lock_guard lock(handles_->mutex);
    auto& cached = handles_->subsets.at(static_cast<std::size_t>(mask));
    if (!cached) {
        const Repertoire& repertoire = repertoireOf(*handles_);
        std::vector<bool> keep(repertoire.glyphs.size());
        for (std::size_t cid = 0; cid < keep.size(); ++cid) {
            keep[cid] = cid == 0 || (mask >> repertoire.blocks[cid] & 1) != 0;
        }
        cached = std::make_shared<const FontSubset>(makeSubset(*this, repertoire.glyphs, keep, bestLevel));
    }
    return cached;
}

FontSubset Face::subset(const std::vector<SubsetGlyph>& glyphs) const {
    if (glyphs.size() > 0xFFFF) {
        throw std::length_error("a document uses more glyphs of one face than a CID font can hold");
    }
    return makeSubset(*this, glyphs, std::vector<bool>(glyphs.size(), true), fastLevel);
}

const Face::Handles& Face::handles() const noexcept {
    return *handles_;
}

bool ShapedRun::needsActualText() const noexcept {
    for (std::size_t i = 1; i < glyphs.size(); ++i) {
        if (glyphs[i].cluster == glyphs[i - 1].cluster) {
            return true;
        }
    }
    return rightToLeft;
}

}  // namespace engross
