#include "layout/block_setter.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

constexpr Points labelGap = 4;
constexpr Points headingBefore = 18;
constexpr Points headingAfter = 6;
constexpr int deepestHeading = 4;

Role headingRole(int level) {
    constexpr Role roles[] = {Role::H1, Role::H2, Role::H3, Role::H4};
    return roles[std::clamp(level, 1, deepestHeading) - 1];
}

}  // namespace

void BlockSetter::setText(const Inline& text, const Inline& margin, const TextLook& look, Align align,
                          const Column& column) {
    TextSetter setter(setting_, text, look, column.language, column.parent);
    if (setter.empty()) {
        return;
    }
    const std::size_t first = addLines(setter.lines(column.width, align, column.place), 0, column);
    if (!margin.empty()) {
        setMarginNote(margin, column, first);
    }
}

void BlockSetter::setMarginNote(const Inline& margin, const Column& column, std::size_t firstStrip) {
    // Read after the paragraph that it stands beside, not in the midst of it.
    const NodeId beside = column.artifact() ? artifactNode : setting_.nodes[column.parent].parent;
    const NodeId node = setting_.node(beside, Role::P);
    constexpr double noteSize = 0.875;
    constexpr Points leastNote = 8;
    const TextLook body = setting_.body();
    // The same leading, so that the lines of the note stand beside those of the text.
    const auto look = [&](Points size) { return TextLook{size, body.leading, false, false}; };
    const Points widest =
        TextSetter(setting_, margin, look(body.size * noteSize), column.language, artifactNode).widestWord();
    // The margin does not grow with large print: a mark too wide for it is set smaller rather than cut.
    const Points size =
        std::max(body.size * noteSize * std::min(column.noteWidth / std::max(widest, 1.0), 1.0), leastNote);
    TextSetter setter(setting_, margin, look(size), column.language, node);
    auto lines = setter.lines(column.noteWidth, Align::Left, FaultPlace{.kind = FaultPlace::Kind::MarginNote});
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (firstStrip + i == flow_.strips.size()) {
            flow_.add(lines[i].height, 0, Keep::Always, column.box);
        }
        Strip& strip = flow_.strips[firstStrip + i];
        move(lines[i].marks, column.noteLeft, 0);
        const Points down = strip.firstBaseline(0) - Strip{.marks = lines[i].marks}.firstBaseline(0);
        move(lines[i].marks, 0, std::max(down, 0.0));
        std::move(lines[i].marks.begin(), lines[i].marks.end(), std::back_inserter(strip.marks));
    }
}

void BlockSetter::set(const Paragraph& paragraph, const Column& column) {
    const Column place = placeOf(paragraph, column);
    const Column own = place.inside(setting_.node(place.parent, Role::P));
    const std::size_t first = flow_.strips.size();
    setText(paragraph.text, paragraph.margin, setting_.body(paragraph.size), setting_.alignmentOf(paragraph.align),
            own);
    if (flow_.strips.size() == first) {
        return;
    }
    if (paragraph.keepWithNext) {
        keepFrom(first, Keep::WithNext);
        flow_.keepNext(Keep::WithNext);
    }
    flow_.spaceAfter(setting_.paragraphSpace());
}

Column BlockSetter::placeOf(const Paragraph& paragraph, const Column& column) {
    Column place = column;
    if (paragraph.under > 0) {
        const int level = numberingLevel(paragraph.under - 1);
        place = place.indented(numberedLeft(level));
        while (!openLists_.empty() && openLists_.back().level > level) {
            openLists_.pop_back();
        }
        if (!openLists_.empty()) {
            place.parent = openLists_.back().body;
        }
    }
    if (paragraph.quoted) {
        const Points step = setting_.numberIndent();
        place = place.indented(step);
        place.width -= step;
        place.parent = setting_.node(place.parent, Role::BlockQuote);
    }
    return place;
}

void BlockSetter::set(const Heading& heading, const Column& column) {
    const TextLook look = setting_.heading(heading.level);
    const NodeId node = setting_.node(column.parent, headingRole(heading.level));
    if (!column.artifact()) {
        const bool follows = heading.level >= 1 && heading.level <= setting_.headingLevel + 1;
        if (!follows || heading.level > deepestHeading) {
            setting_.faults.add(LayoutFault::HeadingLevel, std::to_string(heading.level));
        }
        setting_.headingLevel = std::clamp(heading.level, 1, deepestHeading);
    }
    const FlowIndex place = setting_.listing ? setting_.headingsSet++ : none;
    const std::string label = heading.numbered ? setting_.numbering.nextLabel() : std::string();
    const Column own = heading.numbered ? column.indented(numberedLeft(0)) : column;
    // The label is read before the text, and its notes and links count after it.
    const Inline number{{.text = label + "\u00A0"}};
    TextSetter setter(setting_, heading.text, look, column.language, node);
    if (setter.empty()) {
        return;
    }
    const std::size_t first = addLines(
        setter.lines(own.width, heading.align, FaultPlace{.kind = FaultPlace::Kind::Heading}, LineShape::Balanced),
        setting_.scaled(headingBefore), own);
    if (heading.numbered) {
        putLabel(first, number, look, node, column.left, column);
    }
    if (!column.artifact() && setting_.listing) {
        markHeading(first, heading, place, heading.numbered ? label + " " + setter.text() : setter.text());
    }
    keepFrom(first, Keep::WithNext);
    flow_.spaceAfter(setting_.scaled(headingAfter));
    flow_.keepNext(Keep::WithNext);
}

