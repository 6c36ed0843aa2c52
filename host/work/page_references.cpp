#include "work/page_references.h"

#include <type_traits>
#include <utility>

namespace engross {
namespace {

constexpr std::string_view exhibitTarget = "exhibit:";

/// Goes through all words of a composition that flow on its pages.
class ReferencePrinter {
public:
    ReferencePrinter(const ExhibitMarks& marks, const Numbering& numbering, std::set<std::string>& unresolved)
        : marks_(marks), numbering_(numbering), unresolved_(unresolved) {}

    // NOLINTNEXTLINE(misc-no-recursion)
    void visit(Blocks& blocks) {
        for (Block& block : blocks) {
            std::visit([this](auto& content) { visit(content); }, block.content);
        }
    }

private:
    void visit(Paragraph& paragraph) {
        visit(paragraph.text);
        visit(paragraph.margin);
    }
    void visit(Heading& heading) {
        visit(heading.text);
    }
    void visit(NumberedParagraph& paragraph) {
        visit(paragraph.text);
        visit(paragraph.margin);
    }
    // NOLINTNEXTLINE(misc-no-recursion)
    void visit(ListBlock& list) {
        for (Blocks& item : list.items) {
            visit(item);
        }
    }
    // NOLINTNEXTLINE(misc-no-recursion)
    void visit(TableBlock& table) {
        for (TableCells& row : table.rows) {
            for (TableCell& cell : row) {
                visit(cell.text);
                visit(cell.content);
            }
        }
    }
    void visit(KeyValues& values) {
        for (auto& [label, value] : values.rows) {
            visit(value);
        }
    }
    // NOLINTNEXTLINE(misc-no-recursion)
    void visit(BoxBlock& box) {
        visit(box.content);
    }
    void visit(Figure& figure) {
        visit(figure.caption);
    }
    void visit(Lines& lines) {
        for (Inline& line : lines.lines) {
            visit(line);
        }
    }
    void visit(TickList& list) {
        for (TickList::Item& item : list.items) {
            visit(item.text);
        }
    }
    // NOLINTNEXTLINE(misc-no-recursion)
    void visit(SideBySide& columns) {
        for (SideBySide::Pair& pair : columns.pairs) {
            visit(pair.left);
            visit(pair.right);
        }
    }
    template <typename Other>
    void visit(Other& /*block*/) {
        static_assert(std::is_same_v<Other, SignatureBlock> || std::is_same_v<Other, FillIn> ||
                          std::is_same_v<Other, Contents> || std::is_same_v<Other, Rule> ||
                          std::is_same_v<Other, Space> || std::is_same_v<Other, PageBreak>,
                      "a block whose words are not looked through");
    }

    void visit(Inline& words) {
        Inline printed;
        for (Span& span : words) {
            if (span.link.starts_with(exhibitTarget)) {
                const std::string mark = span.link.substr(exhibitTarget.size());
                add(printed, std::move(span), mark);
            } else if (!span.link.empty()) {
                printed.push_back(std::move(span));
            } else {
                split(printed, span);
            }
        }
        words = std::move(printed);
    }

    void split(Inline& printed, const Span& span) {
        std::size_t done = 0;
        for (const ExhibitMarks::Found& found : marks_.in(span.text)) {
            Span before = span;
            before.text = span.text.substr(done, found.at - done);
            before.note.clear();
            if (!before.text.empty()) {
                printed.push_back(std::move(before));
            }
            Span reference = span;
            reference.text = span.text.substr(found.at, found.length);
            reference.note.clear();
            add(printed, std::move(reference), found.mark);
            done = found.at + found.length;
        }
        Span rest = span;
        rest.text = span.text.substr(done);
        if (!rest.text.empty() || done == 0 || !rest.note.empty()) {
            printed.push_back(std::move(rest));
        }
    }

    void add(Inline& printed, Span reference, const std::string& mark) {
        const std::string target = std::string(exhibitTarget) + mark;
        const auto found = numbering_.targets().find(target);
        if (found == numbering_.targets().end()) {
            unresolved_.insert(mark);
            reference.link.clear();
        } else {
            reference.link = target;
            // The space does not break: the page stays beside the mark.
            reference.text += "\u00A0[" + numbering_.label(found->second) + "]";
        }
        printed.push_back(std::move(reference));
    }

    const ExhibitMarks& marks_;
    const Numbering& numbering_;
    std::set<std::string>& unresolved_;
};

}  // namespace

void printReferences(Composition& composition, const ExhibitMarks& marks, const Numbering& numbering,
                     std::set<std::string>& unresolved) {
    ReferencePrinter(marks, numbering, unresolved).visit(composition.body);
}

}  // namespace engross
