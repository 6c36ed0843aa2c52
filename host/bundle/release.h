#pragma once
#include "bundle/numbering.h"
#include "model/value.h"

#include <optional>
#include <string>
#include <vector>

namespace engross {

/// What a release of a pack printed: enough to number the next one so that no page moves.
struct BundleRelease {
    BundlePlan plan;
    PartCounts counts;
    Sha256 identity;
    std::string caseReference{};  // of the council; empty in a certificate that does not say it
    bool operator==(const BundleRelease&) const = default;
};

/// `{"release", "identity", "title", "letter", "profile", "numbering", "dividers", "pages", "cover", "index",
/// "sections", "volumes", "renumbered"}`, pages and all: the part of a release's certificate that the next release
/// rests on.
[[nodiscard]] Value toValue(const BundleRelease& release);
/// Nothing where the value is no release, or one whose pages do not add up.
[[nodiscard]] std::optional<BundleRelease> bundleReleaseFrom(const Value& value);

/// A plan that goes on from an earlier release (checklist 34 and 35 of the bundle rules; General guidance on electronic
/// court bundles, 29 November 2021: later pages go at the end).
struct LaterRelease {
    BundlePlan plan;
    /// For each document of the plan, by section and item: its place in what was asked for; nothing where sheets stand.
    std::vector<std::vector<std::optional<PlanPlace>>> asked;
    /// For each document of the plan its place in the earlier release; nothing for one that this release adds.
    std::vector<std::vector<std::optional<PlanPlace>>> was;
    std::vector<Diagnostic> faults;  // of what the plan asks for and the earlier release does not allow
};

/// Every document of the earlier release keeps its place. A document that is asked for with the same bytes stands there
/// still; one with the same mark, or without a mark the same title and date, but other bytes is replaced; one that is
/// not asked for is withdrawn. What is new, and what replaces, stands in date order in a section of its own at the end;
/// a new document that asks for it (PlannedItem::afterPage) stands behind the document that ends with that page, and
/// the fault "bundle-after-page" says where there is none.
[[nodiscard]] LaterRelease continued(const BundlePlan& asked, const BundleRelease& before);

/// A plan that numbers the pack afresh on a person's order: documents stand as they are asked for, and the concordance
/// says of every document of the earlier release where its pages are now. Of `order` the first three members are read.
[[nodiscard]] LaterRelease renumbered(const BundlePlan& asked, const BundleRelease& before, const Renumbering& order);

/// What one release did to the pack, in the order of the index.
struct ReleaseChange {
    enum class Kind { Added, Replaced, Withdrawn };
    Kind kind = Kind::Added;
    PlanPlace place;
    bool operator==(const ReleaseChange&) const = default;
};
[[nodiscard]] std::vector<ReleaseChange> changesIn(const BundlePlan& plan, int release);

/// A fault ("bundle-number-moved") for the first part of the earlier release whose pages would get other numbers; all
/// that follow it would too. Nothing where every number given still stands on its page.
[[nodiscard]] std::optional<Diagnostic> movedNumber(const LaterRelease& later, const Numbering& numbering,
                                                    const BundleRelease& before);

/// The pages that a document of the earlier release had.
[[nodiscard]] std::size_t pagesBefore(const BundleRelease& before, PlanPlace place);

}  // namespace engross
