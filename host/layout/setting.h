#pragma once
#include "layout/faults.h"
#include "layout/numbering.h"
#include "layout/strip.h"
#include "type/typesetter.h"

#include <deque>
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

/// A footnote, to be set once the text is. Its element stands after the paragraph, or in the cell, that its mark is in.
struct FootNote {
    Inline text;
    std::string language;
    NodeId node = artifactNode;
};

/// Everything that the setting of one document shares.
struct Setting {
    Setting(const Composition& document, const Typesetter& faces);

    /// A new element below `parent`; below an artifact there are none.
    NodeId node(NodeId parent, Role role, ElementAttributes attributes = {});
    /// An element between the words of another.
    NodeId nodeWithinText(NodeId parent, Role role, ElementAttributes attributes);

    /// A note whose mark stands in the text of `owner`. Answers its place in `notes`.
    FlowIndex addNote(const Inline& text, const std::string& language, NodeId owner);

    /// Where a link leads and what is said of it, for the marks of its parts.
    [[nodiscard]] const LinkText* addLink(std::string target, std::string description);

    /// The document's body text; at another size (0 for its own) its lines are no further apart than four thirds.
    [[nodiscard]] TextLook body(Points size = 0) const;
    [[nodiscard]] TextLook table(Points size) const;
    [[nodiscard]] TextLook heading(int level) const;
    /// A length of the 12-point design, grown with the body size for large print.
    [[nodiscard]] Points scaled(Points length) const;
    /// A length that the style gives for its own body size, grown for large print.
    [[nodiscard]] Points enlarged(Points length) const;
    /// A size of type that the style gives, grown for large print and then 16 points or more.
    [[nodiscard]] Points legible(Points size) const;
    [[nodiscard]] Points paragraphSpace() const;
    [[nodiscard]] Points numberIndent() const;
    /// How a paragraph is aligned: justified where the style justifies the body.
    [[nodiscard]] Align alignmentOf(Align asked) const;

    /// What is set from now on is set as the body of the document, in large print where that is asked for.
    void setBody();
    /// What is set from now on is a frame's, at a body size of its own or that of the design.
    void setFrame(Points size);

    const Composition& composition;
    const PageStyle& style;
    const Typesetter& typesetter;
    FaultList faults;
    ParagraphNumbering numbering;
    Colour accent;
    std::vector<LayoutNode> nodes;
    LineWords words;
    std::deque<Picture> pictures;  // that marks refer to
    std::deque<LinkText> links;    // that marks refer to
    std::vector<FootNote> notes = {};
    bool takesNotes = false;    // what is set now has the foot of a page below it
    int headingLevel = 0;       // of the last heading
    FlowIndex headingsSet = 0;  // of ParagraphNumbering::headings()
    std::size_t tablesSet = 0;
    bool listing = true;                     // headings set now are among them
    std::vector<Points> numberedLefts = {};  // by level, once known

private:
    void setSize(Points size, Points leading, double growth);

    Points size_ = 0;
    Points leading_ = 0;
    double growth_ = 1;  // of large print over the design
    bool inFrame_ = false;
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
    FlowIndex box = none;
    FaultPlace place;  // how faults call it

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
