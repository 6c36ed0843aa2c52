#include "letter/assembly.h"

#include "letter/chunk.h"
#include "letter/inline_sections.h"
#include "letter/list_starts.h"
#include "letter/markdown.h"
#include "letter/marks.h"
#include "letter/source_text.h"
#include "letter/tags.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace engross {
namespace {

constexpr std::size_t maxDepth = 24;
constexpr std::size_t maxBytes = 256U << 10U;        // of one text
constexpr std::size_t maxExpandedBytes = 2U << 20U;  // of a text with all its clauses
constexpr std::size_t maxLineBytes = 8U << 10U;      // a place carries its whole line
constexpr std::size_t maxTags = 5'000;               // of a text with all its clauses

class Assembler {
public:
    Assembler(const ClauseSource& clauses, Faults& faults) : clauses_(clauses), faults_(faults) {}

    Nodes text(const SourceText& source) {
        if (source.text().size() > maxBytes || (bytes_ += source.text().size()) > maxExpandedBytes) {
            faults_.add("too-large", source.place(0, 1));
            return {};
        }
        if (const auto line = source.lineLongerThan(maxLineBytes)) {
            faults_.add("long-line", *line);
            return {};
        }
        for (const SourceText::Unfit& unfit : source.unfit()) {
            faults_.add(unfit.privateUse ? "private-character" : "not-utf8", source.place(unfit.offset, unfit.length));
        }
        const std::vector<Tag> tags = readTags(source, faults_);
        if ((tagCount_ += tags.size()) > maxTags) {
            faults_.add("too-many-tags", source.place(0, 1));
            return {};
        }
        const std::vector<NoteWords> notes = readNotes(source, tags, faults_);
        return stretch({source, tags, notes, 0, source.text().size(), {}});
    }

    std::vector<TemplateUse> uses;

private:
    struct Stretch {
        const SourceText& source;
        const std::vector<Tag>& tags;
        const std::vector<NoteWords>& notes;
        std::size_t begin;
        std::size_t end;
        std::string_view prefix;
    };

    Nodes stretch(const Stretch& part) {
        const Chunk chunk(part.source, part.tags, part.notes, part.begin, part.end, part.prefix);
        Nodes nodes = readMarkdown(chunk, part.source, part.tags, faults_);
        fill(nodes, part, chunk);
        return nodes;
    }

    void fill(Nodes& nodes, const Stretch& part, const Chunk& chunk) {
        for (Node& node : nodes) {
            if (auto* paragraph = std::get_if<ParagraphNode>(&node.content)) {
                pieces(paragraph->pieces, part, true);
                checkAnchors(paragraph->pieces, !isFillIn(paragraph->pieces));
            } else if (auto* heading = std::get_if<HeadingNode>(&node.content)) {
                pieces(heading->pieces, part, false);
                checkAnchors(heading->pieces, false);
            } else if (auto* list = std::get_if<ListNode>(&node.content)) {
                for (Nodes& item : list->items) {
                    fill(item, part, chunk);
                }
                checkTicks(*list, node.where);
            } else if (auto* table = std::get_if<TableNode>(&node.content)) {
                fillTable(*table, part);
            } else if (auto* box = std::get_if<BoxNode>(&node.content)) {
                fill(box->inside, part, chunk);
            } else if (const auto* hole = std::get_if<HoleNode>(&node.content)) {
                fillHole(node, part, chunk.holes().at(hole->hole));
            }
        }
        takeCaptions(nodes);
    }

