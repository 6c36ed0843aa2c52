#pragma once
#include "layout/column_widths.h"
#include "layout/setting.h"
#include "layout/text_setter.h"

#include <span>
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

/// One paragraph of a cell, shaped but not yet set to a width.
struct CellText {
    TextSetter text;
    Points indent = 0;
    Points before = 0;                   // space above it
    std::vector<TextSetter> label = {};  // of a list: none or one
    Points labelLeft = 0;
};

/// One cell: the place that it covers and what stands in it.
struct SetCell {
    std::vector<CellText> texts = {};  // none where it is empty
    Align align = Align::Left;
    std::size_t column = 0;
    std::size_t columns = 1;
    std::size_t rows = 1;
    Points whole = 0;  // of a figure in a decimal column: the width before its point
    bool figure = false;
};

struct TableRow {
    NodeId node = artifactNode;
    std::vector<SetCell> cells;
    bool head = false;
    bool band = false;  // its one cell goes across all columns
    bool total = false;
    bool joined = false;          // of a stacked table: it goes on with the row above
    std::vector<bool> open = {};  // by column: a cell goes on into the row below; empty for none
    NodeId link = artifactNode;
    const LinkText* linkText = nullptr;
};

/// Sets a table: cells first, so that they can say what width they want, then rows as strips. A row is one strip
/// unless it may split or is taller than half a page; then each line of its cells is one.
class TableSetter {
public:
    TableSetter(Setting& setting, Flow& flow, const TableLook& look, const Column& column);

    /// As it stands; where its words have no room beside each other, as in large print, the cells of a row stand below
    /// each other, each with the heading of its column. Read aloud it is the same table.
    void set(const TableBlock& table);
    /// Columns for labels, the first, and what is said of them: labels take what they need, up to two fifths.
    [[nodiscard]] std::vector<TableColumn> labelColumns(const std::vector<TableCells>& rows) const;

private:
    class Stacker;

    // table_setter.cpp
    void addCaption(const TableBlock& table, NodeId element);
    [[nodiscard]] TableRow makeHead(const TableBlock& table, NodeId element);
    [[nodiscard]] TableRow makeRow(const TableBlock& table, std::size_t index, NodeId body);
    [[nodiscard]] TableRow makeBand(const TableBlock& table, std::size_t index, NodeId body);
    void makeCells(const TableBlock& table, std::size_t index, TableRow& row);
    [[nodiscard]] std::vector<Strip> repeatedText(const Inline& text, bool band);

    // table_cells.cpp
    /// The next cell of a row at the first column from `column` on that no cell above covers.
    [[nodiscard]] SetCell placeCell(const TableBlock& table, std::size_t row, const TableCell& cell,
                                    std::size_t column);
    void fillCell(SetCell& cell, const TableCell& from, std::size_t row, const TextLook& look, NodeId owner);
    void addTexts(SetCell& cell, const Blocks& content, std::size_t row, const TextLook& look, Points indent,
                  NodeId owner);
    void addList(SetCell& cell, const ListBlock& list, std::size_t row, const TextLook& look, Points indent,
                 NodeId owner);
    void findPoint(SetCell& cell, const Inline& text, const TextLook& look) const;
    /// A row is done: what reaches into the next one.
    void closeRow(std::size_t index, TableRow& row);

    // table_widths.cpp
    [[nodiscard]] std::vector<ColumnNeed> needsOf(const TableBlock& table, std::vector<TableRow>& rows);
    void needAcross(std::vector<TableRow>& rows, Points (*widest)(SetCell&), Points ColumnNeed::*width,
                    std::vector<ColumnNeed>& needs) const;
    void findParts(std::vector<TableRow>& rows, std::vector<ColumnNeed>& needs) const;
    void keepHeadingsWhole(const std::vector<TableRow>& rows, std::vector<ColumnNeed>& needs) const;
    void findDecimals(const std::vector<TableRow>& rows);
    [[nodiscard]] Points padBefore(std::size_t column) const;
    [[nodiscard]] Points padAfter(std::size_t column) const;
    [[nodiscard]] Points textLeft(const SetCell& cell) const;
    [[nodiscard]] Points textWidth(const TableRow& row, const SetCell& cell) const;

    // table_stacked.cpp
    void addStacked(const TableBlock& table, std::vector<TableRow>& rows);

    // table_rows.cpp
    void addBody(std::vector<TableRow>& rows, std::size_t bodyFirst);
    /// What a row of a stacked table says stays on one page, where it is no longer than half of one.
    void keepJoined(std::size_t firstStrip);
    [[nodiscard]] Keep keepOf(const std::vector<TableRow>& rows, std::size_t index, std::size_t bodyFirst) const;
    [[nodiscard]] std::vector<Strip> cellLines(const TableRow& row, SetCell& cell);
    [[nodiscard]] std::vector<Strip> rowLines(TableRow& row);
    /// Rows [first, end) of which each reaches into the next.
    void addRows(std::vector<TableRow>& rows, std::size_t first, std::size_t end, std::size_t bodyFirst);
    void shareRows(const TableRow& row, SetCell& cell, std::span<Points> heights, Strip& line);
    void addRow(const TableRow& row, std::vector<Strip>& lines, Points height, Keep keep, Points rule);
    void finishStrip(Strip& strip, const TableRow& row, Points rule) const;

    Setting& setting_;
    Flow& flow_;
    TableLook look_;
    Column column_;
    std::size_t columns_ = 0;
    bool hasBands_ = false;
    bool splitRows_ = false;
    std::vector<Points> widths_;
    std::vector<std::size_t> covered_;  // by column: further rows that a cell above reaches into
    std::vector<Points> wholes_;        // by column: the widest whole part of a decimal figure
    std::vector<Points> fractions_;     // and the widest rest
    FlowIndex table_ = none;            // index of its TableHead
};

/// Between the edge of a cell and its text.
constexpr Points cellPad = 5;

}  // namespace engross
