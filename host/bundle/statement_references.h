#pragma once
#include "bundle/exhibit_marks.h"
#include "bundle/findings.h"
#include "bundle/numbering.h"
#include "bundle/plan_rules.h"
#include "model/value.h"
#include "pdf/page_words.h"

#include <optional>
#include <string>
#include <vector>

namespace engross {

/// A reference to the bundle in the words of a document that enters it as its bytes.
struct FoundReference {
    std::size_t page = 1;          // of the document
    std::vector<SheetArea> areas;  // of its words on the visible page, one for each line
    std::string words;             // "AB/3"; "page 93"
    std::string target;            // of the numbering: "exhibit:AB/3"; of a page: "page:93". Empty where there is none
};

/// What "page 14 of the bundle" speaks of. A statement that was signed before the hearing bundle was made means the
/// bundle of its own exhibits; of the hearing's it says "hearing bundle", "trial bundle", or gives its letter.
enum class WhichBundle { Unsure, This };

/// References among the words of one page, in their order:
///   AB/3, (AB/3), AB/3–AB/5       a mark of the bundle as it is written there; "AB/3/12", a page of it, leads to it
///   too exhibit AB3, marked AB 3      and, behind such a word, without its separator or with another page 93 of the
///   bundle, bundle page 93, pages 93 to 95 of the hearing bundle
/// A mark with letters and separator of the bundle's marks, or one behind "exhibit", that the bundle has not is found
/// too, without a target; so is a page that it has not. All else is left alone: "AB1 2CD" is a postcode.
[[nodiscard]] std::vector<FoundReference> referencesOn(std::size_t page, const std::vector<PlacedWord>& words,
                                                       const ExhibitMarks& marks, const Numbering& numbering,
                                                       WhichBundle which);

/// What came of looking through one document of the bundle.
struct SearchedDocument {
    std::string title;
    PageNumber first = 1;  // counted through the bundle
    std::vector<FoundReference> references;
    std::vector<std::size_t> withoutText;  // pages of the document that have no words to look through
    std::size_t notes = 0;                 // page numbers set in its margins
    std::vector<std::size_t> withoutRoom;  // pages on which a margin had no room for one
};

/// `[{"title", "page", "linked": [{"page", "words", "to"}], "not_found": [{"page", "words"}], "not_searched": […]}]`,
/// with printed page numbers; "margin_notes" and "without_room" where notes were asked for.
[[nodiscard]] Value referencesValue(const std::vector<SearchedDocument>& documents, const Numbering& numbering);

/// The links that were laid for them, for the gate to look for.
[[nodiscard]] std::vector<LaidLink> laidLinks(const std::vector<SearchedDocument>& documents,
                                              const Numbering& numbering);

/// Rule 42, references: those that were not found, and pages that could not be searched. Pages are counted through the
/// bundle.
[[nodiscard]] Verdict checkReferences(const std::vector<SearchedDocument>& documents, const BundleProfile& profile,
                                      Language language);

/// The page that a target of a reference names; nothing where the bundle has not got it.
[[nodiscard]] std::optional<PageNumber> pageOfTarget(const Numbering& numbering, const std::string& target);

}  // namespace engross
