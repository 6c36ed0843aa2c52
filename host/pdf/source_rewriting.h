#pragma once
#include "pdf/source_cleaning.h"

#include <string>

namespace engross {

/// A file that libqpdf read, mended and wrote again as a plain one: pages, their links and bookmarks, layers, no more.
struct RewrittenSource {
    std::string bytes;
    CleanSource clean;
    PdfFacts facts;  // of the file as it was
};

/// Rewrites a file in memory: repaired, unlocked, its forms flat with their answers. Throws PdfError.
[[nodiscard]] RewrittenSource rewriteSource(const std::string& path, const std::string& name,
                                            const std::string& password, const PdfLimits& limits);

/// Leaves in a cleaned file nothing but its pages with their links, its bookmarks and its layers.
void keepOnlyPages(SourceFile& file, const CleanSource& clean);

}  // namespace engross
