#include "type/face_handles.h"

#include <hb.h>

namespace engross {
namespace {

constexpr char32_t letterPunctuation[] = {0x00A0, 0x00A3, 0x00A7, 0x00A9, 0x00B0, 0x00B7, 0x2010, 0x2011, 0x2013,
                                          0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x20AC};
constexpr const char16_t* latinLigatures[] = {u"fi", u"fl", u"ff", u"ffi", u"ffl"};

class RepertoireMaker {
public:
    explicit RepertoireMaker(hb_font_t* font) : font_(font) {
        made_.glyphs.push_back({0, u"\uFFFD"});
        made_.blocks.push_back(0);
        made_.byCharacter.assign(0x2200, 0);
    }

    void add(char32_t character, std::uint8_t block) {
        hb_codepoint_t glyph = 0;
        if (made_.byCharacter[character] != 0 || !find(character, glyph)) {
            return;
        }
        made_.byCharacter[character] = push(glyph, std::u16string(1, static_cast<char16_t>(character)), block);
    }

    void addLigature(const std::u16string& text) {
        const std::unique_ptr<hb_buffer_t, void (*)(hb_buffer_t*)> buffer{hb_buffer_create(), hb_buffer_destroy};
        hb_buffer_add_utf16(buffer.get(), reinterpret_cast<const std::uint16_t*>(text.data()),
                            static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
        hb_buffer_guess_segment_properties(buffer.get());
        hb_shape(font_, buffer.get(), nullptr, 0);
        unsigned count = 0;
        const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
        if (count == 1) {
            made_.ligatures.push_back(push(glyphs[0].codepoint, text, 0));
        }
    }

    [[nodiscard]] Repertoire take() {
        return std::move(made_);
    }

private:
    /// HarfBuzz draws a space for a missing no-break space and a hyphen for a missing no-break hyphen.
    [[nodiscard]] bool find(char32_t character, hb_codepoint_t& glyph) const {
        if (hb_font_get_nominal_glyph(font_, character, &glyph) != 0 && glyph != 0) {
            return true;
        }
        const char32_t twin = character == 0x00A0 ? U' ' : character == 0x2011 ? U'\u2010' : U'\0';
        return twin != 0 && hb_font_get_nominal_glyph(font_, twin, &glyph) != 0 && glyph != 0;
    }

    std::uint16_t push(hb_codepoint_t glyph, std::u16string text, std::uint8_t block) {
        made_.glyphs.push_back({glyph, std::move(text)});
        made_.blocks.push_back(block);
        return static_cast<std::uint16_t>(made_.glyphs.size() - 1);
    }

    hb_font_t* font_;
    Repertoire made_;
};

}  // namespace

Repertoire makeRepertoire(const Face::Handles& handles, FaceUse use) {
    RepertoireMaker maker(handles.font.get());
    if (use == FaceUse::Fallback) {
        return maker.take();
    }
    for (char32_t character = 0x20; character < 0x7F; ++character) {
        maker.add(character, 0);
    }
    for (const char32_t character : letterPunctuation) {
        maker.add(character, 0);
    }
    for (char32_t character = 0xA1; character < 0x100; ++character) {
        maker.add(character, 1);
    }
    for (char32_t character = 0x100; character < 0x250; ++character) {
        maker.add(character, 2);
    }
    for (const char16_t* ligature : latinLigatures) {
        maker.addLigature(ligature);
    }
    return maker.take();
}

}  // namespace engross
