#pragma once
#include "model/units.h"
#include "pdf/object_writer.h"

#include <map>
#include <string>
#include <vector>

namespace engross {

/// The bookmarks and the named places of a document (ISO 32000-1 12.3).
class DocumentOutline {
public:
    /// Level 1 is the outermost; a level that skips goes one below the bookmark before it.
    void addBookmark(int level, std::string title, ObjectNumber page, Points y);
    /// Throws std::logic_error where the name is taken.
    void addPlace(const std::string& name, ObjectNumber page, Points x, Points y);

    /// What the catalog says of the bookmarks: /Outlines, or nothing.
    [[nodiscard]] std::string writeBookmarks(ObjectWriter& file) const;
    /// What the catalog's /Names says of the places: /Dests, or nothing.
    [[nodiscard]] std::string writePlaces(ObjectWriter& file) const;

private:
    struct Bookmark {
        int level = 1;
        std::string title;
        std::string destination;
    };

    [[nodiscard]] ObjectNumber writeOutline(ObjectWriter& file) const;

    std::vector<Bookmark> bookmarks_;
    std::map<std::string, std::string> places_;
};

}  // namespace engross
