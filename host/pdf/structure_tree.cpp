#include "pdf/structure_tree.h"

#include "pdf/pdf_text.h"
#include "pdf/tree_leaves.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace engross {
namespace {

constexpr std::array<std::string_view, 26> roleNames{
    "Document", "H1", "H2", "H3", "H4",     "P",    "L",    "LI",  "Lbl",        "LBody", "Table", "Caption",   "THead",
    "TBody",    "TR", "TH", "TD", "Figure", "Link", "Span", "Div", "BlockQuote", "TOC",   "TOCI",  "Reference", "Note"};
static_assert(roleNames.size() == static_cast<std::size_t>(Role::Note) + 1);

constexpr std::array<std::string_view, 6> labelNames{"None",       "Disc",       "Decimal",
                                                     "LowerAlpha", "LowerRoman", "UpperAlpha"};

constexpr std::size_t widestId = 7;

std::uint32_t narrow(std::size_t value) {
    if (value >= 0xFFFFFFFF) {
        throw std::length_error("a document has more than four thousand million parts");
    }
    return static_cast<std::uint32_t>(value);
}

bool isPlain(const ElementAttributes& attributes) {
    return attributes.alternative.empty() && attributes.language.empty() && attributes.actualText.empty() &&
           attributes.scope == HeaderScope::None && attributes.labels == ListLabels::None &&
           attributes.columnSpan == 1 && attributes.rowSpan == 1;
}

std::string noteId(ElementId id) {
    const std::string number = std::to_string(id);
    return "note-" + std::string(widestId - std::min(widestId, number.size()), '0') + number;
}

std::string listAttributes(const ElementAttributes& attributes) {
    return std::string("<</O/List/ListNumbering/") +
           std::string(labelNames.at(static_cast<std::size_t>(attributes.labels))) + ">>";
}

std::string cellAttributes(const ElementAttributes& attributes) {
    std::string out;
    if (attributes.scope != HeaderScope::None) {
        out += attributes.scope == HeaderScope::Row ? "/Scope/Row" : "/Scope/Column";
    }
    if (attributes.columnSpan > 1) {
        out += "/ColSpan " + std::to_string(attributes.columnSpan);
    }
    if (attributes.rowSpan > 1) {
        out += "/RowSpan " + std::to_string(attributes.rowSpan);
    }
    return out.empty() ? out : "<</O/Table" + out + ">>";
}

std::string figureAttributes(const Rectangle& box) {
    std::string out = "<</O/Layout/Placement/Block/BBox[";
    appendNumber(out, box.left);
    out += ' ';
    appendNumber(out, box.bottom);
    out += ' ';
    appendNumber(out, box.left + box.width);
    out += ' ';
    appendNumber(out, box.bottom + box.height);
    return out + "]>>";
}

}  // namespace

StructureTree::StructureTree(std::string documentLanguage) : language_(std::move(documentLanguage)), elements_(1) {
    elements_.front().role = Role::Document;
}

void StructureTree::addKid(ElementId element, Kid::Kind kind, std::size_t value) {
    const std::uint32_t place = narrow(kids_.size());
    kids_.push_back({none, pages_.empty() ? 0 : narrow(pages_.size() - 1), narrow(value), kind});
    Element& holder = elements_.at(element);
    (holder.lastKid == none ? holder.firstKid : kids_[holder.lastKid].next) = place;
    holder.lastKid = place;
}

StructureTree::Details& StructureTree::detailsOf(Element& element) {
    if (element.details == none) {
        element.details = narrow(details_.size());
        details_.emplace_back();
    }
    return details_[element.details];
}

ElementId StructureTree::add(ElementId parent, Role role, const ElementAttributes& attributes) {
    const ElementId id = elements_.size();
    addKid(parent, Kid::Kind::Element, id);
    Element& element = elements_.emplace_back();
    element.role = role;
    element.parent = narrow(parent);
    if (!isPlain(attributes)) {
        detailsOf(element).attributes = attributes;
    }
    return id;
}

ElementId StructureTree::addSpan(ElementId parent, std::string actualText, std::string language) {
    ElementAttributes attributes;
    attributes.language = std::move(language);
    attributes.actualText = std::move(actualText);
    return add(parent, Role::Span, attributes);
}

std::size_t StructureTree::addPage(ObjectNumber page) {
    pages_.push_back({page, nextKey_, contents_.size()});
    return nextKey_++;
}

std::size_t StructureTree::addContent(ElementId element) {
    const std::size_t id = contents_.size() - pages_.back().firstContent;
    contents_.push_back(narrow(element));
    addKid(element, Kid::Kind::Content, id);
    return id;
}

std::size_t StructureTree::addAnnotation(ElementId element, ObjectNumber annotation) {
    if (elements_.at(element).role != Role::Link) {
        throw std::logic_error("a link annotation belongs to a Link element");
    }
    addKid(element, Kid::Kind::Annotation, annotation);
    annotations_.emplace_back(nextKey_, narrow(element));
    return nextKey_++;
}

void StructureTree::widen(ElementId element, const Rectangle& area) {
    ElementId id = element;
    while (id != 0 && elements_.at(id).role != Role::Figure) {
        id = elements_.at(id).parent;
    }
    if (id == 0) {
        return;
    }
    Details& figure = detailsOf(elements_.at(id));
    const Rectangle old = figure.hasBox ? figure.box : area;
    const Points left = std::min(old.left, area.left);
    const Points bottom = std::min(old.bottom, area.bottom);
    figure.box = {left, bottom, std::max(old.left + old.width, area.left + area.width) - left,
                  std::max(old.bottom + old.height, area.bottom + area.height) - bottom};
    figure.hasBox = true;
}

