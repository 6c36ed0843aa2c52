#pragma once
#include "pdf/object_writer.h"

namespace engross {

/// Makes the output intent that PDF/A asks for (ISO 19005-2 6.2.3): sRGB, from the profile of Debian's
/// icc-profiles-free. Throws PdfError ("pdf-library") where that file is missing.
[[nodiscard]] ObjectNumber writeOutputIntent(ObjectWriter& file);

/// The profile's file, for the closure hash.
[[nodiscard]] const char* colourProfilePath() noexcept;

}  // namespace engross
