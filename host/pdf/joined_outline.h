#pragma once
#include "pdf/digest.h"
#include "pdf/linker.h"
#include "pdf/placed_pages.h"

#include <string>
#include <vector>

namespace engross {

/// The bookmarks of a bundle (ISO 32000-1 12.3.3): the plan's, nested, and each source's own below its document's. A
/// source's are written when it is read; the plan's, which need the places of all pages, at the end.
class JoinedOutline {
public:
    JoinedOutline(const std::vector<LinkBookmark>& bookmarks, ObjectWriter& file, const PlacedPages& pages);

    /// Writes the bookmarks of a source, by its place in the plan, whose pages begin at `firstPage` (from 0) and are
    /// placed.
    void addSource(std::size_t source, const std::vector<DigestBookmark>& bookmarks, std::size_t firstPage);
    /// Writes the plan's bookmarks; answers the root. Call once, last.
    [[nodiscard]] ObjectNumber finish();

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    struct Item {
        const LinkBookmark* bookmark = nullptr;
        // The plan's bookmarks around it, as places in items_.
        std::size_t parent = none;
        std::size_t previous = none;
        std::size_t next = none;
        std::size_t firstChild = none;
        std::size_t lastChild = none;
        std::size_t children = 0;
        // The outermost bookmarks of its source; they stand after its children.
        ObjectNumber firstOwn = 0;
        ObjectNumber lastOwn = 0;
        std::size_t own = 0;
    };

    void lay(const std::vector<LinkBookmark>& bookmarks, std::size_t parent);
    void hang(std::size_t item, const std::vector<DigestBookmark>& bookmarks, std::size_t firstPage);
    [[nodiscard]] ObjectNumber objectOf(std::size_t item) const noexcept;
    [[nodiscard]] std::string textOf(const Item& item) const;

    ObjectWriter& file_;
    const PlacedPages& pages_;
    std::vector<Item> items_;  // the root first
    ObjectNumber firstObject_ = 0;
};

}  // namespace engross
