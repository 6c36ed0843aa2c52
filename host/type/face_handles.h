#pragma once
#include "type/face.h"

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

struct hb_blob_t;
struct hb_face_t;
struct hb_font_t;

namespace engross {

/// The glyphs that letters are made of, cut into three fixed blocks. A document embeds the union of the blocks that it
/// touched, so a face has eight possible subsets, and which one it is depends on the document alone.
struct Repertoire {
    std::vector<SubsetGlyph> glyphs;         // by CID
    std::vector<std::uint8_t> blocks;        // by CID
    std::vector<std::uint16_t> byCharacter;  // CID of each character below U+2200, or 0
    std::vector<std::uint16_t> ligatures;    // CIDs whose text has several characters
};

/// What HarfBuzz holds for a face, and what is made of it once.
struct Face::Handles {
    template <typename Handle>
    using Owned = std::unique_ptr<Handle, void (*)(Handle*)>;

    Owned<hb_face_t> face;
    Owned<hb_font_t> font;
    double thousandths = 1;  // of an em, for each font unit
    std::string path;
    std::string postScriptName;
    FaceMetrics metrics;
    FaceUse use = FaceUse::Family;
    mutable std::once_flag once;
    mutable Repertoire repertoire;  // made when a glyph of the face is first drawn
    mutable std::mutex mutex;
    mutable std::array<std::shared_ptr<const FontSubset>, 8> subsets;
};

[[nodiscard]] Repertoire makeRepertoire(const Face::Handles& handles, FaceUse use);

/// The subset of the listed glyphs for which `keep` holds, at a libdeflate level.
[[nodiscard]] FontSubset makeSubset(const Face& face, const std::vector<SubsetGlyph>& glyphs,
                                    const std::vector<bool>& keep, int level);

}  // namespace engross
