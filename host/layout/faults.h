#pragma once
#include "model/diagnostic.h"

#include <string>
#include <vector>

namespace engross {

/// What can be wrong with a composition. This room may not word messages in two languages: the English texts stand in
/// faults.cpp and nowhere else.
enum class LayoutFault {
    MissingCharacter,
    UnknownReference,
    RepeatedId,
    NumberLevel,
    HeadingLevel,
    WordTooWide,
    FrameTooSmall,
    RunningTextTooWide,
    RowTooLong,
    FigureWithoutText,
    FigureWithoutPicture,
    AccentContrast,
    NoteWithoutFoot,
    CellContent,
    RowsSpanned,
    PairContent,
};

/// The faults of one composition, each once.
class FaultList {
public:
    /// `subject` is a code point, an id of a paragraph, a number or a kind of block: never a person's words.
    void add(LayoutFault fault, const std::string& subject);
    [[nodiscard]] const std::vector<Diagnostic>& all() const noexcept;

private:
    std::vector<Diagnostic> faults_;
};

}  // namespace engross
