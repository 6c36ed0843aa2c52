#pragma once
#include "pdf/input.h"
#include "pdf/linker.h"

#include <string>
#include <vector>

namespace engross {

struct PlainCopy {
    std::size_t pages = 0;
    std::vector<LinkLoss> losses;
};

/// Writes a copy of a foreign PDF that holds its pages as they look, the links within it and to the web, its bookmarks
/// and its layers, and nothing else: no password, script, form, attachment or earlier revision. A bundle is joined
/// from such copies, so that foreign bytes are parsed only where a crash hurts nobody. Throws PdfError.
[[nodiscard]] PlainCopy copyPlain(const std::string& path, const std::string& name, const std::string& password,
                                  const std::string& output, const PdfLimits& limits = {});

}  // namespace engross
