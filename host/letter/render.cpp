#include "letter/render.h"

#include "letter/chunk.h"
#include "letter/faults.h"
#include "letter/paragraph_text.h"
#include "words/text.h"

#include <algorithm>

namespace engross {
namespace {

/// Blocks in order; `seam` is set where the next block comes from another part of the template.
struct BlockOutput {
    Blocks blocks;
    bool seam = false;

    void add(Block block) {
        auto* last = blocks.empty() ? nullptr : std::get_if<ListBlock>(&blocks.back().content);
        auto* list = std::get_if<ListBlock>(&block.content);
        auto* lastTicks = blocks.empty() ? nullptr : std::get_if<TickList>(&blocks.back().content);
        auto* ticks = std::get_if<TickList>(&block.content);
        if (seam && last != nullptr && list != nullptr && last->ordered == list->ordered) {
            std::move(list->items.begin(), list->items.end(), std::back_inserter(last->items));
        } else if (seam && lastTicks != nullptr && ticks != nullptr) {
            std::move(ticks->items.begin(), ticks->items.end(), std::back_inserter(lastTicks->items));
        } else {
            blocks.push_back(std::move(block));
        }
        seam = false;
    }
};

bool unreserved(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9') || std::string_view("-._~").find(character) != std::string_view::npos;
}

std::string percentEncoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char character : text) {
        if (unreserved(character)) {
            out += character;
        } else {
            const auto byte = static_cast<unsigned char>(character);
            out += {'%', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    return out;
}

class Renderer {
public:
    explicit Renderer(RenderLanguages languages) : words_(Messages::in(languages.text)), faults_(languages.faults) {}

    void nodes(const Nodes& nodes, const TemplateData& data, BlockOutput& out) {
        for (const Node& node : nodes) {
            std::visit([&](const auto& content) { draw(content, node.where, data, out); }, node.content);
        }
    }

    std::vector<Diagnostic> takeFaults() {
        return faults_.take();
    }

private:
    void draw(const ParagraphNode& paragraph, const Place&, const TemplateData& data, BlockOutput& out) {
        ParagraphText line;
        if (isFillIn(paragraph.pieces)) {
            const auto first = firstBlank(paragraph.pieces);
            const auto lines = std::count_if(first, paragraph.pieces.end(), isLine);
            pieces({paragraph.pieces.begin(), first}, data, line, nullptr);
            out.add(Block{FillIn{line.take(), static_cast<int>(lines)}, false, {}});
            return;
        }
        const std::size_t before = out.blocks.size();
        pieces(paragraph.pieces, data, line, &out);
        finishParagraph(line, out);
        addCaption(paragraph, before, data, out);
    }

    /// Of the table that a field printed as block `place`; above anything else the words are a paragraph.
    void addCaption(const ParagraphNode& paragraph, std::size_t place, const TemplateData& data, BlockOutput& out) {
        if (paragraph.caption.empty() || place >= out.blocks.size()) {
            return;
        }
        Inline words = inlineText(paragraph.caption, data);
        if (auto* table = std::get_if<TableBlock>(&out.blocks[place].content)) {
            table->caption = std::move(words);
            return;
        }
        Block above{Paragraph{.text = std::move(words), .keepWithNext = true}, false, {}};
        out.blocks.insert(out.blocks.begin() + static_cast<std::ptrdiff_t>(place), std::move(above));
    }

    void draw(const HeadingNode& heading, const Place&, const TemplateData& data, BlockOutput& out) {
        Inline text = inlineText(heading.pieces, data);
        if (!text.empty()) {
            out.add(Block{Heading{heading.level, std::move(text), Align::Left}, false, {}});
        }
    }

    void draw(const ListNode& list, const Place&, const TemplateData& data, BlockOutput& out) {
        if (list.ticks) {
            drawTicks(list, data, out);
            return;
        }
        ListBlock block;
        block.ordered = list.ordered;
        for (const Nodes& item : list.items) {
            BlockOutput inside;
            nodes(item, data, inside);
            if (!inside.blocks.empty()) {
                block.items.push_back(std::move(inside.blocks));
            }
        }
        if (!block.items.empty()) {
            out.add(Block{std::move(block), false, {}});
        }
    }

    void drawTicks(const ListNode& list, const TemplateData& data, BlockOutput& out) {
        TickList block{.items = {}, .ticked = words_.text("letter.ticked"), .empty = words_.text("letter.not_ticked")};
        for (const Nodes& item : list.items) {
            const Pieces& all = std::get<ParagraphNode>(item.front().content).pieces;
            Pieces words(all.begin() + 1, all.end());
            const int lines = takeLines(words);
            block.items.push_back(
                {inlineText(words, data), isTicked(std::get<TickPiece>(all.front().content), data), lines});
        }
        out.add(Block{std::move(block), false, {}});
    }

    static bool isLine(const Piece& piece) {
        return std::holds_alternative<BlankPiece>(piece.content);
    }

    static Pieces::const_iterator firstBlank(const Pieces& pieces) {
        return std::ranges::find_if(pieces, isLine);
    }

    /// Takes the lines to write on below the words away and answers how many there are.
    static int takeLines(Pieces& words) {
        int lines = 0;
        while (words.size() >= 2 && isLine(words.back()) &&
               std::holds_alternative<SoftBreak>(words[words.size() - 2].content)) {
            words.resize(words.size() - 2);
            ++lines;
        }
        return lines;
    }

    static bool isTicked(const TickPiece& tick, const TemplateData& data) {
        return tick.field.empty() ? tick.ticked : (data.repeats(tick.field) > 0) != tick.without;
    }

    void draw(const TableNode& table, const Place&, const TemplateData& data, BlockOutput& out) {
        TableBlock block;
        block.caption = inlineText(table.caption, data);
        for (const auto& [heading, align] : table.columns) {
            block.columns.push_back(TableColumn{inlineText(heading, data), align, 0});
        }
        for (const auto& row : table.rows) {
            if (!block.rows.empty() && isTotal(row)) {
                block.totalRows.push_back(block.rows.size());
            }
            TableCells cells;
            cells.reserve(row.size());
            for (const Pieces& cell : row) {
                cells.emplace_back(inlineText(cell, data));
            }
            block.rows.push_back(std::move(cells));
        }
        out.add(Block{std::move(block), false, {}});
    }

    /// A row in which all that stands is bold adds up what is above it.
    static bool isTotal(const std::vector<Pieces>& row) {
        bool says = false;
        for (const Pieces& cell : row) {
            for (const Piece& piece : cell) {
                if (!piece.look.strong) {
                    return false;
                }
                says = true;
            }
        }
        return says;
    }

    void draw(const BoxNode& box, const Place&, const TemplateData& data, BlockOutput& out) {
        BlockOutput inside;
        nodes(box.inside, data, inside);
        if (!inside.blocks.empty()) {
            out.add(Block{BoxBlock{BoxBlock::Look::Ruled, std::move(inside.blocks)}, false, {}});
        }
    }

    void draw(const RuleNode&, const Place&, const TemplateData&, BlockOutput& out) {
        out.add(Block{Rule{}, false, {}});
    }

    void draw(const HoleNode&, const Place&, const TemplateData&, BlockOutput&) {}

    void draw(const SectionNode& section, const Place&, const TemplateData& data, BlockOutput& out) {
        out.seam = true;
        repeat(section.name, section.inverted, data, [&](const TemplateData& inside) {
            nodes(section.inside, inside, out);
            out.seam = true;
        });
    }

    void draw(const ClauseNode& clause, const Place&, const TemplateData& data, BlockOutput& out) {
        out.seam = true;
        nodes(clause.inside, data, out);
        out.seam = true;
    }

    template <typename Draw>
    void repeat(const std::string& name, bool inverted, const TemplateData& data, const Draw& drawOnce) {
        const std::size_t count = data.repeats(name);
        if (inverted) {
            if (count == 0) {
                drawOnce(data);
            }
            return;
        }
        for (std::size_t index = 0; index < count; ++index) {
            const std::unique_ptr<TemplateData> element = data.element(name, index);
            drawOnce(element == nullptr ? data : *element);
        }
    }

    /// `out` is where the blocks of a field that stands alone go; nullptr where a line of text is all that fits.
    void pieces(const Pieces& pieces, const TemplateData& data, ParagraphText& line, BlockOutput* out) {
        for (const Piece& piece : pieces) {
            if (const auto* text = std::get_if<TextPiece>(&piece.content)) {
                line.addTemplateText(text->text, piece.look, link(piece.look, data));
            } else if (std::holds_alternative<SoftBreak>(piece.content)) {
                line.addTemplateText(" ", piece.look, link(piece.look, data));
            } else if (std::holds_alternative<HardBreak>(piece.content)) {
                line.add("\n", piece.look, link(piece.look, data));
            } else if (const auto* field = std::get_if<FieldPiece>(&piece.content)) {
                drawField(*field, piece.look, data, line, out);
            } else if (const auto* section = std::get_if<SectionPiece>(&piece.content)) {
                repeat(section->name, section->inverted, data,
                       [&](const TemplateData& inside) { this->pieces(section->inside, inside, line, nullptr); });
            } else if (const auto* anchor = std::get_if<AnchorPiece>(&piece.content)) {
                line.name(anchor->id);
            } else {
                line.addMark(markOf(piece, data), piece.look, link(piece.look, data));
            }
        }
    }

    Span markOf(const Piece& piece, const TemplateData& data) {
        Span span;
        if (const auto* tick = std::get_if<TickPiece>(&piece.content)) {
            const bool ticked = isTicked(*tick, data);
            span.tick = ticked ? Tick::Ticked : Tick::Empty;
            span.text = words_.text(ticked ? "letter.ticked" : "letter.not_ticked");
        } else if (const auto* blank = std::get_if<BlankPiece>(&piece.content)) {
            span.blank = blank->width;
            span.text = words_.text("letter.to_fill_in");
        } else if (const auto* note = std::get_if<NotePiece>(&piece.content)) {
            span.note = inlineText(note->words, data);
        } else if (const auto* reference = std::get_if<ReferencePiece>(&piece.content)) {
            span.reference = reference->id;
        }
        return span;
    }

    void drawField(const FieldPiece& field, const Look& look, const TemplateData& data, ParagraphText& line,
                   BlockOutput* out) {
        if (std::optional<Blocks> blocks = data.blocks(field.name)) {
            drawBlocks(field, std::move(*blocks), line, out);
            return;
        }
        const std::string text = value(field.name, field.where, data);
        if (!text.empty()) {
            line.add(text, look, link(look, data));
        }
    }

    void drawBlocks(const FieldPiece& field, Blocks blocks, ParagraphText& line, BlockOutput* out) {
        if (!field.alone || out == nullptr) {
            fault("blocks-inline", field.name, field.where);
            return;
        }
        finishParagraph(line, *out);
        out->seam = true;
        for (Block& block : blocks) {
            out->add(std::move(block));
        }
        out->seam = true;
    }

    /// The text of a field, or nothing and a fault where it has none that a reader would see.
    std::string value(const std::string& name, const Place& where, const TemplateData& data) {
        const std::string text = data.text(name).value_or(std::string());
        if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
            fault("missing-value", name, where);
            return {};
        }
        return nfc(text);
    }

    static void finishParagraph(ParagraphText& line, BlockOutput& out) {
        Inline text = line.take();
        std::string name = line.takeName();
        if (!text.empty()) {
            Paragraph paragraph;
            paragraph.text = std::move(text);
            paragraph.id = std::move(name);
            out.add(Block{std::move(paragraph), false, {}});
        }
    }

    Inline inlineText(const Pieces& pieces, const TemplateData& data) {
        ParagraphText line;
        this->pieces(pieces, data, line, nullptr);
        return line.take();
    }

    std::string link(const Look& look, const TemplateData& data) {
        if (look.linkFields.empty()) {
            return look.link;
        }
        std::string out;
        std::size_t next = 0;
        for (std::size_t offset = 0; offset < look.link.size();) {
            const auto rest = std::string_view(look.link).substr(offset);
            if (Chunk::letterAt(rest).kind == Chunk::Letter::Kind::Ordinary) {
                out += look.link[offset++];
                continue;
            }
            const auto& [name, where] = look.linkFields.at(next++);
            out += percentEncoded(value(name, where, data));
            offset += Chunk::letterBytes;
        }
        return out;
    }

    /// A place is named once, however many elements of a list lack its value.
    void fault(std::string_view kind, const std::string& name, const Place& where) {
        if (!faults_.has("letter-" + std::string(kind), where)) {
            faults_.add(kind, where, {{"name", name}});
        }
    }

    const Messages& words_;
    Faults faults_;
};

}  // namespace

Blocks renderNodes(const Nodes& nodes, const TemplateData& data, RenderLanguages languages,
                   std::vector<Diagnostic>& faults) {
    Renderer renderer(languages);
    BlockOutput out;
    renderer.nodes(nodes, data, out);
    std::vector<Diagnostic> found = renderer.takeFaults();
    std::move(found.begin(), found.end(), std::back_inserter(faults));
    return std::move(out.blocks);
}

}  // namespace engross
