#include "pdf/digest_source.h"
#include "pdf/pdf_error.h"
#include "pdf/reader_refusal.h"

#include <algorithm>
#include <cmath>

namespace engross {

namespace {

using PageBox = std::array<double, 4>;

std::optional<PageBox> boxIn(const PdfValue& value) {
    const std::vector<PdfValue> items = value.followed().items();
    PageBox box{};
    if (items.size() != box.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < box.size(); ++i) {
        const PdfValue number = items[i].followed();
        if (!number.isNumber() || std::abs(number.number()) > 1e7) {
            return std::nullopt;
        }
        box.at(i) = number.number();
    }
    const PageBox ordered{std::min(box[0], box[2]), std::min(box[1], box[3]), std::max(box[0], box[2]),
                          std::max(box[1], box[3])};
    const bool usable = ordered[2] - ordered[0] >= 1 && ordered[3] - ordered[1] >= 1;
    return usable ? std::optional(ordered) : std::nullopt;
}

int rotationIn(const PdfValue& value) {
    const double degrees = value.followed().number();
    if (std::abs(degrees) > 1e6 || std::fmod(degrees, 90) != 0) {
        return 0;
    }
    const int turned = static_cast<int>(degrees) % 360;
    return turned < 0 ? turned + 360 : turned;
}

/// What pages inherit (ISO 32000-1 table 30), as it stands.
struct Inherited {
    PdfValue resources;
    std::uint32_t resourcesHolder = 0;
    PdfValue mediaBox;
    PdfValue cropBox;
    PdfValue rotation;

    void takeFrom(const PdfValue& node, std::uint32_t number) {
        const auto take = [&node](PdfValue& value, std::string_view key) {
            const PdfValue own = node.entry(key);
            value = own.isNull() ? value : own;
        };
        if (!node.entry("/Resources").isNull()) {
            resourcesHolder = number;
        }
        take(resources, "/Resources");
        take(mediaBox, "/MediaBox");
        take(cropBox, "/CropBox");
        take(rotation, "/Rotate");
    }
};

SourceLeaf leafFrom(const PdfValue& page, std::uint32_t number, const Inherited& inherited) {
    SourceLeaf leaf{page, number, inherited.resources, inherited.resourcesHolder, {}, {}};
    const auto given = boxIn(inherited.mediaBox);
    const PageBox media = given.value_or(PageBox{0, 0, 612, 792});
    const PageBox crop = boxIn(inherited.cropBox).value_or(media);
    const PageBox both{std::max(media[0], crop[0]), std::max(media[1], crop[1]), std::min(media[2], crop[2]),
                       std::min(media[3], crop[3])};
    const PageBox seen = both[2] - both[0] >= 1 && both[3] - both[1] >= 1 ? both : media;
    const PdfValue unit = page["/UserUnit"];
    const double userUnit = unit.isNumber() ? unit.number() : 1;
    leaf.mediaBox = media;
    leaf.shown = {seen[0],
                  seen[1],
                  seen[2],
                  seen[3],
                  rotationIn(inherited.rotation),
                  userUnit >= 0.001 && userUnit <= 75'000 ? userUnit : 1};
    return leaf;
}

/// The leaves of a page tree, found without recursion: a hostile tree is deep, round, or both.
class TreeWalk {
public:
    explicit TreeWalk(DigestSource& source) : source_(source) {}

    void run() {
        const PdfValue root = source_.catalog.entry("/Pages");
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
            const Inherited inherited = node.inherited;
            visit(kid, inherited);
        }
    }

private:
    struct Node {
        std::vector<PdfValue> kids;
        std::size_t next = 0;
        Inherited inherited;
    };

    [[noreturn]] static void refuse() {
        throw ReaderRefused(ReaderRefusal::OddPages);
    }

    void visit(const PdfValue& kid, Inherited inherited) {
        const PdfValue node = kid.followed();
        if (!kid.isReference() || !node.isDictionary() || source_.file.isStream(kid)) {
            refuse();
        }
        if (!node.entry("/Kids").isNull()) {
            enter(kid, inherited);
            return;
        }
        inherited.takeFrom(node, kid.object());
        if (source_.leaves.size() >= source_.limits.pages) {
            throw PdfError("pdf-too-large", source_.name,
                           "it has more than " + std::to_string(source_.limits.pages) + " pages; split it");
        }
        source_.pageIndices.emplace(kid.object(), source_.leaves.size());
        source_.leaves.push_back(leafFrom(node, kid.object(), inherited));
    }

    void enter(const PdfValue& reference, Inherited inherited) {
        if (path_.size() == deepestNesting || !entered_.insert(reference.object()).second) {
            refuse();
        }
        const PdfValue node = reference.followed();
        const PdfValue kids = node["/Kids"];
        if (!kids.isArray()) {
            refuse();
        }
        source_.treeNodes.push_back(reference.object());
        inherited.takeFrom(node, reference.object());
        path_.push_back({kids.items(), 0, inherited});
    }

    DigestSource& source_;
    std::vector<Node> path_;
    std::set<std::uint32_t> entered_;
};

}  // namespace

void findPages(DigestSource& source) {
    TreeWalk(source).run();
    if (source.leaves.empty()) {
        throw ReaderRefused(ReaderRefusal::OddPages);
    }
}

}  // namespace engross
