#pragma once
#include "pdf/object_writer.h"
#include "pdf/page_geometry.h"
#include "pdf/source_place.h"

#include <array>
#include <string>
#include <vector>

namespace engross {

/// The pages of a file that is being joined, by physical place counted from 0. Their objects and the balanced tree
/// above them (ISO 32000-1 7.7.3.3) are known from their number alone, so that anything may refer to any page at once;
/// where a page's view begins is known when its source was read.
class PlacedPages {
public:
    PlacedPages(std::size_t pages, ObjectWriter& file);

    [[nodiscard]] std::size_t count() const noexcept;
    [[nodiscard]] ObjectNumber object(std::size_t page) const;
    [[nodiscard]] ObjectNumber parent(std::size_t page) const;
    [[nodiscard]] ObjectNumber root() const;
    /// Says what a page shows.
    void place(std::size_t page, const PageGeometry& shown);
    /// "[12 0 R/XYZ 0 842 null]": leaves the reader's zoom as it is; the page's shown top left where no place is given.
    /// The page must have been placed. `zoom` takes the place of null.
    [[nodiscard]] std::string destination(std::size_t page, const SourcePlace& place = {},
                                          std::string_view zoom = "null") const;
    void writeTree(ObjectWriter& file) const;

private:
    struct Level {
        ObjectNumber first = 0;
        std::size_t nodes = 0;
        std::size_t pagesOfANode = 0;
    };

    std::size_t count_;
    ObjectNumber first_;
    std::vector<Level> levels_;  // the lowest first; the last has one node, the root
    std::vector<std::array<double, 2>> corners_;
};

}  // namespace engross
