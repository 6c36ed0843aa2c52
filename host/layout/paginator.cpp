#include "layout/paginator.h"

#include "layout/block_setter.h"
#include "layout/contents.h"
#include "layout/footnotes.h"
#include "layout/page_filler.h"
#include "layout/page_painter.h"
#include "layout/running.h"
#include "layout/setting.h"

#include <algorithm>
#include <deque>
#include <utility>

namespace engross {

/// The flows hold the strips and the pages point into them, so none is added once pages are made.
struct PaginatorImpl {
    std::deque<Flow> flows;
    LineWords words;
    std::deque<Picture> pictures;
    std::deque<LinkText> links;
    FootLines notes;
    std::vector<LayoutNode> nodes;
    std::vector<SetPage> pages;
    PageLook look;
    FaultList faults;
};

namespace {

constexpr Points noteGap = 8;
constexpr Points noteEdge = mm(8);  // between a margin note and the edge of the paper

class Paginator {
public:
    Paginator(PaginatorImpl& made, Composition composition, const Typesetter& typesetter)
        : made_(made),
          composition_(std::move(composition)),
          style_(composition_.style),
          setting_(composition_, typesetter) {}

    void run() {
        if (!style_.copyMark.empty()) {
            made_.look.copyNode = setting_.node(documentNode, Role::P);
        }
        setFrames();
        setBody();
        setRunning();
        made_.look.width = style_.width;
        made_.look.height = style_.height;
        made_.look.accent = setting_.accent;
        made_.look.mark = diagonalMark(setting_);
        made_.look.copy = copyMark(setting_);
        made_.look.folds = style_.foldMarks;
        numberContents(setting_, made_.pages, made_.flows.back());
        made_.nodes = std::move(setting_.nodes);
        made_.words = std::move(setting_.words);
        made_.pictures = std::move(setting_.pictures);
        made_.links = std::move(setting_.links);
        made_.faults = setting_.faults;
    }

private:
    [[nodiscard]] PageRoom roomOf(const Margins& margins) const {
        return {margins.top, style_.height - margins.bottom};
    }

    /// Frames come first in the order of reading; those that are artifacts are in none.
    void setFrames() {
        for (const Frame& frame : style_.firstFrames) {
            Flow& flow = made_.flows.emplace_back();
            Column column;
            column.width = frame.width;
            column.height = frame.height > 0 ? frame.height : style_.height - frame.top;
            column.parent = frame.artifact ? artifactNode : documentNode;
            column.language = composition_.language;
            column.place = {.kind = FaultPlace::Kind::Frame};
            setting_.listing = !frame.artifact;
            setting_.setFrame(frame.size);
            BlockSetter(setting_, flow).set(frame.content, column);
            setting_.setBody();
            setting_.listing = true;
            PlacedFlow placed{stackStrips(flow, frame.top), frame.left, frame.artifact};
            if (frame.height > 0 && bottomOf(placed.filled) > frame.top + frame.height + 0.01) {
                setting_.faults.add(LayoutFault::FrameTooSmall, {}, column.place);
            }
            frames_.push_back(std::move(placed));
        }
    }

    void setBody() {
        const Margins& first = style_.first;
        const Margins& later = style_.later;
        Column column;
        column.width = style_.width - std::max(first.left + first.right, later.left + later.right);
        column.height = roomOf(later).bottom - roomOf(later).top;
        column.language = composition_.language;
        column.noteLeft = column.width + noteGap;
        column.noteWidth = std::max(std::min(first.right, later.right) - noteGap - noteEdge, 1.0);
        Flow& flow = made_.flows.emplace_back();
        setting_.takesNotes = true;
        BlockSetter(setting_, flow).set(std::exchange(composition_.body, {}), column);
        setting_.takesNotes = false;
        made_.notes = setNotes(setting_, column);
        setting_.nodes.shrink_to_fit();
        for (FilledPage& filled : fillPages(flow, made_.notes, roomOf(first), roomOf(later))) {
            SetPage page;
            if (made_.pages.empty()) {
                page.flows = std::move(frames_);
            }
            const Points left = (made_.pages.empty() ? first : later).left;
            FilledPage foot;
            foot.strips = std::move(filled.foot);
            page.flows.push_back({std::move(filled), left, false});
            if (!foot.strips.empty()) {
                page.flows.push_back({std::move(foot), left, false});
            }
            made_.pages.push_back(std::move(page));
        }
    }

    void setRunning() {
        const std::size_t pages = made_.pages.size();
        for (std::size_t i = 0; i < pages; ++i) {
            SetPage& page = made_.pages[i];
            const Margins& margins = i == 0 ? style_.first : style_.later;
            const auto add = [&](const std::vector<RunningText>& texts, std::vector<Mark>& to) {
                for (const RunningText& text : texts) {
                    auto marks = runningMarks(setting_, text, margins, i + 1, pages);
                    std::move(marks.begin(), marks.end(), std::back_inserter(to));
                }
            };
            add(style_.headers, page.header);
            if (i > 0 || style_.footerOnFirst) {
                add(style_.footers, page.footer);
            }
        }
    }

    PaginatorImpl& made_;
    Composition composition_;
    const PageStyle& style_;
    Setting setting_;
    std::vector<PlacedFlow> frames_;
};

}  // namespace

Pages::Pages(std::unique_ptr<PaginatorImpl> impl) : impl_(std::move(impl)) {}
Pages::Pages(Pages&&) noexcept = default;
Pages::~Pages() = default;

std::size_t Pages::count() const noexcept {
    return impl_->pages.size();
}

std::vector<Diagnostic> Pages::faults(Language reader) const {
    return impl_->faults.all(reader);
}

void Pages::draw(Canvas& canvas) const {
    PagePainter painter(canvas, impl_->nodes, impl_->words, impl_->look);
    for (const SetPage& page : impl_->pages) {
        painter.paint(page);
    }
    painter.finish();
}

Pages paginate(Composition composition, std::shared_ptr<const Typesetter> typesetter) {
    auto impl = std::make_unique<PaginatorImpl>();
    if (!composition.style.font.empty()) {
        typesetter = Typesetter::of(composition.style.font);
    }
    Paginator(*impl, std::move(composition), *typesetter).run();
    return Pages(std::move(impl));
}

}  // namespace engross
