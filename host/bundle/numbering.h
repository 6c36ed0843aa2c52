#pragma once
#include "bundle/plan.h"
#include "model/units.h"
#include "pdf/linker.h"

#include <map>
#include <string>
#include <vector>

namespace engross {

/// What a run of pages of a bundle is.
enum class PartKind { Cover, Index, Divider, Document };

/// A run of pages: where it begins and how many there are.
struct NumberedPart {
    PartKind kind = PartKind::Document;
    std::size_t section = 0;  // of a divider or document
    std::size_t item = 0;     // of a document, within its section
    PageNumber first = 1;     // physical
    std::size_t pages = 0;
    bool operator==(const NumberedPart&) const = default;
};

/// Page counts of a bundle's parts, in the order in which they stand: cover, index, then for each section its divider
/// (where the plan has them) and its documents.
using PartCounts = std::vector<std::size_t>;

/// The one numbering: printed number = page label = index = bookmark = link = physical page, from 1, cover included.
class Numbering {
public:
    /// Counts must hold one number for each part of the plan, else std::logic_error.
    Numbering(const BundlePlan& plan, const PartCounts& counts);

    [[nodiscard]] const std::vector<NumberedPart>& parts() const noexcept;
    [[nodiscard]] std::size_t pages() const noexcept;
    /// Printed on the page and shown by the reader.
    [[nodiscard]] const std::string& label(PageNumber page) const;
    [[nodiscard]] const std::vector<std::string>& labels() const noexcept;
    /// "index", "section:A", "doc:7" (documents counted through the bundle), "exhibit:AB/3" and the first page of each.
    [[nodiscard]] const std::map<std::string, PageNumber>& targets() const noexcept;
    bool operator==(const Numbering&) const = default;

private:
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
    int addedIn = 1;  // the release that added its section
    Standing standing = Standing::Present;
    int changedIn = 0;  // the release that replaced or withdrew it
    bool operator==(const BundleRow&) const = default;
};

/// Sections and documents in order, with their numbers. In place of its date, a document that has gone says what became
/// of it.
[[nodiscard]] std::vector<BundleRow> rowsOf(const BundlePlan& plan, const Numbering& numbering);
/// Whether the index at the front has the row.
[[nodiscard]] bool standsInIndex(const BundleRow& row, LaterRows laterRows);

/// What faults call a part: "Cover", "Index", the title of a section or a document.
[[nodiscard]] std::string partName(const BundlePlan& plan, const NumberedPart& part);

/// The first physical page of a document. A place that the plan does not have is our bug: std::logic_error.
[[nodiscard]] PageNumber firstPageOf(const Numbering& numbering, PlanPlace place);

/// Index, then each section with its documents below it: "3. Gas safety record, 2 Feb 2026 [41]". Each document's own
/// bookmarks follow below its own.
[[nodiscard]] std::vector<LinkBookmark> bookmarksOf(const BundlePlan& plan, const Numbering& numbering);

}  // namespace engross
