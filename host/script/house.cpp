#include "script/house.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace engross {
namespace {

std::optional<double> luminanceOf(std::string_view colour) {
    if (colour.size() != 7 || colour.front() != '#') {
        return std::nullopt;
    }
    double luminance = 0;
    constexpr std::array shares{0.2126, 0.7152, 0.0722};
    for (std::size_t channel = 0; channel < shares.size(); ++channel) {
        const char* begin = colour.data() + 1 + 2 * channel;
        int value = 0;
        const auto read = std::from_chars(begin, begin + 2, value, 16);
        if (read.ec != std::errc() || read.ptr != begin + 2 || value < 0) {
            return std::nullopt;
        }
        const double share = value / 255.0;
        const double linear = share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
        luminance += shares.at(channel) * linear;
    }
    return luminance;
}

}  // namespace

bool House::speaks(Language language) const {
    return std::ranges::find(languages, language) != languages.end();
}

std::optional<double> contrastOf(std::string_view colour, std::string_view other) {
    const auto first = luminanceOf(colour);
    const auto second = luminanceOf(other);
    if (!first || !second) {
        return std::nullopt;
    }
    return (std::max(*first, *second) + 0.05) / (std::min(*first, *second) + 0.05);
}

}  // namespace engross
