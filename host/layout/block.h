#pragma once
#include "model/units.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace engross {

/// A stretch of text with one look. `\n` in it is a forced line break.
struct Span {
    std::string text = {};
    bool strong = false;
    bool emphasis = false;
    bool smallCaps = false;
    std::string language = {};  // BCP 47; empty for the document's
    std::string link = {};  // "https://…" or a named target of the bundle: "doc:7", "exhibit:AB/3"; empty for none
    std::string reference = {};  // the id of a numbered paragraph: the text is replaced by its number, such as "14(b)"
    bool operator==(const Span&) const = default;
};
using Inline = std::vector<Span>;

enum class Align { Left, Centre, Right };

struct Block;
using Blocks = std::vector<Block>;

struct Paragraph {
    Inline text = {};
    Align align = Align::Left;
    Points size = 0;  // 0 for the document's body size
    bool keepWithNext = false;
    Inline margin = {};  // set beside the first line, in the right margin: an exhibit reference (PD 32)
};

/// Level 1 is the document's title. Levels never skip: the paginator refuses a document whose headings do.
struct Heading {
    int level = 1;
    Inline text = {};
    Align align = Align::Left;
};

/// A paragraph with a legal number, counted by the layout: level 0 "1.", level 1 "(a)", level 2 "(i)".
struct NumberedParagraph {
    int level = 0;
    Inline text = {};
    std::string id = {};  // for Span::reference; empty where nothing refers to it
    Inline margin = {};
    bool restart = false;  // begins again at 1
};

struct ListBlock {
    bool ordered = false;
    std::vector<Blocks> items;
};

struct TableColumn {
    Inline heading = {};
    Align align = Align::Left;
    double weight = 0;  // share of the width; 0 lets the content decide
};

struct TableBlock {
    Inline caption = {};  // empty for none
    std::vector<TableColumn> columns = {};
    std::vector<std::vector<Inline>> rows = {};  // a row may have fewer cells than there are columns, never more
    std::vector<std::size_t> bandRows =
        {};                  // rows filled grey, their first cell across all columns: a section of an index
    bool rowHeader = false;  // the first cell of a row is its header
    std::vector<std::string> rowLinks = {};  // one a row or none at all: the whole row is a link to this target
    Points size = 0;                         // 0 for the table default, never below 10.5
};

/// Label and value, one a row.
struct KeyValues {
    std::vector<std::pair<Inline, Inline>> rows = {};
};

/// A ruled or tinted box that never splits unless it is taller than a page.
struct BoxBlock {
    enum class Look { Ruled, Tinted };
    Look look = Look::Ruled;
    Blocks content;
};

/// A picture: JPEG bytes pass through unchanged, other formats arrive as RGB pixels.
struct Picture {
    enum class Coding { Jpeg, Rgb8, Grey8 };
    Coding coding = Coding::Jpeg;
    std::shared_ptr<const std::string> bytes = {};
    int widthPixels = 0;
    int heightPixels = 0;
    int components = 3;
    int orientation = 1;  // EXIF 1 to 8
};

struct Figure {
    Picture picture = {};
    std::string alternative = {};  // never empty
    Inline caption = {};
    Points maxHeight = 0;  // 0 for what fits the page
};

/// Signature space (ruled where there is a label), then name, post and the rest, one line each. Never parts from the
/// block before it.
struct SignatureBlock {
    std::string label = {};  // "Signed"
    std::vector<Inline> lines = {};
    bool dateLine = false;  // "Date" with a rule beside it
    std::string dateLabel = {};
};

/// Lines with no space between them: an address, the parties of a case.
struct Lines {
    std::vector<Inline> lines = {};
    Align align = Align::Left;
    Points size = 0;
    std::string language = {};
};

struct Rule {};
struct Space {
    Points height = 0;
};
struct PageBreak {};

/// A diagonal or a cross-page mark is page furniture; everything that flows is one of these.
struct Block {
    std::variant<Paragraph, Heading, NumberedParagraph, ListBlock, TableBlock, KeyValues, BoxBlock, Figure,
                 SignatureBlock, Lines, Rule, Space, PageBreak>
        content;
    bool keepTogether = false;
    std::string language = {};  // empty for the document's
};

/// Blocks at a fixed place on one page: letterhead, window address, contact block. Measured from the page's top left.
struct Frame {
    Points left = 0;
    Points top = 0;
    Points width = 0;
    Points height = 0;
    Blocks content = {};
    bool artifact = false;  // true for what repeats and is not read aloud
};

/// Text at the head or foot of pages. "{page}" and "{pages}" stand for the page's number and the count.
struct RunningText {
    Inline left = {};
    Inline centre = {};
    Inline right = {};
    Points baseline = 0;  // from the page's top
    Points size = 9;
};

struct Margins {
    Points top = 0;
    Points bottom = 0;
    Points left = 0;
    Points right = 0;
};

/// How pages of a document look; a house style and a family decide it. The measure of the text is the same on every
/// page: where first and later margins differ at the sides, it is that of the narrower page.
struct PageStyle {
    Points width = mm(210);
    Points height = mm(297);
    Margins first = {};
    Margins later = {};
    Points bodySize = 12;
    Points leading = 16;
    Points titleSize = 17;  // of level 1; level 2 is 14, deeper levels as the body (all grow with bodySize over 12)
    Points paragraphSpace = 8;
    Points numberIndent = mm(10);
    std::string accent = "#1d3557";  // "#rrggbb"
    std::vector<Frame> firstFrames = {};
    std::vector<RunningText> headers = {};
    std::vector<RunningText> footers = {};
    bool footerOnFirst = true;
    std::string mark = {};       // "DRAFT": diagonal, 10 % grey, behind the text
    std::string continued = {};  // "(continued)": said beside the caption or section of a table on its later pages
};

/// What a family composes and the layout turns into pages.
struct Composition {
    std::string title = {};  // for the file's metadata and the reader's title bar
    std::string language = "en-GB";
    std::string author = {};
    PageStyle style = {};
    Blocks body = {};
};

}  // namespace engross
