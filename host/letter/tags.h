#pragma once
#include "letter/faults.h"
#include "letter/source_text.h"

#include <cstddef>
#include <string>
#include <vector>

namespace engross {

enum class TagForm { Field, Section, Inverted, Close, Clause };

/// One `{{…}}` of a template.
struct Tag {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    TagForm form = TagForm::Field;
    std::string name;
    std::size_t offset = 0;
    std::size_t length = 0;
    bool standalone = false;     // nothing else is on its line but spaces and quote marks
    bool faulty = false;         // named already; it only takes part in matching
    std::size_t partner = none;  // of a section: the index of its other end
};

/// The tags of a text in order, sections matched with their ends. A section without its other end has no partner.
[[nodiscard]] std::vector<Tag> readTags(const SourceText& source, Faults& faults);

}  // namespace engross
