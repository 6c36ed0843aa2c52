#include "pdf/joined_outline.h"

#include "pdf/pdf_text.h"

#include <utility>

namespace engross {

namespace {

/// Where a bookmark stands among the others, by object; 0 for none.
struct Kin {
    ObjectNumber parent = 0;
    ObjectNumber previous = 0;
    ObjectNumber next = 0;
    ObjectNumber first = 0;
    ObjectNumber last = 0;
    std::size_t children = 0;
};

std::string kinText(const Kin& kin) {
    std::string out;
    const auto add = [&out](const char* key, ObjectNumber object) {
        if (object != 0) {
            out += key + reference(object);
        }
    };
    add("/Parent ", kin.parent);
    add("/Prev ", kin.previous);
    add("/Next ", kin.next);
    add("/First ", kin.first);
    add("/Last ", kin.last);
    return out;
}

/// A bookmark that opens closed: its /Count is the number that would appear, less than nought.
std::string bookmarkText(const std::string& title, const std::string& destination, const Kin& kin) {
    std::string out = "<</Title" + textString(title) + kinText(kin);
    if (!destination.empty()) {
        out += "/Dest" + destination;
    }
    if (kin.children > 0) {
        out += "/Count -" + std::to_string(kin.children);
    }
    return out + ">>";
}

/// The kinship of rows that only say how deep they stand; objects are numbered in a row from `first`.
std::vector<Kin> kinOf(const std::vector<DigestBookmark>& rows, ObjectNumber first, ObjectNumber parent) {
    std::vector<Kin> kin(rows.size());
    std::vector<std::size_t> open;  // the rows above that may still get children, the deepest last
    std::size_t topRow = rows.size();
    for (std::size_t row = 0; row < rows.size(); ++row) {
        while (!open.empty() && rows[open.back()].level >= rows[row].level) {
            open.pop_back();
        }
        std::size_t before = rows.size();
        if (open.empty()) {
            kin[row].parent = parent;
            before = std::exchange(topRow, row);
        } else {
            Kin& above = kin[open.back()];
            kin[row].parent = first + open.back();
            if (above.last != 0) {
                before = above.last - first;
            } else {
                above.first = first + row;
            }
            above.last = first + row;
            ++above.children;
        }
        if (before < rows.size()) {
            kin[row].previous = first + before;
            kin[before].next = first + row;
        }
        open.push_back(row);
    }
    return kin;
}

}  // namespace

JoinedOutline::JoinedOutline(const std::vector<LinkBookmark>& bookmarks, ObjectWriter& file, const PlacedPages& pages)
    : file_(file), pages_(pages), items_(1) {
    lay(bookmarks, 0);
    firstObject_ = file.allot(items_.size());
}

void JoinedOutline::lay(const std::vector<LinkBookmark>& bookmarks, std::size_t parent) {
    for (const LinkBookmark& bookmark : bookmarks) {
        const std::size_t self = items_.size();
        Item& item = items_.emplace_back();
        Item& above = items_[parent];
        item.bookmark = &bookmark;
        item.parent = parent;
        item.previous = above.lastChild;
        if (above.lastChild == none) {
            above.firstChild = self;
        } else {
            items_[above.lastChild].next = self;
        }
        above.lastChild = self;
        ++above.children;
        lay(bookmark.children, self);
    }
}

ObjectNumber JoinedOutline::objectOf(std::size_t item) const noexcept {
    return item == none ? 0 : firstObject_ + item;
}

void JoinedOutline::addSource(std::size_t source, const std::vector<DigestBookmark>& bookmarks, std::size_t firstPage) {
    for (std::size_t item = 1; item < items_.size() && !bookmarks.empty(); ++item) {
        if (items_[item].bookmark->source == source) {
            hang(item, bookmarks, firstPage);
        }
    }
}

void JoinedOutline::hang(std::size_t item, const std::vector<DigestBookmark>& bookmarks, std::size_t firstPage) {
    Item& above = items_[item];
    const ObjectNumber first = file_.allot(bookmarks.size());
    std::vector<Kin> kin = kinOf(bookmarks, first, objectOf(item));
    kin.front().previous = objectOf(above.lastChild);
    above.firstOwn = first;
    for (std::size_t row = 0; row < bookmarks.size(); ++row) {
        const DigestBookmark& bookmark = bookmarks[row];
        if (kin[row].parent == objectOf(item)) {
            above.lastOwn = first + row;
            ++above.own;
        }
        const std::string destination =
            bookmark.leads ? pages_.destination(firstPage + bookmark.place.page, bookmark.place) : std::string();
        file_.write(first + row, bookmarkText(bookmark.title, destination, kin[row]));
    }
}

ObjectNumber JoinedOutline::finish() {
    const Item& root = items_.front();
    const Kin around{.first = objectOf(root.firstChild), .last = objectOf(root.lastChild)};
    file_.write(firstObject_, "<</Type/Outlines" + kinText(around) + "/Count " + std::to_string(root.children) + ">>");
    for (std::size_t item = 1; item < items_.size(); ++item) {
        file_.write(objectOf(item), textOf(items_[item]));
    }
    return firstObject_;
}

std::string JoinedOutline::textOf(const Item& item) const {
    Kin kin{.parent = objectOf(item.parent),
            .previous = objectOf(item.previous),
            .next = item.next == none ? items_[item.parent].firstOwn : objectOf(item.next),
            .first = item.firstChild == none ? item.firstOwn : objectOf(item.firstChild),
            .last = item.own == 0 ? objectOf(item.lastChild) : item.lastOwn,
            .children = item.children + item.own};
    return bookmarkText(item.bookmark->title, pages_.destination(item.bookmark->page - 1), kin);
}

}  // namespace engross
