#pragma once
#include <string_view>

namespace engross {

/// The orientation (1 to 8) that an EXIF block gives; 1 where it gives none, an odd one, or is damaged. `tiff` begins
/// with its byte order mark (CIPA DC-008 4.6.4).
[[nodiscard]] int orientationFrom(std::string_view tiff);

}  // namespace engross
