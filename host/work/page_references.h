#pragma once
#include "bundle/exhibit_marks.h"
#include "bundle/numbering.h"
#include "layout/block.h"
#include "model/diagnostic.h"

#include <set>
#include <string>
#include <vector>

namespace engross {

/// Prints the page behind every reference to an exhibit: "AB/3 [41]", and makes it a link. References are those that a
/// script made, and marks of the bundle in any words of the document. `unresolved` gets each that the bundle has not.
void printReferences(Composition& composition, const ExhibitMarks& marks, const Numbering& numbering,
                     std::set<std::string>& unresolved);

}  // namespace engross
