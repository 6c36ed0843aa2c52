#pragma once
#include "pdf/gate_report.h"

#include <cstddef>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

namespace engross {

/// An element of a file's structure tree as the gate reads it. Inside host/pdf only: it shows libqpdf.
struct TaggedElement {
    QPDFObjectHandle object;
    std::string type;  // standard, after the role map
    std::size_t page = 0;
    std::vector<TaggedElement> kids;
    bool hasContent = false;
    std::vector<QPDFObjectHandle> annotations;
};

/// Whether the dictionary has a text under the key that is not empty.
[[nodiscard]] bool hasText(QPDFObjectHandle dictionary, const char* key);

/// The rules that look at elements one by one, in reading order.
void checkElements(const std::vector<TaggedElement>& elements, GateReport& report);

}  // namespace engross
