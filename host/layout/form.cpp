#include "layout/block_setter.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

constexpr Points tickIndent = mm(9);
/// Room to write by hand on a line.
constexpr Points writingHeight = mm(9);
constexpr Points belowBaseline = 2.5;

}  // namespace

void BlockSetter::set(const TickList& list, const Column& column) {
    if (list.items.empty()) {
        return;
    }
    const NodeId element = setting_.node(column.parent, Role::L);
    const Points between = setting_.paragraphSpace() / 2;
    for (const TickList::Item& item : list.items) {
        const NodeId entry = setting_.node(element, Role::LI);
        const NodeId label = setting_.node(entry, Role::Lbl);
        Column own = column.indented(setting_.scaled(tickIndent));
        own.parent = setting_.node(setting_.node(entry, Role::LBody), Role::P);
        own.place = {.kind = FaultPlace::Kind::List};
        const std::size_t first = flow_.strips.size();
        setText(item.text, {}, setting_.body(), Align::Left, own);
        if (flow_.strips.size() == first) {
            flow_.add(setting_.body().leading, 0, Keep::Free, column.box);
        }
        const Span box{.text = item.ticked ? list.ticked : list.empty,
                       .tick = item.ticked ? Tick::Ticked : Tick::Empty};
        putLabel(first, {box}, setting_.body(), label, column.left, column);
        addWritingLines(item.lines, own);
        keepFrom(first, Keep::Together);
        flow_.spaceAfter(between);
    }
    flow_.spaceAfter(setting_.paragraphSpace());
}

void BlockSetter::addWritingLines(int lines, const Column& column) {
    for (int i = 0; i < lines; ++i) {
        Strip& strip = flow_.add(writingHeight, 0, Keep::Lines, column.box);
        const Points y = strip.height - belowBaseline;
        strip.marks.emplace_back(
            RuleMark{artifactNode, RuleInk::Black, column.left, column.left + column.width, y, hairline});
    }
}

void BlockSetter::set(const FillIn& fill, const Column& column) {
    constexpr Points gap = 6;
    constexpr double leastShare = 1.0 / 3;  // of the measure, for the line beside the label
    const Column own = column.inside(setting_.node(column.parent, Role::P));
    const std::size_t first = flow_.strips.size();
    TextSetter label(setting_, fill.label, setting_.body(), own.language, own.parent);
    int lines = fill.lines;
    if (!label.empty()) {
        std::vector<SetLine> set = label.lines(own.width, Align::Left, own.place);
        const Points end = set.back().width + gap;
        addLines(std::move(set), std::max(writingHeight - setting_.body().leading, 0.0), own);
        Strip& strip = flow_.strips.back();
        if (lines > 0 && own.width - end >= leastShare * own.width) {
            const Points y = strip.firstBaseline(strip.height) + belowBaseline;
            strip.marks.emplace_back(
                RuleMark{artifactNode, RuleInk::Black, own.left + end, own.left + own.width, y, hairline});
            --lines;
        }
    }
    addWritingLines(lines, own);
    keepFrom(first, Keep::Together);
    flow_.spaceAfter(setting_.paragraphSpace());
}

}  // namespace engross
