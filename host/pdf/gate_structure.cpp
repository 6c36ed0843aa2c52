#include "pdf/gate_parts.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>

namespace engross {
namespace {

constexpr std::size_t deepest = 200;

constexpr std::array<std::string_view, 49> standardTypes{
    "Document",  "Part",    "Art",   "Sect",    "Div",       "BlockQuote", "Caption", "TOC",     "TOCI",  "Index",
    "NonStruct", "Private", "H",     "H1",      "H2",        "H3",         "H4",      "H5",      "H6",    "P",
    "L",         "LI",      "Lbl",   "LBody",   "Table",     "TR",         "TH",      "TD",      "THead", "TBody",
    "TFoot",     "Span",    "Quote", "Note",    "Reference", "BibEntry",   "Code",    "Link",    "Annot", "Ruby",
    "RB",        "RT",      "RP",    "Warichu", "WT",        "WP",         "Figure",  "Formula", "Form"};

bool isStandard(std::string_view type) {
    return std::find(standardTypes.begin(), standardTypes.end(), type) != standardTypes.end();
}

bool isOneOf(std::string_view type, std::initializer_list<std::string_view> types) {
    return std::find(types.begin(), types.end(), type) != types.end();
}

struct Element {
    QPDFObjectHandle object;
    std::string type;  // standard, after the role map
    std::size_t page = 0;
    std::vector<Element> kids;
    bool hasContent = false;
    std::vector<QPDFObjectHandle> annotations;
};

/// The value of an attribute whatever its owner, from /A as a dictionary or an array of them.
QPDFObjectHandle attribute(QPDFObjectHandle element, const char* name) {
    QPDFObjectHandle attributes = element.getKey("/A");
    if (attributes.isDictionary()) {
        return attributes.getKey(name);
    }
    for (int index = 0; attributes.isArray() && index < attributes.getArrayNItems(); ++index) {
        QPDFObjectHandle entry = attributes.getArrayItem(index);
        if (entry.isDictionary() && entry.hasKey(name)) {
            return entry.getKey(name);
        }
    }
    return QPDFObjectHandle::newNull();
}

bool hasText(QPDFObjectHandle element, const char* key) {
    QPDFObjectHandle value = element.getKey(key);
    return value.isString() && !value.getUTF8Value().empty();
}

long long span(const Element& cell, const char* name) {
    QPDFObjectHandle value = attribute(cell.object, name);
    return value.isInteger() ? std::clamp<long long>(value.getIntValue(), 1, 1000) : 1;
}

/// The number tree from /StructParents and /StructParent keys to elements.
class ParentTree {
public:
    explicit ParentTree(const QPDFObjectHandle& root) {
        read(root, 0);
    }

    [[nodiscard]] QPDFObjectHandle find(long long key) const {
        const auto found = entries_.find(key);
        return found == entries_.end() ? QPDFObjectHandle::newNull() : found->second;
    }

private:
    void read(QPDFObjectHandle node, std::size_t depth) {
        if (!node.isDictionary() || depth > deepest) {
            return;
        }
        QPDFObjectHandle numbers = node.getKey("/Nums");
        for (int index = 0; numbers.isArray() && index + 1 < numbers.getArrayNItems(); index += 2) {
            if (numbers.getArrayItem(index).isInteger()) {
                entries_[numbers.getArrayItem(index).getIntValue()] = numbers.getArrayItem(index + 1);
            }
        }
        QPDFObjectHandle kids = node.getKey("/Kids");
        for (int index = 0; kids.isArray() && index < kids.getArrayNItems(); ++index) {
            read(kids.getArrayItem(index), depth + 1);
        }
    }

    std::map<long long, QPDFObjectHandle> entries_;
};

class StructureReader {
public:
    StructureReader(GateFile& file, GateReport& report)
        : file_(file), report_(report), root_(file.pdf.getRoot().getKey("/StructTreeRoot")) {}

    std::vector<Element> read() {
        std::vector<Element> elements;
        Element top;
        readKids(root_.getKey("/K"), root_, top, 0);
        if (top.kids.empty()) {
            report_.add(GateRule::Structure);
        }
        return std::move(top.kids);
    }

