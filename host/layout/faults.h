#pragma once
#include "model/diagnostic.h"
#include "words/messages.h"

#include <cstddef>
#include <string>
#include <vector>

namespace engross {

/// What can be wrong with a composition.
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

/// Where in a document a text is set, as faults tell it.
struct FaultPlace {
    enum class Kind {
        Paragraph,
        Heading,
        Number,
        MarginNote,
        List,
        Box,
        Table,
        Caption,
        Contents,
        Footnote,
        Signature,
        Frame,
        HeadOrFoot,
        TwoLanguages,
    };
    Kind kind = Kind::Paragraph;
    // Of a table, both from 1: which one of the document, and the column; no column is its caption or a row across.
    std::size_t table = 0;
    std::size_t column = 0;
    bool operator==(const FaultPlace&) const = default;
};

/// The faults of one composition, each once.
class FaultList {
public:
    /// `subject` is a code point, an id of a paragraph, a colour or a number: never a person's words.
    void add(LayoutFault fault, const std::string& subject, const FaultPlace& place = {});
    /// In words, for a reader of that language.
    [[nodiscard]] std::vector<Diagnostic> all(Language reader) const;

private:
    struct Found {
        LayoutFault fault = LayoutFault::MissingCharacter;
        std::string subject;
        FaultPlace place;
        bool operator==(const Found&) const = default;
    };
    std::vector<Found> faults_;
};

}  // namespace engross
