#include "letter/inline_sections.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

constexpr std::size_t maxDepth = 24;
constexpr Points widthTyped = mm(2.5);  // of a line to write on, for each underscore
constexpr Points narrowestBlank = mm(10);
constexpr Points widestBlank = mm(150);

bool isBreak(const Piece& piece) {
    return std::holds_alternative<SoftBreak>(piece.content) || std::holds_alternative<HardBreak>(piece.content);
}

bool isBlank(const Piece& piece) {
    const auto* text = std::get_if<TextPiece>(&piece.content);
    return text != nullptr && text->text.find_first_not_of(' ') == std::string::npos;
}

class Nester {
public:
    Nester(const std::vector<Tag>& tags, const SourceText& source, Faults& faults)
        : tags_(tags), source_(source), faults_(faults), levels_(1) {}

    void add(Piece piece) {
        const auto* letter = std::get_if<TagPiece>(&piece.content);
        if (letter == nullptr) {
            levels_.back().push_back(std::move(piece));
            return;
        }
        const Tag& tag = tags_.at(letter->tag);
        if (tag.form == TagForm::Field) {
            levels_.back().push_back(Piece{FieldPiece{tag.name, place(tag), false}, std::move(piece.look)});
        } else if (isMark(tag.form)) {
            levels_.back().push_back(Piece{markOf(tag), std::move(piece.look)});
        } else if (tag.form == TagForm::Close) {
            close(tag);
        } else {
            open(letter->tag);
        }
    }

    Pieces finish() {
        while (!open_.empty()) {
            faults_.add("section-paragraph", place(tags_.at(open_.back())), {{"name", tags_.at(open_.back()).name}});
            open_.pop_back();
            levels_.pop_back();
        }
        return std::move(levels_.front());
    }

private:
    static bool isMark(TagForm form) {
        return form == TagForm::Tick || form == TagForm::Blank || form == TagForm::Reference || form == TagForm::Anchor;
    }

    [[nodiscard]] decltype(Piece::content) markOf(const Tag& tag) const {
        switch (tag.form) {
            case TagForm::Tick:
                return TickPiece{tag.ticked == Tag::Ticked::Always, tag.name, tag.ticked == Tag::Ticked::Without,
                                 place(tag)};
            case TagForm::Blank:
                return BlankPiece{
                    std::clamp(widthTyped * static_cast<double>(tag.length), narrowestBlank, widestBlank)};
            case TagForm::Reference:
                return ReferencePiece{tag.name};
            default:
                return AnchorPiece{tag.name, place(tag)};
        }
    }

    void open(std::size_t index) {
        if (open_.size() >= maxDepth) {
            if (!std::exchange(tooDeep_, true)) {
                faults_.add("too-deep", place(tags_.at(index)));
            }
            return;
        }
        open_.push_back(index);
        levels_.emplace_back();
    }

    void close(const Tag& tag) {
        if (open_.empty() || tags_.at(tag.partner).offset != tags_.at(open_.back()).offset) {
            return;  // the other end is in another paragraph, or was too deep, and is named there
        }
        const Tag& begin = tags_.at(open_.back());
        SectionPiece section{begin.name, begin.form == TagForm::Inverted, place(begin), std::move(levels_.back())};
        open_.pop_back();
        levels_.pop_back();
        levels_.back().push_back(Piece{std::move(section), {}});
    }

    [[nodiscard]] Place place(const Tag& tag) const {
        return source_.place(tag.offset, tag.length);
    }

    const std::vector<Tag>& tags_;
    const SourceText& source_;
    Faults& faults_;
    std::vector<Pieces> levels_;
    std::vector<std::size_t> open_;
    bool tooDeep_ = false;
};

}  // namespace

bool isFillIn(const Pieces& pieces) {
    const auto isLine = [](const Piece& piece) { return std::holds_alternative<BlankPiece>(piece.content); };
    auto next = std::ranges::find_if(pieces, isLine);
    for (bool broken = true; next != pieces.end(); ++next) {
        if (isLine(*next) ? !broken : !isBreak(*next) && !isBlank(*next)) {
            return false;
        }
        broken = !isLine(*next) && (broken || isBreak(*next));
    }
    return std::ranges::any_of(pieces, isLine);
}

Pieces inlineSections(Pieces pieces, const std::vector<Tag>& tags, const SourceText& source, Faults& faults) {
    Nester nester(tags, source, faults);
    for (Piece& piece : pieces) {
        nester.add(std::move(piece));
    }
    return nester.finish();
}

void markAlone(Pieces& pieces, bool paragraph) {
    bool lineIsEmpty = true;
    FieldPiece* candidate = nullptr;
    for (Piece& piece : pieces) {
        if (auto* field = std::get_if<FieldPiece>(&piece.content)) {
            field->alone = false;
        }
        if (isBreak(piece)) {
            if (candidate != nullptr) {
                candidate->alone = paragraph;
            }
            candidate = nullptr;
            lineIsEmpty = true;
        } else if (!isBlank(piece)) {
            candidate = lineIsEmpty ? std::get_if<FieldPiece>(&piece.content) : nullptr;
            lineIsEmpty = false;
        }
    }
    if (candidate != nullptr) {
        candidate->alone = paragraph;
    }
}

}  // namespace engross
