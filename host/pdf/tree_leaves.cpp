#include "pdf/tree_leaves.h"

namespace engross {

namespace {

constexpr std::size_t entriesOfALeaf = 256;

}  // namespace

TreeLeaves::TreeLeaves(ObjectWriter& file, std::string_view entries) : file_(file), kind_(entries) {}

void TreeLeaves::add(std::string_view key, std::string_view value) {
    if (count_ == 0) {
        first_ = key;
    }
    last_ = key;
    entries_.append(key).append(" ").append(value) += ' ';
    if (++count_ == entriesOfALeaf) {
        close();
    }
}

std::string TreeLeaves::finish() {
    if (count_ > 0) {
        close();
    }
    return std::move(leaves_);
}

std::string TreeLeaves::finishTree() {
    return leaves_.empty() ? kind_ + '[' + entries_ + ']' : "/Kids[" + finish() + ']';
}

void TreeLeaves::close() {
    leaves_ += reference(file_.add("<</Limits[" + first_ + ' ' + last_ + "]" + kind_ + '[' + entries_ + "]>>")) + ' ';
    entries_.clear();
    count_ = 0;
}

}  // namespace engross
