#pragma once
#include "layout/canvas.h"
#include "pdf/object_file.h"

#include <cstddef>
#include <string>
#include <vector>

namespace engross {

/// The structure tree of a document (ISO 32000-1 14.7): elements, what of each page belongs to them, and the way back
/// from pages and annotations to elements. Each Note gets an id of its own (ISO 14289-1 7.9).
class StructureTree {
public:
    /// The root element is the document, id 0.
    explicit StructureTree(std::string documentLanguage);

    ElementId add(ElementId parent, Role role, const ElementAttributes& attributes);
    /// An element that states its text: a run whose glyphs do not give it back (14.9.4).
    ElementId addSpan(ElementId parent, std::string actualText, std::string language);

    /// A page that marked content can be on; answers its key in the parent tree (/StructParents).
    std::size_t addPage(ObjectNumber page);
    /// Gives the element the next marked-content id of the current page.
    std::size_t addContent(ElementId element);
    /// Gives the element an annotation on the current page; answers its key in the parent tree (/StructParent).
    std::size_t addAnnotation(ElementId element, ObjectNumber annotation);
    /// Widens the box that a Figure states to hold the area.
    void widen(ElementId element, const Rectangle& area);

    [[nodiscard]] Role roleOf(ElementId element) const;
    /// The name of an element's type, such as "H1".
    [[nodiscard]] static std::string_view nameOf(Role role);

    /// Makes the objects of the tree; answers its root.
    [[nodiscard]] ObjectNumber write(ObjectFile& file) const;

private:
    struct Kid {
        enum class Kind { Element, Content, Annotation };
        Kind kind;
        std::size_t page = 0;
        std::size_t value = 0;  // element id, marked-content id or annotation object
    };
    struct Element {
        Role role = Role::P;
        ElementId parent = 0;
        ElementAttributes attributes;
        std::string actualText;
        std::vector<Kid> kids;
        Rectangle box;
        bool hasBox = false;
    };
    struct Page {
        ObjectNumber object = 0;
        std::size_t key = 0;
        std::vector<ElementId> contents;  // by marked-content id
    };

    [[nodiscard]] std::string bodyOf(const Element& element, const std::vector<ObjectNumber>& objects,
                                     ObjectNumber root) const;
    void appendKids(std::string& body, const Element& element, const std::vector<ObjectNumber>& objects) const;
    [[nodiscard]] std::string idOf(const Element& element) const;
    [[nodiscard]] std::string writeIdTree(ObjectFile& file, const std::vector<ObjectNumber>& objects) const;
    [[nodiscard]] ObjectNumber writeParentTree(ObjectFile& file, const std::vector<ObjectNumber>& objects) const;

    std::string language_;
    std::vector<Element> elements_;
    std::vector<Page> pages_;
    std::vector<std::pair<std::size_t, ElementId>> annotations_;  // key, element
    std::size_t nextKey_ = 0;
};

}  // namespace engross
