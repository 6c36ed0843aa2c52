#pragma once
#include "pdf/pdf_canvas.h"

class QPDF;

namespace engross {

/// Writes title, author, language, dates and provenance into a bundle's catalog and trailer, as XMP and as Info, and
/// the first half of its /ID from the identity.
void describeDocument(QPDF& bundle, const PdfMetadata& metadata);

}  // namespace engross
