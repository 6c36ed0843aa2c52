#include "layout/text_setter.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace engross {
namespace {

bool isSpace(char byte) {
    return byte == ' ' || byte == '\n';
}

}  // namespace

TextSetter::TextSetter(Setting& setting, const Inline& text, const TextLook& look, const std::string& language,
                       NodeId owner)
    : setting_(setting),
      look_(look),
      language_(language),
      owner_(owner),
      base_(isRightToLeft(language) ? Direction::RightToLeft : Direction::LeftToRight) {
    for (const Span& span : text) {
        append(span);
    }
    if (base_ == Direction::RightToLeft || mayNeedBidi(text_)) {
        levels_ = bidiLevels(text_, base_);
    }
    cut();
}

void TextSetter::cut() {
    std::size_t begin = 0;
    const std::vector<BreakOpportunity> breaks = setting_.typesetter.breaks(text_, language_);
    segments_.reserve(breaks.size());
    atoms_.reserve(2 * breaks.size() + stretches_.size());
    for (const BreakOpportunity& opportunity : breaks) {
        std::size_t wordEnd = opportunity.offset;
        while (wordEnd > begin && isSpace(text_[wordEnd - 1])) {
            --wordEnd;
        }
        Segment segment;
        segment.first = atoms_.size();
        addAtoms(begin, wordEnd);
        segment.spaces = atoms_.size();
        addAtoms(wordEnd, opportunity.offset);
        segment.end = atoms_.size();
        for (std::size_t i = segment.first; i < segment.end; ++i) {
            (i < segment.spaces ? segment.item.width : segment.item.space) += atoms_[i].width;
        }
        segment.item.mandatory = opportunity.mandatory;
        segment.item.poor = segment.spaces == segment.end;
        segments_.push_back(segment);
        begin = opportunity.offset;
        while (cursor_ < stretches_.size() && stretches_[cursor_].end <= begin) {
            ++cursor_;
        }
    }
}

void TextSetter::addAtoms(std::size_t begin, std::size_t end) {
    while (begin < end) {
        while (stretches_[cursor_].end <= begin) {
            ++cursor_;
        }
        std::size_t stop = std::min(end, stretches_[cursor_].end);
        if (!levels_.empty()) {
            const auto level = levels_.begin() + static_cast<std::ptrdiff_t>(begin);
            const auto change = std::find_if(level, levels_.begin() + static_cast<std::ptrdiff_t>(stop),
                                             [level](std::uint8_t other) { return other != *level; });
            stop = static_cast<std::size_t>(change - levels_.begin());
        }
        addAtom(begin, stop, cursor_);
        begin = stop;
    }
}

void TextSetter::addAtom(std::size_t begin, std::size_t end, std::size_t stretchIndex) {
    const Stretch& stretch = stretches_[stretchIndex];
    Atom atom;
    atom.stretch = stretchIndex;
    atom.begin = begin;
    atom.end = end;
    atom.level = levels_.empty() ? std::uint8_t{0} : levels_[begin];
    atom.word = stretch.blank > 0 ? blankWord(atom) : isSpace(text_[begin]) ? shapedSpace(atom) : shaped(atom);
    atom.width = atom.word->width * stretch.size / 1000;
    for (const std::string& character : atom.word->missing) {
        setting_.faults.add(LayoutFault::MissingCharacter, character);
    }
    atoms_.push_back(std::move(atom));
}

std::shared_ptr<const ShapedWord> TextSetter::shaped(const Atom& atom) const {
    const Stretch& stretch = stretches_[atom.stretch];
    const Direction direction = atom.level % 2 == 1 ? Direction::RightToLeft : Direction::LeftToRight;
    return setting_.typesetter.word(std::string_view(text_).substr(atom.begin, atom.end - atom.begin), stretch.style,
                                    stretch.language, direction);
}

