#include "letter/chunk.h"

#include <algorithm>
#include <cassert>

namespace engross {
namespace {

constexpr char32_t tagBase = 0xF0000;    // plane 15
constexpr char32_t holeBase = 0x100000;  // plane 16
constexpr char32_t planeSize = 0x10000;

void appendLetter(std::string& text, char32_t character) {
    text += static_cast<char>(0xF0U | (character >> 18U));
    text += static_cast<char>(0x80U | ((character >> 12U) & 0x3FU));
    text += static_cast<char>(0x80U | ((character >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (character & 0x3FU));
}

bool isSection(const Tag& tag) {
    return tag.form == TagForm::Section || tag.form == TagForm::Inverted;
}

}  // namespace

Chunk::Chunk(const SourceText& source, const std::vector<Tag>& tags, const std::vector<NoteWords>& notes,
             std::size_t begin, std::size_t end, std::string_view prefix)
    : source_(source), tags_(tags) {
    const auto first = std::ranges::lower_bound(tags, begin, {}, &Tag::offset);
    nextTag_ = static_cast<std::size_t>(first - tags.begin());
    while (begin < end) {
        if (const auto note = std::ranges::find(notes, begin, &NoteWords::lineBegin); note != notes.end()) {
            text_ += '\n';
            begin = std::min(note->end, end);
            while (nextTag_ < tags.size() && tags[nextTag_].offset < begin) {
                ++nextTag_;
            }
            continue;
        }
        const std::size_t lineEnd = std::min(source.lineEnd(begin), end);
        const Tag* tag = nextTag_ < tags.size() && tags[nextTag_].offset < lineEnd ? &tags[nextTag_] : nullptr;
        if (tag == nullptr || !tag->standalone || tag->form == TagForm::Field) {
            addLine(begin, lineEnd, prefix);
            begin = lineEnd;
            continue;
        }
        const std::size_t index = nextTag_++;
        begin = lineEnd;
        if (isSection(*tag) ? tag->partner != Tag::none : tag->form == TagForm::Clause && !tag->faulty) {
            const std::size_t lineBegin = source.lineBegin(tag->offset);
            addHole(index, source.text().substr(lineBegin, tag->offset - lineBegin));
        }
        if (isSection(*tag) && tag->partner != Tag::none) {
            begin = source.lineEnd(tags[tag->partner].offset);
            nextTag_ = tag->partner + 1;
        }
    }
}

void Chunk::addHole(std::size_t tag, std::string prefix) {
    assert(holes_.size() < planeSize);
    anchors_.emplace_back(text_.size(), tags_[tag].offset);
    text_ += prefix + '\n' + prefix;
    appendLetter(text_, holeBase + static_cast<char32_t>(holes_.size()));
    text_ += '\n' + prefix + '\n';
    holes_.push_back({tag, std::move(prefix)});
}

void Chunk::copy(std::size_t begin, std::size_t end) {
    anchors_.emplace_back(text_.size(), begin);
    text_.append(source_.text(), begin, end - begin);
}

void Chunk::addLine(std::size_t begin, std::size_t end, std::string_view prefix) {
    const std::string_view line = std::string_view(source_.text()).substr(begin, end - begin);
    const auto [ours, theirs] = std::mismatch(line.begin(), line.end(), prefix.begin(), prefix.end());
    begin += static_cast<std::size_t>(ours - line.begin());
    for (; nextTag_ < tags_.size() && tags_[nextTag_].offset < end; ++nextTag_) {
        const Tag& tag = tags_[nextTag_];
        copy(begin, tag.offset);
        begin = tag.offset + tag.length;
        const bool ofSection = isSection(tag) || tag.form == TagForm::Close;
        const bool matched = !ofSection || tag.partner != Tag::none;
        if (matched && !tag.faulty) {
            assert(letters_.size() < planeSize);
            anchors_.emplace_back(text_.size(), tag.offset);
            appendLetter(text_, tagBase + static_cast<char32_t>(letters_.size()));
            letters_.push_back(nextTag_);
        }
    }
    copy(begin, end);
}

const std::string& Chunk::text() const noexcept {
    return text_;
}

const std::vector<Chunk::Hole>& Chunk::holes() const noexcept {
    return holes_;
}

const std::vector<std::size_t>& Chunk::letters() const noexcept {
    return letters_;
}

std::size_t Chunk::sourceOffset(std::size_t offset) const {
    const auto after = std::upper_bound(anchors_.begin(), anchors_.end(), offset,
                                        [](std::size_t at, const auto& anchor) { return at < anchor.first; });
    if (after == anchors_.begin()) {
        return 0;
    }
    const auto& [chunk, source] = *std::prev(after);
    return source + offset - chunk;
}

Chunk::Letter Chunk::letterAt(std::string_view text) {
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    if (text.size() < letterBytes || byte(0) < 0xF3U) {
        return {};
    }
    const char32_t character = static_cast<char32_t>((byte(0) & 0x07U) << 18U) |
                               static_cast<char32_t>((byte(1) & 0x3FU) << 12U) |
                               static_cast<char32_t>((byte(2) & 0x3FU) << 6U) | (byte(3) & 0x3FU);
    if (character >= holeBase) {
        return {Letter::Kind::Hole, character - holeBase};
    }
    return character >= tagBase ? Letter{Letter::Kind::Tag, character - tagBase} : Letter{};
}

}  // namespace engross
