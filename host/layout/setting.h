#pragma once
#include "layout/faults.h"
#include "layout/numbering.h"
#include "layout/strip.h"
#include "type/typesetter.h"

#include <string>
#include <vector>

namespace engross {

/// Greys of the house: rules of 60 %, fills of 5 %, the draft mark of 10 %.
constexpr Colour black{0, 0, 0};
constexpr Colour ruleGrey{0.4, 0.4, 0.4};
constexpr Colour fillGrey{0.95, 0.95, 0.95};
constexpr Colour markGrey{0.9, 0.9, 0.9};
constexpr Points hairline = 0.5;

/// How a stretch of text looks before its spans have their say.
struct TextLook {
    Points size = 12;
    Points leading = 16;
    bool strong = false;
    bool emphasis = false;
};

/// Everything that the setting of one document shares.
struct Setting {
    Setting(const Composition& document, const Typesetter& faces);

    /// A new element below `parent`; below an artifact there are none.
    NodeId node(NodeId parent, Role role, ElementAttributes attributes = {});
    /// An element between the words of another.
    NodeId nodeWithinText(NodeId parent, Role role, ElementAttributes attributes);

    /// The document's body text; at another size (0 for its own) its lines are no further apart than four thirds.
    [[nodiscard]] TextLook body(Points size = 0) const;
    [[nodiscard]] TextLook table(Points size) const;
    [[nodiscard]] TextLook heading(int level) const;
    /// A length of the 12-point design, grown with the body size for large print.
    [[nodiscard]] Points scaled(Points length) const;

    const Composition& composition;
    const PageStyle& style;
    const Typesetter& typesetter;
    FaultList faults;
    ParagraphNumbering numbering;
    Colour accent;
    std::vector<LayoutNode> nodes{LayoutNode{}};
    int headingLevel = 0;                    // of the last heading
    std::vector<Points> numberedLefts = {};  // by level, once known
};

/// Where blocks are set: a column of a page, of a box or of a list item.
struct Column {
    Points left = 0;
    Points width = 0;
    Points noteLeft = 0;  // of margin notes
    Points noteWidth = 0;
    Points height = 0;  // of a page's text, for what must fit one
    NodeId parent = documentNode;
    std::string language;
    std::size_t box = none;
    const char* place = "a paragraph";  // how faults call it

    /// The same with `indent` less on the left.
    [[nodiscard]] Column indented(Points indent) const;
    [[nodiscard]] Column inside(NodeId element) const;
    [[nodiscard]] bool artifact() const {
        return parent == artifactNode;
    }
};

/// "#rrggbb" as a colour, or black with a fault; a fault too where it is pale.
[[nodiscard]] Colour accentColour(const std::string& text, FaultList& faults);

/// The element's attributes where its language differs from what surrounds it.
[[nodiscard]] ElementAttributes inLanguage(const std::string& own, const std::string& around);

}  // namespace engross
