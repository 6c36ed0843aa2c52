#pragma once
#include "layout/strip.h"

#include <vector>

namespace engross {

/// A strip at its place: `top` is measured from the top of the page.
struct PlacedStrip {
    const Strip* strip = nullptr;
    Points top = 0;
};

/// A box, or the part of it that is on a page.
struct PlacedBox {
    BoxBlock::Look look = BoxBlock::Look::Ruled;
    Points left = 0;
    Points top = 0;
    Points width = 0;
    Points bottom = 0;
};

/// What flows onto one page.
struct FilledPage {
    std::vector<PlacedStrip> strips;
    std::vector<PlacedBox> boxes;
    std::vector<PlacedStrip> foot;  // footnotes, with the rule above them
};

/// The footnotes of a flow: by note, its lines.
struct FootLines {
    Strip rule;
    std::vector<std::vector<Strip>> notes;
};

/// The room for text on a page, from the page's top.
struct PageRoom {
    Points top = 0;
    Points bottom = 0;
};

/// Fills pages with the strips of a flow: as many as fit, ending where the flow is least loath to be broken. The
/// pages point into the flow and the notes. A note begins on the page of its mark; what does not fit there goes on at
/// the foot of the next. There is always a first page.
[[nodiscard]] std::vector<FilledPage> fillPages(const Flow& flow, const FootLines& notes, PageRoom first,
                                                PageRoom later);

/// Strips one below the other without an end: a frame.
[[nodiscard]] FilledPage stackStrips(const Flow& flow, Points top);

/// Where the last strip of a page ends.
[[nodiscard]] Points bottomOf(const FilledPage& page);

}  // namespace engross