    /// By page and marked-content id: the elements that claim it.
    std::map<std::pair<std::size_t, long long>, QPDFObjGen> claims;
    std::map<QPDFObjGen, QPDFObjGen> annotationOwners;

private:
    void readKids(QPDFObjectHandle kids, const QPDFObjectHandle& parent, Element& into, std::size_t depth) {
        if (kids.isArray()) {
            for (int index = 0; index < kids.getArrayNItems(); ++index) {
                readKid(kids.getArrayItem(index), parent, into, depth);
            }
        } else if (!kids.isNull()) {
            readKid(kids, parent, into, depth);
        }
    }

    void readKid(QPDFObjectHandle kid, const QPDFObjectHandle& parent, Element& into, std::size_t depth) {
        QPDFObjectHandle type = kid.isDictionary() ? kid.getKey("/Type") : QPDFObjectHandle::newNull();
        if (kid.isInteger()) {
            claim(into, parent, into.page, kid.getIntValue());
        } else if (type.isNameAndEquals("/MCR")) {
            claim(into, parent, pageOf(kid, into.page),
                  kid.getKey("/MCID").isInteger() ? kid.getKey("/MCID").getIntValue() : -1);
        } else if (type.isNameAndEquals("/OBJR")) {
            into.annotations.push_back(kid.getKey("/Obj"));
            annotationOwners[kid.getKey("/Obj").getObjGen()] = parent.getObjGen();
        } else if (!kid.isDictionary() || depth > deepest || !seen_.insert(kid.getObjGen()).second) {
            report_.add(GateRule::Structure);
        } else {
            readElement(kid, parent, into, depth);
        }
    }

    void readElement(QPDFObjectHandle object, const QPDFObjectHandle& parent, Element& into, std::size_t depth) {
        Element element;
        element.object = object;
        element.page = pageOf(object, into.page);
        element.type = typeOf(object, element.page);
        if (object.getKey("/P").getObjGen() != parent.getObjGen()) {
            report_.add(GateRule::ParentLink, element.page, element.type);
        }
        readKids(object.getKey("/K"), object, element, depth + 1);
        into.kids.push_back(std::move(element));
    }

    void claim(Element& into, const QPDFObjectHandle& element, std::size_t page, long long id) {
        into.hasContent = true;
        if (page == 0 || !claims.emplace(std::pair(page, id), element.getObjGen()).second) {
            report_.add(GateRule::ParentTree, page);
        }
    }

    [[nodiscard]] std::size_t pageOf(QPDFObjectHandle object, std::size_t inherited) const {
        const auto found = file_.pageNumbers.find(object.getKey("/Pg").getObjGen());
        return found == file_.pageNumbers.end() ? inherited : found->second;
    }

    std::string typeOf(QPDFObjectHandle object, std::size_t page) {
        QPDFObjectHandle name = object.getKey("/S");
        QPDFObjectHandle roles = root_.getKey("/RoleMap");
        for (std::size_t step = 0; step < deepest && name.isName(); ++step) {
            if (isStandard(name.getName().substr(1))) {
                return name.getName().substr(1);
            }
            name = roles.isDictionary() ? roles.getKey(name.getName()) : QPDFObjectHandle::newNull();
        }
        if (file_.claimsLevelA) {
            report_.add(GateRule::LevelA, page);
        }
        report_.add(GateRule::Role, page,
                    object.getKey("/S").isName() ? object.getKey("/S").getName().substr(1) : std::string());
        return {};
    }

    GateFile& file_;
    GateReport& report_;
    QPDFObjectHandle root_;
    std::set<QPDFObjGen> seen_;
};

/// The rules that look at elements one by one.
class ElementChecks {
public:
    explicit ElementChecks(GateReport& report) : report_(report) {}

    void check(const Element& element) {
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
        } else if (element.type == "Link" && element.annotations.empty()) {
            report_.add(GateRule::LinkElement, element.page);
        }
        for (const Element& kid : element.kids) {
            check(kid);
        }
    }

private:
    void checkHeading(const Element& element, int level) {
        if (level > level_ + 1) {
            report_.add(GateRule::Headings, element.page, element.type);
        }
        level_ = level;
    }

    void checkFigure(const Element& element) {
        if (!hasText(element.object, "/Alt") && !hasText(element.object, "/ActualText")) {
            report_.add(GateRule::FigureAlternative, element.page);
        }
        QPDFObjectHandle box = attribute(element.object, "/BBox");
        if (element.type == "Figure" && (!box.isArray() || box.getArrayNItems() != 4)) {
            report_.add(GateRule::FigureBox, element.page);
        }
    }

