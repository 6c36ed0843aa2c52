#include "pdf/png_rows.h"

#include <gtest/gtest.h>
#include <cstdint>
#include <random>

namespace engross {
namespace {

/// What RFC 2083 section 6 has a reader do: none, sub and up.
std::string unfiltered(const std::string& rows, std::size_t rowBytes, std::size_t pixelBytes) {
    std::string samples;
    for (std::size_t begin = 0; begin < rows.size(); begin += rowBytes + 1) {
        for (std::size_t index = 0; index < rowBytes; ++index) {
            const std::size_t at = samples.size();
            const int left = index >= pixelBytes ? samples[at - pixelBytes] : 0;
            const int above = at >= rowBytes ? samples[at - rowBytes] : 0;
            const int base = rows[begin] == 0 ? 0 : rows[begin] == 1 ? left : above;
            samples += static_cast<char>(rows[begin + 1 + index] + base);
        }
    }
    return samples;
}

std::string picture(std::size_t size, unsigned spread) {
    std::minstd_rand random(7);
    std::string samples;
    for (std::size_t index = 0; index < size; ++index) {
        samples += static_cast<char>(random() % spread * 37);
    }
    return samples;
}

TEST(PngRows, GiveBackTheirSamples) {
    for (const std::size_t pixelBytes : {std::size_t{1}, std::size_t{3}}) {
        for (const unsigned spread : {1U, 2U, 256U}) {
            const std::string samples = picture(std::size_t{30} * 12, spread);
            const std::string rows = pngRows(samples, 30, pixelBytes);
            EXPECT_EQ(rows.size(), samples.size() + 12);
            EXPECT_EQ(unfiltered(rows, 30, pixelBytes), samples) << pixelBytes << " bytes a pixel";
        }
    }
}

TEST(PngRows, ARowLikeTheOneAboveIsNoughts) {
    const std::string row = picture(30, 256);
    const std::string rows = pngRows(row + row, 30, 3);
    EXPECT_EQ(rows.substr(31), '\2' + std::string(30, '\0'));
}

TEST(PngRows, ARowOfOneColourDiffersFromItsLeftOnlyOnce) {
    const std::string rows = pngRows("\x40\x41\x42\x40\x41\x42\x40\x41\x42", 9, 3);
    EXPECT_EQ(rows, std::string("\1\x40\x41\x42\0\0\0\0\0\0", 10));
}

}  // namespace
}  // namespace engross
