#pragma once
#include "pdf/source_file.h"

#include <map>
#include <string>

namespace engross {

/// Takes out of all that the file's pages are drawn with what DigestCopier leaves out of a file that needs no libqpdf,
/// at any depth, and counts it by LinkLoss::kind. After notes were drawn and links made, which is where the pages' own
/// annotations went.
[[nodiscard]] std::map<std::string, std::size_t> disarm(SourceFile& file);

}  // namespace engross
