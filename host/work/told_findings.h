#pragma once
#include "bundle/numbering.h"
#include "model/diagnostic.h"
#include "model/finding.h"
#include "words/messages.h"

#include <vector>

namespace engross {

/// What a verdict on a finished bundle found, for the person who asked for the bundle: with the printed numbers of the
/// pages and the titles of their documents. What is for information is left to the verdict.
[[nodiscard]] std::vector<Diagnostic> toldFindings(const Verdict& verdict, const BundlePlan& plan,
                                                   const Numbering& numbering, Language reader);

/// Whether all that refuses lies in the exhibits' own pages (rules 18, 20 and 45): a person may then give another copy,
/// leave one out, or have the rule waived. What else refuses is Engross's own fault.
[[nodiscard]] bool refusesForExhibits(const Verdict& verdict);

}  // namespace engross
