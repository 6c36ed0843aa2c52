#include "layout/page_filler.h"

#include <algorithm>
#include <map>
#include <utility>

namespace engross {
namespace {

constexpr Points rounding = 0.01;
/// A stretch that no page can hold whole starts on the page before where at least this share of it is free.
constexpr double roomWorthUsing = 1.0 / 3;
/// A tall box is split where more than this share of the page would be white without.
constexpr double whiteWorthSplitting = 1.0 / 5;

/// The notes whose marks stand in a strip.
std::vector<FlowIndex> notesIn(const Strip& strip) {
    std::vector<FlowIndex> notes;
    for (const Mark& mark : strip.marks) {
        if (const auto* note = std::get_if<NoteMark>(&mark)) {
            notes.push_back(note->note);
        }
    }
    return notes;
}

/// Lays footnotes: how much of a page they take, and what of them goes on to the next.
class FootFiller {
public:
    explicit FootFiller(const FootLines& lines) : lines_(lines) {
        for (const auto& note : lines.notes) {
            heights_.push_back(heightOf(note, note.size()));
        }
    }

    /// What the notes of pages before want of a page, at most half of it.
    [[nodiscard]] Points carried(PageRoom room) const {
        Points height = 0;
        for (const Strip* line : carried_) {
            height += line->height;
        }
        return carried_.empty() ? 0 : std::min(lines_.rule.height + height, (room.bottom - room.top) / 2);
    }

    /// What the notes of one more strip want, below notes that want `others` so far. At least two lines of the last
    /// one, which may go on overleaf, or all of it.
    [[nodiscard]] Points wanted(const Strip& strip, Points others, bool whole) const {
        const std::vector<FlowIndex> notes = heights_.empty() ? std::vector<FlowIndex>() : notesIn(strip);
        if (notes.empty()) {
            return 0;
        }
        constexpr std::size_t leastLines = 2;
        Points height = others > 0 ? 0 : lines_.rule.height;
        for (const FlowIndex note : notes) {
            const bool partly = !whole && note == notes.back();
            height += partly ? heightOf(lines_.notes.at(note), leastLines) : heights_.at(note);
        }
        return height;
    }

    /// Puts the notes that are due at the foot of a page whose text ends at `top`.
    void fill(const FilledPage& page, Points top, PageRoom room, std::vector<PlacedStrip>& foot) {
        if (heights_.empty()) {
            return;
        }
        std::vector<const Strip*> due = std::exchange(carried_, {});
        for (const PlacedStrip& placed : page.strips) {
            for (const FlowIndex note : notesIn(*placed.strip)) {
                for (const Strip& line : lines_.notes.at(note)) {
                    due.push_back(&line);
                }
            }
        }
        if (due.empty()) {
            return;
        }
        const Points free = room.bottom - top + rounding;
        Points height = lines_.rule.height;
        std::size_t count = 0;
        // A page without text takes a line in any case, so that there is an end.
        while (count < due.size() && (height + due[count]->height <= free || (count == 0 && page.strips.empty()))) {
            height += due[count++]->height;
        }
        carried_.assign(due.begin() + static_cast<std::ptrdiff_t>(count), due.end());
        if (count == 0) {
            return;
        }
        top = room.bottom - height;
        foot.push_back({&lines_.rule, top});
        top += lines_.rule.height;
        for (std::size_t i = 0; i < count; ++i) {
            foot.push_back({due[i], top});
            top += due[i]->height;
        }
    }

    [[nodiscard]] bool done() const noexcept {
        return carried_.empty();
    }

private:
    [[nodiscard]] static Points heightOf(const std::vector<Strip>& note, std::size_t lines) {
        Points height = 0;
        for (std::size_t i = 0; i < std::min(lines, note.size()); ++i) {
            height += note[i].height;
        }
        return height;
    }

    const FootLines& lines_;
    std::vector<Points> heights_;
    std::vector<const Strip*> carried_;
};

class PageFiller {
public:
    PageFiller(const Flow& flow, const FootLines& notes) : flow_(flow), foot_(notes) {}

