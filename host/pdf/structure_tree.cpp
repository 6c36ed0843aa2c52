#include "pdf/structure_tree.h"

#include "pdf/pdf_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

namespace engross {
namespace {

constexpr std::array<std::string_view, 26> roleNames{
    "Document", "H1", "H2", "H3", "H4",     "P",    "L",    "LI",  "Lbl",        "LBody", "Table", "Caption",   "THead",
    "TBody",    "TR", "TH", "TD", "Figure", "Link", "Span", "Div", "BlockQuote", "TOC",   "TOCI",  "Reference", "Note"};
static_assert(roleNames.size() == static_cast<std::size_t>(Role::Note) + 1);

constexpr std::array<std::string_view, 6> labelNames{"None",       "Disc",       "Decimal",
                                                     "LowerAlpha", "LowerRoman", "UpperAlpha"};

constexpr std::size_t entriesOfALeaf = 256;
constexpr std::size_t widestId = 7;

/// A row of a number tree or a name tree: the key as PDF text, and what it stands for.
struct NumberedEntry {
    std::string key;
    std::string value;
};

/// The root of a tree (7.9.6, 7.9.7) whose rows are sorted; `opening` is "/Nums[" or "/Names[".
ObjectNumber writeTree(ObjectFile& file, const std::string& opening, const std::vector<NumberedEntry>& rows) {
    std::string kids;
    for (std::size_t first = 0; first < rows.size() || first == 0; first += entriesOfALeaf) {
        const std::size_t end = std::min(rows.size(), first + entriesOfALeaf);
        std::string leaf = opening;
        for (std::size_t row = first; row < end; ++row) {
            leaf.append(rows[row].key).append(" ").append(rows[row].value).append(" ");
        }
        leaf += ']';
        if (rows.size() <= entriesOfALeaf) {
            return file.dictionary(std::move(leaf));
        }
        const std::string limits = "/Limits[" + rows[first].key + ' ' + rows[end - 1].key + ']';
        kids += reference(file.dictionary(limits + leaf)) + ' ';
    }
    return file.dictionary("/Kids[" + kids + "]");
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

ElementId StructureTree::add(ElementId parent, Role role, const ElementAttributes& attributes) {
    const ElementId id = elements_.size();
    elements_.at(parent).kids.push_back({Kid::Kind::Element, 0, id});
    Element& element = elements_.emplace_back();
    element.role = role;
    element.parent = parent;
    element.attributes = attributes;
    element.actualText = attributes.actualText;
    return id;
}

ElementId StructureTree::addSpan(ElementId parent, std::string actualText, std::string language) {
    ElementAttributes attributes;
    attributes.language = std::move(language);
    const ElementId id = add(parent, Role::Span, attributes);
    elements_.back().actualText = std::move(actualText);
    return id;
}

std::size_t StructureTree::addPage(ObjectNumber page) {
    pages_.push_back({page, nextKey_, {}});
    return nextKey_++;
}

std::size_t StructureTree::addContent(ElementId element) {
    Page& page = pages_.back();
    const std::size_t id = page.contents.size();
    page.contents.push_back(element);
    elements_.at(element).kids.push_back({Kid::Kind::Content, pages_.size() - 1, id});
    return id;
}

std::size_t StructureTree::addAnnotation(ElementId element, ObjectNumber annotation) {
    if (elements_.at(element).role != Role::Link) {
        throw std::logic_error("a link annotation belongs to a Link element");
    }
    elements_.at(element).kids.push_back({Kid::Kind::Annotation, pages_.size() - 1, annotation});
    annotations_.emplace_back(nextKey_, element);
    return nextKey_++;
}

void StructureTree::widen(ElementId element, const Rectangle& area) {
    for (ElementId id = element; id != 0; id = elements_.at(id).parent) {
        Element& figure = elements_.at(id);
        if (figure.role != Role::Figure) {
            continue;
        }
        const Rectangle old = figure.hasBox ? figure.box : area;
        const Points left = std::min(old.left, area.left);
        const Points bottom = std::min(old.bottom, area.bottom);
        figure.box = {left, bottom, std::max(old.left + old.width, area.left + area.width) - left,
                      std::max(old.bottom + old.height, area.bottom + area.height) - bottom};
        figure.hasBox = true;
        return;
    }
}

Role StructureTree::roleOf(ElementId element) const {
    return elements_.at(element).role;
}

std::string_view StructureTree::nameOf(Role role) {
    return roleNames.at(static_cast<std::size_t>(role));
}

ObjectNumber StructureTree::write(ObjectFile& file) const {
    const ObjectNumber root = file.reserve();
    std::vector<ObjectNumber> objects;
    objects.reserve(elements_.size());
    for (std::size_t id = 0; id < elements_.size(); ++id) {
        objects.push_back(file.reserve());
    }
    for (std::size_t id = 0; id < elements_.size(); ++id) {
        file.set(objects[id], bodyOf(elements_[id], objects, root));
    }
    const ObjectNumber parents = writeParentTree(file, objects);
    file.set(root, "/Type/StructTreeRoot/K[" + reference(objects.front()) + "]/ParentTree " + reference(parents) +
                       "/ParentTreeNextKey " + std::to_string(nextKey_) + writeIdTree(file, objects));
    return root;
}

std::string StructureTree::bodyOf(const Element& element, const std::vector<ObjectNumber>& objects,
                                  ObjectNumber root) const {
    const bool isDocument = element.role == Role::Document;
    std::string body = "/Type/StructElem/S/";
    body += nameOf(element.role);
    body += "/P " + reference(isDocument ? root : objects[element.parent]);
    if (element.role == Role::Note) {
        body += "/ID" + byteString(idOf(element));
    }
    const ElementAttributes& attributes = element.attributes;
    std::string owned;
    if (element.role == Role::L) {
        owned = listAttributes(attributes);
    } else if (element.role == Role::TH || element.role == Role::TD) {
        owned = cellAttributes(attributes);
    } else if (element.hasBox) {
        owned = figureAttributes(element.box);
    }
    if (!owned.empty()) {
        body += "/A" + owned;
    }
    if (!attributes.alternative.empty()) {
        body += "/Alt" + textString(attributes.alternative);
    }
    if (!element.actualText.empty()) {
        body += "/ActualText" + textString(element.actualText);
    }
    if (!attributes.language.empty() && attributes.language != language_) {
        body += "/Lang" + textString(attributes.language);
    }
    appendKids(body, element, objects);
    return body;
}

void StructureTree::appendKids(std::string& body, const Element& element,
                               const std::vector<ObjectNumber>& objects) const {
    const auto first = std::find_if(element.kids.begin(), element.kids.end(),
                                    [](const Kid& kid) { return kid.kind != Kid::Kind::Element; });
    const std::size_t home = first == element.kids.end() ? pages_.size() : first->page;
    if (home < pages_.size()) {
        body += "/Pg " + reference(pages_[home].object);
    }
    if (element.kids.empty()) {
        return;
    }
    body += "/K[";
    for (const Kid& kid : element.kids) {
        if (kid.kind == Kid::Kind::Element) {
            body += reference(objects[kid.value]);
        } else if (kid.kind == Kid::Kind::Annotation) {
            body += "<</Type/OBJR/Obj " + reference(kid.value) + "/Pg " + reference(pages_[kid.page].object) + ">>";
        } else if (kid.page == home) {
            appendNumber(body, kid.value);
        } else {
            body +=
                "<</Type/MCR/Pg " + reference(pages_[kid.page].object) + "/MCID " + std::to_string(kid.value) + ">>";
        }
        body += ' ';
    }
    body.back() = ']';
}

std::string StructureTree::idOf(const Element& element) const {
    std::string number = std::to_string(&element - elements_.data());
    return "note-" + std::string(widestId - std::min(widestId, number.size()), '0') + number;
}

/// /IDTree, which a tree with ids must have (table 322): ids of one width, so their order is that of the elements.
std::string StructureTree::writeIdTree(ObjectFile& file, const std::vector<ObjectNumber>& objects) const {
    std::vector<NumberedEntry> entries;
    for (const Element& element : elements_) {
        if (element.role == Role::Note) {
            entries.push_back(
                {byteString(idOf(element)), reference(objects[static_cast<std::size_t>(&element - elements_.data())])});
        }
    }
    return entries.empty() ? std::string() : "/IDTree " + reference(writeTree(file, "/Names[", entries));
}

ObjectNumber StructureTree::writeParentTree(ObjectFile& file, const std::vector<ObjectNumber>& objects) const {
    std::map<std::size_t, std::string> entries;
    for (const Page& page : pages_) {
        std::string& entry = entries[page.key];
        entry = "[";
        for (const ElementId id : page.contents) {
            entry += reference(objects[id]) + ' ';
        }
        entry += ']';
    }
    for (const auto& [key, element] : annotations_) {
        entries[key] = reference(objects[element]);
    }
    std::vector<NumberedEntry> rows;
    rows.reserve(entries.size());
    for (auto& [key, entry] : entries) {
        rows.push_back({std::to_string(key), std::move(entry)});
    }
    return writeTree(file, "/Nums[", rows);
}

}  // namespace engross
