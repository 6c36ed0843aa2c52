#pragma once
#include "model/units.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace engross {

/// A box to tick, as it is printed: it is no field of a form.
enum class Tick { None, Empty, Ticked };

/// A stretch of text with one look. `\n` in it is a forced line break.
struct Span {
    std::string text = {};
    bool strong = false;
    bool emphasis = false;
    bool smallCaps = false;
    std::string language = {};  // BCP 47; empty for the document's
    std::string link = {};  // "https://…" or a named target of the bundle: "doc:7", "exhibit:AB/3"; empty for none
    std::string reference = {};  // the id of a numbered paragraph: the text is replaced by its number, such as "14(b)"
    // A footnote: its mark follows the text, its words stand at the foot of the page. Numbered through the document.
    std::vector<Span> note = {};
    // Not None: a box is drawn, and the text is only what a reader is told in its place, such as "ticked".
    Tick tick = Tick::None;
    Points blank = 0;  // above 0: a line to write on of this width is drawn, and the text is what a reader is told
    bool operator==(const Span&) const = default;
};
using Inline = std::vector<Span>;

/// Justified text has straight edges on both sides, but for its last line. Decimal is for columns of tables: figures
/// stand with their decimal points below each other, other text as Right. Elsewhere it is Right.
enum class Align { Left, Centre, Right, Justified, Decimal };

struct Block;
using Blocks = std::vector<Block>;

struct Paragraph {
    Inline text = {};
    Align align = Align::Left;
    Points size = 0;  // 0 for the document's body size
    bool keepWithNext = false;
    Inline margin = {};  // set beside the first line, in the right margin: an exhibit reference (PD 32)
    // Above 0: goes on with a numbered paragraph of level `under - 1` (after its sub-paragraphs), in line with its
    // text.
    int under = 0;
    bool quoted = false;  // words of a statute or a letter: stepped in on both sides, tagged as a quotation
    // For Span::reference. Of the first paragraph of an ordered list's item it shows the item's number; a family that
    // makes a numbered paragraph of this one gives the id on. Elsewhere there is no number to show.
    std::string id = {};
};

/// Level 1 is the document's title. Levels never skip: the paginator refuses a document whose headings do.
struct Heading {
    int level = 1;
    Inline text = {};
    Align align = Align::Left;
    bool numbered = false;  // counts as a numbered paragraph of level 0 and shows its number: the clauses of an order
    std::string id = {};    // of a numbered heading, for Span::reference
    bool unlisted = false;  // not in the table of contents
};

/// How the levels of numbered paragraphs count.
enum class NumberingScheme {
    Paragraphs,  // 1.  (a)  (i)  (A): statements, decisions
    Clauses,     // 1.  1.1  (a)  (i): orders, agreements
    Decimal,     // 1.  1.1  1.1.1  1.1.1.1
};

/// A paragraph with a legal number, counted by the layout in the scheme of the page style.
struct NumberedParagraph {
    int level = 0;
    Inline text = {};
    std::string id = {};  // for Span::reference, which shows "14(b)" or "2.3(a)"; empty where nothing refers to it
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

/// A cell of a table. A row leaves out the places that a cell above or before it covers, as in HTML.
struct TableCell {
    TableCell(Inline words = {}, int columnSpan = 1, int rowSpan = 1);  // NOLINT: most cells are plain text
    ~TableCell();
    TableCell(const TableCell&);
    TableCell(TableCell&&) noexcept;
    TableCell& operator=(const TableCell&);
    TableCell& operator=(TableCell&&) noexcept;

    Inline text;
    int columns = 1;  // how many columns it goes across
    int rows = 1;     // and how many rows; rows that share a cell are not parted, nor do they split
    Blocks content;   // paragraphs and lists in place of the text; other blocks are a fault
};
using TableCells = std::vector<TableCell>;

struct TableBlock {
    /// Rows taller than half a page split in any case.
    enum class Rows { Keep, Split };

