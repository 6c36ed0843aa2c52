#include "pdf/bundle_structure.h"

#include "pdf/page_labels.h"
#include "pdf/source_file.h"

#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace engross {

namespace {

std::vector<QPDFObjectHandle> kidsOf(QPDFObjectHandle element) {
    QPDFObjectHandle kids = element.getKey("/K");
    if (kids.isArray()) {
        return kids.getArrayAsVector();
    }
    return kids.isNull() ? std::vector<QPDFObjectHandle>() : std::vector<QPDFObjectHandle>{kids};
}

}  // namespace

struct BundleStructure::Impl {
    Impl(QPDF& file, std::size_t pages) : bundle(file), nextKey(static_cast<long long>(pages)) {}

    QPDFObjectHandle element(const std::string& type, QPDFObjectHandle parent) {
        QPDFObjectHandle made = bundle.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /StructElem >>"));
        made.replaceKey("/S", QPDFObjectHandle::newName(type));
        made.replaceKey("/P", parent);
        made.replaceKey("/K", QPDFObjectHandle::newArray());
        parent.getKey("/K").appendItem(made);
        return made;
    }

    QPDFObjectHandle copied(QPDFObjectHandle value) {
        if (value.isIndirect()) {
            return bundle.copyForeignObject(value);
        }
        QPDFObjectHandle list = QPDFObjectHandle::newArray();
        for (int i = 0; value.isArray() && i < value.getArrayNItems(); ++i) {
            QPDFObjectHandle item = value.getArrayItem(i);
            list.appendItem(item.isIndirect() ? bundle.copyForeignObject(item) : QPDFObjectHandle::newNull());
        }
        return list;
    }

    /// Gives a page's or annotation's entry in the source's parent tree its place in the bundle's.
    void rekey(QPDFObjectHandle holder, const char* key, long long number,
               const std::map<long long, QPDFObjectHandle>& entries) {
        QPDFObjectHandle old = holder.getKey(key);
        const auto entry = old.isInteger() ? entries.find(old.getIntValue()) : entries.end();
        if (entry == entries.end()) {
            holder.removeKey(key);
            return;
        }
        holder.replaceKey(key, QPDFObjectHandle::newInteger(number));
        parents.insert_or_assign(number, copied(entry->second));
    }

    QPDF& bundle;
    QPDFObjectHandle root;
    QPDFObjectHandle document;
    QPDFObjectHandle section;
    std::map<long long, QPDFObjectHandle> parents;
    long long nextKey;
};

BundleStructure::BundleStructure(QPDF& bundle, std::size_t pages, const std::string& language)
    : impl_(std::make_unique<Impl>(bundle, pages)) {
    impl_->root = bundle.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /StructTreeRoot /K [] >>"));
    impl_->document = impl_->element("/Document", impl_->root);
    impl_->document.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(language));
}

BundleStructure::~BundleStructure() = default;

bool BundleStructure::adopt(SourceFile& source, std::size_t firstPage, const std::vector<QPDFObjectHandle>& pages) {
    QPDFObjectHandle tree = source.catalog().getKey("/StructTreeRoot");
    if (!tree.isDictionary()) {
        return false;
    }
    const auto entries = numbersOf(tree.getKey("/ParentTree"));
    for (std::size_t i = 0; i < source.pages().size(); ++i) {
        QPDFObjectHandle page = pages.at(firstPage + i);
        impl_->rekey(page, "/StructParents", static_cast<long long>(firstPage) + static_cast<long long>(i), entries);
        QPDFObjectHandle annotations = page.getKey("/Annots");
        for (int k = 0; annotations.isArray() && k < annotations.getArrayNItems(); ++k) {
            impl_->rekey(annotations.getArrayItem(k), "/StructParent", impl_->nextKey++, entries);
        }
    }
    for (auto& kid : kidsOf(tree)) {
        QPDFObjectHandle element = impl_->bundle.copyForeignObject(kid);
        if (element.getKey("/S").isNameAndEquals("/Document")) {
            element.replaceKey("/S", QPDFObjectHandle::newName("/Part"));
        }
        element.replaceKey("/P", impl_->document);
        impl_->document.getKey("/K").appendItem(element);
    }
    return true;
}

void BundleStructure::beginDocument(const std::string& title) {
    impl_->section = impl_->element("/Part", impl_->document);
    impl_->section.replaceKey("/T", QPDFObjectHandle::newUnicodeString(title));
}

void BundleStructure::addPage(std::size_t index, QPDFObjectHandle page, bool showsText,
                              const std::string& description) {
    QPDFObjectHandle made = impl_->element(showsText ? "/P" : "/Figure", impl_->section);
    if (!showsText) {
        made.replaceKey("/Alt", QPDFObjectHandle::newUnicodeString(description));
    }
    made.replaceKey("/Pg", page);
    made.replaceKey("/K", QPDFObjectHandle::newInteger(0));
    const auto key = static_cast<long long>(index);
    page.replaceKey("/StructParents", QPDFObjectHandle::newInteger(key));
    impl_->parents.insert_or_assign(key, QPDFObjectHandle::newArray({made}));
}

void BundleStructure::finish() {
    QPDFObjectHandle numbers = QPDFObjectHandle::newArray();
    for (const auto& [key, parent] : impl_->parents) {
        numbers.appendItem(QPDFObjectHandle::newInteger(key));
        numbers.appendItem(parent);
    }
    QPDFObjectHandle tree = impl_->bundle.makeIndirectObject(QPDFObjectHandle::newDictionary());
    tree.replaceKey("/Nums", numbers);
    impl_->root.replaceKey("/ParentTree", tree);
    impl_->root.replaceKey("/ParentTreeNextKey", QPDFObjectHandle::newInteger(impl_->nextKey));
    QPDFObjectHandle catalog = impl_->bundle.getRoot();
    catalog.replaceKey("/StructTreeRoot", impl_->root);
    catalog.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
}

}  // namespace engross
