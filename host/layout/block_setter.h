#pragma once
#include "layout/setting.h"
#include "layout/text_setter.h"

#include <functional>
#include <string>
#include <vector>

namespace engross {

/// Turns blocks into strips of a flow, a function a kind of block; one file holds each kind.
class BlockSetter {
public:
    BlockSetter(Setting& setting, Flow& flow) : setting_(setting), flow_(flow) {}

    void set(const Blocks& blocks, const Column& column);
    /// The same, and each block leaves memory when it is set.
    void set(Blocks&& blocks, const Column& column);
    /// As the first, as a continuation of what was set last: lists stay open.
    void goOn(const Blocks& blocks, const Column& column);

private:
    /// The lists that numbered paragraphs in a row have opened, one a level.
    struct OpenList {
        int level = 0;
        NodeId list = artifactNode;
        NodeId body = artifactNode;  // of its last item
    };

    void set(const Blocks& blocks, std::size_t index, const Column& column);
    void set(const Block& block, const Column& column);

    // paragraph.cpp
    void set(const Paragraph& paragraph, const Column& column);
    void set(const Heading& heading, const Column& column);
    void set(const NumberedParagraph& paragraph, const Column& column);
    void set(const Lines& lines, const Column& column);
    void setText(const Inline& text, const Inline& margin, const TextLook& look, Align align, const Column& column);
    void setMarginNote(const Inline& margin, const Column& column, std::size_t firstStrip);
    [[nodiscard]] Points numberedLeft(int level);
    [[nodiscard]] Points numberedFrom(int level);
    [[nodiscard]] bool hangsBelow(int level) const;
    [[nodiscard]] NodeId openItem(int level, const Column& column);
    /// The place of text that goes on with a numbered paragraph, or stands by itself as a quotation.
    [[nodiscard]] Column placeOf(const Paragraph& paragraph, const Column& column);
    void markHeading(std::size_t strip, const Heading& heading, std::size_t place, const std::string& title);
    /// References to the id lead here.
    void markParagraph(std::size_t strip, const std::string& id, const Column& column);
    /// Puts a label on the baseline of a strip, to the left of its text.
    void putLabel(std::size_t strip, const Inline& label, const TextLook& look, NodeId node, Points x,
                  const Column& column);

    // list.cpp
    void set(const ListBlock& list, const Column& column);

    // table.cpp
    void set(const TableBlock& table, const Column& column);
    void set(const KeyValues& values, const Column& column);

    // box.cpp
    void set(const BoxBlock& box, const Column& column);
    void set(const SignatureBlock& signature, const Column& column);
    [[nodiscard]] std::vector<std::size_t> splitsFrom(std::size_t first, const Column& column) const;
    void keepCompany();

    // form.cpp
    void set(const TickList& list, const Column& column);
    void set(const FillIn& fill, const Column& column);
    void addWritingLines(int lines, const Column& column);

    // contents.cpp
    void set(const Contents& contents, const Column& column);

    // side_by_side.cpp
    void set(const SideBySide& pairs, const Column& column);
    void addPair(std::vector<Strip> left, std::vector<Strip> right, const Column& column);

    // figure.cpp
    [[nodiscard]] Points shareOfPage(const Figure& figure, const Column& column, Points between);
    void set(const Figure& figure, const Column& column);
    [[nodiscard]] std::vector<SetLine> captionOf(const Figure& figure, const Column& column);
    void set(const Rule& rule, const Column& column);
    void set(const Space& space, const Column& column);
    void set(const PageBreak& pageBreak, const Column& column);

    /// Appends lines as strips that keep widows and orphans, at `column.left`. Answers the index of the first.
    std::size_t addLines(std::vector<SetLine> lines, Points before, const Column& column);
    /// Strips from `first` on stay together as far as a page allows.
    void keepFrom(std::size_t first, Keep keep);

    Setting& setting_;
    Flow& flow_;
    std::vector<OpenList> openLists_;
    /// Figures in a row of which several share a page, and what stands above the first of them on theirs.
    struct FigureRow {
        int count = 0;
        Points above = 0;
    };
    FigureRow figures_;
};

/// Moves marks to the right and down.
void move(std::vector<Mark>& marks, Points right, Points down);

}  // namespace engross