    /// Fills a page from strip `first` on. Answers the strip that the next page starts with.
    std::size_t fill(std::size_t first, PageRoom room, PageRoom next, FilledPage& page) {
        const std::vector<const Strip*> heads = headsAbove(first);
        Points top = room.top + insetAbove(first);
        for (const Strip* head : heads) {
            page.strips.push_back({head, top});
            top += head->height;
        }
        const std::size_t end = breakAfter(first, top, room, next);
        for (std::size_t i = first; i < end; ++i) {
            const Strip& strip = flow_.strips[i];
            top += i == first ? 0 : strip.before;
            page.strips.push_back({&strip, top});
            top += strip.height;
        }
        page.strips.shrink_to_fit();
        page.boxes = boxesAround(first, end, page);
        foot_.fill(page, top + (end > first ? insetBelow(end - 1) : 0), room, page.foot);
        return end;
    }

    /// Whether a page more is needed for the rest of a footnote.
    [[nodiscard]] bool hasNotes() const noexcept {
        return !foot_.done();
    }

private:
    /// The first strip that does not fit any more, or the end of the flow. `foot` is what the page's notes want.
    [[nodiscard]] std::size_t overflowAt(std::size_t first, Points top, Points bottom, Points foot) const {
        for (std::size_t i = first; i < flow_.strips.size(); ++i) {
            const Strip& strip = flow_.strips[i];
            if (i > first && strip.newPage) {
                return i;
            }
            top += (i == first ? 0 : strip.before) + strip.height;
            if (top + insetBelow(i) + foot + foot_.wanted(strip, foot, false) > bottom + rounding) {
                return i;
            }
            foot += foot_.wanted(strip, foot, true);
        }
        return flow_.strips.size();
    }

    [[nodiscard]] std::size_t breakAfter(std::size_t first, Points top, PageRoom room, PageRoom next) const {
        const std::size_t overflow = overflowAt(first, top, room.bottom, foot_.carried(room));
        if (overflow == flow_.strips.size() || flow_.strips[overflow].newPage) {
            return overflow;
        }
        const std::size_t best = leastLoath(first, overflow);
        if (best == overflow || flow_.strips[best].keep != Keep::Free) {
            return best;
        }
        const Points free = room.bottom - heightUntil(first, best, top);
        if (free > whiteWorthSplitting * (room.bottom - room.top)) {
            for (std::size_t i = overflow; i > best; --i) {
                if (flow_.strips[i].keep == Keep::Split) {
                    return i;
                }
            }
        }
        if (holdsWhole(best, next)) {
            return best;
        }
        // What starts here fits no page whole: better to begin it now than to leave the rest of this page white.
        if (free < roomWorthUsing * (room.bottom - room.top)) {
            return best;
        }
        const std::size_t inside = leastLoath(best, overflow);
        return flow_.strips[inside].keep >= Keep::Lines ? best : inside;
    }

