#include "layout/block_setter.h"
#include "layout/parallel.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace engross {
namespace {

constexpr Points columnGap = mm(8);

/// A box, a table or a picture has frames and heads of its own, which two columns cannot share.
bool mayStandBeside(const Block& block) {
    return std::holds_alternative<Paragraph>(block.content) || std::holds_alternative<Heading>(block.content) ||
           std::holds_alternative<NumberedParagraph>(block.content) || std::holds_alternative<Lines>(block.content) ||
           std::holds_alternative<ListBlock>(block.content) || std::holds_alternative<TickList>(block.content) ||
           std::holds_alternative<FillIn>(block.content) || std::holds_alternative<SignatureBlock>(block.content) ||
           std::holds_alternative<Space>(block.content) || std::holds_alternative<Rule>(block.content);
}

/// One language: a flow of its own, of which one pair after the other is taken.
class Side {
public:
    Side(Setting& setting, Column column, const std::string& language, bool known)
        : setting_(setting),
          setter_(setting, flow_),
          column_(std::move(column)),
          level_(setting.headingLevel),
          known_(known) {
        column_.parent = setting.node(column_.parent, Role::Div, inLanguage(language, column_.language));
        column_.language = language;
    }

    [[nodiscard]] std::vector<Strip> set(const Blocks& blocks, std::size_t pair) {
        if (!std::all_of(blocks.begin(), blocks.end(), mayStandBeside)) {
            setting_.faults.add(LayoutFault::PairContent, std::to_string(pair));
            return {};
        }
        std::swap(setting_.headingLevel, level_);
        const bool around = std::exchange(setting_.listing, setting_.listing && known_);
        setter_.goOn(blocks, column_);
        setting_.listing = around;
        std::swap(setting_.headingLevel, level_);
        std::vector<Strip> set(std::move_iterator(flow_.strips.begin()), std::move_iterator(flow_.strips.end()));
        flow_.strips.clear();
        return set;
    }

    [[nodiscard]] int headingLevel() const noexcept {
        return level_;
    }

private:
    Setting& setting_;
    Flow flow_;
    BlockSetter setter_;
    Column column_;
    int level_;
    bool known_;  // its headings and numbers are those that the document lists and refers to
};

}  // namespace

void BlockSetter::set(const SideBySide& pairs, const Column& column) {
    Column left = column;
    left.width = (column.width - columnGap) / 2;
    left.place = {.kind = FaultPlace::Kind::TwoLanguages};
    Column right = left.indented(left.width + columnGap);
    right.width = left.width;
    Side first(setting_, left, pairs.leftLanguage, true);
    Side second(setting_, right, pairs.rightLanguage, false);
    for (std::size_t i = 0; i < pairs.pairs.size(); ++i) {
        std::vector<Strip> set = first.set(pairs.pairs[i].left, i + 1);
        addPair(std::move(set), second.set(pairs.pairs[i].right, i + 1), column);
    }
    setting_.headingLevel = first.headingLevel();
    flow_.spaceAfter(setting_.paragraphSpace());
}

/// Both begin on the same line, below the larger of the spaces that they want.
void BlockSetter::addPair(std::vector<Strip> left, std::vector<Strip> right, const Column& column) {
    Points before = 0;
    for (std::vector<Strip>* side : {&left, &right}) {
        before = std::max(before, side->empty() ? 0 : std::exchange(side->front().before, 0));
    }
    constexpr double tallest = 1.0 / 3;
    std::vector<std::vector<Strip>> columns;
    columns.push_back(std::move(left));
    columns.push_back(std::move(right));
    for (Strip& slice : besideEachOther(std::move(columns), tallest * column.height)) {
        Strip& strip = flow_.add(slice.height, std::max(before, slice.before), slice.keep, column.box);
        strip.marks = std::move(slice.marks);
        before = 0;
    }
}

}  // namespace engross