    void checkHeader(const Element& element) {
        QPDFObjectHandle scope = attribute(element.object, "/Scope");
        if (!scope.isName() && !QPDFObjectHandle(element.object).getKey("/ID").isString()) {
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
};

/// Content, annotations and the parent tree agree with what elements claim. Ids that nothing is drawn with are left
/// alone: editors leave them behind, and no reader meets them.
class AgreementChecks {
public:
    AgreementChecks(GateFile& file, const StructureReader& structure, GateReport& report)
        : file_(file),
          structure_(structure),
          report_(report),
          parents_(file.pdf.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree")) {}

    void checkPage(std::size_t page, const PageContentIds& content) {
        QPDFObjectHandle object = file_.pages[page - 1];
        for (const long long id : content.ids) {
            if (structure_.claims.count({page, id}) == 0) {
                report_.add(GateRule::ContentClaimed, page);
            }
        }
        QPDFObjectHandle key = object.getKey("/StructParents");
        QPDFObjectHandle owners = key.isInteger() ? parents_.find(key.getIntValue()) : QPDFObjectHandle::newNull();
        const auto begin = structure_.claims.lower_bound({page, std::numeric_limits<long long>::min()});
        const auto end = structure_.claims.lower_bound({page + 1, std::numeric_limits<long long>::min()});
        for (auto claim = begin; claim != end; ++claim) {
            const bool drawn = content.ids.count(claim->first.second) != 0;
            if (drawn && !owns(owners, claim->first.second, claim->second)) {
                report_.add(GateRule::ParentTree, page);
            }
        }
        checkAnnotations(object, page);
    }

private:
    static bool owns(QPDFObjectHandle owners, long long id, QPDFObjGen element) {
        return owners.isArray() && id >= 0 && id < owners.getArrayNItems() &&
               owners.getArrayItem(static_cast<int>(id)).getObjGen() == element;
    }

    void checkAnnotations(QPDFObjectHandle object, std::size_t page) {
        QPDFObjectHandle annotations = object.getKey("/Annots");
        if (!annotations.isArray() || annotations.getArrayNItems() == 0) {
            return;
        }
        if (!object.getKey("/Tabs").isNameAndEquals("/S")) {
            report_.add(GateRule::TabOrder, page);
        }
        for (int index = 0; index < annotations.getArrayNItems(); ++index) {
            QPDFObjectHandle annotation = annotations.getArrayItem(index);
            if (annotation.isDictionary()) {
                checkAnnotation(annotation, page);
            }
        }
    }

    void checkAnnotation(QPDFObjectHandle annotation, std::size_t page) {
        QPDFObjectHandle subtype = annotation.getKey("/Subtype");
        if (subtype.isNameAndEquals("/Popup") || subtype.isNameAndEquals("/PrinterMark")) {
            return;
        }
        const bool isLink = subtype.isNameAndEquals("/Link");
        const GateRule rule = isLink ? GateRule::LinkElement : GateRule::AnnotationTagged;
        QPDFObjectHandle key = annotation.getKey("/StructParent");
        const auto owner = structure_.annotationOwners.find(annotation.getObjGen());
        if (owner == structure_.annotationOwners.end() || !key.isInteger()) {
            report_.add(rule, page);
        } else if (parents_.find(key.getIntValue()).getObjGen() != owner->second) {
            report_.add(GateRule::ParentTree, page);
        }
        if (isLink && !hasText(annotation, "/Contents")) {
            report_.add(GateRule::LinkDescription, page);
        }
    }

    GateFile& file_;
    const StructureReader& structure_;
    GateReport& report_;
    ParentTree parents_;
};

}  // namespace

void checkStructure(GateFile& file, const std::vector<PageContentIds>& content, GateReport& report) {
    if (!file.pdf.getRoot().getKey("/StructTreeRoot").isDictionary()) {
        return;
    }
    StructureReader structure(file, report);
    ElementChecks elements(report);
    for (const Element& element : structure.read()) {
        elements.check(element);
    }
    AgreementChecks agreement(file, structure, report);
    for (std::size_t page = 1; page <= file.pages.size(); ++page) {
        agreement.checkPage(page, content.at(page - 1));
    }
}

}  // namespace engross