    /// Whether a page that starts with `first` reaches a place where it may freely be broken.
    [[nodiscard]] bool holdsWhole(std::size_t first, PageRoom room) const {
        const std::size_t overflow = overflowAt(first, room.top + insetAbove(first), room.bottom, 0);
        if (overflow == flow_.strips.size() || flow_.strips[overflow].newPage) {
            return true;
        }
        for (std::size_t i = first + 1; i <= overflow; ++i) {
            if (flow_.strips[i].keep <= Keep::Split) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] Points heightUntil(std::size_t first, std::size_t end, Points top) const {
        for (std::size_t i = first; i < end; ++i) {
            top += (i == first ? 0 : flow_.strips[i].before) + flow_.strips[i].height;
        }
        return top;
    }

    /// The last strip in (first, overflow] before which a break costs least; the second where not even one fits.
    [[nodiscard]] std::size_t leastLoath(std::size_t first, std::size_t overflow) const {
        if (overflow <= first) {
            return first + 1;
        }
        std::size_t best = overflow;
        for (std::size_t i = overflow; i > first; --i) {
            if (flow_.strips[i].keep < flow_.strips[best].keep) {
                best = i;
            }
            if (flow_.strips[best].keep == Keep::Free) {
                break;
            }
        }
        return best;
    }

    [[nodiscard]] std::vector<const Strip*> headsAbove(std::size_t first) const {
        std::vector<const Strip*> heads;
        if (first >= flow_.strips.size() || flow_.strips[first].table == none) {
            return heads;
        }
        const Strip& strip = flow_.strips[first];
        const TableHead& head = flow_.tables[strip.table];
        if (first == head.firstBodyStrip) {
            return heads;
        }
        for (const Strip& again : head.strips) {
            heads.push_back(&again);
        }
        if (strip.band != none) {
            for (const Strip& again : head.bands.at(strip.band)) {
                heads.push_back(&again);
            }
        }
        return heads;
    }

    /// Whether the boxes around a strip began before it.
    [[nodiscard]] Points insetAbove(std::size_t strip) const {
        if (strip == 0 || strip >= flow_.strips.size()) {
            return 0;
        }
        Points inset = 0;
        for (FlowIndex box = flow_.strips[strip].box; box != none; box = flow_.boxes[box].parent) {
            inset += isInside(strip - 1, box) ? flow_.boxes[box].pad : 0;
        }
        return inset;
    }

    /// What the boxes around a strip need below it if the page ends after it.
    [[nodiscard]] Points insetBelow(std::size_t strip) const {
        if (strip + 1 >= flow_.strips.size()) {
            return 0;
        }
        Points inset = 0;
        for (FlowIndex box = flow_.strips[strip].box; box != none; box = flow_.boxes[box].parent) {
            inset += isInside(strip + 1, box) ? flow_.boxes[box].pad : 0;
        }
        return inset;
    }

    [[nodiscard]] bool isInside(std::size_t strip, FlowIndex box) const {
        for (FlowIndex around = flow_.strips[strip].box; around != none; around = flow_.boxes[around].parent) {
            if (around == box) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::vector<PlacedBox> boxesAround(std::size_t first, std::size_t end, const FilledPage& page) const {
        std::map<FlowIndex, PlacedBox> placed;  // outer boxes have the lower index and are drawn first
        const std::size_t heads = page.strips.size() - (end - first);
        for (std::size_t i = first; i < end; ++i) {
            const PlacedStrip& at = page.strips[heads + i - first];
            for (FlowIndex box = at.strip->box; box != none; box = flow_.boxes[box].parent) {
                const BoxFrame& frame = flow_.boxes[box];
                const auto [entry, fresh] =
                    placed.try_emplace(box, PlacedBox{frame.look, frame.left, at.top, frame.width, 0});
                if (fresh && i == first && i > 0 && isInside(i - 1, box)) {
                    entry->second.top = page.strips.front().top - frame.pad;
                }
                entry->second.bottom = at.top + at.strip->height;
                if (i + 1 == end && end < flow_.strips.size() && isInside(end, box)) {
                    entry->second.bottom += frame.pad;
                }
            }
        }
        std::vector<PlacedBox> boxes;
        boxes.reserve(placed.size());
        for (const auto& [index, box] : placed) {
            boxes.push_back(box);
        }
        return boxes;
    }

    const Flow& flow_;
    FootFiller foot_;
};

}  // namespace

std::vector<FilledPage> fillPages(const Flow& flow, const FootLines& notes, PageRoom first, PageRoom later) {
    std::vector<FilledPage> pages;
    PageFiller filler(flow, notes);
    std::size_t next = 0;
    do {
        FilledPage page;
        next = filler.fill(next, pages.empty() ? first : later, later, page);
        pages.push_back(std::move(page));
    } while (next < flow.strips.size() || filler.hasNotes());
    return pages;
}

FilledPage stackStrips(const Flow& flow, Points top) {
    PageRoom endless{top, 1e9};
    FilledPage page;
    std::size_t next = 0;
    const FootLines none{};
    PageFiller filler(flow, none);
    while (next < flow.strips.size()) {
        FilledPage part;
        next = filler.fill(next, endless, endless, part);
        page.strips.insert(page.strips.end(), part.strips.begin(), part.strips.end());
        page.boxes.insert(page.boxes.end(), part.boxes.begin(), part.boxes.end());
        endless.top = bottomOf(page);
    }
    return page;
}

Points bottomOf(const FilledPage& page) {
    return page.strips.empty() ? 0 : page.strips.back().top + page.strips.back().strip->height;
}

}  // namespace engross
