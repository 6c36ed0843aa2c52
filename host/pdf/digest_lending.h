#pragma once
#include "pdf/digest_source.h"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace engross {

/// Names and forms that are put among a page's resources.
using LentForms = std::vector<std::pair<std::string, LocalId>>;

/// Makes the resources that pages are written with.
class DigestLending {
public:
    explicit DigestLending(DigestSource& source) : source_(source) {}

    /// The place in Digest::resources of a page's own, with room for the number's font. Pages that share theirs in the
    /// file share the result.
    [[nodiscard]] std::uint32_t shared(const SourceLeaf& leaf);
    /// Resources of one page alone: `own` (a dictionary, or null) with these forms added.
    [[nodiscard]] std::uint32_t with(const PdfValue& own, const LentForms& forms);
    /// A page's own as they are, for a form.
    [[nodiscard]] LocalId plain(const SourceLeaf& leaf);

private:
    [[nodiscard]] static std::uint64_t keyOf(const SourceLeaf& leaf);
    [[nodiscard]] static std::string fontName(const PdfValue& fonts);

    DigestSource& source_;
    std::unordered_map<std::uint64_t, std::uint32_t> shared_;
    std::unordered_map<std::uint64_t, LocalId> plain_;
};

}  // namespace engross
