#include "pdf/gate_elements.h"
#include "pdf/gate_parts.h"
#include "pdf/reader_lexer.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
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
    explicit ParentTree(const GateObject& root) {
        read(root, 0);
    }

    [[nodiscard]] GateObject find(long long key) const {
        const auto found = entries_.find(key);
        return found == entries_.end() ? GateObject() : found->second;
    }

private:
    void read(const GateObject& node, std::size_t depth) {
        const bool isNew = node.identity() == 0 || seen_.insert(node.identity()).second;
        if (!node.isDictionary() || depth > deepest || !isNew) {
            return;
        }
        const std::vector<GateObject> numbers = node["/Nums"].items();
        for (std::size_t index = 0; index + 1 < numbers.size(); index += 2) {
            if (numbers[index].isInteger()) {
                entries_[numbers[index].integer()] = numbers[index + 1];
            }
        }
        for (const GateObject& kid : node["/Kids"].items()) {
            read(kid, depth + 1);
        }
    }

    std::map<long long, GateObject> entries_;
    std::set<std::uint32_t> seen_;
};

class StructureReader {
public:
    StructureReader(GateFile& file, GateReport& report)
        : file_(file), report_(report), root_(file.source.catalog()["/StructTreeRoot"]) {}

    std::vector<TaggedElement> read() {
        checkRoleMap();
        TaggedElement top;
        readKids(root_["/K"], root_, top, 0);
        if (top.kids.empty()) {
            report_.add(GateRule::Structure);
        }
        return std::move(top.kids);
    }

    /// By page and marked-content id: the elements that claim it.
    std::map<std::pair<std::size_t, long long>, std::uint32_t> claims;
    std::map<std::uint32_t, std::uint32_t> annotationOwners;

private:
    void checkRoleMap() {
        root_["/RoleMap"].value().forEachEntry([this](std::string_view key, const PdfValue& role) {
            const std::string type = nameFrom(key);
            if (isStandard(type.substr(1)) && !role.followed().isName(type)) {
                report_.add(GateRule::RoleRemapped, 0, type.substr(1));
            }
        });
    }

    void readKids(const GateObject& kids, const GateObject& parent, TaggedElement& into, std::size_t depth) {
        if (kids.isArray()) {
            for (const GateObject& kid : kids.items()) {
                readKid(kid, parent, into, depth);
            }
        } else if (!kids.isNull()) {
            readKid(kids, parent, into, depth);
        }
    }

    void readKid(const GateObject& kid, const GateObject& parent, TaggedElement& into, std::size_t depth) {
        const GateObject type = kid["/Type"];
        if (kid.isInteger()) {
            claim(into, parent, into.page, kid.integer());
        } else if (type.isName("/MCR")) {
            claim(into, parent, pageOf(kid, into.page), kid["/MCID"].isInteger() ? kid["/MCID"].integer() : -1);
        } else if (type.isName("/OBJR")) {
            into.annotations.push_back(kid["/Obj"]);
            annotationOwners[kid["/Obj"].identity()] = parent.identity();
        } else if (!kid.isDictionary() || depth > deepest || !seen_.insert(kid.identity()).second) {
            report_.add(GateRule::Structure);
        } else {
            readElement(kid, parent, into, depth);
        }
    }

    void readElement(const GateObject& object, const GateObject& parent, TaggedElement& into, std::size_t depth) {
        TaggedElement element;
        element.object = object;
        element.page = pageOf(object, into.page);
        element.type = typeOf(object, element.page);
        const std::string language = object["/Lang"].words();
        if (!language.empty() && !isLanguageTag(language)) {
            report_.add(GateRule::LanguageTag, element.page, element.type);
        }
        if (object["/P"].identity() != parent.identity()) {
            report_.add(GateRule::ParentLink, element.page, element.type);
        }
        readKids(object["/K"], object, element, depth + 1);
        into.kids.push_back(std::move(element));
    }

    void claim(TaggedElement& into, const GateObject& element, std::size_t page, long long id) {
        into.hasContent = true;
        if (page == 0 || !claims.emplace(std::pair(page, id), element.identity()).second) {
            report_.add(GateRule::ParentTree, page);
        }
    }

    [[nodiscard]] std::size_t pageOf(const GateObject& object, std::size_t inherited) const {
        const std::size_t own = file_.source.pageNumber(object["/Pg"].identity());
        return own == 0 ? inherited : own;
    }

