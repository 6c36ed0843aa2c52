#include "pdf/bundle_navigation.h"

#include "pdf/source_file.h"

#include <charconv>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace engross {

namespace {

QPDFObjectHandle coordinate(const std::optional<double>& value, double otherwise) {
    return QPDFObjectHandle::newReal(pdfNumber(value.value_or(otherwise)));
}

class Outline {
public:
    Outline(QPDF& bundle, const std::vector<BundlePart>& parts, const std::vector<QPDFObjectHandle>& pages)
        : bundle_(bundle), parts_(parts), pages_(pages) {}

    QPDFObjectHandle build(const std::vector<LinkBookmark>& bookmarks) {
        std::vector<QPDFObjectHandle> items;
        for (const auto& bookmark : bookmarks) {
            items.push_back(itemOf(bookmark));
        }
        return rootOf(items);
    }

    QPDFObjectHandle build(const std::vector<SourceBookmark>& bookmarks) {
        std::vector<QPDFObjectHandle> items;
        for (const auto& bookmark : bookmarks) {
            items.push_back(itemOf(bookmark, parts_.front()));
        }
        return rootOf(items);
    }

private:
    QPDFObjectHandle rootOf(const std::vector<QPDFObjectHandle>& items) {
        QPDFObjectHandle root = bundle_.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Outlines >>"));
        chain(root, items);
        root.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(items.size())));
        return root;
    }

    QPDFObjectHandle itemOf(const LinkBookmark& bookmark) {
        std::vector<QPDFObjectHandle> children;
        for (const auto& child : bookmark.children) {
            children.push_back(itemOf(child));
        }
        if (bookmark.source) {
            const BundlePart& part = parts_.at(*bookmark.source);
            for (const auto& own : part.navigation.bookmarks) {
                children.push_back(itemOf(own, part));
            }
        }
        return item(bookmark.title, destinationOn(pages_.at(bookmark.page - 1)), children);
    }

    QPDFObjectHandle itemOf(const SourceBookmark& bookmark, const BundlePart& part) {
        std::vector<QPDFObjectHandle> children;
        for (const auto& child : bookmark.children) {
            children.push_back(itemOf(child, part));
        }
        QPDFObjectHandle destination = QPDFObjectHandle::newNull();
        if (bookmark.place) {
            destination = destinationOn(pages_.at(part.firstPage + bookmark.place->page), *bookmark.place);
        }
        return item(bookmark.title, destination, children);
    }

    QPDFObjectHandle item(const std::string& title, const QPDFObjectHandle& destination,
                          const std::vector<QPDFObjectHandle>& children) {
        QPDFObjectHandle result = bundle_.makeIndirectObject(QPDFObjectHandle::newDictionary());
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

    QPDF& bundle_;
    const std::vector<BundlePart>& parts_;
    const std::vector<QPDFObjectHandle>& pages_;
};

/// A label as a prefix and the decimal number at its end, or 0 where it has none.
struct LabelParts {
    std::string prefix;
    long number = 0;
};

LabelParts partsOf(const std::string& label) {
    const std::size_t digits = label.find_last_not_of("0123456789") + 1;  // npos + 1 is 0: all digits
    LabelParts parts{label, 0};
    const bool plain = digits < label.size() && label[digits] != '0' && label.size() - digits < 10;
    if (plain) {
        parts.prefix = label.substr(0, digits);
        std::from_chars(label.data() + digits, label.data() + label.size(), parts.number);
    }
    return parts;
}

}  // namespace

QPDFObjectHandle destinationOn(const QPDFObjectHandle& page, const SourcePlace& place) {
    const auto corner = geometryOf(page).shownTopLeft();
    return QPDFObjectHandle::newArray({page, QPDFObjectHandle::newName("/XYZ"), coordinate(place.left, corner[0]),
                                       coordinate(place.top, corner[1]), QPDFObjectHandle::newNull()});
}

QPDFObjectHandle outlineOf(QPDF& bundle, const std::vector<LinkBookmark>& bookmarks,
                           const std::vector<BundlePart>& parts, const std::vector<QPDFObjectHandle>& pages) {
    return Outline(bundle, parts, pages).build(bookmarks);
}

QPDFObjectHandle outlineOf(QPDF& file, const std::vector<SourceBookmark>& bookmarks,
                           const std::vector<QPDFObjectHandle>& pages) {
    const std::vector<BundlePart> whole{BundlePart{0, pages.size(), {}, {}}};
    return Outline(file, whole, pages).build(bookmarks);
}

QPDFObjectHandle pageLabelsOf(const std::vector<std::string>& labels) {
    QPDFObjectHandle ranges = QPDFObjectHandle::newArray();
    LabelParts expected;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const LabelParts parts = partsOf(labels[i]);
        const bool runsOn =
            i > 0 && parts.number != 0 && parts.prefix == expected.prefix && parts.number == expected.number;
        expected = {parts.prefix, parts.number == 0 ? 0 : parts.number + 1};
        if (runsOn) {
            continue;
        }
        QPDFObjectHandle range = QPDFObjectHandle::newDictionary();
        if (!parts.prefix.empty()) {
            range.replaceKey("/P", QPDFObjectHandle::newUnicodeString(parts.prefix));
        }
        if (parts.number != 0) {
            range.replaceKey("/S", QPDFObjectHandle::newName("/D"));
            range.replaceKey("/St", QPDFObjectHandle::newInteger(parts.number));
        }
        ranges.appendItem(QPDFObjectHandle::newInteger(static_cast<long long>(i)));
        ranges.appendItem(range);
    }
    QPDFObjectHandle tree = QPDFObjectHandle::newDictionary();
    tree.replaceKey("/Nums", ranges);
    return tree;
}

QPDFObjectHandle targetNamesOf(const std::map<std::string, PageNumber>& targets,
                               const std::vector<QPDFObjectHandle>& pages) {
    QPDFObjectHandle names = QPDFObjectHandle::newArray();
    for (const auto& [name, page] : targets) {
        names.appendItem(QPDFObjectHandle::newString(name));
        names.appendItem(destinationOn(pages.at(page - 1)));
    }
    QPDFObjectHandle places = QPDFObjectHandle::newDictionary();
    places.replaceKey("/Names", names);
    QPDFObjectHandle all = QPDFObjectHandle::newDictionary();
    all.replaceKey("/Dests", places);
    return all;
}

}  // namespace engross
