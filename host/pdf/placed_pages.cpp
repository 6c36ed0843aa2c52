#include "pdf/placed_pages.h"

#include "pdf/pdf_text.h"

#include <algorithm>
#include <stdexcept>

namespace engross {

namespace {

constexpr std::size_t kidsOfANode = 64;

}  // namespace

PlacedPages::PlacedPages(std::size_t pages, ObjectWriter& file)
    : count_(pages), first_(file.allot(pages)), corners_(pages) {
    if (pages == 0) {
        throw std::logic_error("a file without pages");
    }
    std::size_t below = pages;
    std::size_t pagesOfANode = 1;
    do {
        below = (below + kidsOfANode - 1) / kidsOfANode;
        pagesOfANode *= kidsOfANode;
        levels_.push_back({file.allot(below), below, pagesOfANode});
    } while (below > 1);
}

std::size_t PlacedPages::count() const noexcept {
    return count_;
}

ObjectNumber PlacedPages::object(std::size_t page) const {
    if (page >= count_) {
        throw std::logic_error("page " + std::to_string(page + 1) + " of " + std::to_string(count_));
    }
    return first_ + page;
}

ObjectNumber PlacedPages::parent(std::size_t page) const {
    return levels_.front().first + page / kidsOfANode;
}

ObjectNumber PlacedPages::root() const {
    return levels_.back().first;
}

void PlacedPages::place(std::size_t page, const PageGeometry& shown) {
    corners_.at(page) = shown.shownTopLeft();
}

std::string PlacedPages::destination(std::size_t page, const SourcePlace& place, std::string_view zoom) const {
    const auto& corner = corners_.at(page);
    std::string out = "[";
    appendReference(out, object(page));
    out += "/XYZ ";
    out += pdfNumber(place.left.value_or(corner[0])) + ' ';
    out += pdfNumber(place.top.value_or(corner[1])) + ' ';
    return out.append(zoom) += ']';
}

void PlacedPages::writeTree(ObjectWriter& file) const {
    for (std::size_t level = 0; level < levels_.size(); ++level) {
        const Level& here = levels_[level];
        const ObjectNumber firstKid = level == 0 ? first_ : levels_[level - 1].first;
        const std::size_t kids = level == 0 ? count_ : levels_[level - 1].nodes;
        for (std::size_t node = 0; node < here.nodes; ++node) {
            std::string body = "<</Type/Pages";
            if (level + 1 < levels_.size()) {
                body += "/Parent ";
                appendReference(body, levels_[level + 1].first + node / kidsOfANode);
            }
            const std::size_t pages = std::min(here.pagesOfANode, count_ - node * here.pagesOfANode);
            body += "/Count ";
            appendNumber(body, pages);
            body += "/Kids[";
            const std::size_t end = std::min(kids, (node + 1) * kidsOfANode);
            for (std::size_t kid = node * kidsOfANode; kid < end; ++kid) {
                appendReference(body, firstKid + kid);
                body += ' ';
            }
            body.back() = ']';
            file.write(here.first + node, body += ">>");
        }
    }
}

}  // namespace engross
