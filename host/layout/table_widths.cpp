#include "layout/table_setter.h"

#include <algorithm>

namespace engross {
namespace {

Points widestWord(const SetCell& cell) {
    Points widest = 0;
    for (const CellText& text : cell.texts) {
        widest = std::max(widest, text.indent + text.text.widestWord());
    }
    return widest;
}

Points widestWordOf(SetCell& cell) {
    return widestWord(cell);
}

Points widestPart(SetCell& cell) {
    Points widest = 0;
    for (CellText& text : cell.texts) {
        widest = std::max(widest, text.indent + text.text.widestPart());
    }
    return widest;
}

Points naturalWidth(const SetCell& cell) {
    Points widest = 0;
    for (const CellText& text : cell.texts) {
        widest = std::max(widest, text.indent + text.text.naturalWidth());
    }
    return widest;
}

}  // namespace

std::vector<ColumnNeed> TableSetter::needsOf(const TableBlock& table, std::vector<TableRow>& rows) {
    findDecimals(rows);
    std::vector<ColumnNeed> needs(columns_);
    for (std::size_t i = 0; i < columns_; ++i) {
        needs[i].weight = table.columns[i].weight;
        const Points figures = wholes_[i] + fractions_[i];
        needs[i].least = needs[i].natural = figures > 0 ? figures + padBefore(i) + padAfter(i) : 0;
    }
    for (const TableRow& row : rows) {
        for (const SetCell& cell : row.cells) {
            if (!row.band && cell.columns == 1) {
                ColumnNeed& need = needs[cell.column];
                const Points pad = padBefore(cell.column) + padAfter(cell.column);
                need.least = std::max(need.least, widestWord(cell) + pad);
                need.natural = std::max(need.natural, naturalWidth(cell) + pad);
            }
        }
    }
    needAcross(rows, widestWordOf, &ColumnNeed::least, needs);
    for (ColumnNeed& need : needs) {
        need.natural = std::max(need.natural, need.least);
        need.part = need.least;
    }
    keepHeadingsWhole(rows, needs);
    findParts(rows, needs);
    return needs;
}

/// A cell across columns only makes them wide enough for its longest word: its lines break as they must.
void TableSetter::needAcross(std::vector<TableRow>& rows, Points (*widest)(SetCell&), Points ColumnNeed::*width,
                             std::vector<ColumnNeed>& needs) const {
    for (TableRow& row : rows) {
        for (SetCell& cell : row.cells) {
            if (row.band || cell.columns == 1) {
                continue;
            }
            const std::size_t end = cell.column + cell.columns;
            Points have = 0;
            for (std::size_t i = cell.column; i < end; ++i) {
                have += needs[i].*width;
            }
            const Points missing = widest(cell) + padBefore(cell.column) + padAfter(end - 1) - have;
            for (std::size_t i = cell.column; i < end; ++i) {
                needs[i].*width += std::max(missing, 0.0) / static_cast<double>(cell.columns);
            }
        }
    }
}

/// What the columns need at the very least: looked for only where their words have no room beside each other.
void TableSetter::findParts(std::vector<TableRow>& rows, std::vector<ColumnNeed>& needs) const {
    if (haveRoom(needs, column_.width)) {
        return;
    }
    for (std::size_t i = 0; i < columns_; ++i) {
        const Points figures = wholes_[i] + fractions_[i];
        needs[i].part = figures > 0 ? figures + padBefore(i) + padAfter(i) : 0;
    }
    for (TableRow& row : rows) {
        for (SetCell& cell : row.cells) {
            if (!row.band && cell.columns == 1) {
                const Points pad = padBefore(cell.column) + padAfter(cell.column);
                needs[cell.column].part = std::max(needs[cell.column].part, widestPart(cell) + pad);
            }
        }
    }
    needAcross(rows, widestPart, &ColumnNeed::part, needs);
}

/// A heading of two or three words is better on one line, where that does not starve the cells.
void TableSetter::keepHeadingsWhole(const std::vector<TableRow>& rows, std::vector<ColumnNeed>& needs) const {
    if (rows.empty() || !rows.front().head) {
        return;
    }
    constexpr double most = 0.75;
    Points total = 0;
    std::vector<ColumnNeed> wished = needs;
    for (std::size_t i = 0; i < columns_; ++i) {
        wished[i].least = std::max(needs[i].least, naturalWidth(rows.front().cells[i]) + padBefore(i) + padAfter(i));
        total += wished[i].least;
    }
    if (total <= most * column_.width) {
        needs = std::move(wished);
    }
}

void TableSetter::findDecimals(const std::vector<TableRow>& rows) {
    wholes_.assign(columns_, 0);
    fractions_.assign(columns_, 0);
    for (const TableRow& row : rows) {
        for (const SetCell& cell : row.cells) {
            if (cell.figure) {
                wholes_[cell.column] = std::max(wholes_[cell.column], cell.whole);
                fractions_[cell.column] = std::max(fractions_[cell.column], naturalWidth(cell) - cell.whole);
            }
        }
    }
}

Points TableSetter::padBefore(std::size_t column) const {
    return column > 0 || hasBands_ ? cellPad : 0;
}

Points TableSetter::padAfter(std::size_t column) const {
    return column + 1 < columns_ || hasBands_ ? cellPad : 0;
}

Points TableSetter::textLeft(const SetCell& cell) const {
    Points left = column_.left + padBefore(cell.column);
    for (std::size_t i = 0; i < cell.column; ++i) {
        left += widths_[i];
    }
    return left;
}

Points TableSetter::textWidth(const TableRow& row, const SetCell& cell) const {
    if (row.band) {
        return column_.width - 2 * cellPad;
    }
    Points width = 0;
    for (std::size_t i = cell.column; i < cell.column + cell.columns; ++i) {
        width += widths_[i];
    }
    return width - padBefore(cell.column) - padAfter(cell.column + cell.columns - 1);
}

}  // namespace engross
