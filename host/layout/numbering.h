#pragma once
#include "layout/block.h"
#include "layout/faults.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// "a" to "z", then "aa", "bb": the letters of legal sub-paragraphs. Counted from 1.
[[nodiscard]] std::string letterNumber(std::size_t number);
/// "i", "ii", "iii", "iv". Counted from 1.
[[nodiscard]] std::string romanNumber(std::size_t number);

/// The numbers of a document's numbered paragraphs, counted once before anything is set, so that a reference may lead
/// forwards. Boxes and list items count in the order in which they are read.
class ParagraphNumbering {
public:
    ParagraphNumbering(const Composition& composition, FaultList& faults);

    /// The label of the next numbered paragraph: "1.", "(a)", "(i)", "(A)". Call in the order of reading.
    [[nodiscard]] const std::string& nextLabel();
    /// The number that a reference to the paragraph shows ("14(b)"), or null where there is none.
    [[nodiscard]] const std::string* find(const std::string& id) const;
    /// The longest label of a level, for the indent of all of them; empty where the level is not used.
    [[nodiscard]] const std::string& longestLabel(int level) const;

    static constexpr int levels = 4;

private:
    void count(const Blocks& blocks);
    void count(const NumberedParagraph& paragraph);

    FaultList& faults_;
    std::size_t counters_[levels] = {0, 0, 0, 0};
    std::vector<std::string> labels_;
    std::size_t next_ = 0;
    std::map<std::string, std::string> numbers_;
    std::string longest_[levels];
};

/// A level of numbering within the four that there are.
[[nodiscard]] int numberingLevel(int level) noexcept;

}  // namespace engross
