#pragma once
#include "letter/marks.h"
#include "letter/source_text.h"
#include "letter/tags.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// A stretch of a template that Markdown is read from: standalone sections and clauses are lifted out and leave a
/// hole, a paragraph of one private-use character; every other tag becomes one private-use character.
class Chunk {
public:
    /// What a hole stands for: the index of its opening or clause tag.
    struct Hole {
        std::size_t tag = 0;
        std::string prefix;  // what stood before the tag on its line
    };

    /// `prefix` is taken from the start of each line, as far as the line has it. The words of notes are left out.
    Chunk(const SourceText& source, const std::vector<Tag>& tags, const std::vector<NoteWords>& notes,
          std::size_t begin, std::size_t end, std::string_view prefix);

    [[nodiscard]] const std::string& text() const noexcept;
    [[nodiscard]] const std::vector<Hole>& holes() const noexcept;
    /// Tags that became a character, in order.
    [[nodiscard]] const std::vector<std::size_t>& letters() const noexcept;
    /// Where an offset of the chunk's text stands in the source.
    [[nodiscard]] std::size_t sourceOffset(std::size_t offset) const;

    /// What a character of the chunk stands for.
    struct Letter {
        enum class Kind { Ordinary, Tag, Hole };
        Kind kind = Kind::Ordinary;
        std::size_t index = 0;
    };
    static constexpr std::size_t letterBytes = 4;
    [[nodiscard]] static Letter letterAt(std::string_view text);

private:
    void addLine(std::size_t begin, std::size_t end, std::string_view prefix);
    void addHole(std::size_t tag, std::string prefix);
    void copy(std::size_t begin, std::size_t end);

    const SourceText& source_;
    const std::vector<Tag>& tags_;
    std::size_t nextTag_ = 0;
    std::string text_;
    std::vector<Hole> holes_;
    std::vector<std::size_t> letters_;
    std::vector<std::pair<std::size_t, std::size_t>> anchors_;  // chunk offset, source offset
};

}  // namespace engross
