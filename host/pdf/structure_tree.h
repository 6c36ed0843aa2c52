#pragma once
#include "layout/canvas.h"
#include "pdf/object_writer.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace engross {

/// The structure tree of a document (ISO 32000-1 14.7): elements, what of each page belongs to them, and the way back
/// from pages and annotations to elements. Each Note gets an id of its own (ISO 14289-1 7.9). All of it is kept until
/// it is written, some forty bytes for an element with its place.
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

    /// Writes the objects of the tree; answers its root.
    [[nodiscard]] ObjectNumber write(ObjectWriter& file) const;

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    /// What an element holds, each with the place of the next.
    struct Kid {
        enum class Kind : std::uint8_t { Element, Content, Annotation };
        std::uint32_t next = none;
        std::uint32_t page = 0;
        std::uint32_t value = 0;  // element id, marked-content id or annotation object
        Kind kind = Kind::Element;
    };
    /// What few elements have.
    struct Details {
        ElementAttributes attributes;
        Rectangle box;
        bool hasBox = false;
    };
    struct Element {
        std::uint32_t parent = 0;
        std::uint32_t firstKid = none;
        std::uint32_t lastKid = none;
        std::uint32_t details = none;
        Role role = Role::P;
    };
    struct Page {
        ObjectNumber object = 0;
        std::size_t key = 0;
        std::size_t firstContent = 0;  // of contents_
    };
    /// The tree as it is written: its elements are numbered in a row.
    struct Writing {
        ObjectWriter& file;
        ObjectNumber root;
        ObjectNumber first;  // of the elements
    };

    void addKid(ElementId element, Kid::Kind kind, std::size_t value);
    Details& detailsOf(Element& element);
    [[nodiscard]] std::string bodyOf(ElementId id, const Writing& writing) const;
    [[nodiscard]] std::string attributesOf(const Element& element) const;
    void appendKids(std::string& body, const Element& element, const Writing& writing) const;
    [[nodiscard]] std::string writeIdTree(const Writing& writing) const;
    [[nodiscard]] ObjectNumber writeParentTree(const Writing& writing) const;

    std::string language_;
    std::vector<Element> elements_;
    std::vector<Details> details_;
    std::vector<Kid> kids_;
    std::vector<Page> pages_;
    std::vector<std::uint32_t> contents_;                             // elements by page and marked-content id
    std::vector<std::pair<std::size_t, std::uint32_t>> annotations_;  // key, element
    std::size_t nextKey_ = 0;
};

}  // namespace engross
