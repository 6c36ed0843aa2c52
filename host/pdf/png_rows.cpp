#include "pdf/png_rows.h"

#include <cstdint>

namespace engross {
namespace {

/// The filters that are tried, by their number in PNG: none, sub, up. Paeth gains little on photographs of paper and
/// costs three times as much.
constexpr std::size_t filters = 3;

std::uint8_t at(std::string_view row, std::size_t index) {
    return index < row.size() ? static_cast<std::uint8_t>(row[index]) : std::uint8_t{0};
}

std::uint8_t difference(std::size_t filter, std::string_view row, std::string_view above, std::size_t index,
                        std::size_t pixelBytes) {
    const std::uint8_t left = index >= pixelBytes ? at(row, index - pixelBytes) : std::uint8_t{0};
    const std::uint8_t base = filter == 0 ? std::uint8_t{0} : filter == 1 ? left : at(above, index);
    return static_cast<std::uint8_t>(at(row, index) - base);
}

std::size_t cost(std::size_t filter, std::string_view row, std::string_view above, std::size_t pixelBytes) {
    std::size_t sum = 0;
    for (std::size_t index = 0; index < row.size(); ++index) {
        const std::uint8_t value = difference(filter, row, above, index, pixelBytes);
        sum += value < 128 ? value : 256U - value;
    }
    return sum;
}

}  // namespace

std::string pngRows(std::string_view samples, std::size_t rowBytes, std::size_t pixelBytes) {
    std::string out;
    out.reserve(samples.size() + samples.size() / rowBytes);
    std::string_view above;
    for (std::size_t begin = 0; begin < samples.size(); begin += rowBytes) {
        const std::string_view row = samples.substr(begin, rowBytes);
        std::size_t best = 0;
        std::size_t least = cost(0, row, above, pixelBytes);
        for (std::size_t filter = 1; filter < filters; ++filter) {
            const std::size_t candidate = cost(filter, row, above, pixelBytes);
            if (candidate < least) {
                least = candidate;
                best = filter;
            }
        }
        out += static_cast<char>(best);
        for (std::size_t index = 0; index < row.size(); ++index) {
            out += static_cast<char>(difference(best, row, above, index, pixelBytes));
        }
        above = row;
    }
    return out;
}

}  // namespace engross