void BlockSetter::markHeading(std::size_t strip, const Heading& heading, std::size_t place, const std::string& title) {
    auto& marks = flow_.strips[strip].marks;
    marks.insert(marks.begin(), BookmarkMark{std::clamp(heading.level, 1, deepestHeading), title});
    if (place < setting_.numbering.headings().size()) {
        marks.insert(marks.begin(), TargetMark{"heading:" + std::to_string(place)});
    }
    if (heading.numbered && !heading.id.empty()) {
        marks.insert(marks.begin(), TargetMark{"paragraph:" + heading.id});
    }
}

NodeId BlockSetter::openItem(int level, const Column& column) {
    while (!openLists_.empty() && openLists_.back().level > level) {
        openLists_.pop_back();
    }
    if (openLists_.empty() || openLists_.back().level < level) {
        const NodeId parent = openLists_.empty() ? column.parent : openLists_.back().body;
        ElementAttributes attributes;
        attributes.labels = setting_.numbering.kindOf(level);
        openLists_.push_back({level, setting_.node(parent, Role::L, attributes), artifactNode});
    }
    return setting_.node(openLists_.back().list, Role::LI);
}

/// Where the text of a level's paragraphs begins: all alike, wide enough for the longest of their numbers. "1.1" hangs
/// below "1." in clauses, as lawyers have it.
Points BlockSetter::numberedLeft(int level) {
    auto& lefts = setting_.numberedLefts;
    const auto indentOf = [this](int of) {
        const std::string& label = setting_.numbering.longestLabel(of);
        const TextSetter longest(setting_, {{.text = label}}, setting_.body(), {}, artifactNode);
        return std::max(setting_.numberIndent(), longest.naturalWidth() + labelGap);
    };
    if (lefts.empty()) {
        lefts.push_back(hangsBelow(1) ? std::max(indentOf(0), indentOf(1)) : indentOf(0));
    }
    while (lefts.size() <= static_cast<std::size_t>(level)) {
        const int next = static_cast<int>(lefts.size());
        lefts.push_back(lefts.back() + (hangsBelow(next) ? 0 : indentOf(next)));
    }
    return lefts.at(static_cast<std::size_t>(level));
}

/// Where the numbers of a level stand.
Points BlockSetter::numberedFrom(int level) {
    return level == 0 || hangsBelow(level) ? 0 : numberedLeft(level - 1);
}

/// Whether the numbers of a level stand below those of the level above.
bool BlockSetter::hangsBelow(int level) const {
    return level == 1 && setting_.style.numbering == NumberingScheme::Clauses;
}

void BlockSetter::set(const NumberedParagraph& paragraph, const Column& column) {
    const int level = numberingLevel(paragraph.level);
    const TextLook look = setting_.body();
    const Points labelLeft = numberedFrom(level);
    const Points textLeft = numberedLeft(level);
    const NodeId item = openItem(level, column);
    const NodeId label = setting_.node(item, Role::Lbl);
    const NodeId body = setting_.node(item, Role::LBody);
    openLists_.back().body = body;

    const std::size_t first = flow_.strips.size();
    setText(paragraph.text, paragraph.margin, look, setting_.alignmentOf(Align::Left),
            column.indented(textLeft).inside(
                setting_.node(body, Role::P, inLanguage(column.language, setting_.composition.language))));
    if (flow_.strips.size() == first) {
        flow_.add(look.leading, 0, Keep::Free, column.box);
    }
    putLabel(first, {{.text = setting_.numbering.nextLabel()}}, look, label, column.left + labelLeft, column);
    markParagraph(first, paragraph.id, column);
    flow_.spaceAfter(setting_.paragraphSpace());
}

void BlockSetter::markParagraph(std::size_t strip, const std::string& id, const Column& column) {
    if (!id.empty() && !column.artifact() && setting_.listing) {
        auto& marks = flow_.strips[strip].marks;
        marks.insert(marks.begin(), TargetMark{"paragraph:" + id});
    }
}

void BlockSetter::putLabel(std::size_t strip, const Inline& label, const TextLook& look, NodeId node, Points x,
                           const Column& column) {
    TextSetter setter(setting_, label, look, column.language, node);
    auto lines = setter.lines(column.width, Align::Left, FaultPlace{.kind = FaultPlace::Kind::Number});
    auto& marks = flow_.strips[strip].marks;
    const Points own = Strip{.marks = lines.front().marks}.firstBaseline(0);
    const bool beside = std::any_of(marks.begin(), marks.end(),
                                    [](const Mark& mark) { return std::holds_alternative<TextMark>(mark); });
    if (!beside) {
        flow_.strips[strip].height = std::max(flow_.strips[strip].height, lines.front().height);
    }
    move(lines.front().marks, x, flow_.strips[strip].firstBaseline(own) - own);
    marks.insert(marks.begin(), lines.front().marks.begin(), lines.front().marks.end());
}

void BlockSetter::set(const Lines& lines, const Column& column) {
    const std::string& language = lines.language.empty() ? column.language : lines.language;
    const NodeId node = setting_.node(column.parent, Role::P, inLanguage(language, column.language));
    Inline text;
    for (const Inline& line : lines.lines) {
        if (!text.empty()) {
            text.push_back({.text = "\n"});
        }
        text.insert(text.end(), line.begin(), line.end());
    }
    TextSetter setter(setting_, text, setting_.body(lines.size), language, node);
    if (setter.empty()) {
        return;
    }
    const std::size_t first = addLines(setter.lines(column.width, lines.align, column.place), 0, column);
    keepFrom(first, Keep::Lines);
    flow_.spaceAfter(setting_.paragraphSpace());
}

}  // namespace engross
