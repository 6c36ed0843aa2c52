#pragma once
#include "layout/canvas.h"
#include "layout/page_filler.h"
#include "layout/running.h"
#include "layout/setting.h"

#include <vector>

namespace engross {

/// Something that has its place on a page: a frame, or the page's part of the body.
struct PlacedFlow {
    FilledPage filled;
    Points left = 0;  // of its text, from the page's left
    bool artifact = false;
};

/// One page, complete.
struct SetPage {
    std::vector<PlacedFlow> flows;  // in the order of reading
    std::vector<Mark> header;       // from the page's top left
    std::vector<Mark> footer;
};

/// What all pages share.
struct PageLook {
    Points width = 0;
    Points height = 0;
    Colour accent;
    DiagonalMark mark;
    DiagonalMark copy;
    NodeId copyNode = artifactNode;  // it is read on the first page
    std::vector<Points> folds;       // of the first page, from its top
};

/// Draws pages on a canvas: what is behind the text first, then the text in the order of reading, each element once.
class PagePainter {
public:
    PagePainter(Canvas& canvas, const std::vector<LayoutNode>& nodes, const LineWords& words, const PageLook& look);

    void paint(const SetPage& page);
    /// Makes the elements that nothing was drawn for: empty cells.
    void finish();

private:
    class MarkPainter;
    enum class State { Outside, Content, Artifact };

    void enter(NodeId node, ArtifactKind kind);
    void leave();
    [[nodiscard]] ElementId elementOf(NodeId node);
    void make(NodeId node);
    void paintMark(const DiagonalMark& mark, NodeId node, ArtifactKind kind, const Colour& colour);
    void paintFolds();
    void paintBehind(const PlacedFlow& flow);
    void paintBox(const PlacedBox& box, Points left);
    void paintFlow(const PlacedFlow& flow);
    void paintRunning(const std::vector<Mark>& marks, ArtifactKind kind);
    [[nodiscard]] Points up(Points down) const;

    Canvas& canvas_;
    const std::vector<LayoutNode>& nodes_;
    const LineWords& words_;
    const PageLook& look_;
    NodeId copyNode_;
    std::vector<Points> folds_;
    std::vector<ElementId> elements_;
    std::vector<bool> made_;
    NodeId reached_ = 0;  // every element before this one is made, save those within text
    State state_ = State::Outside;
    NodeId open_ = documentNode;
    ArtifactKind openKind_ = ArtifactKind::Layout;
};

}  // namespace engross
