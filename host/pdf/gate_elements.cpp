#include "pdf/gate_elements.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace engross {
namespace {

using Element = TaggedElement;

bool isOneOf(std::string_view type, std::initializer_list<std::string_view> types) {
    return std::find(types.begin(), types.end(), type) != types.end();
}

/// The value of an attribute whatever its owner, from /A as a dictionary or an array of them.
GateObject attribute(const GateObject& element, std::string_view name) {
    const GateObject attributes = element["/A"];
    if (attributes.isDictionary()) {
        return attributes[name];
    }
    for (const GateObject& entry : attributes.items()) {
        if (entry.isDictionary() && entry.has(name)) {
            return entry[name];
        }
    }
    return {};
}

long long span(const Element& cell, std::string_view name) {
    const GateObject value = attribute(cell.object, name);
    return value.isInteger() ? std::clamp<long long>(value.integer(), 1, 1000) : 1;
}

/// The rules that look at elements one by one.
class ElementChecks {
public:
    explicit ElementChecks(GateReport& report) : report_(report) {}

    void check(const Element& element, std::string_view parent) {
        if (element.type.size() == 2 && element.type[0] == 'H' && element.type[1] >= '1' && element.type[1] <= '6') {
            checkHeading(element, element.type[1] - '0');
        } else if (element.type == "Figure" || element.type == "Formula") {
            checkFigure(element);
        } else if (element.type == "TH") {
            checkHeader(element);
        } else if (element.type == "Table") {
            checkTable(element);
        } else if (element.type == "L") {
            checkList(element);
        } else if (element.type == "TOC") {
            checkContents(element);
        } else if (element.type == "Note") {
            checkNote(element);
        } else if (element.type == "Link" && element.annotations.empty()) {
            report_.add(GateRule::LinkElement, element.page);
        }
        checkPlace(element, parent);
        for (const Element& kid : element.kids) {
            check(kid, element.type);
        }
    }

    void finish() {
        if (plainHeadings_ && level_ > 0) {
            report_.add(GateRule::HeadingKinds);
        }
    }

private:
    void checkPlace(const Element& element, std::string_view parent) {
        const std::string& type = element.type;
        const bool row = type == "TR" && !isOneOf(parent, {"Table", "THead", "TBody", "TFoot"});
        const bool cell = isOneOf(type, {"TH", "TD"}) && parent != "TR";
        const bool group = isOneOf(type, {"THead", "TBody", "TFoot"}) && parent != "Table";
        const bool item = (type == "LI" && parent != "L") || (type == "LBody" && parent != "LI");
        const bool entry = type == "TOCI" && parent != "TOC";
        if (row || cell || group || item || entry) {
            report_.add(GateRule::Misplaced, element.page, type);
        }
        const auto headings =
            std::count_if(element.kids.begin(), element.kids.end(), [](const Element& kid) { return kid.type == "H"; });
        plainHeadings_ = plainHeadings_ || headings > 0;
        if (headings > 1) {
            report_.add(GateRule::HeadingKinds, element.page);
        }
    }

    void checkContents(const Element& contents) {
        for (const Element& kid : contents.kids) {
            if (!isOneOf(kid.type, {"TOC", "TOCI", "Caption"})) {
                report_.add(GateRule::TocParts, contents.page, kid.type);
            }
        }
    }

    void checkNote(const Element& note) {
        const GateObject id = note.object["/ID"];
        if (!id.isString() || id.bytes().empty() || !noteIds_.insert(id.bytes()).second) {
            report_.add(GateRule::NoteId, note.page == 0 && !note.kids.empty() ? note.kids.front().page : note.page);
        }
    }

    void checkHeading(const Element& element, int level) {
        if (level > level_ + 1) {
            report_.add(GateRule::Headings, element.page, element.type);
        }
        level_ = level;
    }

    void checkFigure(const Element& element) {
        if (!element.object.hasText("/Alt") && !element.object.hasText("/ActualText")) {
            report_.add(GateRule::FigureAlternative, element.page);
        }
        const GateObject box = attribute(element.object, "/BBox");
        if (element.type == "Figure" && (!box.isArray() || box.size() != 4)) {
            report_.add(GateRule::FigureBox, element.page);
        }
    }

    void checkHeader(const Element& element) {
        const GateObject scope = attribute(element.object, "/Scope");
        if (!scope.isName() && !element.object["/ID"].isString()) {
            report_.add(GateRule::HeaderScope, element.page);
        }
    }

    void checkTable(const Element& table) {
        std::vector<const Element*> rows;
        for (const Element& kid : table.kids) {
            if (kid.type == "TR") {
                rows.push_back(&kid);
            } else if (isOneOf(kid.type, {"THead", "TBody", "TFoot"})) {
                collectRows(kid, rows);
            } else if (kid.type != "Caption") {
                report_.add(GateRule::TableParts, table.page, kid.type);
            }
        }
        if (table.hasContent) {
            report_.add(GateRule::TableParts, table.page);
        }
        checkWidths(table, rows);
    }

    void collectRows(const Element& group, std::vector<const Element*>& rows) {
        for (const Element& kid : group.kids) {
            if (kid.type == "TR") {
                rows.push_back(&kid);
            } else {
                report_.add(GateRule::TableParts, group.page, kid.type);
            }
        }
    }

    void checkWidths(const Element& table, const std::vector<const Element*>& rows) {
        std::vector<long long> reaching(rows.size(), 0);  // columns that cells of rows above fill
        long long width = -1;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            long long columns = reaching[row];
            for (const Element& cell : rows[row]->kids) {
                if (!isOneOf(cell.type, {"TH", "TD"})) {
                    report_.add(GateRule::TableParts, table.page, cell.type);
                    continue;
                }
                const long long wide = span(cell, "/ColSpan");
                const auto last = std::min(rows.size(), row + static_cast<std::size_t>(span(cell, "/RowSpan")));
                columns += wide;
                for (std::size_t below = row + 1; below < last; ++below) {
                    reaching[below] += wide;
                }
            }
            if (width >= 0 && columns != width) {
                report_.add(GateRule::TableRows, table.page);
            }
            width = width < 0 ? columns : width;
        }
    }

    void checkList(const Element& list) {
        for (const Element& item : list.kids) {
            if (!isOneOf(item.type, {"LI", "Caption", "L"})) {
                report_.add(GateRule::ListParts, list.page, item.type);
            }
            for (const Element& part : item.kids) {
                if (item.type == "LI" && !isOneOf(part.type, {"Lbl", "LBody"})) {
                    report_.add(GateRule::ListParts, list.page, part.type);
                }
            }
            if (item.type == "LI" && item.hasContent) {
                report_.add(GateRule::ListParts, list.page);
            }
        }
        if (list.hasContent) {
            report_.add(GateRule::ListParts, list.page);
        }
    }

    GateReport& report_;
    int level_ = 0;
    bool plainHeadings_ = false;
    std::set<std::string> noteIds_;
};

}  // namespace

void checkElements(const std::vector<TaggedElement>& elements, GateReport& report) {
    ElementChecks checks(report);
    for (const TaggedElement& element : elements) {
        checks.check(element, {});
    }
    checks.finish();
}

}  // namespace engross
