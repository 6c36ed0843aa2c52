#pragma once
#include "letter/faults.h"
#include "letter/source_text.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// What is lifted out before Markdown is read: the forms in double braces, and the marks of `letter/marks.h`.
enum class TagForm { Field, Section, Inverted, Close, Clause, Tick, Blank, Note, Reference, Anchor };

/// One `{{…}}` of a template, or a mark.
struct Tag {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    TagForm form = TagForm::Field;
    std::string name;
    std::size_t offset = 0;
    std::size_t length = 0;
    bool standalone = false;     // nothing else is on its line but spaces and quote marks
    bool faulty = false;         // named already; it only takes part in matching
    std::size_t partner = none;  // of a section: the index of its other end
    // Of a tick: what decides it. Its name is that of the field, empty where none does.
    enum class Ticked { Never, Always, With, Without };
    Ticked ticked = Ticked::Never;
};

[[nodiscard]] bool isFieldName(std::string_view name);

/// The tags of a text in order, sections matched with their ends. A section without its other end has no partner.
[[nodiscard]] std::vector<Tag> readTags(const SourceText& source, Faults& faults);

}  // namespace engross
