#pragma once
#include "pdf/drawn_page.h"
#include "pdf/linker.h"
#include "pdf/page_words.h"

#include <optional>
#include <string>
#include <vector>

namespace engross {

/// Finds room for notes on one page where nothing is printed.
class MarginRoom {
public:
    /// The visible page as it is drawn at 72 dots per inch, and its words.
    MarginRoom(const DrawnPage& page, const std::vector<PlacedWord>& words);

    /// A place beside a line for a note of so many letters: in the right margin, at its edge, else in the left one.
    /// What was given is taken. Nothing where no ink-free room is.
    [[nodiscard]] std::optional<SheetArea> beside(const SheetArea& line, std::size_t letters);
    /// A place for a line of small print at the foot of the page, else at its head.
    [[nodiscard]] std::optional<SheetArea> atFoot(std::size_t letters);

private:
    [[nodiscard]] bool isFree(const SheetArea& area) const;

    const DrawnPage& page_;
    const std::vector<PlacedWord>& words_;
    std::vector<SheetArea> taken_;
};

}  // namespace engross
