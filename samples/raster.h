#pragma once
#include <cstdint>
#include <vector>

namespace engross::samples {

/// Red, green and blue, each 0 to 1; values outside are cut when they are stored.
struct Tint {
    double red = 0;
    double green = 0;
    double blue = 0;
};

[[nodiscard]] Tint mix(const Tint& from, const Tint& to, double share);
[[nodiscard]] Tint scaled(const Tint& tint, double factor);
/// 0 below `low`, 1 above `high`, a smooth step between.
[[nodiscard]] double smoothStep(double low, double high, double value);

/// Pixels, 8 bits a channel, rows from the top.
struct Raster {
    Raster(int width, int height);

    int width;
    int height;
    std::vector<std::uint8_t> rgb;

    void set(int x, int y, const Tint& tint);
    [[nodiscard]] Tint at(int x, int y) const;
    /// Turned a quarter anticlockwise: what a camera held upright stores with EXIF orientation 6.
    [[nodiscard]] Raster turnedAnticlockwise() const;
};

/// Value noise in [0, 1]: the same number for the same place and seed on every machine.
[[nodiscard]] double noise(double x, double y, std::uint32_t seed);
/// Several octaves of it, in [0, 1].
[[nodiscard]] double cloud(double x, double y, std::uint32_t seed, int octaves = 5);
/// A number in [0, 1) for a cell of a grid.
[[nodiscard]] double scatter(int x, int y, std::uint32_t seed);

/// Grain of a small sensor and a darker rim, as any telephone leaves them.
void weather(Raster& raster, std::uint32_t seed);

}  // namespace engross::samples