    std::string typeOf(const GateObject& object, std::size_t page) {
        GateObject name = object["/S"];
        for (std::size_t step = 0; step < deepest && name.isName(); ++step) {
            std::string type = name.name();
            if (isStandard(std::string_view(type).substr(1))) {
                return type.substr(1);
            }
            name = root_["/RoleMap"][type];
        }
        if (file_.claimsLevelA) {
            report_.add(GateRule::LevelA, page);
        }
        report_.add(GateRule::Role, page, object["/S"].isName() ? object["/S"].name().substr(1) : std::string());
        return {};
    }

    GateFile& file_;
    GateReport& report_;
    GateObject root_;
    std::set<std::uint32_t> seen_;
};

/// Content, annotations and the parent tree agree with what elements claim. Ids that nothing is drawn with are left
/// alone: editors leave them behind, and no reader meets them.
class AgreementChecks {
public:
    AgreementChecks(GateFile& file, const StructureReader& structure, GateReport& report)
        : file_(file),
          structure_(structure),
          report_(report),
          parents_(file.source.catalog()["/StructTreeRoot"]["/ParentTree"]) {}

    void checkPage(std::size_t page, const PageContentIds& content) {
        const GateObject& object = file_.source.pages()[page - 1].object;
        for (const long long id : content.ids) {
            if (structure_.claims.count({page, id}) == 0) {
                report_.add(GateRule::ContentClaimed, page);
            }
        }
        const GateObject key = object["/StructParents"];
        const std::vector<GateObject> owners = (key.isInteger() ? parents_.find(key.integer()) : GateObject()).items();
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
    static bool owns(const std::vector<GateObject>& owners, long long id, std::uint32_t element) {
        return id >= 0 && static_cast<std::size_t>(id) < owners.size() &&
               owners[static_cast<std::size_t>(id)].identity() == element;
    }

    void checkAnnotations(const GateObject& object, std::size_t page) {
        const std::vector<GateObject> annotations = object["/Annots"].items();
        if (!annotations.empty() && !object["/Tabs"].isName("/S")) {
            report_.add(GateRule::TabOrder, page);
        }
        for (const GateObject& annotation : annotations) {
            if (annotation.isDictionary()) {
                checkAnnotation(annotation, page);
            }
        }
    }

    void checkAnnotation(const GateObject& annotation, std::size_t page) {
        const GateObject subtype = annotation["/Subtype"];
        if (subtype.isName("/Popup") || subtype.isName("/PrinterMark")) {
            return;
        }
        if (subtype.isName("/TrapNet")) {
            report_.add(GateRule::FormElement, page);
        }
        const bool isLink = subtype.isName("/Link");
        const GateRule rule = isLink ? GateRule::LinkElement : GateRule::AnnotationTagged;
        const GateObject key = annotation["/StructParent"];
        const auto owner = structure_.annotationOwners.find(annotation.identity());
        const bool owned = owner != structure_.annotationOwners.end();
        if (!owned || !key.isInteger()) {
            report_.add(rule, page);
        } else if (parents_.find(key.integer()).identity() != owner->second) {
            report_.add(GateRule::ParentTree, page);
        }
        if (isLink && !annotation.hasText("/Contents")) {
            report_.add(GateRule::LinkDescription, page);
        }
        if (!isLink) {
            checkOther(annotation, owned ? file_.source.object(owner->second) : GateObject(), page);
        }
    }

    void checkOther(const GateObject& annotation, const GateObject& element, std::size_t page) {
        if (annotation["/Subtype"].isName("/Widget")) {
            const GateObject field = annotation.has("/TU") ? annotation : annotation["/Parent"];
            if (!field.hasText("/TU")) {
                report_.add(GateRule::AnnotationText, page);
            }
            if (element.isDictionary() && !element["/S"].isName("/Form")) {
                report_.add(GateRule::FormElement, page);
            }
        } else if (!annotation.hasText("/Contents") && !element.hasText("/Alt")) {
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
    if (!file.source.catalog()["/StructTreeRoot"].isDictionary()) {
        return;
    }
    StructureReader structure(file, report);
    checkElements(structure.read(), report);
    AgreementChecks agreement(file, structure, report);
    for (std::size_t page = 1; page <= content.size(); ++page) {
        agreement.checkPage(page, content[page - 1]);
    }
}

}  // namespace engross
