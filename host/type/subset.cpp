#include "type/face_handles.h"

#include <hb-subset.h>
#include <hb.h>
#include <libdeflate.h>
#include <cmath>
#include <cstdio>

namespace engross {
namespace {

using SubsetInput = std::unique_ptr<hb_subset_input_t, void (*)(hb_subset_input_t*)>;
using SubsetPlan = std::unique_ptr<hb_subset_plan_t, void (*)(hb_subset_plan_t*)>;
using OwnedFace = std::unique_ptr<hb_face_t, void (*)(hb_face_t*)>;
using Blob = std::unique_ptr<hb_blob_t, void (*)(hb_blob_t*)>;
using Compressor = std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)>;

// A CIDFontType2 program is addressed by glyph: it needs neither characters, names nor layout rules.
constexpr const char* droppedTables[] = {"GSUB", "GPOS", "GDEF", "name", "OS/2", "cmap", "post",
                                         "kern", "DSIG", "meta", "STAT", "FFTM", "gasp"};

/// Making one costs more than deflating a small font with it.
Compressor compressorOf(int level) {
    Compressor compressor{libdeflate_alloc_compressor(level), libdeflate_free_compressor};
    if (!compressor) {
        throw std::bad_alloc();
    }
    return compressor;
}

std::string deflated(const std::string& bytes, const Compressor& compressor) {
    std::string packed(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
    packed.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), packed.data(), packed.size()));
    return packed;
}

void appendHex(std::string& out, unsigned value) {
    static constexpr char digits[] = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4) {
        out += digits[value >> shift & 15];
    }
}

/// ToUnicode rows, which a viewer wants in blocks of at most 100 (ISO 32000-1 9.10.3, Adobe Technical Note 5014).
class ToUnicode {
public:
    void add(std::size_t cid, const std::u16string& text) {
        rows_ += '<';
        appendHex(rows_, static_cast<unsigned>(cid));
        rows_ += "> <";
        for (const char16_t unit : text) {
            appendHex(rows_, unit);
        }
        rows_ += ">\n";
        if (++count_ == 100) {
            close();
        }
    }

    [[nodiscard]] std::string finish() {
        close();
        return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
               "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
               "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
               "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n" +
               blocks_ + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
    }

private:
    void close() {
        if (count_ != 0) {
            blocks_ += std::to_string(count_) + " beginbfchar\n" + rows_ + "endbfchar\n";
            rows_.clear();
            count_ = 0;
        }
    }

    std::string blocks_;
    std::string rows_;
    int count_ = 0;
};

/// The /W array: one list of widths for each unbroken range of CIDs.
class Widths {
public:
    void add(std::size_t cid, double width) {
        if (!open_) {
            array_ += std::to_string(cid) + '[';
            open_ = true;
        } else {
            array_ += ' ';
        }
        array_ += std::to_string(std::lround(width));
    }

    void skip() {
        if (open_) {
            array_ += ']';
            open_ = false;
        }
    }

    [[nodiscard]] std::string finish() {
        skip();
        return array_ + ']';
    }

private:
    std::string array_ = "[";
    bool open_ = false;
};

std::string tagOf(const std::string& program) {
    std::uint64_t hash = 14695981039346656037U;  // FNV-1a
    for (const char byte : program) {
        hash = (hash ^ static_cast<std::uint8_t>(byte)) * 1099511628211U;
    }
    std::string tag;
    for (int i = 0; i < 6; ++i) {
        tag += static_cast<char>('A' + hash % 26);
        hash /= 26;
    }
    return tag;
}

SubsetInput inputFor(const std::vector<SubsetGlyph>& glyphs, const std::vector<bool>& keep) {
    SubsetInput input{hb_subset_input_create_or_fail(), hb_subset_input_destroy};
    if (!input) {
        throw std::bad_alloc();
    }
    hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
    for (std::size_t cid = 0; cid < glyphs.size(); ++cid) {
        if (keep[cid]) {
            hb_set_add(wanted, glyphs[cid].glyph);
        }
    }
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : droppedTables) {
        hb_set_add(dropped, HB_TAG(tag[0], tag[1], tag[2], tag[3]));
    }
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    return input;
}

}  // namespace

FontSubset makeSubset(const Face& face, const std::vector<SubsetGlyph>& glyphs, const std::vector<bool>& keep,
                      int level) {
    const SubsetInput input = inputFor(glyphs, keep);
    const SubsetPlan plan{hb_subset_plan_create_or_fail(face.handles().face.get(), input.get()),
                          hb_subset_plan_destroy};
    const OwnedFace cut{plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr, hb_face_destroy};
    if (!cut) {
        throw FontError("font-unusable", face.path(), "the font cannot be cut to the glyphs of a document");
    }
    const hb_map_t* newGlyphs = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    ToUnicode toUnicode;
    Widths widths;
    std::string cidToGid;
    for (std::size_t cid = 0; cid < glyphs.size(); ++cid) {
        const unsigned glyph = keep[cid] ? hb_map_get(newGlyphs, glyphs[cid].glyph) : 0;
        cidToGid += static_cast<char>(glyph >> 8);
        cidToGid += static_cast<char>(glyph & 0xFF);
        if (!keep[cid]) {
            widths.skip();
            continue;
        }
        widths.add(cid, face.advance(glyphs[cid].glyph));
        if (cid != 0) {
            toUnicode.add(cid, glyphs[cid].text);
        }
    }
    const Blob blob{hb_face_reference_blob(cut.get()), hb_blob_destroy};
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    const std::string program(data, length);
    const Compressor compressor = compressorOf(level);
    return {tagOf(program),
            deflated(program, compressor),
            program.size(),
            deflated(cidToGid, compressor),
            deflated(toUnicode.finish(), compressor),
            widths.finish()};
}

}  // namespace engross
