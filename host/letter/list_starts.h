#pragma once
#include "letter/faults.h"
#include "letter/nodes.h"

namespace engross {

/// Names numbered lists that begin above 1 with no list before them to join: the page would number them from 1.
void checkListStarts(const Nodes& nodes, Faults& faults);

}  // namespace engross
