#include "pdf/digest_source.h"
#include "pdf/reader_lexer.h"

#include <map>

namespace engross {

namespace {

constexpr std::size_t mostNodes = 100'000;
constexpr std::size_t mostElements = 4'000'000;

/// The entries of a number tree, as they stand.
std::map<std::int64_t, PdfValue> numbersIn(const PdfValue& tree) {
    std::map<std::int64_t, PdfValue> numbers;
    std::vector<PdfValue> waiting{tree};
    for (std::size_t seen = 0; !waiting.empty() && seen < mostNodes; ++seen) {
        const PdfValue node = waiting.back();
        waiting.pop_back();
        const std::vector<PdfValue> leaves = node["/Nums"].items();
        for (std::size_t i = 0; i + 1 < leaves.size(); i += 2) {
            numbers.emplace(leaves[i].followed().integer(), leaves[i + 1]);
        }
        for (const PdfValue& kid : node["/Kids"].items()) {
            waiting.push_back(kid.followed());
        }
    }
    return numbers;
}

/// A top element: it hangs below the bundle's document, and so is no document itself.
LocalId topElement(DigestCopier& copier, const PdfValue& reference) {
    const LocalId id = copier.add(DigestKind::Plain);
    copier.replace(reference.object(), id);
    copier.begin();
    copier.write("<<");
    reference.followed().forEachEntry([&copier](std::string_view key, const PdfValue& value) {
        copier.write(key);
        copier.write(" ");
        if (key == "/S" && value.isName("/Document")) {
            copier.write("/Part");
        } else {
            copier.writeValue(value);
        }
        copier.write(" ");
    });
    copier.write(">>");
    copier.set(id, copier.end());
    return id;
}

void placePages(DigestSource& source, const std::map<std::int64_t, PdfValue>& parents) {
    for (std::size_t i = 0; i < source.leaves.size(); ++i) {
        const PdfValue key = source.leaves[i].page["/StructParents"];
        const auto entry = key.isInteger() ? parents.find(key.integer()) : parents.end();
        if (entry == parents.end()) {
            continue;
        }
        DigestPage& page = source.digest.pages.at(i);
        page.hasElements = true;
        page.firstElement = static_cast<std::uint32_t>(source.digest.elements.size());
        for (const PdfValue& element : entry->second.followed().items()) {
            if (source.digest.elements.size() < mostElements) {
                source.digest.elements.push_back(source.copier.idOf(element));
            }
        }
        page.elements = static_cast<std::uint32_t>(source.digest.elements.size()) - page.firstElement;
    }
}

}  // namespace

void takeStructure(DigestSource& source) {
    const PdfValue root = source.catalog.entry("/StructTreeRoot");
    const PdfValue tree = root.followed();
    if (!root.isReference() || !tree.isDictionary()) {
        return;
    }
    source.copier.replace(root.object(), structureParentId);
    const PdfValue kids = tree.entry("/K");
    const PdfValue list = kids.followed();
    for (const PdfValue& kid : list.isArray() ? list.items() : std::vector<PdfValue>{kids}) {
        if (kid.isReference() && kid.followed().isDictionary()) {
            source.digest.topElements.push_back(topElement(source.copier, kid));
        }
    }
    const auto parents = numbersIn(tree["/ParentTree"]);
    placePages(source, parents);
    for (std::size_t i = 0; i < source.digest.links.size(); ++i) {
        if (const auto entry = parents.find(source.linkKeys.at(i)); entry != parents.end()) {
            source.digest.links.at(i).element = source.copier.idOf(entry->second);
        }
    }
}

}  // namespace engross
