#pragma once
#include "pdf/answer_type.h"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

class QPDFObjectHandle;

namespace engross {

/// What one widget of a form shows and how, read from its field (ISO 32000-1 12.7). Lengths in points.
struct FormField {
    enum class Kind { Text, List, Tick, Other };  // a choice of one is Text; buttons that push and signatures are Other
    Kind kind = Kind::Other;

    std::string answer;  // UTF-8, as a reader shows it: of a choice, what stands in its list; empty where there is none
    bool ticked = false;
    /// The answer is all there: false for one of a sort that cannot be read, and for one whose styles are lost.
    bool whole = true;
    bool rich = false;                 // the answer is taken from rich text
    std::vector<std::string> options;  // of a list
    std::set<std::size_t> chosen;      // of them
    std::size_t firstOption = 0;       // at its top

    bool secret = false;  // a password
    bool manyLines = false;
    std::size_t cells = 0;  // of a comb; 0 where it is none
    int quadding = 0;       // 0 left, 1 centred, 2 right

    AnswerFace face;
    bool symbols = false;  // asks for a font of signs or bars in place of letters
    double size = 0;       // 0: as fits
    std::string colour = "0 g";
    std::string background;  // operators that choose a colour; empty for none
    std::string border;      // the same, for lines
    double borderWidth = 1;
    enum class Border { Solid, Dashed, Underline } borderStyle = Border::Solid;
    std::string dashes = "[3] 0";
    int rotation = 0;    // degrees against the clock
    bool round = false;  // a button of which only one can be chosen
    char tick = '4';     // the sign in ZapfDingbats

    [[nodiscard]] bool hasAnswer() const {
        return !answer.empty() || ticked || !chosen.empty() || !whole;
    }
    [[nodiscard]] bool hasFrame() const {
        return !background.empty() || !border.empty();
    }
};

[[nodiscard]] FormField formFieldOf(const QPDFObjectHandle& widget);

/// Whether a tick box shows one state (/AS) while its field says another (/V).
[[nodiscard]] bool contradictsItself(QPDFObjectHandle widget);

}  // namespace engross
