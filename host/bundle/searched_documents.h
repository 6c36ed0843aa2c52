#pragma once
#include "bundle/findings.h"
#include "bundle/plan_rules.h"
#include "bundle/statement_references.h"
#include "model/value.h"

#include <string>
#include <vector>

namespace engross {

/// What came of looking through one document of the bundle.
struct SearchedDocument {
    std::string title;
    PageNumber first = 1;  // counted through the bundle
    std::vector<FoundReference> references;
    std::vector<std::size_t> withoutText;  // pages of the document that have no words to look through
    std::size_t notes = 0;                 // page numbers set in its margins
    std::vector<std::size_t> withoutRoom;  // pages on which a margin had no room for one
};

/// `[{"title", "page", "linked": [{"page", "words", "to", "was"}], "not_found": [{"page", "words", "why"}],
/// "not_searched": […]}]`, with printed page numbers; "was" of a page that has another number now, "why": "renumbered"
/// where it cannot be known which page is meant; "margin_notes" and "without_room" where notes were asked for.
[[nodiscard]] Value referencesValue(const std::vector<SearchedDocument>& documents, const Numbering& numbering);

/// The references, with the links that were laid for them, for the gate to look for.
[[nodiscard]] std::vector<LaidLink> laidLinks(const std::vector<SearchedDocument>& documents,
                                              const Numbering& numbering);

/// Rule 42, references: those that were not found, and pages that could not be searched. Pages are counted through the
/// bundle.
[[nodiscard]] Verdict checkReferences(const std::vector<SearchedDocument>& documents, const BundleProfile& profile,
                                      Language language);

}  // namespace engross
