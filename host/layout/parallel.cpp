#include "layout/parallel.h"

#include "layout/block_setter.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace engross {
namespace {

constexpr Points rounding = 0.01;
using StripColumns = std::vector<std::vector<Strip>>;

/// Puts the content of a strip into a slice, `down` from its top.
void put(Strip& strip, Points down, Strip& slice) {
    move(strip.marks, 0, down);
    std::move(strip.marks.begin(), strip.marks.end(), std::back_inserter(slice.marks));
    slice.height = std::max(slice.height, down + strip.height);
}

/// What all columns leave free at the top of a slice is space above it.
void raise(Strip& slice, Points free) {
    if (free > 0) {
        move(slice.marks, 0, -free);
        slice.height -= free;
        slice.before = free;
    }
}

/// The slices by index of strip: each as tall as the tallest strip of its line, on a common baseline.
std::vector<Strip> lineByLine(StripColumns& columns) {
    std::size_t count = 0;
    for (const auto& column : columns) {
        count = std::max(count, column.size());
    }
    std::vector<Strip> slices(count);
    for (std::size_t i = 0; i < count; ++i) {
        Points baseline = 0;
        Points free = std::numeric_limits<Points>::max();
        for (const auto& column : columns) {
            free = std::min(free, i < column.size() ? column[i].before : free);
            baseline = std::max(baseline, i < column.size() ? column[i].before + column[i].firstBaseline(0) : 0);
        }
        for (auto& column : columns) {
            if (i < column.size()) {
                const Points own = column[i].firstBaseline(-1);
                const Points down = own < 0 ? column[i].before : baseline - own;
                slices[i].keep = std::max(slices[i].keep, column[i].keep);
                put(column[i], down, slices[i]);
            }
        }
        raise(slices[i], free);
    }
    return slices;
}

/// A column that is being cut: which of its strips is next, and where that would begin and end.
struct Cursor {
    const std::vector<Strip>* column = nullptr;
    std::size_t next = 0;
    Points bottom = 0;  // of the strip before

    [[nodiscard]] bool done() const {
        return next == column->size();
    }
    [[nodiscard]] Points nextTop() const {
        return bottom + (*column)[next].before;
    }
    [[nodiscard]] Points nextBottom() const {
        return nextTop() + (*column)[next].height;
    }
    void advance() {
        bottom = nextBottom();
        ++next;
    }
};

/// A slice: its place, and by column the strip after its last.
struct Cut {
    Points top = 0;
    Points bottom = 0;
    std::vector<std::size_t> ends;
};

/// The smallest slices that cut no strip. Space between strips may be cut.
std::vector<Cut> commonCuts(const StripColumns& columns) {
    std::vector<Cursor> cursors;
    for (const auto& column : columns) {
        cursors.push_back({&column});
    }
    std::vector<Cut> cuts;
    for (Points top = 0;;) {
        Cursor* nearest = nullptr;
        for (Cursor& cursor : cursors) {
            if (!cursor.done() && (nearest == nullptr || cursor.nextBottom() < nearest->nextBottom())) {
                nearest = &cursor;
            }
        }
        if (nearest == nullptr) {
            return cuts;
        }
        nearest->advance();
        Cut cut{top, nearest->bottom, {}};
        // What reaches into the slice belongs to it, and moves its bottom down.
        for (bool moved = true; moved;) {
            moved = false;
            for (Cursor& cursor : cursors) {
                while (!cursor.done() && cursor.nextTop() < cut.bottom - rounding) {
                    cursor.advance();
                    cut.bottom = std::max(cut.bottom, cursor.bottom);
                    moved = true;
                }
            }
        }
        for (const Cursor& cursor : cursors) {
            cut.ends.push_back(cursor.next);
        }
        top = cut.bottom;
        cuts.push_back(std::move(cut));
    }
}

std::vector<Strip> sliced(StripColumns& columns, const std::vector<Cut>& cuts) {
    std::vector<Strip> slices(cuts.size());
    std::vector<Points> free(cuts.size(), std::numeric_limits<Points>::max());
    for (std::size_t c = 0; c < columns.size(); ++c) {
        std::size_t next = 0;
        Points bottom = 0;
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            slices[i].height = cuts[i].bottom - cuts[i].top;
            for (bool first = true; next < cuts[i].ends[c]; ++next, first = false) {
                Strip& strip = columns[c][next];
                slices[i].keep = first ? std::max(slices[i].keep, strip.keep) : slices[i].keep;
                const Points top = bottom + strip.before;
                bottom = top + strip.height;
                free[i] = std::min(free[i], top - cuts[i].top);
                put(strip, top - cuts[i].top, slices[i]);
            }
        }
    }
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        raise(slices[i], free[i]);
    }
    return slices;
}

}  // namespace

std::vector<Strip> besideEachOther(StripColumns columns, Points tallest) {
    const std::vector<Cut> cuts = commonCuts(columns);
    const bool tall =
        std::any_of(cuts.begin(), cuts.end(), [tallest](const Cut& cut) { return cut.bottom - cut.top > tallest; });
    return tall ? lineByLine(columns) : sliced(columns, cuts);
}

}  // namespace engross
