#include "pdf/gate_elements.h"
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

    std::vector<TaggedElement> read() {
        checkRoleMap();
        TaggedElement top;
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
    void checkRoleMap() {
        QPDFObjectHandle roles = root_.getKey("/RoleMap");
        if (!roles.isDictionary()) {
            return;
        }
        for (const std::string& key : roles.getKeys()) {
            if (isStandard(key.substr(1)) && !roles.getKey(key).isNameAndEquals(key)) {
                report_.add(GateRule::RoleRemapped, 0, key.substr(1));
            }
        }
    }

    void readKids(QPDFObjectHandle kids, const QPDFObjectHandle& parent, TaggedElement& into, std::size_t depth) {
        if (kids.isArray()) {
            for (int index = 0; index < kids.getArrayNItems(); ++index) {
                readKid(kids.getArrayItem(index), parent, into, depth);
            }
        } else if (!kids.isNull()) {
            readKid(kids, parent, into, depth);
        }
    }

    void readKid(QPDFObjectHandle kid, const QPDFObjectHandle& parent, TaggedElement& into, std::size_t depth) {
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

    void readElement(QPDFObjectHandle object, const QPDFObjectHandle& parent, TaggedElement& into, std::size_t depth) {
        TaggedElement element;
        element.object = object;
        element.page = pageOf(object, into.page);
        element.type = typeOf(object, element.page);
        QPDFObjectHandle language = object.getKey("/Lang");
        if (language.isString() && !language.getUTF8Value().empty() && !isLanguageTag(language.getUTF8Value())) {
            report_.add(GateRule::LanguageTag, element.page, element.type);
        }
        if (object.getKey("/P").getObjGen() != parent.getObjGen()) {
            report_.add(GateRule::ParentLink, element.page, element.type);
        }
        readKids(object.getKey("/K"), object, element, depth + 1);
        into.kids.push_back(std::move(element));
    }

    void claim(TaggedElement& into, const QPDFObjectHandle& element, std::size_t page, long long id) {
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
        if (subtype.isNameAndEquals("/TrapNet")) {
            report_.add(GateRule::FormElement, page);
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
        if (!isLink) {
            checkOther(annotation, owner == structure_.annotationOwners.end() ? QPDFObjGen() : owner->second, page);
        }
    }

    void checkOther(QPDFObjectHandle annotation, QPDFObjGen owner, std::size_t page) {
        QPDFObjectHandle element = file_.pdf.getObjectByObjGen(owner);
        if (annotation.getKey("/Subtype").isNameAndEquals("/Widget")) {
            QPDFObjectHandle field = annotation.hasKey("/TU") ? annotation : annotation.getKey("/Parent");
            if (!field.isDictionary() || !hasText(field, "/TU")) {
                report_.add(GateRule::AnnotationText, page);
            }
            if (element.isDictionary() && !element.getKey("/S").isNameAndEquals("/Form")) {
                report_.add(GateRule::FormElement, page);
            }
        } else if (!hasText(annotation, "/Contents") && (!element.isDictionary() || !hasText(element, "/Alt"))) {
            report_.add(GateRule::AnnotationText, page);
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
    checkElements(structure.read(), report);
    AgreementChecks agreement(file, structure, report);
    for (std::size_t page = 1; page <= file.pages.size(); ++page) {
        agreement.checkPage(page, content.at(page - 1));
    }
}

}  // namespace engross
