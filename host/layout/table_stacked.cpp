#include "layout/table_setter.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace engross {
namespace {

/// A cell that goes on into the rows below, where it is said again to those who look.
struct Carried {
    const TableCell* cell = nullptr;
    std::size_t rows = 0;
};

}  // namespace

/// The rows of a table in which each cell is a row of its own, its column's heading before it. A heading is read where
/// it first stands; from then on it is part of no element, and so is a cell that has been said in a row above.
class TableSetter::Stacker {
public:
    Stacker(TableSetter& setter, const TableBlock& table, std::vector<TableRow>& rows)
        : setter_(setter), table_(table), rows_(rows), carried_(table.columns.size()) {}

    std::vector<TableRow> stacked() {
        for (std::size_t i = 1; i < rows_.size(); ++i) {
            if (rows_[i].band) {
                rows_[i].cells.front().columns = 2;
                made_.push_back(std::move(rows_[i]));
                carried_.assign(carried_.size(), {});
            } else {
                addRow(i);
            }
        }
        return std::move(made_);
    }

private:
    void addRow(std::size_t index) {
        TableRow& row = rows_[index];
        const TableCells& from = table_.rows[index - 1];
        first_ = true;
        std::size_t next = 0;
        for (std::size_t column = 0; column < carried_.size();) {
            Carried& carried = carried_[column];
            if (carried.rows > 0) {
                --carried.rows;
                SetCell again;
                setter_.fillCell(again, *carried.cell, index - 1, setter_.look_.text, artifactNode);
                const auto columns = static_cast<std::size_t>(std::max(carried.cell->columns, 1));
                add(row, column, columns, std::move(again));
                column += columns;
            } else if (next < row.cells.size()) {
                SetCell& cell = row.cells[next];
                if (cell.rows > 1) {
                    carried = {&from[next], cell.rows - 1};
                }
                ++next;
                const std::size_t columns = cell.columns;
                add(row, column, columns, std::move(cell));
                column += columns;
            } else {
                ++column;
            }
        }
    }

    /// One cell with its heading. What says nothing is left out, once its heading has been said.
    void add(const TableRow& row, std::size_t column, std::size_t columns, SetCell cell) {
        SetCell label = headingsOf(column, columns);
        if (cell.texts.empty() && !saysNew_) {
            return;
        }
        TableRow& made = made_.emplace_back();
        made.node = row.node;
        made.link = row.link;
        made.linkText = row.linkText;
        made.total = row.total;
        made.joined = !std::exchange(first_, false);
        cell.column = 1;
        cell.columns = cell.rows = 1;
        cell.align = Align::Left;
        cell.figure = false;
        made.cells.push_back(std::move(label));
        made.cells.push_back(std::move(cell));
    }

    SetCell headingsOf(std::size_t column, std::size_t columns) {
        SetCell label;
        saysNew_ = false;
        TextLook look = setter_.look_.text;
        look.strong = true;
        for (std::size_t i = column; i < std::min(column + columns, carried_.size()); ++i) {
            std::vector<CellText>& head = rows_.front().cells[i].texts;
            if (!head.empty()) {
                saysNew_ = true;
                std::move(head.begin(), head.end(), std::back_inserter(label.texts));
                head.clear();
                continue;
            }
            TextSetter again(setter_.setting_, table_.columns[i].heading, look, setter_.column_.language, artifactNode);
            if (!again.empty()) {
                label.texts.push_back({std::move(again)});
            }
        }
        return label;
    }

    TableSetter& setter_;
    const TableBlock& table_;
    std::vector<TableRow>& rows_;
    std::vector<Carried> carried_;  // by column
    std::vector<TableRow> made_;
    bool first_ = true;     // the next cell is the first of its row
    bool saysNew_ = false;  // the last label has a heading that was not said before
};

void TableSetter::addStacked(const TableBlock& table, std::vector<TableRow>& rows) {
    std::vector<TableCells> labels;
    for (const TableColumn& column : table.columns) {
        labels.push_back({column.heading, Inline()});
    }
    std::vector<TableRow> stacked = Stacker(*this, table, rows).stacked();
    TableBlock two;
    two.columns = labelColumns(labels);
    columns_ = two.columns.size();
    widths_ = columnWidths(needsOf(two, stacked), column_.width);
    addBody(stacked, 0);
}

}  // namespace engross
