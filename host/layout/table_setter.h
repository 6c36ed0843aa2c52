#pragma once
#include "layout/column_widths.h"
#include "layout/setting.h"
#include "layout/text_setter.h"

#include <string>
#include <vector>

namespace engross {

/// Above and below the text of a row.
constexpr Points rowPad = 4;

/// How a table is drawn and read.
struct TableLook {
    TextLook text;
    bool strongRowHeader = false;
};

/// One cell, shaped but not yet set to a width.
struct SetCell {
    TextSetter text;
    Align align = Align::Left;
};

struct TableRow {
    NodeId node = artifactNode;
    std::vector<SetCell> cells;
    bool head = false;
    bool band = false;  // its one cell goes across all columns
    NodeId link = artifactNode;
    std::string linkTarget;
    std::string linkDescription;
};

/// Sets a table: cells first, so that they can say what width they want, then rows as strips. A row is one strip
/// unless it is taller than half a page; then each line of its cells is one.
class TableSetter {
public:
    TableSetter(Setting& setting, Flow& flow, const TableLook& look, const Column& column);

    void set(const TableBlock& table);

private:
    using CellLines = std::vector<std::vector<SetLine>>;  // by cell, by line

    void addCaption(const TableBlock& table, NodeId element);
    [[nodiscard]] TableRow makeHead(const TableBlock& table, NodeId element);
    [[nodiscard]] TableRow makeRow(const TableBlock& table, std::size_t index, NodeId body);
    [[nodiscard]] TableRow makeBand(const TableBlock& table, std::size_t index, NodeId body);
    void makeCells(const TableBlock& table, std::size_t index, TableRow& row);
    [[nodiscard]] std::vector<Points> widthsFor(const TableBlock& table, const std::vector<TableRow>& rows) const;
    void keepHeadingsWhole(const std::vector<TableRow>& rows, std::vector<ColumnNeed>& needs) const;

    void addBody(std::vector<TableRow>& rows, std::size_t bodyFirst);
    [[nodiscard]] Keep keepOf(const std::vector<TableRow>& rows, std::size_t index, std::size_t bodyFirst) const;
    void addRow(TableRow& row, Keep keep);
    void addWhole(TableRow& row, CellLines& cells, const std::vector<Points>& heights, Keep keep);
    void addSlices(TableRow& row, CellLines& cells, const std::vector<Points>& heights, Keep keep);
    void finishStrip(Strip& strip, const TableRow& row, bool last) const;

    [[nodiscard]] std::vector<Strip> repeatedText(const Inline& text, bool band);
    [[nodiscard]] Points padBefore(std::size_t cell) const;
    [[nodiscard]] Points padAfter(std::size_t cell) const;
    [[nodiscard]] Points textLeft(std::size_t cell) const;
    [[nodiscard]] Points textWidth(const TableRow& row, std::size_t cell) const;

    Setting& setting_;
    Flow& flow_;
    TableLook look_;
    Column column_;
    std::size_t columns_ = 0;
    bool hasBands_ = false;
    std::vector<Points> widths_;
    std::size_t table_ = none;  // index of its TableHead
};

}  // namespace engross
