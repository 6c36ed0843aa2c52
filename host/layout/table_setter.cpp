#include "layout/table_setter.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

bool hasHeadings(const TableBlock& table) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [](const TableColumn& column) { return !column.heading.empty(); });
}

bool isAmong(const std::vector<std::size_t>& rows, std::size_t row) {
    return std::find(rows.begin(), rows.end(), row) != rows.end();
}

/// The cell that carries the link of a whole row: the one with most to read.
std::size_t tellingCell(const TableCells& cells) {
    const auto longest =
        std::max_element(cells.begin(), cells.end(), [](const TableCell& left, const TableCell& right) {
            return plainText(left.text).size() < plainText(right.text).size();
        });
    return static_cast<std::size_t>(longest - cells.begin());
}

std::string spokenRow(const TableCells& cells) {
    std::string spoken;
    for (const TableCell& cell : cells) {
        const std::string text = plainText(cell.text);
        spoken += (spoken.empty() || text.empty() ? "" : ", ") + text;
    }
    return spoken;
}

}  // namespace

TableSetter::TableSetter(Setting& setting, Flow& flow, const TableLook& look, const Column& column)
    : setting_(setting), flow_(flow), look_(look), column_(column) {
    column_.place = {.kind = FaultPlace::Kind::Table};
}

void TableSetter::set(const TableBlock& table) {
    columns_ = table.columns.size();
    hasBands_ = !table.bandRows.empty();
    splitRows_ = table.split == TableBlock::Rows::Split;
    if (columns_ == 0) {
        return;
    }
    const NodeId element = setting_.node(column_.parent, Role::Table);
    table_ = static_cast<FlowIndex>(flow_.tables.size());
    column_.place.table = ++setting_.tablesSet;
    flow_.tables.emplace_back();
    addCaption(table, element);
    std::vector<TableRow> rows;
    const std::size_t bodyFirst = hasHeadings(table) ? 1 : 0;
    if (bodyFirst > 0) {
        rows.push_back(makeHead(table, element));
    }
    const NodeId body = setting_.node(element, Role::TBody);
    rows.reserve(rows.size() + table.rows.size());
    covered_.assign(columns_, 0);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        rows.push_back(isAmong(table.bandRows, i) ? makeBand(table, i, body) : makeRow(table, i, body));
        closeRow(i, rows.back());
    }
    const std::vector<ColumnNeed> needs = needsOf(table, rows);
    if (bodyFirst > 0 && columns_ > 1 && rows.size() > 1 && !haveRoom(needs, column_.width)) {
        addStacked(table, rows);
    } else {
        widths_ = columnWidths(needs, column_.width);
        addBody(rows, bodyFirst);
    }
    flow_.spaceAfter(setting_.paragraphSpace() + setting_.scaled(4));
}

std::vector<TableColumn> TableSetter::labelColumns(const std::vector<TableCells>& rows) const {
    constexpr double labelShare = 0.4;
    TextLook look = look_.text;
    look.strong = true;
    Points widest = 0;
    for (const TableCells& row : rows) {
        if (row.size() > 1) {
            const TextSetter text(setting_, row.front().text, look, column_.language, artifactNode);
            widest = std::max(widest, text.naturalWidth());
        }
    }
    return {{.weight = widest > labelShare * column_.width ? labelShare : 0}, {.weight = 1 - labelShare}};
}

void TableSetter::addCaption(const TableBlock& table, NodeId element) {
    if (table.caption.empty()) {
        return;
    }
    TextLook look = look_.text;
    look.strong = true;
    TextSetter caption(setting_, table.caption, look, column_.language, setting_.node(element, Role::Caption));
    flow_.spaceAfter(setting_.paragraphSpace());
    for (SetLine& line : caption.lines(column_.width, Align::Left, column_.place)) {
        Strip& strip = flow_.add(line.height, 0, Keep::Free, column_.box);
        strip.marks = std::move(line.marks);
        for (Mark& mark : strip.marks) {
            if (auto* text = std::get_if<TextMark>(&mark)) {
                text->x += column_.left;
            }
        }
        flow_.keepNext(Keep::WithNext);
    }
    Inline again = table.caption;
    if (!setting_.style.continued.empty()) {
        again.push_back({.text = " " + setting_.style.continued});
    }
    flow_.tables[table_].strips = repeatedText(again, false);
}

