#include "life/page_ink_map.h"

#include "pdf/drawn_page.h"

#include <algorithm>

namespace engross {
namespace {

constexpr int dotsPerInch = 60;
constexpr unsigned char darkest = 160;  // of a dot that counts as ink; the grey of a scanner's background is lighter
constexpr double leastShare = 0.02;     // of a cell
constexpr std::size_t mostBytes = std::size_t{64} << 20U;  // of a drawn page; A0 at 60 dots has 6 million
constexpr std::size_t dust = 2;                            // cells in a band

bool inkNear(const InkMap& map, std::size_t column, std::size_t row) {
    for (std::size_t y = row == 0 ? 0 : row - 1; y <= std::min(row + 1, InkMap::rows - 1); ++y) {
        for (std::size_t x = column == 0 ? 0 : column - 1; x <= std::min(column + 1, InkMap::columns - 1); ++x) {
            if (map.cells[y * InkMap::columns + x]) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace

InkMap inkMapFrom(const std::string& dots, std::size_t width, std::size_t height) {
    InkMap map;
    std::vector<std::size_t> dark(map.cells.size(), 0);
    std::vector<std::size_t> all(map.cells.size(), 0);
    for (std::size_t y = 0; y < height; ++y) {
        const std::size_t row = y * InkMap::rows / height;
        for (std::size_t x = 0; x < width; ++x) {
            const std::size_t cell = row * InkMap::columns + x * InkMap::columns / width;
            ++all[cell];
            dark[cell] += static_cast<unsigned char>(dots[y * width + x]) < darkest ? 1U : 0U;
        }
    }
    for (std::size_t cell = 0; cell < all.size(); ++cell) {
        map.cells[cell] =
            all[cell] > 0 && static_cast<double>(dark[cell]) > leastShare * static_cast<double>(all[cell]);
    }
    return map;
}

std::optional<InkMap> inkMapOf(const std::string& pdfPath, std::size_t page) {
    const auto drawn = drawPages(pdfPath, dotsPerInch, {page, page}, mostBytes);
    if (!drawn || drawn->size() != 1) {
        return std::nullopt;
    }
    return inkMapFrom(drawn->front().dots, drawn->front().width, drawn->front().height);
}

std::vector<int> bandsWithout(const InkMap& page, const InkMap& other) {
    std::vector<int> bands;
    for (std::size_t row = 0; row < InkMap::rows; ++row) {
        std::size_t alone = 0;
        for (std::size_t column = 0; column < InkMap::columns; ++column) {
            const bool ink = page.cells[row * InkMap::columns + column];
            alone += ink && !inkNear(other, column, row) ? 1U : 0U;
        }
        const int band = static_cast<int>(row * 100 / InkMap::rows);
        // Neighbouring bands are one place to look at.
        if (alone >= dust && (bands.empty() || band - bands.back() > 5)) {
            bands.push_back(band);
        }
    }
    return bands;
}

}  // namespace engross
