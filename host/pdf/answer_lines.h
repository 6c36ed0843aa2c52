#pragma once
#include "pdf/answer_type.h"

#include <string>
#include <vector>

namespace engross {

/// Cuts an answer into lines, at any size: measured once. It keeps its own line ends.
class AnswerLines {
public:
    AnswerLines(const std::string& answer, AnswerType& type, const AnswerFace& face);

    /// The lines where each may be that many ems wide.
    [[nodiscard]] std::vector<std::string> within(double ems) const;

private:
    struct Piece {
        std::string text;
        double width = 0;  // in ems
        bool endsLine = false;
    };
    void addWord(std::string text, bool endsLine, AnswerType& type, const AnswerFace& face);

    std::vector<Piece> pieces_;
};

}  // namespace engross
