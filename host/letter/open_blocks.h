#pragma once
#include "letter/nodes.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace engross {

/// The tree of blocks while a Markdown text is read: what is open, what the next text belongs to.
class OpenBlocks {
public:
    /// `here` answers the place that is being read.
    explicit OpenBlocks(std::function<Place()> here);

    template <typename Content>
    void open(Content content) {
        endLoose();
        open_.push_back(Node{std::move(content), {}});
        hole_.reset();
    }
    /// Ends the innermost block and answers it where it has been put.
    const Node& close();
    /// A block without inside.
    const Node& add(Node node);

    void openItem();
    void closeItem();
    /// The rows of a table's head are its columns.
    void openHead();
    void closeHead();
    void openRow();
    void openCell(Align align);

    /// The innermost block is a hole: the letter of its tag stands there alone.
    void makeHole(std::size_t letter);
    /// What the next text is added to. Text of a tight list's item comes without a paragraph of its own: one is opened.
    [[nodiscard]] Pieces& pieces();
    [[nodiscard]] const Node& innermost() const;
    /// How many blocks and list items are open; 1 for none, as the whole counts.
    [[nodiscard]] std::size_t depth() const noexcept;
    [[nodiscard]] Nodes finish();

private:
    void endLoose();
    std::function<Place()> here_;
    std::vector<Node> open_;    // the first is the whole
    std::vector<Nodes> items_;  // list items
    std::optional<std::size_t> hole_;
    bool inHead_ = false;
    bool loose_ = false;  // the innermost is a paragraph that nobody opened
};

}  // namespace engross
