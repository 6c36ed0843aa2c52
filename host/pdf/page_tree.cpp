#include "pdf/page_tree.h"

#include "pdf/pdf_text.h"

#include <algorithm>

namespace engross {
namespace {

constexpr std::size_t kidsOfANode = 64;

}  // namespace

ObjectNumber PageTree::add(ObjectWriter& file) {
    if (pages_.size() % kidsOfANode == 0) {
        nodes_.push_back(file.allot());
    }
    pages_.push_back(file.allot());
    return pages_.back();
}

ObjectNumber PageTree::parent() const {
    return nodes_.back();
}

std::size_t PageTree::count() const noexcept {
    return pages_.size();
}

ObjectNumber PageTree::write(ObjectWriter& file) const {
    std::vector<ObjectNumber> kids = pages_;
    std::vector<ObjectNumber> nodes = nodes_;
    for (std::size_t pagesOfANode = kidsOfANode;; pagesOfANode *= kidsOfANode) {
        const std::size_t above = nodes.size() == 1 ? 0 : (nodes.size() + kidsOfANode - 1) / kidsOfANode;
        const ObjectNumber firstAbove = file.allot(above);
        for (std::size_t node = 0; node < nodes.size(); ++node) {
            std::string body = "<</Type/Pages/Kids[";
            const std::size_t end = std::min(kids.size(), (node + 1) * kidsOfANode);
            for (std::size_t kid = node * kidsOfANode; kid < end; ++kid) {
                appendReference(body, kids[kid]);
                body += ' ';
            }
            body.back() = ']';
            body += "/Count ";
            appendNumber(body, std::min(pagesOfANode, pages_.size() - node * pagesOfANode));
            if (above > 0) {
                body += "/Parent ";
                appendReference(body, firstAbove + node / kidsOfANode);
            }
            file.write(nodes[node], body += ">>");
        }
        if (above == 0) {
            return nodes.front();
        }
        kids = std::move(nodes);
        nodes.clear();
        for (std::size_t node = 0; node < above; ++node) {
            nodes.push_back(firstAbove + node);
        }
    }
}

}  // namespace engross