    /// "Table: " begins the caption of the table that stands below, or of the field that prints as one.
    void takeCaptions(Nodes& nodes) {
        constexpr std::string_view mark = "Table: ";
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            auto* words = std::get_if<ParagraphNode>(&nodes[i].content);
            auto* text = words == nullptr || words->pieces.empty()
                             ? nullptr
                             : std::get_if<TextPiece>(&words->pieces.front().content);
            if (text == nullptr || !text->text.starts_with(mark)) {
                continue;
            }
            text->text.erase(0, mark.size());
            Node* below = i + 1 < nodes.size() ? &nodes[i + 1] : nullptr;
            if (auto* table = below == nullptr ? nullptr : std::get_if<TableNode>(&below->content)) {
                table->caption = std::move(words->pieces);
            } else if (below != nullptr && isFieldAlone(*below)) {
                std::get<ParagraphNode>(below->content).caption = std::move(words->pieces);
            } else {
                faults_.add("table-caption", nodes[i].where);
                continue;
            }
            nodes.erase(nodes.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }

    static bool isFieldAlone(const Node& node) {
        const auto* paragraph = std::get_if<ParagraphNode>(&node.content);
        return paragraph != nullptr && paragraph->pieces.size() == 1 &&
               std::holds_alternative<FieldPiece>(paragraph->pieces.front().content);
    }

    void fillTable(TableNode& table, const Stretch& part) {
        for (auto& column : table.columns) {
            pieces(column.first, part, false);
            checkAnchors(column.first, false);
        }
        for (auto& row : table.rows) {
            for (Pieces& cell : row) {
                pieces(cell, part, false);
                checkAnchors(cell, false);
            }
        }
    }

    void fillHole(Node& node, const Stretch& part, const Chunk::Hole& hole) {
        const Tag& tag = part.tags.at(hole.tag);
        node.where = place(part, tag);
        if (tag.form == TagForm::Clause) {
            use(TemplateUse::Form::Clause, tag, part);
            node.content = ClauseNode{clause(tag, node.where)};
            return;
        }
        const bool inverted = tag.form == TagForm::Inverted;
        use(inverted ? TemplateUse::Form::Inverted : TemplateUse::Form::Section, tag, part);
        SectionNode section{tag.name, inverted, {}};
        const Tag& end = part.tags.at(tag.partner);
        enter(section.name, inverted);
        if (inside_.size() > maxDepth) {
            faults_.add("too-deep", node.where);
        } else {
            section.inside = stretch({part.source, part.tags, part.notes, part.source.lineEnd(tag.offset),
                                      part.source.lineBegin(end.offset), hole.prefix});
        }
        inside_.pop_back();
        node.content = std::move(section);
    }

    Nodes clause(const Tag& tag, const Place& where) {
        if (std::find(open_.begin(), open_.end(), tag.name) != open_.end()) {
            faults_.add("clause-loop", where, {{"name", tag.name}});
            return {};
        }
        const std::optional<ClauseText> found = clauses_ ? clauses_(tag.name) : std::nullopt;
        if (!found.has_value()) {
            faults_.add("clause-missing", where, {{"name", tag.name}});
            return {};
        }
        open_.push_back(tag.name);
        const std::string file = found->file.empty() ? "clause " + tag.name : found->file;
        Nodes nodes;
        if (open_.size() > maxDepth) {
            faults_.add("too-deep", where);
        } else {
            nodes = text(SourceText(found->text, file, found->firstLine));
        }
        open_.pop_back();
        return nodes;
    }

    /// Puts tags, inline sections and inline clauses in their place.
    void pieces(Pieces& pieces, const Stretch& part, bool paragraph) {
        const std::size_t around = inside_.size();
        Pieces resolved;
        for (Piece& piece : pieces) {
            const auto* letter = std::get_if<TagPiece>(&piece.content);
            const Tag* tag = letter == nullptr ? nullptr : &part.tags.at(letter->tag);
            if (tag != nullptr && tag->form == TagForm::Clause) {
                spliceClause(*tag, piece.look, part, resolved);
                continue;
            }
            if (tag != nullptr && tag->form == TagForm::Note) {
                resolved.push_back(Piece{noteOf(*tag, part), piece.look});
                continue;
            }
            if (tag != nullptr) {
                passInlineTag(*tag, around);
            }
            resolved.push_back(std::move(piece));
        }
        inside_.resize(around);
        pieces = inlineSections(std::move(resolved), part.tags, part.source, faults_);
        markAlone(pieces, paragraph);
        note(pieces);
    }

    /// Keeps count of the sections that an inline clause stands in. Ends that do not fit are faults elsewhere.
    void passInlineTag(const Tag& tag, std::size_t around) {
        if (tag.form == TagForm::Close) {
            if (inside_.size() > around) {
                inside_.pop_back();
            }
        } else if (tag.form == TagForm::Section || tag.form == TagForm::Inverted) {
            enter(tag.name, tag.form == TagForm::Inverted);
        }
    }

    void spliceClause(const Tag& tag, const Look& look, const Stretch& part, Pieces& out) {
        use(TemplateUse::Form::Clause, tag, part);
        Nodes nodes = clause(tag, place(part, tag));
        auto* paragraph = nodes.size() == 1 ? std::get_if<ParagraphNode>(&nodes.front().content) : nullptr;
        if (paragraph == nullptr) {
            if (!faults_.any()) {
                faults_.add("clause-inline", place(part, tag), {{"name", tag.name}});
            }
            return;
        }
        addLook(paragraph->pieces, look);
        std::ranges::move(paragraph->pieces, std::back_inserter(out));
    }

    /// The words of a note, read where the note is referred to: fields and sections are those around the mark.
    NotePiece noteOf(const Tag& tag, const Stretch& part) {
        const auto words = std::ranges::find(part.notes, tag.name, &NoteWords::name);
        if (words == part.notes.end() || inNote_) {
            faults_.add(inNote_ ? "note-in-note" : "note-missing", place(part, tag), {{"name", tag.name}});
            return {};
        }
        inNote_ = true;
        Nodes nodes = stretch({part.source, part.tags, part.notes, words->begin, words->end, {}});
        inNote_ = false;
        auto* paragraph = nodes.size() == 1 ? std::get_if<ParagraphNode>(&nodes.front().content) : nullptr;
        if (paragraph == nullptr) {
            faults_.add("note-paragraph", part.source.place(words->nameOffset, words->begin - words->nameOffset),
                        {{"name", tag.name}});
            return {};
        }
        checkAnchors(paragraph->pieces, false);
        markAlone(paragraph->pieces, false);
        return {std::move(paragraph->pieces)};
    }

    /// A name stands in a paragraph, and one is enough.
    void checkAnchors(const Pieces& pieces, bool fits) {
        for (const Piece& piece : pieces) {
            if (const auto* anchor = std::get_if<AnchorPiece>(&piece.content)) {
                if (!std::exchange(fits, false)) {
                    const std::string mark = "{#" + anchor->id + "}";
                    faults_.add("anchor-place", anchor->where, {{"name", anchor->id}, {"mark", mark}});
                }
            } else if (const auto* section = std::get_if<SectionPiece>(&piece.content)) {
                checkAnchors(section->inside, false);
            }
        }
    }

    /// A list of boxes to tick has nothing else in it.
    void checkTicks(ListNode& list, const Place& where) {
        std::size_t ticks = 0;
        bool plain = true;
        for (const Nodes& item : list.items) {
            const auto* words = item.empty() ? nullptr : std::get_if<ParagraphNode>(&item.front().content);
            if (words == nullptr || words->pieces.empty() ||
                !std::holds_alternative<TickPiece>(words->pieces.front().content)) {
                continue;
            }
            ++ticks;
            plain = plain && item.size() == 1;
            checkAnchors(words->pieces, false);
        }
        if (ticks > 0 && !list.ordered && (ticks != list.items.size() || !plain)) {
            faults_.add("tick-list", where);
        }
        list.ticks = ticks > 0 && !list.ordered;
    }

    /// What is strong, emphasised or a link around a clause is so within it.
    static void addLook(Pieces& pieces, const Look& around) {
        for (Piece& piece : pieces) {
            piece.look.strong |= around.strong;
            piece.look.emphasis |= around.emphasis;
            if (piece.look.link.empty()) {
                piece.look.link = around.link;
                piece.look.linkFields = around.linkFields;
            }
            if (auto* section = std::get_if<SectionPiece>(&piece.content)) {
                addLook(section->inside, around);
            }
        }
    }

    void note(const Pieces& pieces) {
        for (const Piece& piece : pieces) {
            for (const auto& [name, where] : piece.look.linkFields) {
                noteUse(TemplateUse::Form::Field, name, where);
            }
            if (const auto* field = std::get_if<FieldPiece>(&piece.content)) {
                noteUse(TemplateUse::Form::Field, field->name, field->where);
            }
            if (const auto* tick = std::get_if<TickPiece>(&piece.content); tick != nullptr && !tick->field.empty()) {
                noteUse(TemplateUse::Form::Section, tick->field, tick->where);
            }
            if (const auto* words = std::get_if<NotePiece>(&piece.content)) {
                note(words->words);
            }
            if (const auto* section = std::get_if<SectionPiece>(&piece.content)) {
                noteUse(section->inverted ? TemplateUse::Form::Inverted : TemplateUse::Form::Section, section->name,
                        section->where);
                enter(section->name, section->inverted);
                note(section->inside);
                inside_.pop_back();
            }
        }
    }

    void enter(const std::string& name, bool inverted) {
        inside_.push_back(inverted ? "^" + name : name);
    }

    void use(TemplateUse::Form form, const Tag& tag, const Stretch& part) {
        noteUse(form, tag.name, place(part, tag));
    }

    /// A piece of an inline clause passes here twice: with its clause, and with the paragraph it joined.
    void noteUse(TemplateUse::Form form, const std::string& name, const Place& where) {
        if (noted_.insert({form, where.file, where.line, where.column, inside_}).second) {
            uses.push_back({form, name, where, inside_});
        }
    }

    static Place place(const Stretch& part, const Tag& tag) {
        return part.source.place(tag.offset, tag.length);
    }

    const ClauseSource& clauses_;
    Faults& faults_;
    bool inNote_ = false;
    std::size_t bytes_ = 0;
    std::size_t tagCount_ = 0;
    std::set<std::tuple<TemplateUse::Form, std::string, std::size_t, std::size_t, std::vector<std::string>>> noted_;
    std::vector<std::string> inside_;
    std::vector<std::string> open_;  // clauses being read
};

}  // namespace

AssembledText assemble(std::string_view text, const std::string& file, std::size_t firstLine,
                       const ClauseSource& clauses, Faults& faults) {
    Assembler assembler(clauses, faults);
    AssembledText result;
    result.nodes = assembler.text(SourceText(text, file, firstLine));
    checkListStarts(result.nodes, faults);
    result.uses = std::move(assembler.uses);
    return result;
}

}  // namespace engross
