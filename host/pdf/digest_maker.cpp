#include "pdf/digest_maker.h"

#include "pdf/digest_contents.h"
#include "pdf/digest_source.h"
#include "pdf/reader_refusal.h"

namespace engross {

namespace {

void addPages(DigestSource& source) {
    source.digest.pages.resize(source.leaves.size());
    for (const std::uint32_t node : source.treeNodes) {
        source.copier.replace(node, nullId);
    }
    for (std::size_t i = 0; i < source.leaves.size(); ++i) {
        const SourceLeaf& leaf = source.leaves[i];
        DigestPage& page = source.digest.pages[i];
        page.object = source.copier.add(DigestKind::Page);
        source.digest.objects[page.object].index = static_cast<std::uint32_t>(i);
        page.mediaBox = leaf.mediaBox;
        page.shown = leaf.shown;
        if (source.pageIndices.at(leaf.number) == i) {
            source.copier.replace(leaf.number, page.object);
        }
    }
}

/// Annotations are drawn or made afresh: nothing that pages use may bring the old ones along.
void forgetAnnotations(DigestSource& source) {
    for (const SourceLeaf& leaf : source.leaves) {
        for (const PdfValue& annotation : leaf.page["/Annots"].items()) {
            if (annotation.isReference()) {
                source.copier.replace(annotation.object(), nullId);
            }
        }
    }
}

void addExtras(DigestSource& source) {
    for (std::size_t i = 0; i < source.leaves.size(); ++i) {
        if (const PdfValue group = source.leaves[i].page.entry("/Group"); !group.isNull()) {
            source.copier.begin();
            source.copier.write("/Group ");
            source.copier.writeValue(group);
            source.digest.pages[i].extra = source.copier.end();
        }
    }
}

void addLayers(DigestSource& source) {
    for (const PdfValue& group : source.layers.groups) {
        source.digest.layers.push_back({source.copier.idOf(group), source.layers.hidden.count(group.object()) != 0});
    }
}

/// What a damaged file calls a layer may be a page, a stream or the catalog: that is none.
void forgetFalseLayers(Digest& digest) {
    std::erase_if(digest.layers, [&digest](const DigestLayer& layer) {
        return layer.object == nullId || digest.objects.at(layer.object).kind != DigestKind::Plain;
    });
}

PdfFacts factsFrom(const DigestSource& source) {
    PdfFacts facts;
    for (const DigestPage& page : source.digest.pages) {
        facts.pages.push_back({.width = page.shown.width(),
                               .height = page.shown.height(),
                               .rotation = page.shown.rotation,
                               .hasText = page.showsText,
                               .drawsObjects = page.drawsObjects,
                               .damaged = page.damaged});
    }
    facts.layers = source.layers.groups.size();
    facts.hiddenLayers = source.layers.hidden.size();
    facts.tagged = source.catalog["/StructTreeRoot"].isDictionary();
    return facts;
}

}  // namespace

Digest makeDigest(std::string_view bytes, const std::string& name, bool ours, const PdfLimits& limits) {
    Digest digest;
    const ReaderObjects file(bytes, name);
    DigestSource source(file, digest, name, ours, limits);
    const PdfValue root = file.trailer().entry("/Root");
    source.catalog = root.followed();
    if (!root.isReference() || !source.catalog.isDictionary()) {
        throw ReaderRefused(ReaderRefusal::DamagedXref);
    }
    source.copier.replace(root.object(), nullId);
    findPages(source);
    surveySource(source);
    const auto leftBehind = digest.losses;
    addPages(source);
    forgetAnnotations(source);
    DigestNavigation navigation(source);
    DigestContents contents(source);
    for (std::size_t i = 0; i < source.leaves.size(); ++i) {
        navigation.makeLinks(i);
        contents.make(i);
    }
    navigation.makeBookmarks();
    addExtras(source);
    addLayers(source);
    if (ours) {
        takeStructure(source);
    }
    source.copier.copyWaiting();
    forgetFalseLayers(digest);
    digest.facts = factsFrom(source);
    digest.facts.leftBehind = leftBehind;
    for (const auto& [kind, count] : source.copier.leftOut()) {
        source.count(kind, count);
    }
    return digest;
}

}  // namespace engross
