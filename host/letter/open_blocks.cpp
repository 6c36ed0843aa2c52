#include "letter/open_blocks.h"

namespace engross {

OpenBlocks::OpenBlocks(std::function<Place()> here) : here_(std::move(here)) {
    open_.push_back(Node{BoxNode{}, {}});
}

const Node& OpenBlocks::close() {
    endLoose();
    Node node = std::move(open_.back());
    open_.pop_back();
    node.where = here_();
    if (hole_.has_value()) {
        node.content = HoleNode{*hole_};
        hole_.reset();
    }
    return add(std::move(node));
}

const Node& OpenBlocks::add(Node node) {
    endLoose();
    Nodes& around = std::holds_alternative<ListNode>(open_.back().content)
                        ? items_.back()
                        : std::get<BoxNode>(open_.back().content).inside;
    return around.emplace_back(std::move(node));
}

void OpenBlocks::openItem() {
    endLoose();
    items_.emplace_back();
}

void OpenBlocks::closeItem() {
    endLoose();
    Nodes item = std::move(items_.back());
    items_.pop_back();
    std::get<ListNode>(open_.back().content).items.push_back(std::move(item));
}

void OpenBlocks::openHead() {
    inHead_ = true;
}

void OpenBlocks::closeHead() {
    inHead_ = false;
}

void OpenBlocks::openRow() {
    if (!inHead_) {
        std::get<TableNode>(open_.back().content).rows.emplace_back();
    }
}

void OpenBlocks::openCell(Align align) {
    auto& table = std::get<TableNode>(open_.back().content);
    if (inHead_) {
        table.columns.emplace_back(Pieces{}, align);
    } else {
        table.rows.back().emplace_back();
    }
}

void OpenBlocks::makeHole(std::size_t letter) {
    hole_ = letter;
}

Pieces& OpenBlocks::pieces() {
    Node& node = open_.back();
    if (auto* paragraph = std::get_if<ParagraphNode>(&node.content)) {
        return paragraph->pieces;
    }
    if (auto* heading = std::get_if<HeadingNode>(&node.content)) {
        return heading->pieces;
    }
    if (auto* table = std::get_if<TableNode>(&node.content)) {
        return inHead_ ? table->columns.back().first : table->rows.back().back();
    }
    open(ParagraphNode{});
    loose_ = true;
    return std::get<ParagraphNode>(open_.back().content).pieces;
}

const Node& OpenBlocks::innermost() const {
    return open_.back();
}

std::size_t OpenBlocks::depth() const noexcept {
    return open_.size() + items_.size();
}

Nodes OpenBlocks::finish() {
    return std::move(std::get<BoxNode>(open_.front().content).inside);
}

void OpenBlocks::endLoose() {
    if (loose_) {
        loose_ = false;
        close();
    }
}

}  // namespace engross
