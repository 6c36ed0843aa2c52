#include "pdf/png_rows.h"

#include <array>
#include <cstdint>
#include <cstdlib>

namespace engross {
namespace {

/// The filters that are tried, by their number in PNG: none, sub, up. Paeth gains little on photographs of paper and
/// costs three times as much.
constexpr std::size_t filters = 3;

/// `row` less `base`, byte by byte.
void subtract(std::string_view row, const char* base, char* out) {
    for (std::size_t index = 0; index < row.size(); ++index) {
        out[index] = static_cast<char>(row[index] - base[index]);
    }
}

/// How far the bytes are from nought: what deflates well is near it.
std::size_t cost(const std::string& bytes) {
    std::size_t sum = 0;
    for (const char byte : bytes) {
        sum += static_cast<std::size_t>(std::abs(static_cast<std::int8_t>(byte)));
    }
    return sum;
}

}  // namespace

std::string pngRows(std::string_view samples, std::size_t rowBytes, std::size_t pixelBytes) {
    std::string out;
    out.reserve(samples.size() + samples.size() / rowBytes);
    // The row with the pixel of noughts that is thought to stand at its left, and the one above it.
    std::string padded(pixelBytes + rowBytes, '\0');
    std::string above(rowBytes, '\0');
    std::array<std::string, filters> tried;
    tried.fill(std::string(rowBytes, '\0'));
    for (std::size_t begin = 0; begin < samples.size(); begin += rowBytes) {
        const std::string_view row = samples.substr(begin, rowBytes);
        padded.replace(pixelBytes, row.size(), row);
        tried[0] = row;
        subtract(row, padded.data(), tried[1].data());
        subtract(row, above.data(), tried[2].data());
        std::size_t best = 0;
        std::size_t least = cost(tried[0]);
        for (std::size_t filter = 1; filter < filters; ++filter) {
            const std::size_t candidate = cost(tried.at(filter));
            if (candidate < least) {
                least = candidate;
                best = filter;
            }
        }
        out += static_cast<char>(best);
        out += tried.at(best);
        above.replace(0, row.size(), row);
    }
    return out;
}

}  // namespace engross
