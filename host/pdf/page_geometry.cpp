#include "pdf/page_geometry.h"

#include <algorithm>
#include <charconv>

namespace engross {

Points PageGeometry::width() const {
    return (rotation % 180 == 0 ? right - left : top - bottom) * userUnit;
}

Points PageGeometry::height() const {
    return (rotation % 180 == 0 ? top - bottom : right - left) * userUnit;
}

std::array<double, 6> PageGeometry::uprightAt(Points x, Points y) const {
    const double scale = 1 / userUnit;
    const double across = x * scale;
    const double up = y * scale;
    switch (rotation) {
        case 90:
            return {0, scale, -scale, 0, right - up, bottom + across};
        case 180:
            return {-scale, 0, 0, -scale, right - across, top - up};
        case 270:
            return {0, -scale, scale, 0, left + up, top - across};
        default:
            return {scale, 0, 0, scale, left + across, bottom + up};
    }
}

std::array<double, 2> PageGeometry::shownTopLeft() const {
    const std::array<double, 6> matrix = uprightAt(0, height());
    return {matrix[4], matrix[5]};
}

std::array<double, 4> PageGeometry::toView(const std::array<double, 4>& rectangle) const {
    const auto view = [this](double x, double y) -> std::array<double, 2> {
        switch (rotation) {
            case 90:
                return {(y - bottom) * userUnit, (right - x) * userUnit};
            case 180:
                return {(right - x) * userUnit, (top - y) * userUnit};
            case 270:
                return {(top - y) * userUnit, (x - left) * userUnit};
            default:
                return {(x - left) * userUnit, (y - bottom) * userUnit};
        }
    };
    const auto one = view(rectangle[0], rectangle[1]);
    const auto other = view(rectangle[2], rectangle[3]);
    return {std::min(one[0], other[0]), std::min(one[1], other[1]), std::max(one[0], other[0]),
            std::max(one[1], other[1])};
}

std::string pdfNumber(double value, int decimals) {
    char digits[400];
    const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, decimals).ptr;
    std::string text(digits, end);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
    }
    if (text.back() == '.') {
        text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

}  // namespace engross
