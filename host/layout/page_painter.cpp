#include "layout/page_painter.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <utility>

namespace engross {
namespace {

const Colour& colourOf(RuleInk ink) {
    return ink == RuleInk::Black ? black : ruleGrey;
}

bool isBehind(const Mark& mark) {
    if (const auto* rule = std::get_if<RuleMark>(&mark)) {
        return rule->node == artifactNode;
    }
    return std::holds_alternative<FillMark>(mark);
}

}  // namespace

/// Draws one mark; `left` and `top` are the place of its strip on the page.
class PagePainter::MarkPainter {
public:
    MarkPainter(PagePainter& painter, Points left, Points top, ArtifactKind kind)
        : painter_(painter), left_(left), top_(top), kind_(kind) {}

    void operator()(const TextMark& mark) const {
        painter_.enter(mark.node, kind_);
        painter_.canvas_.text(left_ + mark.x, painter_.up(top_ + mark.baseline), painter_.words_.join(mark.run),
                              mark.size, black);
    }

    void operator()(const RuleMark& mark) const {
        painter_.enter(mark.node, kind_);
        const Points y = painter_.up(top_ + mark.y);
        painter_.canvas_.line(left_ + mark.x1, y, left_ + mark.x2, y, mark.width, colourOf(mark.ink));
    }

    void operator()(const FillMark& mark) const {
        painter_.enter(artifactNode, kind_);
        painter_.canvas_.fill(area(mark), fillGrey);
    }

    void operator()(const PictureMark& mark) const {
        painter_.enter(mark.node, kind_);
        painter_.canvas_.picture(area(mark), *mark.picture);
    }

    void operator()(const LinkMark& mark) const {
        painter_.leave();
        painter_.canvas_.link(painter_.elementOf(mark.node), area(mark), mark.text->target, mark.text->description);
    }

    void operator()(const TargetMark& mark) const {
        painter_.leave();
        painter_.canvas_.target(mark.name, left_, painter_.up(top_));
    }

    void operator()(const NoteMark&) const {}

    void operator()(const PageMark&) const {
        throw std::logic_error("a page number was not set before it is drawn");
    }

    void operator()(const BookmarkMark& mark) const {
        painter_.leave();
        painter_.canvas_.bookmark(mark.level, mark.title, painter_.up(top_));
    }

private:
    template <typename Area>
    [[nodiscard]] Rectangle area(const Area& mark) const {
        return {left_ + mark.x, painter_.up(top_ + mark.y + mark.height), mark.width, mark.height};
    }

