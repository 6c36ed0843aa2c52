#include "layout/line_breaker.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace engross {
namespace {

constexpr Points rounding = 0.01;
constexpr double poorBreak = 0.03;
/// A last line shorter than this share of the measure looks like an accident.
constexpr double shortestLastLine = 0.25;
/// A justified line with no space to stretch.
constexpr double loosest = 6;

struct Best {
    std::size_t lines = std::numeric_limits<std::size_t>::max();
    double cost = 0;
    std::size_t from = 0;

    [[nodiscard]] bool worseThan(std::size_t otherLines, double otherCost) const {
        return otherLines < lines || (otherLines == lines && otherCost < cost);
    }
};

/// How far the spaces of a justified line are from their own width; above 1 it shows, below -1 it cannot be set.
double stretchOf(Points width, Points spaces, Points measure) {
    constexpr double stretch = 0.5;
    const Points missing = measure - width;
    if (spaces <= 0) {
        return missing > rounding ? loosest : missing < -rounding ? -loosest : 0;
    }
    return std::min(loosest, missing / (spaces * (missing > 0 ? stretch : spaceShrink)));
}

double justifiedCost(Points width, Points spaces, Points measure, bool last, bool poor) {
    double stretch = stretchOf(width, spaces, measure);
    if (last && stretch > 0) {
        stretch = std::max(0.0, shortestLastLine - width / measure);
    }
    const double badness = std::abs(stretch * stretch * stretch);
    return (1 + badness) * (1 + badness) + (poor ? 1 : 0);
}

double costOf(Points width, Points measure, bool last, LineShape shape, bool poor) {
    const double filled = measure > 0 ? width / measure : 1;
    if (last && shape == LineShape::Ragged) {
        const double missing = std::max(0.0, shortestLastLine - filled);
        return missing * missing;
    }
    const double slack = std::max(0.0, 1 - filled);
    return slack * slack + (poor ? poorBreak : 0);
}

/// Sets items [first, end), the last of which ends its line, and appends the lines' ends.
void breakStretch(const std::vector<LineItem>& items, std::size_t first, std::size_t end, Points measure,
                  LineShape shape, std::vector<std::size_t>& ends) {
    const std::size_t count = end - first;
    const bool justified = shape == LineShape::Justified;
    std::vector<Best> best(count + 1);
    best[0].lines = 0;
    for (std::size_t to = 1; to <= count; ++to) {
        Points width = 0;
        Points spaces = 0;
        const bool poor = items[first + to - 1].poor;
        for (std::size_t from = to; from-- > 0;) {
            const LineItem& item = items[first + from];
            const Points space = from + 1 < to ? item.space : 0;
            width += item.width + space;
            spaces += space;
            const Points least = width - (justified ? spaces * spaceShrink : 0);
            if (least > measure + rounding && from + 1 < to) {
                break;
            }
            const double cost = best[from].cost + (justified ? justifiedCost(width, spaces, measure, to == count, poor)
                                                             : costOf(width, measure, to == count, shape, poor));
            const std::size_t lines = justified ? 0 : best[from].lines + 1;
            if (best[to].worseThan(lines, cost)) {
                best[to] = {lines, cost, from};
            }
        }
    }
    const auto firstEnd = static_cast<std::ptrdiff_t>(ends.size());
    for (std::size_t at = count; at > 0; at = best[at].from) {
        ends.push_back(first + at);
    }
    std::reverse(ends.begin() + firstEnd, ends.end());
}

}  // namespace

std::vector<std::size_t> breakLines(const std::vector<LineItem>& items, Points measure, LineShape shape) {
    std::vector<std::size_t> ends;
    for (std::size_t first = 0; first < items.size();) {
        std::size_t end = first;
        while (end < items.size() && !items[end].mandatory) {
            ++end;
        }
        end = std::min(end + 1, items.size());
        breakStretch(items, first, end, measure, shape, ends);
        first = end;
    }
    return ends;
}

}  // namespace engross
