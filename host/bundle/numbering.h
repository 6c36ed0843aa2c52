#pragma once
#include "bundle/plan.h"
#include "model/units.h"
#include "pdf/linker.h"

#include <map>
#include <string>
#include <vector>

namespace engross {

/// What a run of pages of a bundle is. `CommonIndex` lists all volumes, and stands in the first.
enum class PartKind { Cover, CommonIndex, Index, Concordance, Divider, Document };

/// A run of pages: where it begins and how many there are.
struct NumberedPart {
    PartKind kind = PartKind::Document;
    std::size_t section = 0;  // of a divider or document
    std::size_t item = 0;     // of a document, within its section
    PageNumber first = 1;     // counted through the bundle; in its own file for Numbering::volume()
    std::size_t pages = 0;
    std::size_t volume = 0;  // from 0
    bool operator==(const NumberedPart&) const = default;
};

/// The parts in the order in which they stand, without pages: cover, index (of a first volume with more to come: the
/// common index before its own), the concordance of a renumbered bundle, then for each section its divider (where the
/// plan has them) and its documents. A new volume opens with a cover and an index of its own.
[[nodiscard]] std::vector<NumberedPart> partsOf(const BundlePlan& plan);

/// Page counts of a bundle's parts, in their order.
using PartCounts = std::vector<std::size_t>;

/// The one numbering: printed number = page label = index = bookmark = link, and where the pages are one run in one
/// file = physical page, from 1, cover included.
class Numbering {
public:
    /// Counts must hold one number for each part of the plan, else std::logic_error.
    Numbering(const BundlePlan& plan, const PartCounts& counts);

    [[nodiscard]] const std::vector<NumberedPart>& parts() const noexcept;
    [[nodiscard]] std::size_t pages() const noexcept;
    /// Printed on the page and shown by the reader.
    [[nodiscard]] const std::string& label(PageNumber page) const;
    [[nodiscard]] const std::vector<std::string>& labels() const noexcept;
    /// "index", "index:2" (of the second volume), "section:A", "doc:7" (documents counted through the bundle),
    /// "exhibit:AB/3" and the first page of each. Of two documents with one mark: the first that is there still, and
    /// one of its own mark before one that statements know by it.
    [[nodiscard]] const std::map<std::string, PageNumber>& targets() const noexcept;

    [[nodiscard]] std::size_t volumes() const noexcept;
    /// The pages of one volume, from 0, as its file has them: physical pages begin at 1, printed numbers stay.
    [[nodiscard]] Numbering volume(std::size_t volume) const;
    /// The volume of a page, from 0.
    [[nodiscard]] std::size_t volumeOfPage(PageNumber page) const;
    bool operator==(const Numbering&) const = default;

private:
    Numbering() = default;
    void placeTargets(const BundlePlan& plan);
    void giveLabels(const BundlePlan& plan);

    std::vector<NumberedPart> parts_;
    std::vector<std::string> labels_;
    std::map<std::string, PageNumber> targets_;
};

/// How many parts the plan has: the length of its PartCounts.
[[nodiscard]] std::size_t partCount(const BundlePlan& plan);

/// One row of the index as it is printed.
struct BundleRow {
    std::string number;  // "7", or empty for a section
    std::string title;
    std::string date;    // "2 February 2026", or "undated"
    std::string page;    // the label of the first page
    std::string target;  // "doc:7" or "section:A"
    bool section = false;
    std::string sectionLetter;
    int addedIn = 1;  // the release that added it, or its section
    Standing standing = Standing::Present;
    int changedIn = 0;       // the release that replaced or withdrew it
    std::size_t volume = 0;  // from 0
    bool inserted = false;   // its pages stand between others: 45A
    bool operator==(const BundleRow&) const = default;
};

/// Sections and documents in order, with their numbers. In place of its date, a document that has gone says what became
/// of it. Where the numbering is of one volume, rows of the others have neither page nor target.
[[nodiscard]] std::vector<BundleRow> rowsOf(const BundlePlan& plan, const Numbering& numbering);
/// The release with which a volume began: 1, or that of a section that a later release added and that opened it.
[[nodiscard]] int volumeBegan(const BundlePlan& plan, std::size_t volume);
/// Whether an index that began with release `began` has the row.
[[nodiscard]] bool standsInIndex(const BundleRow& row, LaterRows laterRows, int began = 1);

/// What faults call a part: "Cover", "Index", the title of a section or a document.
[[nodiscard]] std::string partName(const BundlePlan& plan, const NumberedPart& part);

/// The pages of a document. A place that the plan does not have is our bug: std::logic_error.
[[nodiscard]] const NumberedPart& documentPart(const Numbering& numbering, PlanPlace place);
/// The first page of a document. A place that the plan does not have is our bug: std::logic_error.
[[nodiscard]] PageNumber firstPageOf(const Numbering& numbering, PlanPlace place);

/// Index, concordance, then each section with its documents below it: "3. Gas safety record, 2 Feb 2026 [41]". Each
/// document's own bookmarks follow below its own. Of a volume: those of its pages.
[[nodiscard]] std::vector<LinkBookmark> bookmarksOf(const BundlePlan& plan, const Numbering& numbering);

/// A row of the concordance as it is printed: where the pages of a document stand that stood elsewhere.
struct ConcordanceRow {
    std::string title;
    std::string was;     // "12", "12–15"
    std::string is;      // "20–23"; what became of it where it has gone
    std::string target;  // "doc:7"; empty where it has gone
    bool operator==(const ConcordanceRow&) const = default;
};
/// In the order of the old pages; none where the plan numbers nothing afresh.
[[nodiscard]] std::vector<ConcordanceRow> concordanceOf(const BundlePlan& plan, const Numbering& numbering);

}  // namespace engross