    Inline caption = {};  // empty for none
    std::vector<TableColumn> columns = {};
    std::vector<TableCells> rows = {};  // a row may have fewer cells than there are columns, never more
    std::vector<std::size_t> bandRows =
        {};  // rows filled grey, their first cell across all columns: a section of an index
    std::vector<std::size_t> totalRows = {};  // bold below a heavier rule, never parted from the row before
    Rows split = Rows::Keep;
    bool rowHeader = false;                  // the first cell of a row is its header
    std::vector<std::string> rowLinks = {};  // one a row or none at all: the whole row is a link to this target
    Points size = 0;                         // 0 for the table default, never below 10.5
};

/// Label and value, one a row.
struct KeyValues {
    std::vector<std::pair<Inline, Inline>> rows = {};
};

/// A ruled or tinted box. One that is taller than a third of a page may split between its paragraphs, with three lines
/// or more on each side, where it would otherwise leave a page half white.
struct BoxBlock {
    enum class Look { Ruled, Tinted };
    Look look = Look::Ruled;
    Blocks content;
    bool whole = false;  // never splits unless it is taller than a page: the right to appeal
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
    std::vector<std::pair<Inline, Inline>> facts =
        {};           // place, date and time taken, hash: label and value, below the caption, one a line
    int perPage = 0;  // 2: high enough, with its words, that two fill a page: a photo schedule
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

/// Boxes to tick, each with its words. `ticked` and `empty` are what a reader is told in place of the box.
struct TickList {
    struct Item {
        Inline text = {};
        bool ticked = false;
        int lines = 0;  // lines to write on below the words
    };
    std::vector<Item> items = {};
    std::string ticked = "ticked";
    std::string empty = "not ticked";
};

/// A label with a line to write on, up to the right edge, and further lines below it.
struct FillIn {
    Inline label = {};
    int lines = 1;
};

/// A table of contents with leader dots: of the document's headings, with their pages, or of the rows given.
struct Contents {
    struct Row {
        Inline title = {};
        std::string page = {};    // as it is printed
        std::string target = {};  // as in Span::link; empty for none
        int level = 1;
    };
    int depth = 2;  // the deepest level of headings listed; the document's title, the first of level 1, is not
    std::vector<Row> rows = {};  // empty for the headings
};

/// Two languages side by side, paragraph by paragraph: what stands in a pair begins on the same line. Read aloud, the
/// left column comes whole before the right one. Numbered paragraphs count alike on both sides; ids are those of the
/// left.
struct SideBySide {
    struct Pair {
        Blocks left;
        Blocks right;
    };
    std::string leftLanguage = "en-GB";
    std::string rightLanguage = "cy";
    std::vector<Pair> pairs;
};

struct Rule {};
struct Space {
    Points height = 0;
};
struct PageBreak {};

/// A diagonal or a cross-page mark is page furniture; everything that flows is one of these.
struct Block {
    std::variant<Paragraph, Heading, NumberedParagraph, ListBlock, TableBlock, KeyValues, BoxBlock, Figure,
                 SignatureBlock, Lines, TickList, FillIn, Contents, SideBySide, Rule, Space, PageBreak>
        content;
    bool keepTogether = false;
    std::string language = {};  // empty for the document's
};

// Here, where a Block is complete.
inline TableCell::TableCell(Inline words, int columnSpan, int rowSpan)
    : text(std::move(words)), columns(columnSpan), rows(rowSpan) {}
inline TableCell::~TableCell() = default;
inline TableCell::TableCell(const TableCell&) = default;
inline TableCell::TableCell(TableCell&&) noexcept = default;
inline TableCell& TableCell::operator=(const TableCell&) = default;
inline TableCell& TableCell::operator=(TableCell&&) noexcept = default;

/// Blocks at a fixed place on one page: letterhead, window address, contact block. Measured from the page's top left.
struct Frame {
    Points left = 0;
    Points top = 0;
    Points width = 0;
    Points height = 0;
    Blocks content = {};
    bool artifact = false;  // true for what repeats and is not read aloud
    Points size = 0;        // of its body text: 0 for the document's, but never that of large print
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
    std::string font = {};  // the family of faces, one of installedFamilies(); empty for the standard one
    Points titleSize = 17;  // of level 1; level 2 is 14, deeper levels as the body (all grow with bodySize over 12)
    Points paragraphSpace = 8;
    Points numberIndent = mm(10);
    std::string accent = "#1d3557";  // "#rrggbb"
    std::vector<Frame> firstFrames = {};
    std::vector<RunningText> headers = {};
    std::vector<RunningText> footers = {};
    bool footerOnFirst = true;
    NumberingScheme numbering = NumberingScheme::Paragraphs;
    bool justified = false;     // paragraphs of the body that are aligned left are justified
    Points largePrint = 0;      // 16 on 22 or 18 on 24: the design reflowed; frames keep the sizes of the design
    std::string mark = {};      // "DRAFT": diagonal, 10 % grey, behind the text
    std::string copyMark = {};  // "FILE COPY": upright in the left edge of every page, read aloud once
    std::vector<Points> foldMarks = {};  // heights from the top at which the first page is folded
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
