#include "pdf/source_outline.h"

#include "pdf/source_file.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace engross {

namespace {

QPDFObjectHandle coordinate(const std::optional<double>& value, double otherwise) {
    return QPDFObjectHandle::newReal(pdfNumber(value.value_or(otherwise)));
}

class Outline {
public:
    Outline(QPDF& file, const std::vector<QPDFObjectHandle>& pages) : file_(file), pages_(pages) {}

    QPDFObjectHandle build(const std::vector<SourceBookmark>& bookmarks) {
        std::vector<QPDFObjectHandle> items;
        for (const auto& bookmark : bookmarks) {
            items.push_back(itemOf(bookmark));
        }
        QPDFObjectHandle root = file_.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Outlines >>"));
        chain(root, items);
        root.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(items.size())));
        return root;
    }

private:
    QPDFObjectHandle itemOf(const SourceBookmark& bookmark) {
        std::vector<QPDFObjectHandle> children;
        for (const auto& child : bookmark.children) {
            children.push_back(itemOf(child));
        }
        QPDFObjectHandle destination = QPDFObjectHandle::newNull();
        if (bookmark.place) {
            destination = destinationOn(pages_.at(bookmark.place->page), *bookmark.place);
        }
        return item(bookmark.title, destination, children);
    }

    QPDFObjectHandle item(const std::string& title, const QPDFObjectHandle& destination,
                          const std::vector<QPDFObjectHandle>& children) {
        QPDFObjectHandle result = file_.makeIndirectObject(QPDFObjectHandle::newDictionary());
        result.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(title));
        result.replaceKey("/Dest", destination);
        if (!children.empty()) {
            chain(result, children);
            result.replaceKey("/Count", QPDFObjectHandle::newInteger(-static_cast<long long>(children.size())));
        }
        return result;
    }

    static void chain(QPDFObjectHandle parent, const std::vector<QPDFObjectHandle>& items) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            QPDFObjectHandle item = items[i];
            item.replaceKey("/Parent", parent);
            if (i > 0) {
                item.replaceKey("/Prev", items[i - 1]);
            }
            if (i + 1 < items.size()) {
                item.replaceKey("/Next", items[i + 1]);
            }
        }
        if (!items.empty()) {
            parent.replaceKey("/First", items.front());
            parent.replaceKey("/Last", items.back());
        }
    }

    QPDF& file_;
    const std::vector<QPDFObjectHandle>& pages_;
};

}  // namespace

QPDFObjectHandle destinationOn(const QPDFObjectHandle& page, const SourcePlace& place) {
    const auto corner = geometryOf(page).shownTopLeft();
    return QPDFObjectHandle::newArray({page, QPDFObjectHandle::newName("/XYZ"), coordinate(place.left, corner[0]),
                                       coordinate(place.top, corner[1]), QPDFObjectHandle::newNull()});
}

QPDFObjectHandle outlineOf(QPDF& file, const std::vector<SourceBookmark>& bookmarks,
                           const std::vector<QPDFObjectHandle>& pages) {
    return Outline(file, pages).build(bookmarks);
}

}  // namespace engross
