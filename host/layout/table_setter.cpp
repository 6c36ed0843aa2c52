#include "layout/table_setter.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

constexpr Points cellPad = 5;

bool hasHeadings(const TableBlock& table) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [](const TableColumn& column) { return !column.heading.empty(); });
}

bool isBand(const TableBlock& table, std::size_t row) {
    return std::find(table.bandRows.begin(), table.bandRows.end(), row) != table.bandRows.end();
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
    column_.place = "a table";
}

void TableSetter::set(const TableBlock& table) {
    columns_ = table.columns.size();
    hasBands_ = !table.bandRows.empty();
    if (columns_ == 0) {
        return;
    }
    const NodeId element = setting_.node(column_.parent, Role::Table);
    table_ = flow_.tables.size();
    flow_.tables.emplace_back();
    addCaption(table, element);
    std::vector<TableRow> rows;
    if (hasHeadings(table)) {
        rows.push_back(makeHead(table, element));
    }
    const std::size_t bodyFirst = rows.size();
    const NodeId body = setting_.node(element, Role::TBody);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        rows.push_back(isBand(table, i) ? makeBand(table, i, body) : makeRow(table, i, body));
    }
    widths_ = widthsFor(table, rows);
    addBody(rows, bodyFirst);
    flow_.spaceAfter(setting_.paragraphSpace() + setting_.scaled(4));
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
        strip.notes = std::move(line.notes);
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
    for (const TableColumn& column : table.columns) {
        ElementAttributes attributes;
        attributes.scope = HeaderScope::Column;
        const NodeId cell = setting_.node(row.node, Role::TH, attributes);
        row.cells.push_back({TextSetter(setting_, column.heading, look, column_.language, cell), column.align});
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
    const NodeId cell = setting_.node(row.node, Role::TH, attributes);
    TextLook look = look_.text;
    look.strong = true;
    Inline text;
    for (const TableCell& part : table.rows[index]) {
        text.insert(text.end(), part.text.begin(), part.text.end());
    }
    row.cells.push_back({TextSetter(setting_, text, look, column_.language, cell), Align::Left});
    if (!setting_.style.continued.empty()) {
        text.push_back({.text = " " + setting_.style.continued});
    }
    flow_.tables[table_].bands.push_back(repeatedText(text, true));
    return row;
}

TableRow TableSetter::makeRow(const TableBlock& table, std::size_t index, NodeId body) {
    TableRow row;
    row.node = setting_.node(body, Role::TR);
    if (table.rows[index].size() > columns_) {
        setting_.faults.add(LayoutFault::RowTooLong, std::to_string(index + 1));
    }
    makeCells(table, index, row);
    return row;
}

void TableSetter::makeCells(const TableBlock& table, std::size_t index, TableRow& row) {
    const TableCells& cells = table.rows[index];
    const bool linked = index < table.rowLinks.size() && !table.rowLinks[index].empty();
    const std::size_t telling = linked && !cells.empty() ? tellingCell(cells) : none;
    for (std::size_t i = 0; i < columns_; ++i) {
        const bool header = i == 0 && table.rowHeader;
        ElementAttributes attributes;
        attributes.scope = header ? HeaderScope::Row : HeaderScope::None;
        NodeId owner = setting_.node(row.node, header ? Role::TH : Role::TD, attributes);
        if (i == telling && owner != artifactNode) {
            owner = row.link = setting_.node(owner, Role::Link);
            row.linkTarget = table.rowLinks[index];
            row.linkDescription = spokenRow(cells);
        }
        TextLook look = look_.text;
        look.strong = header && look_.strongRowHeader;
        const Inline empty;
        row.cells.push_back(
            {TextSetter(setting_, i < cells.size() ? cells[i].text : empty, look, column_.language, owner),
             table.columns[i].align});
    }
}

std::vector<Points> TableSetter::widthsFor(const TableBlock& table, const std::vector<TableRow>& rows) const {
    std::vector<ColumnNeed> needs(columns_);
    for (std::size_t i = 0; i < columns_; ++i) {
        needs[i].weight = table.columns[i].weight;
    }
    for (const TableRow& row : rows) {
        for (std::size_t i = 0; !row.band && i < columns_; ++i) {
            const Points pad = padBefore(i) + padAfter(i);
            needs[i].least = std::max(needs[i].least, row.cells[i].text.widestWord() + pad);
            needs[i].natural = std::max(needs[i].natural, row.cells[i].text.naturalWidth() + pad);
        }
    }
    keepHeadingsWhole(rows, needs);
    return columnWidths(needs, column_.width);
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
        wished[i].least =
            std::max(needs[i].least, rows.front().cells[i].text.naturalWidth() + padBefore(i) + padAfter(i));
        total += wished[i].least;
    }
    if (total <= most * column_.width) {
        needs = std::move(wished);
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
                strip.marks.emplace_back(std::move(*run));
            }
        }
        height += line.height;
    }
    height += rowPad;
    if (band) {
        strip.marks.insert(strip.marks.begin(), FillMark{column_.left, 0, column_.width, height, fillGrey});
    }
    strip.height = height;
    return {std::move(strip)};
}

Points TableSetter::padBefore(std::size_t cell) const {
    return cell > 0 || hasBands_ ? cellPad : 0;
}

Points TableSetter::padAfter(std::size_t cell) const {
    return cell + 1 < columns_ || hasBands_ ? cellPad : 0;
}

Points TableSetter::textLeft(std::size_t cell) const {
    Points left = column_.left + padBefore(cell);
    for (std::size_t i = 0; i < cell; ++i) {
        left += widths_[i];
    }
    return left;
}

Points TableSetter::textWidth(const TableRow& row, std::size_t cell) const {
    return row.band ? column_.width - 2 * cellPad : widths_[cell] - padBefore(cell) - padAfter(cell);
}

}  // namespace engross
