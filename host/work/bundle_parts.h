#pragma once
#include "bundle/assembly.h"
#include "bundle/plan.h"
#include "work/errands.h"
#include "work/produce_parts.h"

#include <optional>
#include <string>
#include <vector>

namespace engross {

/// An item of a bundle in its place, with what its pages are made from.
struct BundleEntry {
    std::size_t section = 0;
    std::size_t item = 0;  // in the request, as it was written
    const BundleItem* asked = nullptr;
    std::optional<ResolvedExhibit> exhibit;  // absent where the item is to be made, or is not there
    std::string pointer;                     // of the item in the request
};

/// The entries in the order in which they stand in the bundle: sections as given, items by date where the type sorts
/// them so. `missing` names every exhibit that is not there.
struct BundleEntries {
    std::vector<std::vector<BundleEntry>> sections;
    std::vector<Diagnostic> missing;
};
[[nodiscard]] BundleEntries entriesOf(const Order& order, Language reader);

/// A document of the bundle whose pages are there: a prepared exhibit, or one that was made for it.
struct BundlePages {
    std::string path{};
    std::size_t pages = 0;
    bool ours = false;
    Sha256 hash{};
    std::string digest{};  // of an exhibit whose own file the linker takes
    std::string sheet{};   // what a sheet says that stands for the document; then there is no path
    Value facts{};         // of that document: name, size, SHA-256
    /// Of a document that the bundle makes: what it is drawn from, each time that a page it refers to moves.
    std::shared_ptr<const Composition> composition{};
    PdfMetadata metadata{};
    std::string pointer{};      // of the item in the request
    PageAdditions additions{};  // what is laid over its pages
};

/// Composes the document that an item asks for, and proves that it can be drawn. Nothing, and every fault with its
/// place, where it cannot be made.
[[nodiscard]] std::optional<BundlePages> makeItem(const Order& order, const BundleEntry& entry,
                                                  std::vector<Diagnostic>& faults);

/// Pages that the bundle type's script composes: a cover, an index, the concordance, a divider. `row` is that of a
/// divider's section.
[[nodiscard]] std::unique_ptr<PageSource> composedPages(const Order& order, const BundlePlan& plan,
                                                        const NumberedPart& part, std::size_t row,
                                                        std::vector<Diagnostic>& faults);
/// A sheet that stands in the place of the document of a row, and says why and what is known of the document.
[[nodiscard]] std::unique_ptr<PageSource> standInPages(const Order& order, const BundlePlan& plan, std::size_t row,
                                                       const BundlePages& document, std::vector<Diagnostic>& faults);
/// Sheets in the pages of a document that was replaced or withdrawn: as many as it had.
[[nodiscard]] std::unique_ptr<PageSource> gonePages(const Order& order, const BundlePlan& plan, PlanPlace place,
                                                    std::size_t row, std::size_t pages,
                                                    std::vector<Diagnostic>& faults);
/// Pages of an exhibit as they are. What is laid over them is asked for when they are joined: `pages` outlives it.
[[nodiscard]] std::unique_ptr<PageSource> documentPages(const BundlePages& pages);
/// Pages of a document that the bundle makes, with the page behind each exhibit that it refers to. A reference to what
/// the bundle has not is a fault ("bundle-reference") that names document and reference.
[[nodiscard]] std::unique_ptr<PageSource> draftPages(const Order& order, const BundlePlan& plan, std::string title,
                                                     const BundlePages& pages, std::vector<Diagnostic>& faults);

}  // namespace engross
