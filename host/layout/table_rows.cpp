#include "layout/block_setter.h"
#include "layout/parallel.h"
#include "layout/table_setter.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace engross {
namespace {

constexpr Points heavyRule = 1;  // below headings and above totals

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

}  // namespace

void TableSetter::addBody(std::vector<TableRow>& rows, std::size_t bodyFirst) {
    flow_.tables[table_].firstBodyStrip = none;
    FlowIndex band = none;
    FlowIndex bands = 0;
    std::size_t group = 0;
    for (std::size_t i = 0, end = 0; i < rows.size(); i = end) {
        const std::size_t first = flow_.strips.size();
        end = i + 1;
        while (end < rows.size() && !rows[end - 1].open.empty()) {
            ++end;
        }
        addRows(rows, i, end, bodyFirst);
        TableHead& head = flow_.tables[table_];
        if (rows[i].head) {
            Strip again = flow_.strips[first];
            again.marks = asArtifacts(again.marks);
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
        group = rows[i].joined ? group : first;
        if (rows[i].joined && (end == rows.size() || !rows[end].joined)) {
            keepJoined(group);
        }
    }
}

void TableSetter::keepJoined(std::size_t firstStrip) {
    Points height = 0;
    for (std::size_t i = firstStrip; i < flow_.strips.size(); ++i) {
        height += flow_.strips[i].height;
    }
    for (std::size_t i = firstStrip + 1; i < flow_.strips.size() && height <= column_.height / 2; ++i) {
        flow_.strips[i].keep = Keep::Always;
    }
}

Keep TableSetter::keepOf(const std::vector<TableRow>& rows, std::size_t index, std::size_t bodyFirst) const {
    if (index < bodyFirst) {
        return Keep::Free;
    }
    const bool shared = index > 0 && !rows[index - 1].open.empty();
    if ((index == bodyFirst && bodyFirst > 0) || shared || (index > bodyFirst && rows[index].total)) {
        return Keep::Always;
    }
    // Neither the first nor the last row of a table stands alone on a page.
    const bool second = index == bodyFirst + 1;
    const bool last = index + 1 == rows.size();
    return second || last ? Keep::Together : Keep::Free;
}

/// The lines of a cell, each where it stands in its table.
std::vector<Strip> TableSetter::cellLines(const TableRow& row, SetCell& cell) {
    const Points left = textLeft(cell);
    const Points width = textWidth(row, cell);
    FaultPlace place = column_.place;
    place.column = row.band ? 0 : cell.column + 1;
    std::vector<Strip> strips;
    for (CellText& text : cell.texts) {
        Points x = left + text.indent;
        Align align = cell.align;
        if (cell.figure && cell.texts.size() == 1 && text.text.naturalWidth() <= width) {
            align = Align::Left;
            x = left + width - fractions_[cell.column] - cell.whole;
        }
        const std::size_t first = strips.size();
        for (SetLine& line : text.text.lines(width - text.indent, align, place)) {
            Strip& strip = strips.emplace_back();
            strip.height = line.height;
            strip.before = strips.size() == first + 1 ? text.before : 0;
            strip.marks = std::move(line.marks);
            move(strip.marks, x, 0);
        }
        for (TextSetter& label : text.label) {
            auto& marks = strips.at(first).marks;
            SetLine set = std::move(label.lines(width, Align::Left, place).front());
            const Points own = Strip{.marks = set.marks}.firstBaseline(0);
            move(set.marks, left + text.labelLeft, strips[first].firstBaseline(own) - own);
            marks.insert(marks.begin(), set.marks.begin(), set.marks.end());
        }
    }
    return strips;
}

/// The lines of a row across its cells. Cells of one text each stand on common lines; where one has paragraphs, each
/// goes its own way.
std::vector<Strip> TableSetter::rowLines(TableRow& row) {
    bool simple = true;
    std::vector<std::vector<Strip>> columns;
    for (SetCell& cell : row.cells) {
        simple = simple && cell.texts.size() <= 1;
        if (cell.rows == 1) {
            columns.push_back(cellLines(row, cell));
        }
    }
    std::vector<Strip> lines = besideEachOther(std::move(columns), simple ? 0 : column_.height / 2);
    for (Strip& line : lines) {
        move(line.marks, 0, line.before);
        line.height += std::exchange(line.before, 0);
    }
    if (lines.empty()) {
        lines.emplace_back().height = look_.text.leading;
    }
    return lines;
}

void TableSetter::addRows(std::vector<TableRow>& rows, std::size_t first, std::size_t end, std::size_t bodyFirst) {
    std::vector<std::vector<Strip>> lines;
    std::vector<Points> heights;
    for (std::size_t i = first; i < end; ++i) {
        lines.push_back(rowLines(rows[i]));
        heights.push_back(2 * rowPad);
        for (const Strip& line : lines.back()) {
            heights.back() += line.height;
        }
    }
    std::vector<std::vector<Mark>> shared(end - first);
    for (std::size_t i = first; i < end; ++i) {
        for (SetCell& cell : rows[i].cells) {
            if (cell.rows > 1) {
                shareRows(rows[i], cell, {heights.begin() + static_cast<std::ptrdiff_t>(i - first), heights.end()},
                          lines[i - first].front());
            }
        }
    }
    const Points whole = std::accumulate(heights.begin(), heights.end(), Points{0});
    if (end > first + 1 && whole > column_.height) {
        setting_.faults.add(LayoutFault::RowsSpanned, std::to_string(first + 1), column_.place);
    }
    for (std::size_t i = first; i < end; ++i) {
        const TableRow* next = i + 1 < rows.size() ? &rows[i + 1] : nullptr;
        const bool heavy = rows[i].head || (next != nullptr && next->total);
        const Points rule = next != nullptr && next->joined ? 0 : heavy ? heavyRule : hairline;
        const bool split = end == first + 1 && (heights[i - first] > column_.height / 2 ||
                                                (splitRows_ && !rows[i].head && lines[i - first].size() > 3));
        addRow(rows[i], lines[i - first], split ? 0 : heights[i - first], keepOf(rows, i, bodyFirst), rule);
    }
}

/// Sets a cell that reaches over several rows into the first of them; the last grows where they are too low for it.
void TableSetter::shareRows(const TableRow& row, SetCell& cell, std::span<Points> heights, Strip& line) {
    Points height = 0;
    for (Strip& strip : cellLines(row, cell)) {
        height += strip.before;
        move(strip.marks, 0, height);
        std::move(strip.marks.begin(), strip.marks.end(), std::back_inserter(line.marks));
        height += strip.height;
    }
    const std::span<Points> own = heights.first(std::min(cell.rows, heights.size()));
    const Points have = std::accumulate(own.begin(), own.end(), Points{0});
    own.back() += std::max(height + 2 * rowPad - have, 0.0);
}

/// A row as one strip of that height, or as one a line where it is 0.
void TableSetter::addRow(const TableRow& row, std::vector<Strip>& lines, Points height, Keep keep, Points rule) {
    if (height > 0) {
        Strip& strip = flow_.add(height, 0, keep, column_.box);
        Points top = rowPad;
        for (Strip& line : lines) {
            move(line.marks, 0, top);
            std::move(line.marks.begin(), line.marks.end(), std::back_inserter(strip.marks));
            top += line.height;
        }
        finishStrip(strip, row, rule);
        return;
    }
    for (std::size_t k = 0; k < lines.size(); ++k) {
        const bool last = k + 1 == lines.size();
        const Points above = k == 0 ? rowPad : 0;
        const bool alone = k == 1 || last;
        Strip& strip = flow_.add(lines[k].height + above + (last ? rowPad : 0), 0,
                                 k == 0 ? keep : (alone ? Keep::Lines : Keep::Free), column_.box);
        move(lines[k].marks, 0, above);
        strip.marks = std::move(lines[k].marks);
        finishStrip(strip, row, last ? rule : 0);
    }
}

void TableSetter::finishStrip(Strip& strip, const TableRow& row, Points rule) const {
    if (row.band) {
        strip.marks.insert(strip.marks.begin(), FillMark{column_.left, 0, column_.width, strip.height});
    }
    if (rule > 0) {
        Points x = column_.left;
        // No rule crosses a cell that goes on below.
        for (std::size_t i = 0; !row.open.empty() && i < columns_; x += widths_[i++]) {
            if (!row.open[i]) {
                strip.marks.emplace_back(RuleMark{artifactNode, RuleInk::Grey, x, x + widths_[i], strip.height, rule});
            }
        }
        if (row.open.empty()) {
            strip.marks.emplace_back(
                RuleMark{artifactNode, RuleInk::Grey, column_.left, column_.left + column_.width, strip.height, rule});
        }
    }
    if (row.link != artifactNode) {
        strip.marks.emplace_back(LinkMark{row.link, column_.left, 0, column_.width, strip.height, row.linkText});
    }
}

}  // namespace engross
