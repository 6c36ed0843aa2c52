#pragma once
#include "pdf/digest.h"

#include <string>
#include <string_view>

namespace engross {

/// Digests a file with the fast reader alone, without hashes. Throws ReaderRefused for what it is not sure of, PdfError
/// for a bomb.
[[nodiscard]] Digest makeDigest(std::string_view bytes, const std::string& name, bool ours, const PdfLimits& limits);

/// Works out which objects of a digest of these bytes can be told by their hash, and hashes them. Of large streams only
/// samples are read: a picture is copied without being looked at.
void hashObjects(Digest& digest, const SourceBytes& source);

}  // namespace engross
