#include "layout/numbering.h"

#include <algorithm>
#include <cctype>

namespace engross {
namespace {

/// A level's number as a reference shows it: "14", "(b)", "(ii)", "(A)".
std::string numberOf(int level, std::size_t count) {
    if (level == 0) {
        return std::to_string(count);
    }
    std::string number = level == 2 ? romanNumber(count) : letterNumber(count);
    if (level == 3) {
        std::transform(number.begin(), number.end(), number.begin(),
                       [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    }
    return '(' + number + ')';
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

ParagraphNumbering::ParagraphNumbering(const Composition& composition, FaultList& faults) : faults_(faults) {
    for (const Frame& frame : composition.style.firstFrames) {
        count(frame.content);
    }
    count(composition.body);
}

void ParagraphNumbering::count(const Blocks& blocks) {
    for (const Block& block : blocks) {
        if (const auto* paragraph = std::get_if<NumberedParagraph>(&block.content)) {
            count(*paragraph);
        } else if (const auto* box = std::get_if<BoxBlock>(&block.content)) {
            count(box->content);
        } else if (const auto* list = std::get_if<ListBlock>(&block.content)) {
            for (const Blocks& item : list->items) {
                count(item);
            }
        }
    }
}

void ParagraphNumbering::count(const NumberedParagraph& paragraph) {
    const int level = numberingLevel(paragraph.level);
    counters_[level] = paragraph.restart ? 1 : counters_[level] + 1;
    std::fill(counters_ + level + 1, counters_ + levels, 0);
    labels_.push_back(numberOf(level, counters_[level]) + (level == 0 ? "." : ""));
    if (labels_.back().size() > longest_[level].size()) {
        longest_[level] = labels_.back();
    }
    if (paragraph.id.empty()) {
        return;
    }
    std::string number;
    for (int i = 0; i <= level; ++i) {
        number += counters_[i] == 0 ? "" : numberOf(i, counters_[i]);
    }
    if (!numbers_.emplace(paragraph.id, std::move(number)).second) {
        faults_.add(LayoutFault::RepeatedId, paragraph.id);
    }
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
