#pragma once
#include "model/value.h"
#include "script/catalogue.h"
#include "typeset.h"

#include <string>

namespace engross::samples {

/// What makes a copy: the words at its head, who signed and when.
struct CopyMark {
    std::string words;     // "SAMPLE – served copy"
    std::string signedBy;  // the shape of the scribble comes from it
    std::string date;      // as printed
    Object fields;         // set on top of the request's own
};

/// A document of a real type, made from a request body, signed with a scribble and marked as a sample.
/// Throws std::logic_error with all diagnostics where the type refuses the request.
[[nodiscard]] Composition signedCopy(const Catalogue& catalogue, const std::string& request, const CopyMark& mark);

}  // namespace engross::samples
