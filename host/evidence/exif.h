#pragma once
#include <string_view>

namespace engross {

/// The orientation (1 to 8) that an EXIF block gives; 1 where it gives none, an odd one, or is damaged. `tiff` begins
/// with its byte order mark (CIPA DC-008 4.6.4).
[[nodiscard]] int orientationFrom(std::string_view tiff);

/// What a camera or a telephone notes beside a picture.
struct CameraNotes {
    bool location = false;  // where it was taken
    bool device = false;    // with what: maker, model
    bool operator==(const CameraNotes&) const = default;
};

/// What an EXIF block notes (CIPA DC-008 4.6.4 and 4.6.6).
[[nodiscard]] CameraNotes cameraNotesFrom(std::string_view tiff);

}  // namespace engross
