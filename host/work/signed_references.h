#pragma once
#include "bundle/searched_documents.h"
#include "work/bundle_parts.h"

#include <vector>

namespace engross {

/// Whether references in the text of the item's document become links: what its plan says, else witness statements and
/// statements of case that enter as their bytes.
[[nodiscard]] bool looksForReferences(const BundleItem& item);

/// A document of the bundle whose text is looked through, and its place.
struct SearchedPages {
    NumberedPart part;
    const BundleItem* asked = nullptr;
    BundlePages* pages = nullptr;  // gets the links, and the page numbers in its margins where they are asked for
};

/// Finds the references in documents that enter the bundle as their bytes, by where their words stand, and lays links
/// over them. Poppler reads the pages in a process of its own. Throws PdfError ("pdf-tool") where it is not installed.
[[nodiscard]] std::vector<SearchedDocument> linkReferences(const Order& order, const BundlePlan& plan,
                                                           const Numbering& numbering,
                                                           const std::vector<SearchedPages>& documents);

}  // namespace engross
