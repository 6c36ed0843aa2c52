#pragma once
#include "bundle/cited_pages.h"
#include "bundle/exhibit_marks.h"
#include "bundle/numbering.h"
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
    std::string was{};             // of a page that has another number now: the one that the words give
    bool unsure = false;           // no target, for pages were numbered afresh and it cannot be known which is meant
};

/// What "page 14 of the bundle" speaks of. A statement that was signed before the hearing bundle was made means the
/// bundle of its own exhibits; of the hearing's it says "hearing bundle", "trial bundle", or gives its letter.
enum class WhichBundle { Unsure, This };

/// References among the words of one page, in their order.
///   Marks of the bundle as they are written there: AB/3, (AB/3), AB/3–AB/5; AB/3/12, a page of it, leads to it too.
///   Behind "exhibit" or "marked" also without their separator or with another: exhibit AB3, marked AB 3.
///   Pages: page 93 of the hearing bundle, trial bundle, page 93, page 93 of bundle B where that is its letter; page 93
///   of the bundle where it is sure to be this one.
/// Where pages were numbered afresh, a page leads to where it is now (`cited`).
/// A mark with letters and separator of the bundle's marks, or one behind "exhibit", that the bundle has not is found
/// too, without a target; so is a page that it has not. All else is left alone: "AB1 2CD" is a postcode, page 2 "of the
/// report in the bundle" is the report's, and of two marks that may be meant neither is taken.
[[nodiscard]] std::vector<FoundReference> referencesOn(std::size_t page, const std::vector<PlacedWord>& words,
                                                       const ExhibitMarks& marks, const Numbering& numbering,
                                                       const CitedPages& cited, WhichBundle which);

/// The page that a target of a reference names; nothing where the bundle has not got it.
[[nodiscard]] std::optional<PageNumber> pageOfTarget(const Numbering& numbering, const std::string& target);

}  // namespace engross
