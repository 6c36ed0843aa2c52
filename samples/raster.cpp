#include "raster.h"

#include <algorithm>
#include <cmath>

namespace engross::samples {
namespace {

std::uint32_t mixed(std::uint32_t value) {
    value ^= value >> 16U;
    value *= 0x7feb352dU;
    value ^= value >> 15U;
    value *= 0x846ca68bU;
    return value ^ (value >> 16U);
}

std::uint8_t stored(double channel) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(channel, 0.0, 1.0) * 255.0));
}

}  // namespace

Tint mix(const Tint& from, const Tint& to, double share) {
    return {from.red + (to.red - from.red) * share, from.green + (to.green - from.green) * share,
            from.blue + (to.blue - from.blue) * share};
}

Tint scaled(const Tint& tint, double factor) {
    return {tint.red * factor, tint.green * factor, tint.blue * factor};
}

double smoothStep(double low, double high, double value) {
    const double share = std::clamp((value - low) / (high - low), 0.0, 1.0);
    return share * share * (3 - 2 * share);
}

Raster::Raster(int w, int h)
    : width(w), height(h), rgb(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 3, 255) {}

void Raster::set(int x, int y, const Tint& tint) {
    const auto place =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
    rgb.at(place) = stored(tint.red);
    rgb.at(place + 1) = stored(tint.green);
    rgb.at(place + 2) = stored(tint.blue);
}

Tint Raster::at(int x, int y) const {
    const auto place =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
    return {rgb.at(place) / 255.0, rgb.at(place + 1) / 255.0, rgb.at(place + 2) / 255.0};
}

Raster Raster::turnedAnticlockwise() const {
    Raster turned(height, width);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            turned.set(y, width - 1 - x, at(x, y));
        }
    }
    return turned;
}

double scatter(int x, int y, std::uint32_t seed) {
    const auto cell = mixed(static_cast<std::uint32_t>(x) * 0x9e3779b1U ^ mixed(static_cast<std::uint32_t>(y) + seed));
    return cell / 4294967296.0;
}

double noise(double x, double y, std::uint32_t seed) {
    const int column = static_cast<int>(std::floor(x));
    const int row = static_cast<int>(std::floor(y));
    const double across = smoothStep(0, 1, x - column);
    const double down = smoothStep(0, 1, y - row);
    const double top = std::lerp(scatter(column, row, seed), scatter(column + 1, row, seed), across);
    const double bottom = std::lerp(scatter(column, row + 1, seed), scatter(column + 1, row + 1, seed), across);
    return std::lerp(top, bottom, down);
}

double cloud(double x, double y, std::uint32_t seed, int octaves) {
    double sum = 0;
    double weight = 0.5;
    double total = 0;
    for (int octave = 0; octave < octaves; ++octave) {
        sum += weight * noise(x, y, seed + static_cast<std::uint32_t>(octave) * 101U);
        total += weight;
        weight /= 2;
        x *= 2;
        y *= 2;
    }
    return sum / total;
}

void weather(Raster& raster, std::uint32_t seed) {
    for (int y = 0; y < raster.height; ++y) {
        for (int x = 0; x < raster.width; ++x) {
            const double across = 2.0 * x / raster.width - 1;
            const double down = 2.0 * y / raster.height - 1;
            const double rim = 1 - 0.22 * smoothStep(0.5, 2.0, across * across + down * down);
            const double grain = (scatter(x, y, seed) - 0.5) * 0.05;
            const Tint lit = scaled(raster.at(x, y), rim);
            raster.set(x, y, {lit.red + grain, lit.green + grain, lit.blue + grain * 1.2});
        }
    }
}

}  // namespace engross::samples
