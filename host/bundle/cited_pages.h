#pragma once
#include "bundle/numbering.h"

#include <optional>
#include <string>

namespace engross {

/// Which numbers a document means when it gives a page of the bundle. `Former`: those of the release before the one
/// that was numbered afresh. `Unsure`: one or the other, and nobody can tell. `Older`: it
/// may be numbers that ended before, of which no concordance is kept.
enum class PageEra { Present, Former, Unsure, Older };

/// What came into the pack with the renumbered release or before it was signed before that release was there, and means
/// the numbers that stood then; so does what came later and is dated before the day on which that release was made.
/// What is dated after it means the numbers of now. Unsure is what came later and has no date or that very day's.
/// Older is what stood in the pack already when it was numbered afresh another time before.
[[nodiscard]] PageEra pageEraOf(const BundlePlan& plan, PlanPlace place);

/// The pages that the numbers in one document's words stand for.
class CitedPages {
public:
    /// The document at `place` gives the numbers. Both outlive it.
    CitedPages(const BundlePlan& plan, const Numbering& numbering, PlanPlace place);

    struct Cited {
        std::optional<PageNumber> page{};  // nothing: the bundle has no such page, or it cannot be known which is meant
        bool moved = false;                // it has another number now
        bool unsure = false;               // the number is of an earlier release, or may be, and leads nowhere now
    };
    /// `label`: a printed number, "14", "A3", "B 41".
    [[nodiscard]] Cited find(const std::string& label) const;

private:
    [[nodiscard]] std::optional<PageNumber> present(const std::string& label) const;
    [[nodiscard]] std::optional<PageNumber> former(const std::string& label) const;

    const BundlePlan& plan_;
    const Numbering& numbering_;
    PageEra era_;
};

}  // namespace engross
