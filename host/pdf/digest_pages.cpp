#include "pdf/digest_source.h"
#include "pdf/page_walk.h"
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

SourceLeaf leafFrom(const PdfValue& page, std::uint32_t number, const InheritedEntries& inherited) {
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

}  // namespace

void findPages(DigestSource& source) {
    source.treeNodes = walkPages(
        source.file, source.catalog,
        [&source](const PdfValue& page, std::uint32_t number, const InheritedEntries& inherited) {
            if (source.leaves.size() >= source.limits.pages) {
                throw PdfError("pdf-too-large", source.name,
                               "it has more than " + std::to_string(source.limits.pages) + " pages; split it");
            }
            source.pageIndices.emplace(number, source.leaves.size());
            source.leaves.push_back(leafFrom(page, number, inherited));
            source.count("page-size", boxIn(inherited.mediaBox) ? 0 : 1);
        });
    const PdfValue count = source.catalog["/Pages"]["/Count"];
    if (source.leaves.empty() || !count.isInteger() ||
        count.integer() != static_cast<std::int64_t>(source.leaves.size())) {
        throw ReaderRefused(ReaderRefusal::OddPages);
    }
}

}  // namespace engross
