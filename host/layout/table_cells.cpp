#include "layout/table_setter.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

constexpr Points listIndent = mm(5);
constexpr Points betweenTexts = 4;
constexpr Points labelGap = 3;

bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

/// Where the decimal point of a figure is, or where its whole part ends. `npos` where the text is no figure.
std::size_t pointOf(const std::string& text) {
    const std::size_t last = text.find_last_of("0123456789");
    const bool figure = last != std::string::npos && text.find_first_of("0123456789") < 6;
    if (!figure) {
        return std::string::npos;
    }
    std::size_t start = last;
    while (start > 0 && isDigit(text[start - 1])) {
        --start;
    }
    return start > 0 && text[start - 1] == '.' ? start - 1 : last + 1;
}

/// The first `bytes` of a text, look by look.
Inline beginning(const Inline& text, std::size_t bytes) {
    Inline begin;
    for (const Span& span : text) {
        Span part = span;
        part.note.clear();
        part.text = span.text.substr(0, std::min(bytes, span.text.size()));
        bytes -= part.text.size();
        begin.push_back(std::move(part));
    }
    return begin;
}

}  // namespace

SetCell TableSetter::placeCell(const TableBlock& table, std::size_t row, const TableCell& cell, std::size_t column) {
    while (column < columns_ && covered_[column] > 0) {
        ++column;
    }
    SetCell made;
    made.column = column;
    if (column >= columns_) {
        return made;
    }
    made.align = table.columns[column].align;
    const auto columns = static_cast<std::size_t>(std::max(cell.columns, 1));
    const auto rows = static_cast<std::size_t>(std::max(cell.rows, 1));
    while (made.columns < columns && column + made.columns < columns_ && covered_[column + made.columns] == 0) {
        ++made.columns;
    }
    made.rows = std::min(rows, table.rows.size() - row);
    if (made.columns != columns || made.rows != rows) {
        setting_.faults.add(LayoutFault::RowsSpanned, std::to_string(row + 1), column_.place);
    }
    return made;
}

void TableSetter::closeRow(std::size_t index, TableRow& row) {
    if (row.band) {
        const bool crossed = std::any_of(covered_.begin(), covered_.end(), [](std::size_t rows) { return rows > 0; });
        if (crossed) {
            setting_.faults.add(LayoutFault::RowsSpanned, std::to_string(index), column_.place);
        }
        covered_.assign(columns_, 0);
        return;
    }
    for (std::size_t& rows : covered_) {
        rows -= rows > 0 ? 1 : 0;
    }
    for (const SetCell& cell : row.cells) {
        for (std::size_t i = cell.column; i < cell.column + cell.columns; ++i) {
            covered_[i] = cell.rows - 1;
        }
    }
    if (std::any_of(covered_.begin(), covered_.end(), [](std::size_t rows) { return rows > 0; })) {
        for (const std::size_t rows : covered_) {
            row.open.push_back(rows > 0);
        }
    }
}

void TableSetter::fillCell(SetCell& cell, const TableCell& from, std::size_t row, const TextLook& look, NodeId owner) {
    if (!from.content.empty()) {
        addTexts(cell, from.content, row, look, 0, owner);
        return;
    }
    TextSetter text(setting_, from.text, look, column_.language, owner);
    if (!text.empty()) {
        cell.texts.push_back({std::move(text)});
        findPoint(cell, from.text, look);
    }
}

// NOLINTNEXTLINE(misc-no-recursion): no deeper than lists in lists
void TableSetter::addTexts(SetCell& cell, const Blocks& content, std::size_t row, const TextLook& look, Points indent,
                           NodeId owner) {
    for (const Block& block : content) {
        const std::string& language = block.language.empty() ? column_.language : block.language;
        const Points before = cell.texts.empty() ? 0 : setting_.scaled(betweenTexts);
        if (const auto* list = std::get_if<ListBlock>(&block.content)) {
            addList(cell, *list, row, look, indent, owner);
            continue;
        }
        Inline text;
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
            text = paragraph->text;
        } else if (const auto* lines = std::get_if<Lines>(&block.content)) {
            for (const Inline& line : lines->lines) {
                if (!text.empty()) {
                    text.push_back({.text = "\n"});
                }
                text.insert(text.end(), line.begin(), line.end());
            }
        } else {
            setting_.faults.add(LayoutFault::CellContent, std::to_string(row + 1), column_.place);
        }
        const NodeId node = setting_.node(owner, Role::P, inLanguage(language, column_.language));
        TextSetter setter(setting_, text, look, language, node);
        if (!setter.empty()) {
            cell.texts.push_back({std::move(setter), indent, before});
        }
    }
}

// NOLINTNEXTLINE(misc-no-recursion): as above
void TableSetter::addList(SetCell& cell, const ListBlock& list, std::size_t row, const TextLook& look, Points indent,
                          NodeId owner) {
    ElementAttributes attributes;
    attributes.labels = list.ordered ? ListLabels::Decimal : ListLabels::Bullets;
    const NodeId element = setting_.node(owner, Role::L, attributes);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const NodeId item = setting_.node(element, Role::LI);
        const NodeId labelNode = setting_.node(item, Role::Lbl);
        const std::string label = list.ordered ? std::to_string(i + 1) + "." : "\u2022";
        TextSetter labelText(setting_, {{.text = label}}, look, column_.language, labelNode);
        const Points inner = indent + std::max(setting_.scaled(listIndent), labelText.naturalWidth() + labelGap);
        const std::size_t first = cell.texts.size();
        addTexts(cell, list.items[i], row, look, inner, setting_.node(item, Role::LBody));
        if (first < cell.texts.size()) {
            cell.texts[first].label.push_back(std::move(labelText));
            cell.texts[first].labelLeft = indent;
            cell.texts[first].before /= 2;
        }
    }
}

void TableSetter::findPoint(SetCell& cell, const Inline& text, const TextLook& look) const {
    if (cell.align != Align::Decimal || cell.columns > 1) {
        return;
    }
    std::string plain;
    for (const Span& span : text) {
        plain += span.text;
    }
    const std::size_t point = pointOf(plain);
    if (point != std::string::npos) {
        cell.figure = true;
        cell.whole = TextSetter(setting_, beginning(text, point), look, column_.language, artifactNode).naturalWidth();
    }
}

}  // namespace engross
