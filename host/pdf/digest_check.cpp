#include "pdf/content_lexer.h"
#include "pdf/digest.h"

#include <algorithm>
#include <cmath>

namespace engross {

namespace {

class DigestCheck {
public:
    DigestCheck(const Digest& digest, std::uint64_t sourceBytes) : digest_(digest), sourceBytes_(sourceBytes) {}

    [[nodiscard]] bool passes() const {
        const auto all = [](const auto& list, const auto& good) { return std::all_of(list.begin(), list.end(), good); };
        return digest_.objects.size() < leastSpecialId &&
               all(digest_.relocations, [this](const DigestRelocation& cut) { return isTarget(cut.id); }) &&
               all(digest_.objects, [this](const DigestObject& object) { return isGood(object); }) &&
               all(digest_.resources,
                   [this](const DigestResources& lent) {
                       return isKind(lent.object, DigestKind::Plain) && isFontName(lent.fontName);
                   }) &&
               all(digest_.contents, [this](LocalId id) { return isStream(id); }) &&
               all(digest_.pages, [this](const DigestPage& page) { return isGood(page); }) &&
               all(digest_.links, [this](const DigestLink& link) { return isGood(link); }) &&
               all(digest_.bookmarks, [this](const DigestBookmark& row) { return !row.leads || isPlace(row.place); }) &&
               all(digest_.layers,
                   [this](const DigestLayer& layer) { return isKind(layer.object, DigestKind::Plain); }) &&
               all(digest_.topElements, [this](LocalId id) { return isKind(id, DigestKind::Plain); }) &&
               all(digest_.elements, [this](LocalId id) { return id == nullId || isObject(id); }) &&
               !digest_.pages.empty();
    }

private:
    [[nodiscard]] bool isObject(LocalId id) const {
        return id < digest_.objects.size();
    }
    [[nodiscard]] bool isTarget(LocalId id) const {
        return isObject(id) || id == nullId || id == stampFontId || id == structureParentId;
    }
    [[nodiscard]] bool isKind(LocalId id, DigestKind kind) const {
        return isObject(id) && digest_.objects[id].kind == kind;
    }
    [[nodiscard]] bool isStream(LocalId id) const {
        return isKind(id, DigestKind::SourceStream) || isKind(id, DigestKind::BlobStream);
    }
    template <typename List>
    [[nodiscard]] static bool isRange(const List& list, std::uint64_t first, std::uint64_t count) {
        return first <= list.size() && count <= list.size() - first;
    }
    [[nodiscard]] static bool isFontName(const std::string& name) {
        return name.rfind("/EngrossNumber", 0) == 0 && name.find_first_not_of('a', 14) == std::string::npos;
    }
    [[nodiscard]] bool isPlace(const SourcePlace& place) const {
        return place.page < digest_.pages.size() && std::isfinite(place.left.value_or(0)) &&
               std::isfinite(place.top.value_or(0));
    }

    [[nodiscard]] bool isGood(const DigestText& text) const {
        if (!isRange(digest_.blob, text.offset, text.length) ||
            !isRange(digest_.relocations, text.firstRelocation, text.relocations)) {
            return false;
        }
        std::uint64_t least = text.offset;
        for (std::uint32_t i = 0; i < text.relocations; ++i) {
            const std::uint64_t at = digest_.relocations[text.firstRelocation + i].at;
            if (at < least || at > std::uint64_t{text.offset} + text.length) {
                return false;
            }
            least = at;
        }
        return true;
    }

    [[nodiscard]] bool isSame(LocalId id, const DigestObject& object) const {
        return isObject(id) && &digest_.objects[id] == &object;
    }

    [[nodiscard]] bool isGood(const DigestObject& object) const {
        switch (object.kind) {
            case DigestKind::Plain:
                return isGood(object.text);
            case DigestKind::SourceStream:
                return isGood(object.text) && object.data <= sourceBytes_ &&
                       object.dataLength <= sourceBytes_ - object.data;
            case DigestKind::BlobStream:
                return isGood(object.text) && isRange(digest_.blob, object.data, object.dataLength);
            case DigestKind::Page:
                return object.index < digest_.pages.size() && !object.hashed &&
                       isSame(digest_.pages[object.index].object, object);
            case DigestKind::Link:
                return object.index < digest_.links.size() && !object.hashed &&
                       isSame(digest_.links[object.index].object, object);
        }
        return false;
    }

    [[nodiscard]] bool isGood(const DigestPage& page) const {
        const PageGeometry& shown = page.shown;
        const std::array<double, 10> numbers{
            page.mediaBox[0], page.mediaBox[1], page.mediaBox[2], page.mediaBox[3], shown.left,
            shown.bottom,     shown.right,      shown.top,        shown.userUnit,   0};
        const bool sane =
            std::all_of(numbers.begin(), numbers.end(),
                        [](double number) { return std::isfinite(number) && std::abs(number) <= 1e7; }) &&
            shown.left < shown.right && shown.bottom < shown.top && shown.userUnit > 0 &&
            (shown.rotation == 0 || shown.rotation == 90 || shown.rotation == 180 || shown.rotation == 270);
        return sane && isKind(page.object, DigestKind::Page) &&
               &digest_.pages[digest_.objects[page.object].index] == &page &&
               page.resources < digest_.resources.size() && isGood(page.extra) &&
               isRange(digest_.contents, page.firstContent, page.contents) &&
               isRange(digest_.links, page.firstLink, page.links) &&
               isRange(digest_.elements, page.firstElement, page.elements) && page.overs <= mostContentStates;
    }

    [[nodiscard]] bool isGood(const DigestLink& link) const {
        return isKind(link.object, DigestKind::Link) && &digest_.links[digest_.objects[link.object].index] == &link &&
               isGood(link.text) && (link.element == nullId || isObject(link.element)) &&
               (link.leads != DigestLink::Leads::Within || isPlace(link.place));
    }

    const Digest& digest_;
    std::uint64_t sourceBytes_;
};

}  // namespace

bool isSound(const Digest& digest, std::uint64_t sourceBytes) {
    return DigestCheck(digest, sourceBytes).passes();
}

}  // namespace engross
