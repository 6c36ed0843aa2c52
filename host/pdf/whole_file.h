#pragma once
#include <cstdio>
#include <functional>
#include <string>

namespace engross {

/// Whether a file is on the disk when it has been written. Most that the program writes by the way goes to the vault,
/// which flushes what it takes, or can be made again: flushing it twice would take longer than making it.
enum class Flush { No, Yes };

/// Writes a file that appears at `path` complete or not at all: a neighbour with the suffix ".part" is written and
/// renamed; with Flush::Yes it and its folder are flushed. Throws PdfError ("pdf-not-written", retryable) where the
/// disk refuses; what `fill` throws passes through, and nothing is left behind.
void writeWhole(const std::string& path, const std::function<void(FILE*)>& fill, Flush flush = Flush::No);

}  // namespace engross
