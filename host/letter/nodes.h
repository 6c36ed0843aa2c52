#pragma once
#include "layout/block.h"
#include "model/diagnostic.h"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace engross {

/// How a stretch of template text looks. Private-use characters in a link stand for fields until it is rendered.
struct Look {
    bool strong = false;
    bool emphasis = false;
    std::string link;
    std::vector<std::pair<std::string, Place>> linkFields;  // in the order of their characters
    bool operator==(const Look&) const = default;
};

struct Piece;
using Pieces = std::vector<Piece>;

struct TextPiece {
    std::string text;  // NFC
};
struct SoftBreak {};
struct HardBreak {};
/// A tag as the Markdown reader leaves it: its index among the tags of its source.
struct TagPiece {
    std::size_t tag = 0;
};
struct FieldPiece {
    std::string name;
    Place where;
    bool alone = false;  // nothing else stands on its line
};
/// A box to tick. Where a field decides, it is ticked when the field has something, or with `without` when it has not.
struct TickPiece {
    bool ticked = false;
    std::string field;
    bool without = false;
    Place where;
};
/// A line to write on.
struct BlankPiece {
    Points width = 0;
};
struct NotePiece {
    Pieces words;
};
/// The number of the paragraph that has this name.
struct ReferencePiece {
    std::string id;
};
/// Gives its paragraph a name.
struct AnchorPiece {
    std::string id;
    Place where;
};
struct SectionPiece {
    std::string name;
    bool inverted = false;
    Place where;
    Pieces inside;
};

/// A stretch of a paragraph.
struct Piece {
    std::variant<TextPiece, SoftBreak, HardBreak, TagPiece, FieldPiece, SectionPiece, TickPiece, BlankPiece, NotePiece,
                 ReferencePiece, AnchorPiece>
        content;
    Look look;
};

struct Node;
using Nodes = std::vector<Node>;

struct ParagraphNode {
    Pieces pieces;
    Pieces caption = {};  // of the table that its field prints
};
struct HeadingNode {
    int level = 1;
    Pieces pieces;
};
struct ListNode {
    bool ordered = false;
    unsigned start = 1;
    std::vector<Nodes> items;
    bool ticks = false;  // every item is one paragraph that begins with a box to tick
};
struct TableNode {
    Pieces caption;
    std::vector<std::pair<Pieces, Align>> columns;
    std::vector<std::vector<Pieces>> rows;
};
struct BoxNode {
    Nodes inside;
};
struct RuleNode {};
/// Where a standalone section or clause was lifted out: its index among the holes of its chunk.
struct HoleNode {
    std::size_t hole = 0;
};
struct SectionNode {
    std::string name;
    bool inverted = false;
    Nodes inside;
};
struct ClauseNode {
    Nodes inside;
};

/// Whether a paragraph is a label with lines to write on after it, or nothing but lines.
[[nodiscard]] bool isFillIn(const Pieces& pieces);

/// A block of a template, with its fields and sections still open.
struct Node {
    std::variant<ParagraphNode, HeadingNode, ListNode, TableNode, BoxNode, RuleNode, HoleNode, SectionNode, ClauseNode>
        content;
    Place where;
};

}  // namespace engross
