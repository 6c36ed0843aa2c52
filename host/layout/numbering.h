#pragma once
#include "layout/block.h"
#include "layout/canvas.h"
#include "layout/faults.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// "a" to "z", then "aa", "bb": the letters of legal sub-paragraphs. Counted from 1.
[[nodiscard]] std::string letterNumber(std::size_t number);
/// "i", "ii", "iii", "iv". Counted from 1.
[[nodiscard]] std::string romanNumber(std::size_t number);

/// A heading as a table of contents lists it.
struct ListedHeading {
    int level = 1;
    std::string label;  // of a numbered heading
    Inline text;
    bool listed = true;
};

/// The numbers of a document's numbered paragraphs, counted once before anything is set, so that a reference may lead
/// forwards. Boxes, list items and cells count in the order in which they are read; of two languages side by side,
/// each counts for itself from where they begin.
class ParagraphNumbering {
public:
    ParagraphNumbering(const Composition& composition, FaultList& faults);

    /// The label of the next numbered paragraph or heading: "1.", "(a)", "1.1". Call in the order of reading.
    [[nodiscard]] const std::string& nextLabel();
    /// The number that a reference to the paragraph shows ("14(b)"), or null where there is none.
    [[nodiscard]] const std::string* find(const std::string& id) const;
    /// The longest label of a level, for the indent of all of them; empty where the level is not used.
    [[nodiscard]] const std::string& longestLabel(int level) const;
    /// What a reader is told of a level's labels.
    [[nodiscard]] ListLabels kindOf(int level) const;
    /// All headings in the order of reading, where the document has a table of them; else none.
    [[nodiscard]] const std::vector<ListedHeading>& headings() const noexcept;

    static constexpr int levels = 4;

private:
    using Counters = std::array<std::size_t, levels>;

    void count(const Blocks& blocks);
    void count(const NumberedParagraph& paragraph);
    void count(const Heading& heading);
    void count(const ListBlock& list);
    void count(const TableBlock& table);
    void count(const SideBySide& pairs);
    void countPlace(int level, bool restart, const std::string& id);
    void give(const std::string& id, const std::string& number);
    [[nodiscard]] std::string numberOf(int level) const;

    FaultList& faults_;
    NumberingScheme scheme_;
    bool listsHeadings_ = false;
    bool known_ = true;  // what is counted now may be referred to and listed
    Counters counters_{};
    std::vector<ListedHeading> headings_;
    std::vector<std::string> labels_;
    std::size_t next_ = 0;
    std::map<std::string, std::string> numbers_;
    std::string longest_[levels];
};

/// A level of numbering within the four that there are.
[[nodiscard]] int numberingLevel(int level) noexcept;

}  // namespace engross
