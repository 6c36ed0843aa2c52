#pragma once
#include "pdf/object_writer.h"

#include <string>
#include <string_view>

namespace engross {

/// The leaves of a name or number tree (ISO 32000-1 7.9.6, 7.9.7), written as their entries come, in rising order.
class TreeLeaves {
public:
    /// `entries` is "/Names" or "/Nums".
    TreeLeaves(ObjectWriter& file, std::string_view entries);

    void add(std::string_view key, std::string_view value);
    /// Ends the last leaf; answers the references of all, for the /Kids of a root.
    [[nodiscard]] std::string finish();
    /// Ends the tree; answers the entries of its root, which holds them itself where they are few.
    [[nodiscard]] std::string finishTree();

private:
    void close();

    ObjectWriter& file_;
    std::string kind_;
    std::size_t count_ = 0;
    std::string first_;
    std::string last_;
    std::string entries_;
    std::string leaves_;
};

}  // namespace engross
