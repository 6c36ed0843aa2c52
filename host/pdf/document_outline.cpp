#include "pdf/document_outline.h"

#include "pdf/pdf_text.h"
#include "pdf/tree_leaves.h"

#include <algorithm>
#include <stdexcept>

namespace engross {
namespace {

/// One bookmark's neighbours, by place in the list; 0 stands for the outline itself, and there for none.
struct Family {
    std::size_t parent = 0;
    std::size_t previous = 0;
    std::size_t next = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t below = 0;  // all that stand under it, at any depth
};

std::string destination(ObjectNumber page, std::string_view left, Points y) {
    std::string out = "[" + reference(page) + "/XYZ ";
    out += left;
    out += ' ';
    appendNumber(out, y);
    return out + " null]";
}

}  // namespace

void DocumentOutline::addBookmark(int level, std::string title, ObjectNumber page, Points y) {
    const int deepest = bookmarks_.empty() ? 1 : bookmarks_.back().level + 1;
    bookmarks_.push_back({std::clamp(level, 1, deepest), std::move(title), destination(page, "null", y)});
}

void DocumentOutline::addPlace(const std::string& name, ObjectNumber page, Points x, Points y) {
    std::string left;
    appendNumber(left, x);
    if (!places_.emplace(name, destination(page, left, y)).second) {
        throw std::logic_error("two places of a document have the name " + name);
    }
}

std::string DocumentOutline::writeBookmarks(ObjectWriter& file) const {
    return bookmarks_.empty() ? std::string() : "/Outlines " + reference(writeOutline(file));
}

std::string DocumentOutline::writePlaces(ObjectWriter& file) const {
    if (places_.empty()) {
        return {};
    }
    TreeLeaves leaves(file, "/Names");
    for (const auto& [name, place] : places_) {
        leaves.add(byteString(name), place);
    }
    return "/Dests<<" + leaves.finishTree() + ">>";
}

ObjectNumber DocumentOutline::writeOutline(ObjectWriter& file) const {
    std::vector<Family> families(bookmarks_.size() + 1);
    std::vector<std::size_t> open{0};
    for (std::size_t item = 1; item <= bookmarks_.size(); ++item) {
        open.resize(std::min(open.size(), static_cast<std::size_t>(bookmarks_[item - 1].level)));
        Family& parent = families[open.back()];
        families[item].parent = open.back();
        families[item].previous = parent.last;
        if (parent.last != 0) {
            families[parent.last].next = item;
        } else {
            parent.first = item;
        }
        parent.last = item;
        for (const std::size_t ancestor : open) {
            ++families[ancestor].below;
        }
        open.push_back(item);
    }
    const ObjectNumber first = file.allot(families.size());
    for (std::size_t item = 0; item < families.size(); ++item) {
        const Family& family = families[item];
        std::string body = item == 0
                               ? std::string("<</Type/Outlines")
                               : "<</Title" + textString(bookmarks_[item - 1].title) + "/Dest" +
                                     bookmarks_[item - 1].destination + "/Parent " + reference(first + family.parent);
        body += family.previous == 0 ? "" : "/Prev " + reference(first + family.previous);
        body += family.next == 0 ? "" : "/Next " + reference(first + family.next);
        if (family.first != 0) {
            body += "/First " + reference(first + family.first) + "/Last " + reference(first + family.last) +
                    "/Count " + std::to_string(family.below);
        }
        file.write(first + item, body += ">>");
    }
    return first;
}

}  // namespace engross
