#pragma once
#include "pdf/pdf_canvas.h"

#include <optional>
#include <string>

namespace engross {

/// Which standards a file says it follows.
struct Claims {
    std::optional<ArchiveFlavour> archive{};  // none for a file that promises nothing
    bool pdfua = true;                        // PDF/UA-1 (ISO 14289-1)
};

/// The XMP packet (ISO 16684-1) of a document: title, author, language, dates, claims, and provenance in a namespace
/// of our own, with the extension schemas that PDF/A asks for (ISO 19005-1 6.7.8, ISO 19005-2 6.6.2.3).
[[nodiscard]] std::string xmpPacket(const PdfMetadata& metadata, const Claims& claims);

/// The text of an Info dictionary that says the same as the packet.
[[nodiscard]] std::string infoBody(const PdfMetadata& metadata);

}  // namespace engross
