#include "type/shaper.h"

#include "type/face_handles.h"
#include "type/utf8.h"
#include "words/text.h"

#include <hb.h>
#include <unicode/uchar.h>
#include <algorithm>
#include <cmath>
#include <cstdio>

namespace engross {
namespace {

using Buffer = std::unique_ptr<hb_buffer_t, void (*)(hb_buffer_t*)>;

struct Character {
    char32_t point;
    std::size_t offset;
};

/// A stretch of one face and script, by bytes.
struct Stretch {
    std::size_t begin;
    std::size_t end;
    std::shared_ptr<const Face> face;
    hb_script_t script;
};

std::vector<Character> charactersOf(std::string_view text) {
    std::vector<Character> characters;
    characters.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t start = offset;
        characters.push_back({nextCharacter(text, offset), start});
    }
    return characters;
}

hb_script_t scriptOf(char32_t point) {
    return hb_unicode_script(hb_unicode_funcs_get_default(), point);
}

bool isShared(hb_script_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED;
}

/// Whether the character belongs to the letter before it: a mark, a joiner, a variation selector.
bool joinsBefore(char32_t point) {
    const auto character = static_cast<UChar32>(point);
    return (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0 ||
           u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

class Itemiser {
public:
    Itemiser(std::string_view text, TypeStyle style, const FaceFamily& family)
        : text_(text), style_(style), family_(family), characters_(charactersOf(text)) {}

    [[nodiscard]] std::vector<Stretch> stretches() {
        for (std::size_t first = 0; first < characters_.size();) {
            std::size_t end = first + 1;
            while (end < characters_.size() && joinsBefore(characters_[end].point)) {
                ++end;
            }
            place(first, end);
            first = end;
        }
        return std::move(made_);
    }

    [[nodiscard]] std::vector<std::string> missing() {
        return std::move(missing_);
    }

private:
    /// Sets a letter and its marks: as part of the stretch before, or as the start of a new one.
    void place(std::size_t first, std::size_t end) {
        std::u32string letters;
        for (std::size_t i = first; i < end; ++i) {
            letters += characters_[i].point;
        }
        hb_script_t script = scriptOf(letters.front());
        const bool shared = isShared(script);
        const auto& before = made_.empty() ? family_.main(style_) : made_.back().face;
        // A full stop after an Arabic word is an Arabic full stop; a letter of its own script asks the family first.
        auto face = family_.find(letters, style_, shared ? before : family_.main(style_));
        if (!face) {
            face = faceForMost(letters);
        }
        if (shared && !made_.empty()) {
            script = made_.back().script;
        }
        const std::size_t endByte = end < characters_.size() ? characters_[end].offset : text_.size();
        if (!made_.empty() && made_.back().face == face &&
            (made_.back().script == script || isShared(made_.back().script))) {
            made_.back().script = script;
            made_.back().end = endByte;
            return;
        }
        made_.push_back({characters_[first].offset, endByte, std::move(face), script});
    }

    /// No face has them all: one that has the letter itself, or the family's own; what is missing is noted.
    std::shared_ptr<const Face> faceForMost(const std::u32string& letters) {
        auto face = family_.find(letters.substr(0, 1), style_, family_.main(style_));
        if (!face) {
            face = family_.main(style_);
        }
        for (const char32_t letter : letters) {
            if (!canSet(*face, letter)) {
                note(letter);
            }
        }
        return face;
    }

    void note(char32_t point) {
        char name[16];
        std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(point));
        if (std::find(missing_.begin(), missing_.end(), name) == missing_.end()) {
            missing_.emplace_back(name);
        }
    }

    std::string_view text_;
    TypeStyle style_;
    const FaceFamily& family_;
    std::vector<Character> characters_;
    std::vector<Stretch> made_;
    std::vector<std::string> missing_;
};

ShapedRun shapeRun(std::string_view text, const Stretch& stretch, std::string_view language, Direction direction) {
    static thread_local const Buffer buffer{hb_buffer_create(), hb_buffer_destroy};
    hb_buffer_t* raw = buffer.get();
    hb_buffer_reset(raw);
    hb_buffer_add_utf8(raw, text.data(), static_cast<int>(text.size()), static_cast<unsigned>(stretch.begin),
                       static_cast<int>(stretch.end - stretch.begin));
    hb_buffer_set_cluster_level(raw, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_script(raw, isShared(stretch.script) ? HB_SCRIPT_LATIN : stretch.script);
    hb_buffer_set_direction(raw, direction == Direction::RightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_language(raw, hb_language_from_string(language.data(), static_cast<int>(language.size())));
    const Face::Handles& handles = stretch.face->handles();
    hb_shape(handles.font.get(), raw, nullptr, 0);

    ShapedRun run;
    run.face = stretch.face;
    run.text = text.substr(stretch.begin, stretch.end - stretch.begin);
    run.language = language;
    run.rightToLeft = direction == Direction::RightToLeft;
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(raw, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(raw, &count);
    const auto rounded = [&](hb_position_t units) { return std::round(units * handles.thousandths); };
    run.glyphs.reserve(count);
    for (unsigned i = 0; i < count; ++i) {
        run.glyphs.push_back({infos[i].codepoint, infos[i].cluster - static_cast<std::uint32_t>(stretch.begin),
                              rounded(positions[i].x_advance), rounded(positions[i].x_offset),
                              rounded(positions[i].y_offset)});
        run.width += run.glyphs.back().advance;
    }
    return run;
}

}  // namespace

ShapedWord shapeStretch(std::string_view text, TypeStyle style, std::string_view language, Direction direction,
                        const FaceFamily& family) {
    const std::string composed = nfc(text);
    Itemiser itemiser(composed, style, family);
    ShapedWord word;
    for (const Stretch& stretch : itemiser.stretches()) {
        word.runs.push_back(shapeRun(composed, stretch, language, direction));
        word.width += word.runs.back().width;
    }
    word.missing = itemiser.missing();
    if (direction == Direction::RightToLeft) {
        std::reverse(word.runs.begin(), word.runs.end());
    }
    return word;
}

}  // namespace engross
