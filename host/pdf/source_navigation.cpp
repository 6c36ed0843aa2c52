#include "pdf/source_navigation.h"

#include "pdf/annotation_flags.h"
#include "pdf/source_survey.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>

namespace engross {

namespace {

constexpr int deepestBookmark = 12;
constexpr std::size_t mostBookmarks = 10'000;
constexpr std::size_t longestTitle = 400;  // bytes

std::optional<double> numberAt(QPDFObjectHandle array, int index) {
    if (index >= array.getArrayNItems() || !array.getArrayItem(index).isNumber()) {
        return std::nullopt;
    }
    const double value = array.getArrayItem(index).getNumericValue();
    return std::isfinite(value) && std::abs(value) < 1e7 ? std::optional(value) : std::nullopt;
}

std::string shortened(std::string text) {
    if (text.size() > longestTitle) {
        std::size_t end = longestTitle;
        while (end > 0 && (static_cast<unsigned char>(text.at(end)) & 0xC0U) == 0x80U) {
            --end;
        }
        text.resize(end);
    }
    return text;
}

bool isSafeAddress(std::string address) {
    std::transform(address.begin(), address.end(), address.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    const auto begins = [&address](const char* scheme) { return address.rfind(scheme, 0) == 0; };
    return address.size() < 4096 && (begins("https:") || begins("http:") || begins("mailto:"));
}

std::string nameOf(QPDFObjectHandle destination) {
    return destination.isName() ? destination.getName().substr(1) : destination.getStringValue();
}

class Bookmarks {
public:
    explicit Bookmarks(const Destinations& destinations) : destinations_(destinations) {}

    std::vector<SourceBookmark> below(QPDFObjectHandle parent, int depth) {
        std::vector<SourceBookmark> bookmarks;
        QPDFObjectHandle item = parent.getKey("/First");
        while (depth < deepestBookmark && item.isDictionary() && seen_.size() < mostBookmarks &&
               seen_.insert(item.getObjGen()).second) {
            SourceBookmark bookmark;
            QPDFObjectHandle title = item.getKey("/Title");
            bookmark.title = title.isString() ? shortened(title.getUTF8Value()) : std::string();
            bookmark.place = destinations_.resolve(Destinations::of(item));
            bookmark.children = below(item, depth + 1);
            if (!bookmark.title.empty() && (bookmark.place || !bookmark.children.empty())) {
                bookmarks.push_back(std::move(bookmark));
            }
            item = item.getKey("/Next");
        }
        return bookmarks;
    }

private:
    const Destinations& destinations_;
    std::set<QPDFObjGen> seen_;
};

class Navigation {
public:
    Navigation(SourceFile& file, const SourceSurvey& found, bool ours)
        : file_(file), found_(found), ours_(ours), destinations_(file) {}

    SourceNavigation run() {
        for (std::size_t i = 0; i < file_.pages().size(); ++i) {
            keepLinks(i);
        }
        kept_.bookmarks = bookmarksOf(file_, destinations_);
        return std::move(kept_);
    }

private:
    void keepLinks(std::size_t index) {
        QPDFObjectHandle page = file_.pages().at(index);
        QPDFObjectHandle annotations = page.getKey("/Annots");
        QPDFObjectHandle links = QPDFObjectHandle::newArray();
        for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
            QPDFObjectHandle annotation = annotations.getArrayItem(i);
            if (annotation.isDictionary() && annotation.getKey("/Subtype").isNameAndEquals("/Link") &&
                annotation.getKey("/Rect").isRectangle()) {
                keepLink(index, annotation, links);
            }
        }
        page.removeKey("/Annots");
        if (links.getArrayNItems() > 0) {
            page.replaceKey("/Annots", links);
        }
    }

    void keepLink(std::size_t page, QPDFObjectHandle annotation, QPDFObjectHandle links) {
        QPDFObjectHandle flags = annotation.getKey("/F");
        if ((flags.isInteger() && (flags.getIntValueAsInt() & neverShown) != 0) ||
            isHidden(annotation.getKey("/OC"), found_)) {
            ++kept_.hiddenLinks;
            return;
        }
        const auto box = shownPart(page, annotation);
        if (!box) {
            ++kept_.brokenLinks;
            return;
        }
        QPDFObjectHandle action = annotation.getKey("/A");
        QPDFObjectHandle fresh = bareLink(annotation);
        fresh.replaceKey("/Rect", QPDFObjectHandle::newFromRectangle(*box));
        SourceLink link{.page = page, .index = links.getArrayNItems(), .place = std::nullopt, .target = {}};
        if (action.isDictionary() && action.getKey("/S").isNameAndEquals("/URI")) {
            QPDFObjectHandle address = action.getKey("/URI");
            if (!address.isString() || !isSafeAddress(address.getStringValue())) {
                ++kept_.externalLinks;
                return;
            }
            QPDFObjectHandle web = QPDFObjectHandle::parse("<< /S /URI >>");
            web.replaceKey("/URI", QPDFObjectHandle::newString(address.getStringValue()));
            fresh.replaceKey("/A", web);
        } else {
            QPDFObjectHandle destination = Destinations::of(annotation);
            link.place = destinations_.resolve(destination);
            if (!link.place && ours_ && (destination.isString() || destination.isName())) {
                link.target = nameOf(destination);
            }
            if (!link.place && link.target.empty()) {
                kept_.brokenLinks += destination.isNull() ? 0U : 1U;
                return;
            }
            kept_.links.push_back(link);
        }
        links.appendItem(placed(annotation, fresh));
    }

    /// A page of ours has its link in the structure tree too: the object stays the same one.
    QPDFObjectHandle placed(const QPDFObjectHandle& annotation, const QPDFObjectHandle& fresh) {
        if (ours_ && annotation.isIndirect()) {
            file_.pdf().replaceObject(annotation.getObjGen(), fresh);
            return file_.pdf().getObject(annotation.getObjGen());
        }
        return file_.pdf().makeIndirectObject(fresh);
    }

    /// A link's box with its corners in order, as far as it lies on the visible page.
    [[nodiscard]] std::optional<QPDFObjectHandle::Rectangle> shownPart(std::size_t page,
                                                                       QPDFObjectHandle annotation) const {
        const PageGeometry& shown = file_.geometries().at(page);
        const auto box = annotation.getKey("/Rect").getArrayAsRectangle();
        const QPDFObjectHandle::Rectangle part(std::max(box.llx, shown.left), std::max(box.lly, shown.bottom),
                                               std::min(box.urx, shown.right), std::min(box.ury, shown.top));
        return part.llx < part.urx && part.lly < part.ury ? std::optional(part) : std::nullopt;
    }

    /// Type, place and looks of a link, and what a screen reader says of it; no action and no destination.
    [[nodiscard]] QPDFObjectHandle bareLink(QPDFObjectHandle annotation) const {
        QPDFObjectHandle fresh = QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Link /F 4 >>");
        QPDFObjectHandle looks = annotation.getKey("/AP");
        QPDFObjectHandle look = looks.isDictionary() ? looks.getKey("/N") : QPDFObjectHandle::newNull();
        const bool drawn = look.isStream() || look.isDictionary();
        for (const char* key : {"/QuadPoints", "/Border", "/C"}) {
            QPDFObjectHandle value = annotation.getKey(key);
            if (value.isArray() && value.getArrayNItems() <= 4096) {
                fresh.replaceKey(key, plainNumbers(value));
            }
        }
        if (drawn) {
            fresh.replaceKey("/Border", QPDFObjectHandle::parse("[0 0 0]"));
        } else if (annotation.getKey("/BS").isDictionary()) {
            fresh.replaceKey("/BS", plainStyle(annotation.getKey("/BS")));
        }
        if (annotation.getKey("/Contents").isString()) {
            fresh.replaceKey("/Contents", QPDFObjectHandle::newUnicodeString(
                                              shortened(annotation.getKey("/Contents").getUTF8Value())));
        }
        if (ours_ && annotation.getKey("/StructParent").isInteger()) {
            fresh.replaceKey("/StructParent", annotation.getKey("/StructParent"));
        }
        return fresh;
    }

    static QPDFObjectHandle plainNumbers(QPDFObjectHandle array) {
        QPDFObjectHandle plain = QPDFObjectHandle::newArray();
        for (int i = 0; i < array.getArrayNItems(); ++i) {
            if (array.getArrayItem(i).isNumber()) {
                plain.appendItem(QPDFObjectHandle::newReal(pdfNumber(numberAt(array, i).value_or(0))));
            }
        }
        return plain;
    }

    /// A border style (ISO 32000-1 table 166) without anything that does not belong there.
    static QPDFObjectHandle plainStyle(QPDFObjectHandle style) {
        QPDFObjectHandle plain = QPDFObjectHandle::newDictionary();
        QPDFObjectHandle width = style.getKey("/W");
        if (width.isNumber()) {
            const double points = std::clamp(width.getNumericValue(), 0.0, 1000.0);
            plain.replaceKey("/W", QPDFObjectHandle::newReal(pdfNumber(points)));
        }
        for (const char* kind : {"/S", "/D", "/B", "/I", "/U"}) {
            if (style.getKey("/S").isNameAndEquals(kind)) {
                plain.replaceKey("/S", style.getKey("/S"));
            }
        }
        if (style.getKey("/D").isArray() && style.getKey("/D").getArrayNItems() <= 8) {
            plain.replaceKey("/D", plainNumbers(style.getKey("/D")));
        }
        return plain;
    }

    SourceFile& file_;
    const SourceSurvey& found_;
    bool ours_;
    Destinations destinations_;
    SourceNavigation kept_;
};

}  // namespace

struct Destinations::Names {
    std::map<std::string, QPDFObjectHandle> places;
};

Destinations::Destinations(const SourceFile& file) : file_(file), names_(std::make_unique<Names>()) {
    QPDFObjectHandle names = file.catalog().getKey("/Names");
    if (names.isDictionary()) {
        for (auto& [name, place] : namesOf(names.getKey("/Dests"))) {
            names_->places.emplace(name, place);
        }
    }
    QPDFObjectHandle old = file.catalog().getKey("/Dests");
    if (old.isDictionary()) {
        for (const auto& key : old.getKeys()) {
            names_->places.emplace(key.substr(1), old.getKey(key));
        }
    }
}

Destinations::~Destinations() = default;

QPDFObjectHandle Destinations::of(QPDFObjectHandle holder) {
    QPDFObjectHandle action = holder.getKey("/A");
    if (action.isDictionary() && action.getKey("/S").isNameAndEquals("/GoTo")) {
        return action.getKey("/D");
    }
    return holder.getKey("/Dest");
}

std::optional<SourcePlace> Destinations::resolve(QPDFObjectHandle destination) const {
    if (destination.isName() || destination.isString()) {
        const auto found = names_->places.find(nameOf(destination));
        destination = found == names_->places.end() ? QPDFObjectHandle::newNull() : found->second;
    }
    if (destination.isDictionary()) {
        destination = destination.getKey("/D");
    }
    if (!destination.isArray() || destination.getArrayNItems() == 0) {
        return std::nullopt;
    }
    QPDFObjectHandle page = destination.getArrayItem(0);
    SourcePlace place{.page = file_.indexOf(page), .left = std::nullopt, .top = std::nullopt};
    if (page.isInteger() && page.getIntValue() >= 0) {
        place.page = static_cast<std::size_t>(page.getIntValue());
    }
    if (place.page >= file_.pages().size()) {
        return std::nullopt;
    }
    QPDFObjectHandle kind = destination.getArrayNItems() > 1 ? destination.getArrayItem(1) : page;
    if (kind.isNameAndEquals("/XYZ")) {
        place.left = numberAt(destination, 2);
        place.top = numberAt(destination, 3);
    } else if (kind.isNameAndEquals("/FitH") || kind.isNameAndEquals("/FitBH")) {
        place.top = numberAt(destination, 2);
    } else if (kind.isNameAndEquals("/FitR")) {
        place.left = numberAt(destination, 2);
        place.top = numberAt(destination, 5);
    }
    return place;
}

std::vector<SourceBookmark> bookmarksOf(const SourceFile& file, const Destinations& destinations) {
    QPDFObjectHandle outline = file.catalog().getKey("/Outlines");
    return outline.isDictionary() ? Bookmarks(destinations).below(outline, 0) : std::vector<SourceBookmark>();
}

SourceNavigation keepNavigation(SourceFile& file, const SourceSurvey& found, bool ours) {
    return Navigation(file, found, ours).run();
}

}  // namespace engross
