#include "letter/sample_data.h"

#include <algorithm>
#include <cmath>

namespace engross::test {
namespace {

// NOLINTNEXTLINE(misc-no-recursion): a note holds no note
std::string show(const Inline& text) {
    std::string out;
    for (const Span& span : text) {
        if (span.tick != Tick::None) {
            out += (span.tick == Tick::Ticked ? "[x:" : "[ :") + span.text + "]";
            continue;
        }
        if (span.blank > 0) {
            out += "__" + std::to_string(std::lround(span.blank / mm(1))) + "mm__";
            continue;
        }
        if (!span.reference.empty()) {
            out += "{@" + span.reference + "}";
            continue;
        }
        if (!span.note.empty()) {
            out += "^(" + show(span.note) + ")";
            continue;
        }
        const std::string mark = span.strong && span.emphasis ? "***" : span.strong ? "**" : span.emphasis ? "_" : "";
        std::string shown = mark;
        shown.append(span.text).append(mark);
        for (std::size_t at = 0; (at = shown.find('\n', at)) != std::string::npos; ++at) {
            shown.replace(at, 1, "/");
        }
        for (std::size_t at = 0; (at = shown.find("\u00A0", at)) != std::string::npos; ++at) {
            shown.replace(at, 2, "~");
        }
        out += span.link.empty() ? shown : "[" + shown + "](" + span.link + ")";
    }
    return out;
}

struct Show {
    std::string indent;

    std::string operator()(const Paragraph& block) const {
        return indent + "p " + (block.id.empty() ? "" : "#" + block.id + " ") + show(block.text) + "\n";
    }
    std::string operator()(const Heading& block) const {
        return indent + "h" + std::to_string(block.level) + " " + show(block.text) + "\n";
    }
    std::string operator()(const ListBlock& block) const {
        std::string out;
        for (std::size_t item = 0; item < block.items.size(); ++item) {
            out += indent + (block.ordered ? std::to_string(item + 1) + "." : "-") + "\n" +
                   outline(block.items[item], indent + "  ");
        }
        return out;
    }
    std::string operator()(const TableBlock& block) const {
        std::string out =
            (block.caption.empty() ? "" : indent + "caption " + show(block.caption) + "\n") + indent + "|";
        for (const TableColumn& column : block.columns) {
            out += (column.align == Align::Right    ? "> "
                    : column.align == Align::Centre ? "= "
                                                    : " ") +
                   show(column.heading) + " |";
        }
        for (std::size_t i = 0; i < block.rows.size(); ++i) {
            out += "\n" + indent + (std::ranges::count(block.totalRows, i) > 0 ? "total |" : "|");
            for (const TableCell& cell : block.rows[i]) {
                out += " " + show(cell.text) + " |";
            }
        }
        return out + "\n";
    }
    std::string operator()(const TickList& block) const {
        std::string out;
        for (const TickList::Item& item : block.items) {
            out += indent + (item.ticked ? "[" + block.ticked + "] " : "[" + block.empty + "] ") + show(item.text) +
                   (item.lines > 0 ? " +" + std::to_string(item.lines) : "") + "\n";
        }
        return out;
    }
    std::string operator()(const FillIn& block) const {
        return indent + "fill " + show(block.label) + " +" + std::to_string(block.lines) + "\n";
    }
    std::string operator()(const BoxBlock& block) const {
        return indent + "box\n" + outline(block.content, indent + "  ");
    }
    std::string operator()(const Rule&) const {
        return indent + "rule\n";
    }
    template <typename Other>
    std::string operator()(const Other&) const {
        return indent + "other\n";
    }
};

}  // namespace

std::string outline(const Blocks& blocks, const std::string& indent) {
    std::string out;
    for (const Block& block : blocks) {
        out += std::visit(Show{indent}, block.content);
    }
    return out;
}

std::vector<std::string> places(const std::vector<Diagnostic>& faults) {
    std::vector<std::string> out;
    out.reserve(faults.size());
    for (const Diagnostic& fault : faults) {
        out.push_back(std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column) + "+" +
                      std::to_string(fault.where.length) + " " + fault.code);
    }
    return out;
}

}  // namespace engross::test
