#pragma once
#include <string>
#include <vector>

namespace engross {

/// A JPEG with its headers in order and a scan of a few bytes; with EXIF (the orientation and an owner's name), a
/// comment, and bytes after its end.
[[nodiscard]] std::string sampleJpeg(int width, int height, int orientation, int components = 3);

enum class PngLook { Grey, Colour, SeeThrough, Palette, Deep };

/// A PNG of one colour (half red, half see-through where it can be).
[[nodiscard]] std::string samplePng(unsigned width, unsigned height, PngLook look);

/// A TIFF of grey pages without compression (TIFF 6.0, little-endian). Each page is `width` by 2 samples.
[[nodiscard]] std::string greyTiff(const std::vector<int>& orientations, unsigned width = 3);

}  // namespace engross
