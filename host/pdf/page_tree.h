#pragma once
#include "pdf/object_writer.h"

#include <vector>

namespace engross {

/// The pages of a document that grows page by page, in a balanced tree (ISO 32000-1 7.7.3.3).
class PageTree {
public:
    /// A new page at the end; parent() is the node that it stands below.
    ObjectNumber add(ObjectWriter& file);
    [[nodiscard]] ObjectNumber parent() const;
    [[nodiscard]] std::size_t count() const noexcept;
    /// Writes the nodes; answers the root. There is a page.
    [[nodiscard]] ObjectNumber write(ObjectWriter& file) const;

private:
    std::vector<ObjectNumber> pages_;
    std::vector<ObjectNumber> nodes_;  // right above the pages
};

}  // namespace engross
