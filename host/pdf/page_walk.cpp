#include "pdf/page_walk.h"

#include "pdf/reader_extent.h"
#include "pdf/reader_refusal.h"

#include <set>
#include <utility>

namespace engross {

namespace {

void inherit(InheritedEntries& entries, const PdfValue& node, std::uint32_t number) {
    const auto take = [&node](PdfValue& value, std::string_view key) {
        const PdfValue own = node.entry(key);
        value = own.isNull() ? value : own;
    };
    if (!node.entry("/Resources").isNull()) {
        entries.resourcesHolder = number;
    }
    take(entries.resources, "/Resources");
    take(entries.mediaBox, "/MediaBox");
    take(entries.cropBox, "/CropBox");
    take(entries.rotation, "/Rotate");
}

class PageTreeWalk {
public:
    PageTreeWalk(const ReaderObjects& file, const PageVisitor& visit) : file_(file), visit_(visit) {}

    std::vector<std::uint32_t> run(const PdfValue& root) {
        if (!root.isReference() || !root.followed().isDictionary()) {
            refuse();
        }
        enter(root, {});
        while (!path_.empty()) {
            Node& node = path_.back();
            if (node.next == node.kids.size()) {
                path_.pop_back();
                continue;
            }
            const PdfValue kid = node.kids[node.next++];
            step(kid, node.inherited);
        }
        return std::move(nodes_);
    }

private:
    struct Node {
        std::vector<PdfValue> kids;
        std::size_t next = 0;
        InheritedEntries inherited;
    };

    [[noreturn]] static void refuse() {
        throw ReaderRefused(ReaderRefusal::OddPages);
    }

    /// A page may carry stray kids; where those are pages they are not passed over.
    static bool isBranch(const PdfValue& node) {
        const PdfValue kids = node.entry("/Kids");
        return !kids.isNull() && !(node["/Type"].isName("/Page") && kids.followed().items().empty());
    }

    void step(const PdfValue& kid, InheritedEntries inherited) {
        const PdfValue node = kid.followed();
        if (!kid.isReference() || !node.isDictionary() || file_.isStream(kid)) {
            refuse();
        }
        if (isBranch(node)) {
            enter(kid, inherited);
            return;
        }
        inherit(inherited, node, kid.object());
        visit_(node, kid.object(), inherited);
    }

    void enter(const PdfValue& reference, InheritedEntries inherited) {
        if (path_.size() == deepestNesting || !entered_.insert(reference.object()).second) {
            refuse();
        }
        const PdfValue node = reference.followed();
        const PdfValue kids = node["/Kids"];
        if (!kids.isArray()) {
            refuse();
        }
        nodes_.push_back(reference.object());
        inherit(inherited, node, reference.object());
        path_.push_back({kids.items(), 0, inherited});
    }

    const ReaderObjects& file_;
    const PageVisitor& visit_;
    std::vector<Node> path_;
    std::set<std::uint32_t> entered_;
    std::vector<std::uint32_t> nodes_;
};

}  // namespace

std::vector<std::uint32_t> walkPages(const ReaderObjects& file, const PdfValue& catalog, const PageVisitor& visit) {
    return PageTreeWalk(file, visit).run(catalog.entry("/Pages"));
}

}  // namespace engross
