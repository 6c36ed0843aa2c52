#pragma once
#include "pdf/object_file.h"

#include <string>
#include <vector>

namespace engross {

/// A page before its place in the tree is known.
struct PendingPage {
    ObjectNumber object = 0;
    std::string body;  // without /Parent
};

/// Writes the pages into a balanced tree (ISO 32000-1 7.7.3.3); answers its root.
[[nodiscard]] ObjectNumber writePageTree(std::vector<PendingPage> pages, ObjectFile& file);

}  // namespace engross
