#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace engross {

/// Rows of samples as PNG filters them before deflating (RFC 2083 section 6): each row begins with the filter that
/// makes its differences smallest. `rowBytes` divides the size; `pixelBytes` is the size of a pixel.
[[nodiscard]] std::string pngRows(std::string_view samples, std::size_t rowBytes, std::size_t pixelBytes);

}  // namespace engross
