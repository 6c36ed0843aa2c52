#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace engross {

/// What the frame header of a JPEG says (ITU-T T.81 B.2.2), an Adobe marker, and the colour profile that it carries.
struct JpegHeader {
    int width = 0;
    int height = 0;
    int components = 0;
    int bits = 0;
    bool adobe = false;     // CMYK written by Adobe's library is inverted
    std::string profile{};  // ICC bytes, put together (ICC.1:2004-10 B.4); empty where there is none or a part lacks
};

/// Nothing where the bytes do not begin as a JPEG that PDF viewers decode (baseline, extended or progressive Huffman).
[[nodiscard]] std::optional<JpegHeader> readJpegHeader(std::string_view bytes);

}  // namespace engross
