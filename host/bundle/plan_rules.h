#pragma once
#include "bundle/findings.h"
#include "bundle/numbering.h"
#include "pdf/reading.h"

#include <string>
#include <vector>

namespace engross {

/// A reference in the words of a document and the link that was laid over it: pages by their printed numbers, which are
/// those of one page of the bundle only.
struct LaidLink {
    std::string page;
    std::string target;   // of the numbering, or "page:93"; empty where no link was laid
    std::string goal;     // the page that it leads to; empty where none was found, which rule 42 tells by itself
    std::string words{};  // of the reference
    bool operator==(const LaidLink&) const = default;
};

/// Whether each laid link of the file's pages is there and leads to its page, or to another volume by its name.
void checkLaidLinks(const PdfReading& reading, const std::vector<LaidLink>& laid, Findings& findings);

/// What a finished bundle owes its plan: every page, the numbers of the plan on each, an index whose rows lead to their
/// documents in order, every bookmark at its place, and the identity of the release.
void checkAgainstPlan(const PdfReading& reading, const BundlePlan& plan, const Numbering& numbering,
                      Findings& findings);

}  // namespace engross
