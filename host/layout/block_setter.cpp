#include "layout/block_setter.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

const Inline* wordsOf(const Block& block) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
        return &paragraph->text;
    }
    const auto* numbered = std::get_if<NumberedParagraph>(&block.content);
    return numbered == nullptr ? nullptr : &numbered->text;
}

bool endsWithColon(const Inline& text) {
    for (auto span = text.rbegin(); span != text.rend(); ++span) {
        const std::size_t last = span->text.find_last_not_of(" \n");
        if (last != std::string::npos) {
            return span->text[last] == ':';
        }
    }
    return false;
}

/// Whether a paragraph belongs to what follows it: it ends with a colon, or a list or a table comes next.
bool leadsIn(const Block& block, const Block& next) {
    const Inline* words = wordsOf(block);
    if (words == nullptr || words->empty()) {
        return false;
    }
    const auto& content = next.content;
    const bool belongs = std::holds_alternative<ListBlock>(content) || std::holds_alternative<TableBlock>(content) ||
                         std::holds_alternative<TickList>(content) || std::holds_alternative<KeyValues>(content);
    const bool parts = std::holds_alternative<Heading>(content) || std::holds_alternative<PageBreak>(content) ||
                       std::holds_alternative<Rule>(content);
    return belongs || (!parts && endsWithColon(*words));
}

struct Mover {
    Points right;
    Points down;

    void operator()(TextMark& mark) const {
        mark.x += right;
        mark.baseline += down;
    }
    void operator()(RuleMark& mark) const {
        mark.x1 += right;
        mark.x2 += right;
        mark.y += down;
    }
    void operator()(PageMark& mark) const {
        mark.left += right;
        mark.right += right;
        mark.baseline += down;
    }
    template <typename Area>
    void operator()(Area& mark) const {
        mark.x += right;
        mark.y += down;
    }
    void operator()(TargetMark&) const {}
    void operator()(BookmarkMark&) const {}
    void operator()(NoteMark&) const {}
};

}  // namespace

void move(std::vector<Mark>& marks, Points right, Points down) {
    for (Mark& mark : marks) {
        std::visit(Mover{right, down}, mark);
    }
}

void BlockSetter::set(const Blocks& blocks, const Column& column) {
    const auto around = std::exchange(openLists_, {});
    goOn(blocks, column);
    openLists_ = around;
}

void BlockSetter::set(Blocks&& blocks, const Column& column) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        set(blocks, i, column);
        blocks[i] = Block();
    }
    blocks.clear();
}

// NOLINTNEXTLINE(misc-no-recursion): no deeper than the composition
void BlockSetter::goOn(const Blocks& blocks, const Column& column) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        set(blocks, i, column);
    }
}

void BlockSetter::set(const Blocks& blocks, std::size_t index, const Column& column) {
    const Block& block = blocks[index];
    const auto* paragraph = std::get_if<Paragraph>(&block.content);
    const bool goesOn = paragraph != nullptr && paragraph->under > 0;
    if (!goesOn && !std::holds_alternative<NumberedParagraph>(block.content)) {
        openLists_.clear();
    }
    if (!std::holds_alternative<Figure>(block.content)) {
        figures_ = {};
    }
    set(block, column);
    if (index + 1 < blocks.size() && leadsIn(block, blocks[index + 1])) {
        flow_.keepNext(Keep::WithNext);
    }
}

void BlockSetter::set(const Block& block, const Column& column) {
    Column own = column;
    if (!block.language.empty()) {
        own.language = block.language;
    }
    const std::size_t first = flow_.strips.size();
    // A numbered paragraph belongs to the list that others of its kind have opened: it states its language itself.
    const auto* paragraph = std::get_if<Paragraph>(&block.content);
    const bool numbered =
        std::holds_alternative<NumberedParagraph>(block.content) || (paragraph != nullptr && paragraph->under > 0);
    if (!numbered && !block.language.empty() && block.language != column.language) {
        own.parent = setting_.node(column.parent, Role::Div, inLanguage(block.language, column.language));
    }
    std::visit([&](const auto& content) { set(content, own); }, block.content);
    if (block.keepTogether) {
        keepFrom(first, Keep::Together);
    }
}

std::size_t BlockSetter::addLines(std::vector<SetLine> lines, Points before, const Column& column) {
    const std::size_t first = flow_.strips.size();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool orphan = i == 1;
        const bool widow = i > 0 && i + 1 == lines.size();
        Strip& strip =
            flow_.add(lines[i].height, i == 0 ? before : 0, orphan || widow ? Keep::Lines : Keep::Free, column.box);
        strip.marks = std::move(lines[i].marks);
        strip.marks.shrink_to_fit();
        move(strip.marks, column.left, 0);
    }
    return first;
}

void BlockSetter::keepFrom(std::size_t first, Keep keep) {
    for (std::size_t i = first + 1; i < flow_.strips.size(); ++i) {
        flow_.strips[i].keep = std::max(flow_.strips[i].keep, keep);
    }
}

}  // namespace engross
