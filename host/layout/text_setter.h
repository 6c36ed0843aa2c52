#pragma once
#include "layout/line_breaker.h"
#include "layout/setting.h"

#include <memory>
#include <string>
#include <vector>

namespace engross {

/// A line of text, set: marks from its top left, x from the left of the measure.
struct SetLine {
    Points height = 0;
    Points width = 0;
    std::vector<Mark> marks;
};

/// Text of one paragraph, cell or line: shaped word by word once, then set to any measure.
class TextSetter {
public:
    /// References become their numbers, small capitals their capitals. Links and foreign words get elements below
    /// `owner`. Missing characters and unknown references are noted as faults.
    TextSetter(Setting& setting, const Inline& text, const TextLook& look, const std::string& language, NodeId owner);

    [[nodiscard]] bool empty() const noexcept;
    /// Of its longest line where no line is broken but by the text itself.
    [[nodiscard]] Points naturalWidth() const;
    [[nodiscard]] Points widestWord() const;
    /// The widest that is left where dates, addresses and digests are parted: narrower, and a word is cut.
    [[nodiscard]] Points widestPart();
    /// Lines that fit the measure; a word of which no part fits is cut and reported as standing in `place`.
    [[nodiscard]] std::vector<SetLine> lines(Points measure, Align align, const FaultPlace& place,
                                             LineShape shape = LineShape::Ragged);
    /// The whole text, as it is set.
    [[nodiscard]] const std::string& text() const noexcept;

private:
    /// A stretch of the text with one look.
    struct Stretch {
        std::size_t end = 0;
        TypeStyle style;
        Points size = 0;
        std::string language;
        NodeId node = artifactNode;
        std::string link;
        std::string description;
        Points rise = 0;        // above the baseline
        Points blank = 0;       // the width of a line to write on
        FlowIndex note = none;  // whose mark it is
    };
    /// A word or a part of one, or the space after it.
    struct Atom {
        std::size_t stretch = 0;
        std::size_t begin = 0;
        std::size_t end = 0;
        std::uint8_t level = 0;
        Points width = 0;
        std::shared_ptr<const ShapedWord> word;
    };
    /// What stands between two places where a line may end.
    struct Segment {
        std::size_t first = 0;
        std::size_t spaces = 0;  // index of the first atom of the space after it
        std::size_t end = 0;
        LineItem item;
    };
    class LineMaker;

    void append(const Span& span);
    void appendStretch(const Span& span, const std::string& text, Points size);
    void appendReplaced(const Span& span);
    void appendNote(const Span& span);
    void fixLastSpace();
    [[nodiscard]] NodeId elementFor(const Span& span, const std::string& link);
    void cut();
    void addAtoms(std::size_t begin, std::size_t end);
    void addAtom(std::size_t begin, std::size_t end, std::size_t stretch);
    [[nodiscard]] std::shared_ptr<const ShapedWord> shaped(const Atom& atom) const;
    [[nodiscard]] std::shared_ptr<const ShapedWord> shapedSpace(const Atom& atom);
    [[nodiscard]] std::shared_ptr<const ShapedWord> plainSpace(const Atom& atom, const std::string& space);
    [[nodiscard]] std::shared_ptr<const ShapedWord> blankWord(const Atom& atom) const;
    void cutWideWords(Points measure, const FaultPlace& place);
    void cutWideWord(const Segment& segment, Points measure, std::vector<Segment>& cut);
    [[nodiscard]] std::vector<Segment> parted(const Segment& segment);

    Setting& setting_;
    TextLook look_;
    std::string language_;
    NodeId owner_;
    Direction base_;
    std::string text_;
    std::vector<Stretch> stretches_;
    std::vector<std::uint8_t> levels_;  // empty where all runs from left to right
    std::vector<Atom> atoms_;
    std::vector<Segment> segments_;
    std::size_t cursor_ = 0;  // the stretch that addAtoms() has reached
    Atom spaceBefore_ = {};   // the last that plainSpace() was asked for: most are like it
    std::string spaceText_ = {};
};

/// The plain text of an inline, for a bookmark.
[[nodiscard]] std::string plainText(const Inline& text);

}  // namespace engross
