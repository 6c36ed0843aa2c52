#include "pdf/answer_lines.h"

#include <algorithm>

namespace engross {

namespace {

constexpr std::size_t longestWord = 40;  // bytes; what is longer may be cut after any letter

std::string withoutEnd(std::string text) {
    text.erase(text.find_last_not_of(" \n") + 1);
    return text;
}

}  // namespace

AnswerLines::AnswerLines(const std::string& answer, AnswerType& type, const AnswerFace& face) {
    std::size_t begin = 0;
    while (begin <= answer.size()) {
        const std::size_t end = std::min(answer.find('\n', begin), answer.size());
        const std::string paragraph = answer.substr(begin, end - begin);
        std::size_t from = 0;
        for (const BreakOpportunity& place : type.typesetter(face).breaks(paragraph, "en-GB")) {
            if (place.offset > from) {
                addWord(paragraph.substr(from, place.offset - from), false, type, face);
                from = place.offset;
            }
        }
        addWord(paragraph.substr(from), true, type, face);
        begin = end + 1;
    }
}

void AnswerLines::addWord(std::string text, bool endsLine, AnswerType& type, const AnswerFace& face) {
    if (text.size() > longestWord) {
        std::size_t from = 0;
        for (const std::size_t end : characterEnds(text)) {
            const std::string letter = text.substr(from, end - from);
            pieces_.push_back({letter, type.width(letter, face), false});
            from = end;
        }
        text.clear();
    }
    if (!text.empty() || endsLine) {
        const double width = text.empty() ? 0 : type.width(withoutEnd(text), face);
        const double spaces = static_cast<double>(text.size() - withoutEnd(text).size()) * 0.278;
        pieces_.push_back({std::move(text), width + spaces, endsLine});
    }
}

std::vector<std::string> AnswerLines::within(double ems) const {
    std::vector<std::string> lines;
    std::string line;
    double width = 0;
    for (const Piece& piece : pieces_) {
        if (!line.empty() && !piece.text.empty() && width + piece.width > ems) {
            lines.push_back(withoutEnd(std::move(line)));
            line.clear();
            width = 0;
        }
        line += piece.text;
        width += piece.width;
        if (piece.endsLine) {
            lines.push_back(withoutEnd(std::move(line)));
            line.clear();
            width = 0;
        }
    }
    while (!lines.empty() && lines.back().empty()) {
        lines.pop_back();
    }
    return lines;
}

}  // namespace engross
