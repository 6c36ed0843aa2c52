#pragma once
#include "pdf/gate_object.h"
#include "pdf/gate_report.h"

#include <cstddef>
#include <string>
#include <vector>

namespace engross {

/// An element of a file's structure tree as the gate reads it.
struct TaggedElement {
    GateObject object;
    std::string type;  // standard, after the role map
    std::size_t page = 0;
    std::vector<TaggedElement> kids;
    bool hasContent = false;
    std::vector<GateObject> annotations;
};

/// The rules that look at elements one by one, in reading order.
void checkElements(const std::vector<TaggedElement>& elements, GateReport& report);

}  // namespace engross
