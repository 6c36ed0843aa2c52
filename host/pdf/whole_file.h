#pragma once
#include <cstdio>
#include <functional>
#include <string>

namespace engross {

/// Writes a file that appears at `path` complete and on disk, or not at all: a neighbour with the suffix ".part" is
/// written, flushed and renamed, and the folder is flushed. Throws PdfError ("pdf-not-written", retryable) where the
/// disk refuses; what `fill` throws passes through, and nothing is left behind.
void writeWhole(const std::string& path, const std::function<void(FILE*)>& fill);

}  // namespace engross