std::shared_ptr<const ShapedWord> TextSetter::plainSpace(const Atom& atom, const std::string& space) {
    const bool known = spaceBefore_.word != nullptr && spaceBefore_.stretch == atom.stretch &&
                       spaceBefore_.level == atom.level && spaceText_ == space;
    if (!known) {
        const Stretch& stretch = stretches_[atom.stretch];
        const Direction direction = atom.level % 2 == 1 ? Direction::RightToLeft : Direction::LeftToRight;
        spaceBefore_ = atom;
        spaceBefore_.word = setting_.typesetter.word(space, stretch.style, stretch.language, direction);
        spaceText_ = space;
    }
    return spaceBefore_.word;
}

/// The space between two words of another script is that of their face, so that the words make one run.
/// A line feed is drawn as a space: it keeps the words of two lines apart when they are read or copied.
std::shared_ptr<const ShapedWord> TextSetter::shapedSpace(const Atom& atom) {
    const Stretch& stretch = stretches_[atom.stretch];
    const Direction direction = atom.level % 2 == 1 ? Direction::RightToLeft : Direction::LeftToRight;
    std::string space = text_.substr(atom.begin, atom.end - atom.begin);
    std::replace(space.begin(), space.end(), '\n', ' ');
    auto plain = plainSpace(atom, space);
    if (atoms_.empty() || atoms_.back().end != atom.begin || atoms_.back().stretch != atom.stretch ||
        atoms_.back().level != atom.level || atoms_.back().word->runs.empty() || plain->runs.empty()) {
        return plain;
    }
    const auto& before = atoms_.back().word->runs;
    const ShapedRun& neighbour = direction == Direction::RightToLeft ? before.front() : before.back();
    if (neighbour.face == plain->runs.front().face) {
        return plain;
    }
    const auto both = setting_.typesetter.word(neighbour.text + space, stretch.style, stretch.language, direction);
    if (both->runs.size() != 1 || both->runs.front().text.size() <= space.size()) {
        return plain;
    }
    const auto start = static_cast<std::uint32_t>(both->runs.front().text.size() - space.size());
    ShapedWord beside{{both->runs.front()}, 0, {}};
    ShapedRun& run = beside.runs.front();
    run.text = space;
    std::erase_if(run.glyphs, [start](const ShapedGlyph& glyph) { return glyph.cluster < start; });
    run.width = 0;
    for (ShapedGlyph& glyph : run.glyphs) {
        glyph.cluster -= start;
        run.width += glyph.advance;
    }
    beside.width = run.width;
    return std::make_shared<const ShapedWord>(std::move(beside));
}

/// The fixed space that a line to write on is, as wide as the line.
std::shared_ptr<const ShapedWord> TextSetter::blankWord(const Atom& atom) const {
    const Stretch& stretch = stretches_[atom.stretch];
    ShapedWord blank = *shaped(atom);
    const double width = std::round(stretch.blank * 1000 / stretch.size);
    for (ShapedRun& run : blank.runs) {
        for (ShapedGlyph& glyph : run.glyphs) {
            glyph.advance = width;
        }
        run.width = width;
    }
    blank.width = width;
    return std::make_shared<const ShapedWord>(std::move(blank));
}

bool TextSetter::empty() const noexcept {
    return text_.empty();
}

const std::string& TextSetter::text() const noexcept {
    return text_;
}

Points TextSetter::naturalWidth() const {
    Points widest = 0;
    Points width = 0;
    Points space = 0;
    for (const Segment& segment : segments_) {
        width += space + segment.item.width;
        space = segment.item.space;
        widest = std::max(widest, width);
        if (segment.item.mandatory) {
            width = 0;
            space = 0;
        }
    }
    return widest;
}

Points TextSetter::widestWord() const {
    Points widest = 0;
    for (const Segment& segment : segments_) {
        widest = std::max(widest, segment.item.width);
    }
    return widest;
}

std::string plainText(const Inline& text) {
    std::string plain;
    for (const Span& span : text) {
        plain += span.text;
    }
    std::replace(plain.begin(), plain.end(), '\n', ' ');
    return plain;
}

}  // namespace engross
