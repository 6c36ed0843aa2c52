#pragma once
#include "pdf/input.h"
#include "pdf/linker.h"

#include <string>
#include <vector>

namespace engross {

/// What a foreign PDF is to a bundle, found out once and kept.
struct PreparedSource {
    std::size_t pages = 0;
    PdfFacts facts;                // of the file as it was
    std::vector<LinkLoss> losses;  // what a bundle leaves behind of it
    /// The output is a digest, to be given to the linker with the file itself (LinkSource::digest). Else it is a PDF
    /// that takes the file's place.
    bool isDigest = false;
};

/// Writes to `output` what the linker needs of a foreign PDF: its digest where the fast reader is sure of it, else what
/// libqpdf makes of it: repaired, unlocked, its forms flat with their answers, nothing but pages, links, bookmarks and
/// layers. A bundle is joined from such, so that libqpdf meets foreign bytes only where a crash hurts nobody. Throws
/// PdfError.
[[nodiscard]] PreparedSource prepareSource(const std::string& path, const std::string& name,
                                           const std::string& password, const std::string& output,
                                           const PdfLimits& limits = {});

}  // namespace engross
