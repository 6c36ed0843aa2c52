#pragma once
#include "layout/block.h"
#include "type/face.h"

#include <string>
#include <vector>

namespace engross {

/// PDF structure types (ISO 32000-1 14.8.4) that a page may hold.
enum class Role {
    Document,
    H1,
    H2,
    H3,
    H4,
    P,
    L,
    LI,
    Lbl,
    LBody,
    Table,
    Caption,
    THead,
    TBody,
    TR,
    TH,
    TD,
    Figure,
    Link,
    Span,
    Div,
    BlockQuote,
    TOC,
    TOCI,
    Reference,
    Note  // PDF/UA-1 7.9: each has an ID of its own in the file
};

enum class HeaderScope { None, Row, Column };

/// The labels of a list (ISO 32000-1 table 347).
enum class ListLabels { None, Bullets, Decimal, LowerAlpha, LowerRoman, UpperAlpha };

/// An element of the structure tree. Elements are made before they are drawn and may be drawn on several pages.
struct ElementAttributes {
    std::string alternative;  // Figure
    std::string language;
    std::string actualText = {};            // what is read in place of the content: a tick box, a line to write on
    HeaderScope scope = HeaderScope::None;  // TH
    ListLabels labels = ListLabels::None;   // L
    int columnSpan = 1;
    int rowSpan = 1;
};

/// A handle to a structure element; 0 is the document itself.
using ElementId = std::size_t;

struct Colour {
    double red = 0;
    double green = 0;
    double blue = 0;
    bool operator==(const Colour&) const = default;
};

struct Rectangle {
    Points left = 0;
    Points bottom = 0;
    Points width = 0;
    Points height = 0;
    bool operator==(const Rectangle&) const = default;
};

enum class ArtifactKind {
    Header,
    Footer,
    Background,
    Layout,
    Page  // fold marks
};

/// What pages are drawn on: a PDF, or a trace that tests compare. Points from the page's bottom left, y upwards.
/// Between beginContent and endContent (or beginArtifact and endArtifact) marks are painted; nothing is painted
/// outside.
class Canvas {
public:
    virtual ~Canvas() = default;

    /// Adds an element below `parent`; reading order is the order of these calls.
    virtual ElementId element(ElementId parent, Role role, const ElementAttributes& attributes) = 0;
    virtual void beginPage(Points width, Points height) = 0;
    virtual void endPage() = 0;
    virtual void beginContent(ElementId element) = 0;
    virtual void endContent() = 0;
    virtual void beginArtifact(ArtifactKind kind) = 0;
    virtual void endArtifact() = 0;

    virtual void text(Points x, Points baseline, const ShapedRun& run, Points size, const Colour& colour) = 0;
    /// Text turned anticlockwise about its origin: the draft mark.
    virtual void turnedText(Points x, Points baseline, double degrees, const ShapedRun& run, Points size,
                            const Colour& colour) = 0;
    virtual void line(Points x1, Points y1, Points x2, Points y2, Points width, const Colour& colour) = 0;
    virtual void fill(const Rectangle& area, const Colour& colour) = 0;
    virtual void outline(const Rectangle& area, Points width, const Colour& colour) = 0;
    virtual void picture(const Rectangle& area, const Picture& picture) = 0;
    /// A link annotation of a Link element over the area; `target` as in Span::link, `description` is read aloud.
    virtual void link(ElementId element, const Rectangle& area, const std::string& target,
                      const std::string& description) = 0;
    /// Names this place of the page, so that links and bookmarks can lead to it.
    virtual void target(const std::string& name, Points x, Points y) = 0;
    /// A bookmark of the document's own headings: level 1 is the outermost.
    virtual void bookmark(int level, const std::string& title, Points y) = 0;
};

}  // namespace engross
