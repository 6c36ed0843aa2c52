#include "layout/numbering.h"

#include <algorithm>
#include <cctype>

namespace engross {
namespace {

constexpr int mostLevels = ParagraphNumbering::levels;

constexpr ListLabels kinds[][mostLevels] = {
    {ListLabels::Decimal, ListLabels::LowerAlpha, ListLabels::LowerRoman, ListLabels::UpperAlpha},
    {ListLabels::Decimal, ListLabels::Decimal, ListLabels::LowerAlpha, ListLabels::LowerRoman},
    {ListLabels::Decimal, ListLabels::Decimal, ListLabels::Decimal, ListLabels::Decimal},
};

std::string inBrackets(ListLabels kind, std::size_t count) {
    std::string number = kind == ListLabels::LowerRoman ? romanNumber(count) : letterNumber(count);
    if (kind == ListLabels::UpperAlpha) {
        std::transform(number.begin(), number.end(), number.begin(),
                       [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    }
    return '(' + number + ')';
}

// NOLINTNEXTLINE(misc-no-recursion): no deeper than boxes in boxes
bool hasContents(const Blocks& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
        if (const auto* box = std::get_if<BoxBlock>(&block.content)) {
            return hasContents(box->content);
        }
        const auto* contents = std::get_if<Contents>(&block.content);
        return contents != nullptr && contents->rows.empty();
    });
}

}  // namespace

std::string letterNumber(std::size_t number) {
    constexpr std::size_t letters = 26;
    return std::string((number - 1) / letters + 1, static_cast<char>('a' + (number - 1) % letters));
}

std::string romanNumber(std::size_t number) {
    struct Numeral {
        std::size_t value;
        const char* text;
    };
    constexpr Numeral numerals[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                                    {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                                    {5, "v"},    {4, "iv"},   {1, "i"}};
    std::string text;
    for (const Numeral& numeral : numerals) {
        for (; number >= numeral.value; number -= numeral.value) {
            text += numeral.text;
        }
    }
    return text;
}

int numberingLevel(int level) noexcept {
    return std::clamp(level, 0, ParagraphNumbering::levels - 1);
}

ParagraphNumbering::ParagraphNumbering(const Composition& composition, FaultList& faults)
    : faults_(faults), scheme_(composition.style.numbering), listsHeadings_(hasContents(composition.body)) {
    for (const Frame& frame : composition.style.firstFrames) {
        known_ = !frame.artifact;
        count(frame.content);
    }
    known_ = true;
    count(composition.body);
}

// NOLINTNEXTLINE(misc-no-recursion): no deeper than the composition
void ParagraphNumbering::count(const Blocks& blocks) {
    for (const Block& block : blocks) {
        if (const auto* paragraph = std::get_if<NumberedParagraph>(&block.content)) {
            count(*paragraph);
        } else if (const auto* heading = std::get_if<Heading>(&block.content)) {
            count(*heading);
        } else if (const auto* box = std::get_if<BoxBlock>(&block.content)) {
            count(box->content);
        } else if (const auto* table = std::get_if<TableBlock>(&block.content)) {
            count(*table);
        } else if (const auto* pairs = std::get_if<SideBySide>(&block.content)) {
            count(*pairs);
        } else if (const auto* list = std::get_if<ListBlock>(&block.content)) {
            count(*list);
        }
    }
}

// NOLINTNEXTLINE(misc-no-recursion): as above
void ParagraphNumbering::count(const ListBlock& list) {
    for (std::size_t index = 0; index < list.items.size(); ++index) {
        const Blocks& item = list.items[index];
        const auto* first = item.empty() ? nullptr : std::get_if<Paragraph>(&item.front().content);
        if (list.ordered && first != nullptr) {
            give(first->id, std::to_string(index + 1));
        }
        count(item);
    }
}

// NOLINTNEXTLINE(misc-no-recursion): as above
void ParagraphNumbering::count(const TableBlock& table) {
    for (const TableCells& row : table.rows) {
        for (const TableCell& cell : row) {
            count(cell.content);
        }
    }
}

// NOLINTNEXTLINE(misc-no-recursion): as above
void ParagraphNumbering::count(const SideBySide& pairs) {
    Counters right = counters_;
    for (const SideBySide::Pair& pair : pairs.pairs) {
        count(pair.left);
        std::swap(counters_, right);
        const bool around = std::exchange(known_, false);
        count(pair.right);
        known_ = around;
        std::swap(counters_, right);
    }
}

void ParagraphNumbering::count(const Heading& heading) {
    if (heading.numbered) {
        countPlace(0, false, heading.id);
    }
    if (listsHeadings_ && known_) {
        headings_.push_back(
            {heading.level, heading.numbered ? labels_.back() : std::string(), heading.text, !heading.unlisted});
    }
}

void ParagraphNumbering::count(const NumberedParagraph& paragraph) {
    countPlace(numberingLevel(paragraph.level), paragraph.restart, paragraph.id);
}

void ParagraphNumbering::countPlace(int level, bool restart, const std::string& id) {
    const auto depth = static_cast<std::size_t>(level);
    counters_[depth] = restart ? 1 : counters_[depth] + 1;
    std::fill(counters_.begin() + level + 1, counters_.end(), 0);
    if (level > 0 && kindOf(level) == ListLabels::Decimal && counters_[depth - 1] == 0) {
        faults_.add(LayoutFault::NumberLevel, std::to_string(level));
    }
    labels_.push_back(kindOf(level) != ListLabels::Decimal ? inBrackets(kindOf(level), counters_[depth])
                                                           : numberOf(level) + (level == 0 ? "." : ""));
    if (labels_.back().size() > longest_[level].size()) {
        longest_[level] = labels_.back();
    }
    give(id, numberOf(level));
}

void ParagraphNumbering::give(const std::string& id, const std::string& number) {
    if (!id.empty() && known_ && !numbers_.emplace(id, number).second) {
        faults_.add(LayoutFault::RepeatedId, id);
    }
}

/// A place as a reference shows it: "14", "14(b)(ii)", "2.3(a)".
std::string ParagraphNumbering::numberOf(int level) const {
    std::string number;
    for (int i = 0; i <= level; ++i) {
        const std::size_t count = counters_.at(static_cast<std::size_t>(i));
        if (count > 0) {
            const bool decimal = kindOf(i) == ListLabels::Decimal;
            number += decimal ? (number.empty() ? "" : ".") + std::to_string(count) : inBrackets(kindOf(i), count);
        }
    }
    return number;
}

ListLabels ParagraphNumbering::kindOf(int level) const {
    return kinds[static_cast<std::size_t>(scheme_)][numberingLevel(level)];
}

const std::vector<ListedHeading>& ParagraphNumbering::headings() const noexcept {
    return headings_;
}

const std::string& ParagraphNumbering::nextLabel() {
    return labels_.at(next_++);
}

const std::string* ParagraphNumbering::find(const std::string& id) const {
    const auto found = numbers_.find(id);
    return found == numbers_.end() ? nullptr : &found->second;
}

const std::string& ParagraphNumbering::longestLabel(int level) const {
    return longest_[numberingLevel(level)];
}

}  // namespace engross
