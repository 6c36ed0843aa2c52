#pragma once
#include "pdf/input.h"
#include "pdf/linker.h"

#include <string>
#include <vector>

namespace engross {

struct PlainCopy {
    std::size_t pages = 0;
    PdfFacts facts;                // of the file as it was
    std::vector<LinkLoss> losses;  // what a bundle leaves behind of it
};

/// Writes a copy of a foreign PDF that the linker reads without libqpdf: the file as it is where the fast reader is
/// sure of it, else what libqpdf makes of it: repaired, unlocked, its forms flat with their answers, nothing but pages,
/// links, bookmarks and layers. A bundle is joined from such copies, so that libqpdf meets foreign bytes only where a
/// crash hurts nobody; what is active in a file stays out of the bundle either way. Throws PdfError.
[[nodiscard]] PlainCopy copyPlain(const std::string& path, const std::string& name, const std::string& password,
                                  const std::string& output, const PdfLimits& limits = {});

}  // namespace engross