    PagePainter& painter_;
    Points left_;
    Points top_;
    ArtifactKind kind_;
};

PagePainter::PagePainter(Canvas& canvas, const std::vector<LayoutNode>& nodes, const LineWords& words,
                         const PageLook& look)
    : canvas_(canvas),
      nodes_(nodes),
      words_(words),
      look_(look),
      copyNode_(look.copyNode),
      folds_(look.folds),
      elements_(nodes.size(), 0),
      made_(nodes.size(), false),
      reached_(1) {
    made_[documentNode] = true;
}

Points PagePainter::up(Points down) const {
    return look_.height - down;
}

void PagePainter::make(NodeId node) {
    if (!made_[node]) {
        static const ElementAttributes plain;
        const LayoutNode& from = nodes_[node];
        elements_[node] =
            canvas_.element(elementOf(from.parent), from.role, from.attributes ? *from.attributes : plain);
        made_[node] = true;
    }
}

ElementId PagePainter::elementOf(NodeId node) {
    for (; reached_ <= node; ++reached_) {
        if (!nodes_[reached_].withinText) {
            make(reached_);
        }
    }
    make(node);
    return elements_[node];
}

void PagePainter::enter(NodeId node, ArtifactKind kind) {
    const State wanted = node == artifactNode ? State::Artifact : State::Content;
    const bool same = wanted == state_ && (wanted == State::Content ? open_ == node : openKind_ == kind);
    if (same) {
        return;
    }
    leave();
    if (wanted == State::Content) {
        canvas_.beginContent(elementOf(node));
        open_ = node;
    } else {
        canvas_.beginArtifact(kind);
        openKind_ = kind;
    }
    state_ = wanted;
}

void PagePainter::leave() {
    if (state_ == State::Content) {
        canvas_.endContent();
    } else if (state_ == State::Artifact) {
        canvas_.endArtifact();
    }
    state_ = State::Outside;
}

void PagePainter::paint(const SetPage& page) {
    canvas_.beginPage(look_.width, look_.height);
    paintMark(look_.mark, artifactNode, ArtifactKind::Background, markGrey);
    for (const PlacedFlow& flow : page.flows) {
        paintBehind(flow);
    }
    paintFolds();
    paintMark(look_.copy, std::exchange(copyNode_, artifactNode), ArtifactKind::Header, black);
    paintRunning(page.header, ArtifactKind::Header);
    for (const PlacedFlow& flow : page.flows) {
        paintFlow(flow);
    }
    paintRunning(page.footer, ArtifactKind::Footer);
    leave();
    canvas_.endPage();
}

void PagePainter::finish() {
    (void)elementOf(static_cast<NodeId>(nodes_.size() - 1));
}

void PagePainter::paintMark(const DiagonalMark& mark, NodeId node, ArtifactKind kind, const Colour& colour) {
    const double angle = mark.degrees * std::numbers::pi / 180;
    Points along = 0;
    for (const ShapedRun& run : mark.runs) {
        enter(node, kind);
        canvas_.turnedText(mark.x + along * std::cos(angle), mark.baseline + along * std::sin(angle), mark.degrees, run,
                           mark.size, colour);
        along += run.width * mark.size / 1000;
    }
}

void PagePainter::paintFolds() {
    constexpr Points from = mm(5);
    constexpr Points to = mm(9);
    for (const Points fold : std::exchange(folds_, {})) {
        enter(artifactNode, ArtifactKind::Page);
        canvas_.line(from, up(fold), to, up(fold), hairline, ruleGrey);
    }
}

void PagePainter::paintBehind(const PlacedFlow& flow) {
    for (const PlacedBox& box : flow.filled.boxes) {
        paintBox(box, flow.left);
    }
    // Fills before rules: the rule between two rows belongs to both.
    for (const bool fills : {true, false}) {
        for (const PlacedStrip& placed : flow.filled.strips) {
            const MarkPainter painter(*this, flow.left, placed.top, ArtifactKind::Layout);
            for (const Mark& mark : placed.strip->marks) {
                if (isBehind(mark) && std::holds_alternative<FillMark>(mark) == fills) {
                    std::visit(painter, mark);
                }
            }
        }
    }
}

void PagePainter::paintBox(const PlacedBox& box, Points left) {
    enter(artifactNode, ArtifactKind::Layout);
    const Rectangle area{left + box.left, up(box.bottom), box.width, box.bottom - box.top};
    if (box.look == BoxBlock::Look::Ruled) {
        constexpr Points width = 1;
        canvas_.outline({area.left + width / 2, area.bottom + width / 2, area.width - width, area.height - width},
                        width, look_.accent);
        return;
    }
    constexpr Points bar = 3;
    canvas_.fill(area, fillGrey);
    canvas_.fill({area.left, area.bottom, bar, area.height}, look_.accent);
}

void PagePainter::paintFlow(const PlacedFlow& flow) {
    for (const PlacedStrip& placed : flow.filled.strips) {
        const MarkPainter painter(*this, flow.left, placed.top, ArtifactKind::Layout);
        for (const Mark& mark : placed.strip->marks) {
            if (!isBehind(mark)) {
                std::visit(painter, mark);
            }
        }
    }
}

void PagePainter::paintRunning(const std::vector<Mark>& marks, ArtifactKind kind) {
    const MarkPainter painter(*this, 0, 0, kind);
    for (const Mark& mark : marks) {
        std::visit(painter, mark);
    }
}

}  // namespace engross
