#pragma once
#include "letter/faults.h"
#include "letter/source_text.h"
#include "letter/tags.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// The mark that begins at `offset`, if one does. After a backslash nothing is a mark.
///
///     [ ] [x]                    a box to tick, or a ticked one
///     [{{#f}}x{{/f}}]            a box that is ticked where the field f has something; with ^ where it has nothing
///     ____                       a line to write on, as long as it is typed; four underscores or more
///     [^name]                    a footnote, whose words stand elsewhere
///     {#name}                    names a numbered paragraph, or an item of a numbered list
///     {@name}                    the number of the paragraph of that name
[[nodiscard]] std::optional<Tag> readMark(const SourceText& source, std::size_t offset, Faults& faults);

/// The words of a footnote: `[^name]:` at the start of a line, and what follows up to an empty line, another note or a
/// tag on a line of its own.
struct NoteWords {
    std::string name;
    std::size_t lineBegin = 0;
    std::size_t nameOffset = 0;  // of the mark at its start
    std::size_t begin = 0;       // of the words
    std::size_t end = 0;
};

/// The words of the text's footnotes, in order. Those said twice, and those that nothing refers to, are faults.
[[nodiscard]] std::vector<NoteWords> readNotes(const SourceText& source, const std::vector<Tag>& tags, Faults& faults);

}  // namespace engross
