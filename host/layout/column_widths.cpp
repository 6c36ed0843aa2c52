#include "layout/column_widths.h"

#include <algorithm>
#include <numeric>

namespace engross {
namespace {

using Widths = std::vector<Points>;

Points sumOf(const Widths& widths) {
    return std::accumulate(widths.begin(), widths.end(), Points{0});
}

/// Cuts the widest down, all to one height, until they fit: one endless word costs its own column, not the others.
Widths levelled(Widths widths, Points available) {
    Widths sorted = widths;
    std::sort(sorted.begin(), sorted.end());
    Points left = available;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const Points level = left / static_cast<double>(sorted.size() - i);
        if (sorted[i] > level) {
            for (Points& width : widths) {
                width = std::min(width, level);
            }
            break;
        }
        left -= sorted[i];
    }
    return widths;
}

/// Each width plus a share of what is left, in proportion to `shares`.
Widths grown(Widths widths, const Widths& shares, Points available) {
    const Points spare = available - sumOf(widths);
    const Points total = sumOf(shares);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        widths[i] += total > 0 ? spare * shares[i] / total : spare / static_cast<double>(widths.size());
    }
    return widths;
}

/// Columns that share a width by weight, none below its least.
Widths weighted(const Widths& least, const Widths& weights, Points available) {
    Widths widths = least;
    std::vector<bool> fixed(least.size(), false);
    for (bool changed = true; changed;) {
        changed = false;
        Points left = available;
        double weight = 0;
        for (std::size_t i = 0; i < least.size(); ++i) {
            left -= fixed[i] ? least[i] : 0;
            weight += fixed[i] ? 0 : weights[i];
        }
        for (std::size_t i = 0; i < least.size(); ++i) {
            if (!fixed[i]) {
                widths[i] = weight > 0 ? left * weights[i] / weight : 0;
                if (widths[i] < least[i]) {
                    widths[i] = least[i];
                    fixed[i] = true;
                    changed = true;
                }
            }
        }
    }
    return widths;
}

Widths partsOf(const std::vector<ColumnNeed>& needs) {
    Widths parts;
    for (const ColumnNeed& need : needs) {
        parts.push_back(std::min(need.part, need.least));
    }
    return parts;
}

}  // namespace

bool haveRoom(const std::vector<ColumnNeed>& needs, Points available) {
    return sumOf(partsOf(needs)) <= available;
}

std::vector<Points> columnWidths(const std::vector<ColumnNeed>& needs, Points available) {
    Widths least;
    Widths natural;
    Widths weights;
    for (const ColumnNeed& need : needs) {
        least.push_back(need.least);
        natural.push_back(std::max(need.natural, need.least));
        weights.push_back(need.weight);
    }
    if (sumOf(least) >= available) {
        if (const Widths parts = partsOf(needs); sumOf(parts) < available) {
            Widths wish = least;
            for (std::size_t i = 0; i < needs.size(); ++i) {
                wish[i] -= parts[i];
            }
            const Widths given = levelled(wish, available - sumOf(parts));
            Widths widths = parts;
            for (std::size_t i = 0; i < needs.size(); ++i) {
                widths[i] += given[i];
            }
            return grown(widths, wish, available);
        }
        return grown(levelled(least, available), Widths(needs.size(), 1), available);
    }
    const bool anyWeight = sumOf(weights) > 0;
    if (!anyWeight) {
        Widths wish(needs.size());
        for (std::size_t i = 0; i < needs.size(); ++i) {
            wish[i] = natural[i] - least[i];
        }
        return sumOf(natural) <= available ? grown(natural, natural, available) : grown(least, wish, available);
    }
    Widths wish(needs.size());
    for (std::size_t i = 0; i < needs.size(); ++i) {
        wish[i] = weights[i] > 0 ? 0 : natural[i] - least[i];
    }
    const Widths given = levelled(wish, available - sumOf(least));
    for (std::size_t i = 0; i < needs.size(); ++i) {
        least[i] += given[i];
    }
    return weighted(least, weights, available);
}

}  // namespace engross
