#pragma once
#include "pdf/form_field.h"

#include <string>

class QPDF;

namespace engross {

/// A field as a reader shows it that makes its look afresh (ISO 32000-1 12.7.3.3).
struct FieldLook {
    std::string operators;
    double width = 0;  // of the box that they draw in, from its lower left corner, before it is turned
    double height = 0;
    bool whole = true;  // false where not all of the answer is seen: cut off at an edge, or of letters that no face has
};

/// Draws a field into a box of that size on the page. A password becomes asterisks. An answer that does not fit is set
/// smaller, to 4 points at the least; what is still too long is cut at the edge.
[[nodiscard]] FieldLook drawField(const FormField& field, AnswerType& type, double width, double height);

/// The look as a form that an annotation can have for its own, turned as the field is.
[[nodiscard]] QPDFObjectHandle formOf(QPDF& pdf, const FieldLook& look, const FormField& field, AnswerType& type);

}  // namespace engross
