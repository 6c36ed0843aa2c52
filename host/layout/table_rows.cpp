#include "layout/block_setter.h"
#include "layout/table_setter.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

/// The same marks as part of no element: what a table says again on its next page.
std::vector<Mark> asArtifacts(const std::vector<Mark>& marks) {
    std::vector<Mark> copies;
    for (const Mark& mark : marks) {
        if (const auto* text = std::get_if<TextMark>(&mark)) {
            copies.emplace_back(*text);
            std::get<TextMark>(copies.back()).node = artifactNode;
        } else if (std::holds_alternative<RuleMark>(mark) || std::holds_alternative<FillMark>(mark)) {
            copies.push_back(mark);
        }
    }
    return copies;
}

Points baselineOf(const SetLine& line) {
    for (const Mark& mark : line.marks) {
        if (const auto* text = std::get_if<TextMark>(&mark)) {
            return text->baseline;
        }
    }
    return 0;
}

/// Brings the lines of a row's cells to common baselines. Answers the height of each line of the row.
std::vector<Points> levelLines(std::vector<std::vector<SetLine>>& cells) {
    std::size_t count = 0;
    for (const auto& lines : cells) {
        count = std::max(count, lines.size());
    }
    std::vector<Points> heights(count, 0);
    for (std::size_t i = 0; i < count; ++i) {
        Points baseline = 0;
        for (const auto& lines : cells) {
            baseline = std::max(baseline, i < lines.size() ? baselineOf(lines[i]) : 0);
        }
        for (auto& lines : cells) {
            if (i < lines.size()) {
                const Points down = lines[i].marks.empty() ? 0 : baseline - baselineOf(lines[i]);
                move(lines[i].marks, 0, down);
                heights[i] = std::max(heights[i], lines[i].height + down);
            }
        }
    }
    return heights;
}

}  // namespace

void TableSetter::addBody(std::vector<TableRow>& rows, std::size_t bodyFirst) {
    flow_.tables[table_].firstBodyStrip = none;
    std::size_t band = none;
    std::size_t bands = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t first = flow_.strips.size();
        addRow(rows[i], keepOf(rows, i, bodyFirst));
        TableHead& head = flow_.tables[table_];
        if (rows[i].head) {
            Strip again = flow_.strips[first];
            again.marks = asArtifacts(again.marks);
            again.notes.clear();
            head.strips.push_back(std::move(again));
            continue;
        }
        head.firstBodyStrip = std::min(head.firstBodyStrip, first);
        if (rows[i].band) {
            band = none;
            flow_.keepNext(Keep::WithNext);
        }
        for (std::size_t strip = first; strip < flow_.strips.size(); ++strip) {
            flow_.strips[strip].table = table_;
            flow_.strips[strip].band = band;
        }
        if (rows[i].band) {
            band = bands++;
        }
    }
}

Keep TableSetter::keepOf(const std::vector<TableRow>& rows, std::size_t index, std::size_t bodyFirst) const {
    if (index < bodyFirst) {
        return Keep::Free;
    }
    if (index == bodyFirst && bodyFirst > 0) {
        return Keep::Always;
    }
    // Neither the first nor the last row of a table stands alone on a page.
    const bool second = index == bodyFirst + 1;
    const bool last = index + 1 == rows.size();
    return second || last ? Keep::Together : Keep::Free;
}

void TableSetter::addRow(TableRow& row, Keep keep) {
    CellLines cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        cells.push_back(row.cells[i].text.lines(textWidth(row, i), row.cells[i].align, column_.place));
    }
    std::vector<Points> heights = levelLines(cells);
    if (heights.empty()) {
        heights.push_back(look_.text.leading);
    }
    Points height = 2 * rowPad;
    for (const Points line : heights) {
        height += line;
    }
    if (height <= column_.height / 2) {
        addWhole(row, cells, heights, keep);
    } else {
        addSlices(row, cells, heights, keep);
    }
}

void TableSetter::addWhole(TableRow& row, CellLines& cells, const std::vector<Points>& heights, Keep keep) {
    Points height = 2 * rowPad;
    for (const Points line : heights) {
        height += line;
    }
    Strip& strip = flow_.add(height, 0, keep, column_.box);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Points top = rowPad;
        for (std::size_t k = 0; k < cells[i].size(); ++k) {
            move(cells[i][k].marks, textLeft(i), top);
            std::move(cells[i][k].marks.begin(), cells[i][k].marks.end(), std::back_inserter(strip.marks));
            strip.notes.insert(strip.notes.end(), cells[i][k].notes.begin(), cells[i][k].notes.end());
            top += heights[k];
        }
    }
    finishStrip(strip, row, true);
}

void TableSetter::addSlices(TableRow& row, CellLines& cells, const std::vector<Points>& heights, Keep keep) {
    for (std::size_t k = 0; k < heights.size(); ++k) {
        const bool last = k + 1 == heights.size();
        const Points above = k == 0 ? rowPad : 0;
        const bool alone = k == 1 || last;
        Strip& strip = flow_.add(heights[k] + above + (last ? rowPad : 0), 0,
                                 k == 0 ? keep : (alone ? Keep::Lines : Keep::Free), column_.box);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (k < cells[i].size()) {
                move(cells[i][k].marks, textLeft(i), above);
                std::move(cells[i][k].marks.begin(), cells[i][k].marks.end(), std::back_inserter(strip.marks));
                strip.notes.insert(strip.notes.end(), cells[i][k].notes.begin(), cells[i][k].notes.end());
            }
        }
        finishStrip(strip, row, last);
    }
}

void TableSetter::finishStrip(Strip& strip, const TableRow& row, bool last) const {
    if (row.band) {
        strip.marks.insert(strip.marks.begin(), FillMark{column_.left, 0, column_.width, strip.height, fillGrey});
    }
    if (last) {
        constexpr Points headRule = 1;
        strip.marks.emplace_back(RuleMark{artifactNode, column_.left, strip.height, column_.left + column_.width,
                                          strip.height, row.head ? headRule : hairline, ruleGrey});
    }
    if (row.link != artifactNode) {
        strip.marks.emplace_back(
            LinkMark{row.link, column_.left, 0, column_.width, strip.height, row.linkTarget, row.linkDescription});
    }
}

}  // namespace engross