TableRow TableSetter::makeHead(const TableBlock& table, NodeId element) {
    TableRow row;
    row.head = true;
    row.node = setting_.node(setting_.node(element, Role::THead), Role::TR);
    TextLook look = look_.text;
    look.strong = true;
    for (std::size_t i = 0; i < columns_; ++i) {
        ElementAttributes attributes;
        attributes.scope = HeaderScope::Column;
        SetCell& cell = row.cells.emplace_back();
        cell.align = table.columns[i].align;
        cell.column = i;
        fillCell(cell, table.columns[i].heading, 0, look, setting_.node(row.node, Role::TH, attributes));
    }
    return row;
}

TableRow TableSetter::makeBand(const TableBlock& table, std::size_t index, NodeId body) {
    TableRow row;
    row.band = true;
    row.node = setting_.node(body, Role::TR);
    ElementAttributes attributes;
    attributes.scope = HeaderScope::Column;
    attributes.columnSpan = static_cast<int>(columns_);
    NodeId owner = setting_.node(row.node, Role::TH, attributes);
    if (index < table.rowLinks.size() && !table.rowLinks[index].empty() && owner != artifactNode) {
        owner = row.link = setting_.node(owner, Role::Link);
        row.linkText = setting_.addLink(table.rowLinks[index], spokenRow(table.rows[index]));
    }
    TextLook look = look_.text;
    look.strong = true;
    Inline text;
    for (const TableCell& part : table.rows[index]) {
        text.insert(text.end(), part.text.begin(), part.text.end());
    }
    SetCell& made = row.cells.emplace_back();
    made.columns = columns_;
    fillCell(made, text, index, look, owner);
    if (!setting_.style.continued.empty()) {
        text.push_back({.text = " " + setting_.style.continued});
    }
    flow_.tables[table_].bands.push_back(repeatedText(text, true));
    return row;
}

TableRow TableSetter::makeRow(const TableBlock& table, std::size_t index, NodeId body) {
    TableRow row;
    row.node = setting_.node(body, Role::TR);
    row.total = isAmong(table.totalRows, index);
    makeCells(table, index, row);
    return row;
}

void TableSetter::makeCells(const TableBlock& table, std::size_t index, TableRow& row) {
    const TableCells& cells = table.rows[index];
    const bool linked = index < table.rowLinks.size() && !table.rowLinks[index].empty();
    const std::size_t telling = linked && !cells.empty() ? tellingCell(cells) : none;
    const TableCell empty;
    std::size_t column = 0;
    for (std::size_t i = 0; i < cells.size() || column < columns_; ++i) {
        const TableCell& from = i < cells.size() ? cells[i] : empty;
        SetCell cell = placeCell(table, index, from, column);
        if (cell.column >= columns_) {
            if (i < cells.size()) {
                setting_.faults.add(LayoutFault::RowTooLong, std::to_string(index + 1), column_.place);
            }
            break;
        }
        column = cell.column + cell.columns;
        const bool header = cell.column == 0 && table.rowHeader;
        ElementAttributes attributes;
        attributes.scope = header ? HeaderScope::Row : HeaderScope::None;
        attributes.columnSpan = static_cast<int>(cell.columns);
        attributes.rowSpan = static_cast<int>(cell.rows);
        NodeId owner = setting_.node(row.node, header ? Role::TH : Role::TD, attributes);
        if (i == telling && owner != artifactNode) {
            owner = row.link = setting_.node(owner, Role::Link);
            row.linkText = setting_.addLink(table.rowLinks[index], spokenRow(cells));
        }
        TextLook look = look_.text;
        look.strong = row.total || (header && look_.strongRowHeader);
        fillCell(cell, from, index, look, owner);
        row.cells.push_back(std::move(cell));
    }
}

std::vector<Strip> TableSetter::repeatedText(const Inline& text, bool band) {
    TextLook look = look_.text;
    look.strong = true;
    TextSetter setter(setting_, text, look, column_.language, artifactNode);
    const Points pad = band ? cellPad : 0;
    const auto lines = setter.lines(column_.width - 2 * pad, Align::Left, column_.place);
    Points height = band ? rowPad : 0;
    Strip strip;
    for (const SetLine& line : lines) {
        for (Mark mark : line.marks) {
            if (auto* run = std::get_if<TextMark>(&mark)) {
                run->x += column_.left + pad;
                run->baseline += height;
                strip.marks.emplace_back(*run);
            }
        }
        height += line.height;
    }
    height += rowPad;
    if (band) {
        strip.marks.insert(strip.marks.begin(), FillMark{column_.left, 0, column_.width, height});
    }
    strip.height = height;
    return {std::move(strip)};
}

}  // namespace engross