Role StructureTree::roleOf(ElementId element) const {
    return elements_.at(element).role;
}

std::string_view StructureTree::nameOf(Role role) {
    return roleNames.at(static_cast<std::size_t>(role));
}

ObjectNumber StructureTree::write(ObjectWriter& file) const {
    const Writing writing{file, file.allot(), file.allot(elements_.size())};
    for (ElementId id = 0; id < elements_.size(); ++id) {
        file.write(writing.first + id, bodyOf(id, writing));
    }
    const std::string parents = reference(writeParentTree(writing));
    file.write(writing.root, "<</Type/StructTreeRoot/K[" + reference(writing.first) + "]/ParentTree " + parents +
                                 "/ParentTreeNextKey " + std::to_string(nextKey_) + writeIdTree(writing) + ">>");
    return writing.root;
}

std::string StructureTree::bodyOf(ElementId id, const Writing& writing) const {
    const Element& element = elements_[id];
    std::string body = "<</Type/StructElem/S/";
    body += nameOf(element.role);
    body += "/P ";
    appendReference(body, element.role == Role::Document ? writing.root : writing.first + element.parent);
    if (element.role == Role::Note) {
        body += "/ID" + byteString(noteId(id));
    }
    if (element.details != none || element.role == Role::L) {
        body += attributesOf(element);
    }
    appendKids(body, element, writing);
    return body += ">>";
}

std::string StructureTree::attributesOf(const Element& element) const {
    const Details details = element.details == none ? Details() : details_[element.details];
    const ElementAttributes& attributes = details.attributes;
    std::string owned;
    if (element.role == Role::L) {
        owned = listAttributes(attributes);
    } else if (element.role == Role::TH || element.role == Role::TD) {
        owned = cellAttributes(attributes);
    } else if (details.hasBox) {
        owned = figureAttributes(details.box);
    }
    std::string out = owned.empty() ? owned : "/A" + owned;
    if (!attributes.alternative.empty()) {
        out += "/Alt" + textString(attributes.alternative);
    }
    if (!attributes.actualText.empty()) {
        out += "/ActualText" + textString(attributes.actualText);
    }
    if (!attributes.language.empty() && attributes.language != language_) {
        out += "/Lang" + textString(attributes.language);
    }
    return out;
}

void StructureTree::appendKids(std::string& body, const Element& element, const Writing& writing) const {
    std::uint32_t own = element.firstKid;
    while (own != none && kids_[own].kind == Kid::Kind::Element) {
        own = kids_[own].next;
    }
    const std::size_t home = own == none ? pages_.size() : kids_[own].page;
    if (home < pages_.size()) {
        body += "/Pg ";
        appendReference(body, pages_[home].object);
    }
    if (element.firstKid == none) {
        return;
    }
    body += "/K[";
    for (std::uint32_t place = element.firstKid; place != none; place = kids_[place].next) {
        const Kid& kid = kids_[place];
        if (kid.kind == Kid::Kind::Element) {
            appendReference(body, writing.first + kid.value);
        } else if (kid.kind == Kid::Kind::Annotation) {
            body += "<</Type/OBJR/Obj " + reference(kid.value) + "/Pg " + reference(pages_[kid.page].object) + ">>";
        } else if (kid.page == home) {
            appendNumber(body, std::size_t{kid.value});
        } else {
            body +=
                "<</Type/MCR/Pg " + reference(pages_[kid.page].object) + "/MCID " + std::to_string(kid.value) + ">>";
        }
        body += ' ';
    }
    body.back() = ']';
}

/// /IDTree, which a tree with ids must have (table 322): ids of one width, so their order is that of the elements.
std::string StructureTree::writeIdTree(const Writing& writing) const {
    TreeLeaves leaves(writing.file, "/Names");
    bool any = false;
    for (ElementId id = 0; id < elements_.size(); ++id) {
        if (elements_[id].role == Role::Note) {
            leaves.add(byteString(noteId(id)), reference(writing.first + id));
            any = true;
        }
    }
    return any ? "/IDTree " + reference(writing.file.add("<<" + leaves.finishTree() + ">>")) : std::string();
}

/// Pages and annotations have their keys in the order in which they came.
ObjectNumber StructureTree::writeParentTree(const Writing& writing) const {
    TreeLeaves leaves(writing.file, "/Nums");
    auto annotation = annotations_.begin();
    for (std::size_t page = 0; page < pages_.size(); ++page) {
        const bool last = page + 1 == pages_.size();
        const std::size_t end = last ? contents_.size() : pages_[page + 1].firstContent;
        std::string owners = "[";
        for (std::size_t place = pages_[page].firstContent; place < end; ++place) {
            appendReference(owners, writing.first + contents_[place]);
            owners += ' ';
        }
        leaves.add(std::to_string(pages_[page].key), owners += ']');
        for (; annotation != annotations_.end() && (last || annotation->first < pages_[page + 1].key); ++annotation) {
            leaves.add(std::to_string(annotation->first), reference(writing.first + annotation->second));
        }
    }
    return writing.file.add("<<" + leaves.finishTree() + ">>");
}

}  // namespace engross
