#pragma once
#include <optional>
#include <string_view>

namespace engross {

/// What the frame header of a JPEG says (ITU-T T.81 B.2.2), and the colour transform of an Adobe marker.
struct JpegHeader {
    int width = 0;
    int height = 0;
    int components = 0;
    int bits = 0;
    bool adobe = false;  // CMYK written by Adobe's library is inverted
};

/// Nothing where the bytes do not begin as a JPEG that PDF viewers decode (baseline, extended or progressive Huffman).
[[nodiscard]] std::optional<JpegHeader> readJpegHeader(std::string_view bytes);

}  // namespace engross
