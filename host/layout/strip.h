#pragma once
#include "layout/canvas.h"
#include "layout/line_words.h"

#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace engross {

// A long document has some forty strips a page, each with its marks: what is in them is kept small.

/// An element of the structure tree as the layout knows it; 0 is the document.
using NodeId = std::uint32_t;
constexpr NodeId documentNode = 0;
/// What belongs to no element: rules, fills, text that repeats.
constexpr NodeId artifactNode = std::numeric_limits<NodeId>::max();

struct LayoutNode {
    NodeId parent = documentNode;
    Role role = Role::P;
    bool withinText = false;  // made when it is first drawn, so that it stands between the words around it
    std::unique_ptr<const ElementAttributes> attributes = nullptr;  // null for none
};

// Marks are placed from the strip's top left, y downwards; the left is that of the page's text.
struct TextMark {
    NodeId node = artifactNode;
    LineRun run;
    Points x = 0;
    Points baseline = 0;
    Points size = 0;
};

enum class RuleInk : std::uint8_t { Black, Grey };

/// A horizontal rule.
struct RuleMark {
    NodeId node = artifactNode;
    RuleInk ink = RuleInk::Black;
    Points x1 = 0;
    Points x2 = 0;
    Points y = 0;
    Points width = 0;
};

/// A grey area.
struct FillMark {
    Points x = 0;
    Points y = 0;
    Points width = 0;
    Points height = 0;
};

struct PictureMark {
    NodeId node = artifactNode;
    Points x = 0;
    Points y = 0;
    Points width = 0;
    Points height = 0;
    const Picture* picture = nullptr;  // of Setting::pictures
};

struct LinkText {
    std::string target;
    std::string description;
};

struct LinkMark {
    NodeId node = artifactNode;
    Points x = 0;
    Points y = 0;
    Points width = 0;
    Points height = 0;
    const LinkText* text = nullptr;  // of Setting::links
};

struct TargetMark {
    std::string name;
};

struct BookmarkMark {
    int level = 1;
    std::string title;
};

/// The mark of a footnote stands in this strip: the note belongs at the foot of the same page.
struct NoteMark {
    std::uint32_t note = 0;  // of Setting::notes
};

/// The number of the page that a heading comes to stand on, with the dots that lead to it: text once pages are made.
struct PageMark {
    NodeId node = artifactNode;
    std::uint32_t heading = 0;  // its place in ParagraphNumbering::headings()
    Points left = 0;            // where the dots may begin
    Points right = 0;           // where the number ends
    Points baseline = 0;
    Points size = 0;
};

using Mark =
    std::variant<TextMark, RuleMark, FillMark, PictureMark, LinkMark, TargetMark, BookmarkMark, NoteMark, PageMark>;

/// How loath we are to end a page before a strip; the filler breaks where it is least.
enum class Keep : std::uint8_t {
    Free,
    Split,     // between two paragraphs of a tall box: where a page would else be white
    Together,  // inside a box or a block to be kept together
    WithNext,  // after a heading
    Lines,     // a widow or an orphan
    Always,    // after the top of a box, before a signature
};

/// The place of something among its like: boxes, tables, notes, headings.
using FlowIndex = std::uint32_t;
constexpr FlowIndex none = std::numeric_limits<FlowIndex>::max();

/// A horizontal slice of the flow that is never divided: a line of text, a table row, a picture.
struct Strip {
    Points before = 0;  // space above it, but not at the top of a page
    Points height = 0;
    Keep keep = Keep::Free;
    bool newPage = false;
    FlowIndex box = none;    // the innermost box that it is in
    FlowIndex table = none;  // the table of whose body it is part
    FlowIndex band = none;   // the section row of that table above it
    std::vector<Mark> marks = {};

    /// The baseline of its first text, or of where text would stand.
    [[nodiscard]] Points firstBaseline(Points otherwise) const;
};

/// A box around strips, drawn on every page that has some of them.
struct BoxFrame {
    BoxBlock::Look look = BoxBlock::Look::Ruled;
    FlowIndex parent = none;
    Points left = 0;
    Points width = 0;
    Points pad = 0;
};

/// What a table says again at the top of a page that it continues on.
struct TableHead {
    std::size_t firstBodyStrip = 0;
    std::vector<Strip> strips;              // caption and column headings, as artifacts
    std::vector<std::vector<Strip>> bands;  // by band: the section's name, as an artifact
};

/// Strips in order, with what surrounds them.
class Flow {
public:
    /// Appends a strip; space above is the larger of `before` and what the strip before wants below.
    Strip& add(Points height, Points before, Keep keep, FlowIndex box);
    /// Wants space below the last strip.
    void spaceAfter(Points space);
    /// Adds to the space below the last strip, come what may.
    void extraSpace(Points space);
    /// No space above the next strip: it is the first of a box.
    void closeUp();
    void keepNext(Keep keep);
    /// The height of the strips at the end that the next one is kept with, and the space below them; 0 where none are.
    [[nodiscard]] Points keptHeight() const;
    void newPage();

    std::deque<Strip> strips;
    std::vector<BoxFrame> boxes;
    std::vector<TableHead> tables;

private:
    Points after_ = 0;
    Points extra_ = 0;
    bool closedUp_ = false;
    bool newPage_ = false;
    Keep keepNext_ = Keep::Free;
};

}  // namespace engross
