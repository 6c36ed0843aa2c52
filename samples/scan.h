#pragma once
#include "raster.h"

#include <string>
#include <vector>

namespace engross::samples {

/// What a copier makes of paper: turned a little, grey, with dust and a dark edge.
[[nodiscard]] Raster scanned(const Raster& page, double degrees, std::uint32_t seed);
/// A PDF of nothing but pictures, as a copier writes it: no text, no tags.
[[nodiscard]] std::string pictureOnlyPdf(const std::vector<Raster>& pages, int dotsPerInch);

/// The first page of a PDF turned on its side in the file and righted by /Rotate 90, as office printers do.
[[nodiscard]] std::string storedSideways(const std::string& pdf);
/// A copy that asks for a password to open. Same bytes each time.
[[nodiscard]] std::string locked(const std::string& pdf, const std::string& password);

}  // namespace engross::samples
