#include "letter/inline_sections.h"

#include <utility>

namespace engross {
namespace {

constexpr std::size_t maxDepth = 24;

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
