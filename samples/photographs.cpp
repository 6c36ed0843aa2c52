#include "photographs.h"

#include <algorithm>
#include <cmath>

namespace engross::samples {
namespace {

constexpr Tint white{0.93, 0.93, 0.92};

double spot(double x, double y, double cell, std::uint32_t seed, double density) {
    const int column = static_cast<int>(std::floor(x / cell));
    const int row = static_cast<int>(std::floor(y / cell));
    double darkest = 0;
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
            const int i = column + dx;
            const int j = row + dy;
            if (scatter(i, j, seed) > density) {
                continue;
            }
            const double centreX = (i + scatter(i, j, seed + 1)) * cell;
            const double centreY = (j + scatter(i, j, seed + 2)) * cell;
            const double radius = cell * (0.12 + 0.36 * scatter(i, j, seed + 3));
            const double distance = std::hypot(x - centreX, y - centreY);
            if (distance > 1.2 * radius) {
                continue;
            }
            const double reach = distance + 0.3 * radius * (cloud(x / 5, y / 5, seed + 4, 3) - 0.5);
            darkest = std::max(darkest, 1 - smoothStep(radius * 0.35, radius, reach));
        }
    }
    return darkest;
}

Tint skirting(double height, double x) {
    const double edge = smoothStep(0, 6, height) * (1 - 0.5 * (1 - smoothStep(6, 14, height)));
    const Tint paint = scaled({0.90, 0.89, 0.86}, 0.86 + 0.12 * cloud(x / 90, height / 30, 61));
    return mix({0.22, 0.20, 0.18}, paint, edge);
}

Tint carpet(double x, double y, std::uint32_t seed) {
    const double tuft =
        0.75 + 0.5 * (cloud(x / 4, y / 4, seed, 3) - 0.5) + 0.2 * (cloud(x / 140, y / 140, seed + 9) - 0.5);
    return scaled({0.38, 0.34, 0.33}, tuft);
}

Tint bareWood(double x, double y) {
    const double grain = cloud(x / 160, y / 7 + 2 * cloud(x / 200, y / 60, 71), 72);
    return scaled({0.76, 0.60, 0.41}, 0.62 + 0.55 * grain);
}

Tint plaster(double x, double y) {
    const double texture = 0.93 + 0.05 * cloud(x / 9, y / 9, 11) + 0.06 * (cloud(x / 240, y / 240, 12) - 0.5);
    return scaled({0.90, 0.87, 0.78}, texture);
}

Tint garden(double x, double y) {
    const Tint sky = mix({0.83, 0.86, 0.89}, {0.69, 0.73, 0.77}, y / 900);
    const double hedge = smoothStep(0.42, 0.58, cloud(x / 260, 0, 31) * 0.3 + y / 1300);
    const Tint leaves = scaled({0.33, 0.39, 0.30}, 0.75 + 0.5 * cloud(x / 60, y / 60, 32, 3));
    return mix(sky, leaves, hedge);
}

Tint pane(double x, double y) {
    Tint seen = garden(x + 18 * (cloud(x / 30, y / 30, 33) - 0.5), y);
    const double mist = smoothStep(260, 760, y + 160 * (cloud(x / 110, y / 110, 34) - 0.5));
    seen = mix(seen, {0.83, 0.85, 0.86}, 0.72 * mist);
    const double drop = spot(x, y, 17, 35, 0.75) * mist;
    const double shine = spot(x + 3, y + 4, 17, 35, 0.75) * mist;
    const double trail =
        smoothStep(0.80, 0.86, noise(x / 9, 3, 36)) * mist * smoothStep(0.4, 0.6, noise(x / 40, y / 300, 37));
    seen = mix(seen, garden(x, 900 - y), 0.8 * std::max(drop, trail));
    return mix(seen, white, 0.55 * std::max(0.0, shine - drop));
}

bool onGlass(double x, double y) {
    const bool left = x > 150 && x < 760;
    const bool right = x > 840 && x < 1450;
    return (left || right) && y > 130 && y < 980;
}

double glassEdge(double x, double y) {
    const double across =
        x < 800 ? std::min(std::abs(x - 150), std::abs(x - 760)) : std::min(std::abs(x - 840), std::abs(x - 1450));
    const double down = std::min(std::abs(y - 130), std::abs(y - 980));
    const bool level = y > 118 && y < 992;
    return std::min(level ? across : across + 900, (x > 138 && x < 1462) ? down : down + 900);
}

}  // namespace

Raster dampWall() {
    Raster raster(1600, 1200);
    for (int y = 0; y < raster.height; ++y) {
        for (int x = 0; x < raster.width; ++x) {
            if (y > 1060) {
                raster.set(x, y, y > 1130 ? carpet(x, y, 51) : skirting(y - 1060, x));
                continue;
            }
            Tint seen = scaled(plaster(x, y), 0.86 + 0.2 * smoothStep(1500, 0, x + 0.3 * y));
            const double corner = std::abs(x - 1180 - 6 * noise(0, y / 60.0, 13));
            seen = scaled(seen, x > 1180 ? 0.84 : 1.0);
            seen = scaled(seen, 0.86 + 0.14 * smoothStep(0, 46, corner));
            const double reach =
                (1060 - y) / 560.0 + std::abs(x - 1180) / 1150.0 - 0.55 * (cloud(x / 170.0, y / 170.0, 14) - 0.5);
            const double damp = 1 - smoothStep(0.62, 0.95, reach);
            const double tide = std::exp(-std::pow((reach - 0.80) / 0.035, 2));
            seen = mix(seen, {0.66, 0.58, 0.44}, 0.62 * damp);
            seen = mix(seen, {0.55, 0.44, 0.28}, 0.42 * tide);
            const double flake =
                smoothStep(0.63, 0.68, cloud(x / 75.0, y / 75.0, 15)) * (1 - smoothStep(0.3, 0.5, reach));
            seen = mix(seen, {0.80, 0.76, 0.70}, 0.7 * flake);
            const double colony =
                smoothStep(0.45, 0.66, cloud(x / 120.0, y / 120.0, 16)) * (1 - smoothStep(0.55, 0.95, reach));
            const double mould = colony > 0 ? std::max(spot(x, y, 15, 17, 0.8), spot(x, y, 31, 18, 0.5)) * colony : 0;
            raster.set(x, y, mix(seen, {0.13, 0.14, 0.12}, 0.9 * mould));
        }
    }
    weather(raster, 19);
    return raster;
}

Raster brokenNosing() {
    Raster raster(1200, 1600);
    const double edges[] = {190, 420, 700, 1050, 1480};
    for (int y = 0; y < raster.height; ++y) {
        for (int x = 0; x < raster.width; ++x) {
            const double slope = y + 0.035 * (x - 600);
            double below = 2000;
            for (const double edge : edges) {
                if (slope >= edge) {
                    below = slope - edge;
                }
            }
            const double string = 96 + 0.028 * (1600 - y);
            if (x < string || x > 1200 - string) {
                const double lip = std::min(std::abs(x - string), std::abs(x - 1200 + string));
                raster.set(x, y,
                           scaled(white, (0.74 + 0.1 * cloud(x / 80.0, y / 200.0, 41)) *
                                             (0.75 + 0.25 * smoothStep(0, 20, lip))));
                continue;
            }
            const double depth = 26 + slope * 0.02;
            const double riser = 80 + slope * 0.055;
            Tint seen = scaled(carpet(x, y, 42), 1.12);
            if (below < depth) {
                seen = scaled(carpet(x, y, 43), 1.28 - 0.3 * below / depth);
            } else if (below < depth + riser) {
                seen = scaled(carpet(x, y, 44), 0.50 + 0.28 * (below - depth) / riser);
            }
            const double bite =
                std::hypot((x - 640) / 255.0, (slope - 1068) / 62.0) + 0.75 * (cloud(x / 34.0, y / 34.0, 45) - 0.5);
            if (bite < 0.92) {
                seen = scaled(bareWood(x, y), 0.55 + 0.55 * smoothStep(0.95, 0.3, bite));
                seen = mix(seen, {0.08, 0.06, 0.05},
                           smoothStep(0.50, 0.30, std::hypot((x - 610) / 300.0, (slope - 1092) / 40.0)));
            }
            const double split = std::abs(slope - 1046 - 30 * (cloud(x / 90.0, 1, 46) - 0.5));
            if (x > 380 && x < 1000 && split < 3 && bite >= 0.92) {
                seen = scaled(seen, 0.35);
            }
            const double fray = smoothStep(0.92, 1.02, bite) * (1 - smoothStep(1.02, 1.3, bite));
            seen = mix(seen, {0.62, 0.57, 0.52}, 0.6 * fray * smoothStep(0.45, 0.75, noise(x / 2.5, y / 14.0, 47)));
            raster.set(x, y, scaled(seen, 0.72 + 0.4 * smoothStep(0, 1600, y)));
        }
    }
    weather(raster, 48);
    return raster;
}

Raster wetWindow() {
    Raster raster(1600, 1200);
    for (int y = 0; y < raster.height; ++y) {
        for (int x = 0; x < raster.width; ++x) {
            if (onGlass(x, y)) {
                raster.set(x, y, pane(x, y));
                continue;
            }
            const double edge = glassEdge(x, y);
            Tint seen = scaled(white, 0.93 + 0.05 * cloud(x / 200.0, y / 200.0, 52));
            seen = scaled(seen, 0.72 + 0.28 * smoothStep(0, 30, std::abs(edge - 34)));
            if (y > 1060) {
                seen = scaled({0.88, 0.86, 0.82}, 0.95 - 0.25 * smoothStep(1100, 1060, y));
            }
            const double seal = 1 - smoothStep(4, 14, edge);
            seen = mix(seen, {0.20, 0.20, 0.20}, 0.85 * seal);
            const double colony = smoothStep(0.40, 0.62, cloud(x / 60.0, y / 60.0, 53)) * smoothStep(300, 1000, y);
            const double mould = spot(x, y, 11, 54, 0.85) * colony * (1 - smoothStep(6, 70, edge));
            seen = mix(seen, {0.10, 0.11, 0.09}, 0.92 * mould);
            const double pool = smoothStep(0.5, 0.56, cloud(x / 130.0, y / 20.0, 55)) * smoothStep(1075, 1090, y) *
                                (1 - smoothStep(1120, 1150, y));
            raster.set(x, y, mix(seen, {0.70, 0.73, 0.76}, 0.7 * pool));
        }
    }
    weather(raster, 56);
    return raster;
}

Raster boilerPlate(const Raster& label) {
    Raster raster(1600, 1200);
    const int left = (raster.width - label.width) / 2;
    const int top = (raster.height - label.height) / 2;
    for (int y = 0; y < raster.height; ++y) {
        for (int x = 0; x < raster.width; ++x) {
            Tint seen =
                scaled(white, 0.80 + 0.12 * smoothStep(1500, 100, x + y * 0.6) + 0.03 * cloud(x / 50.0, y / 50.0, 62));
            const double grime = smoothStep(0.55, 0.75, cloud(x / 230.0, y / 230.0, 63)) * 0.3;
            seen = mix(seen, {0.55, 0.50, 0.42}, grime);
            const double tilt = 0.018 * (x - 800);
            const int labelX = x - left;
            const int labelY = static_cast<int>(std::lround(y + tilt)) - top;
            const bool inside = labelX >= 0 && labelX < label.width && labelY >= 0 && labelY < label.height;
            if (inside) {
                const int rim = std::min({labelX, labelY, label.width - 1 - labelX, label.height - 1 - labelY});
                const Tint print = label.at(labelX, labelY);
                const Tint paper = mix({0.90, 0.89, 0.84}, {0.78, 0.74, 0.64}, cloud(x / 160.0, y / 160.0, 64));
                seen = mix(scaled(paper, 0.22), paper, print.red);
                seen = rim < 5 ? scaled(seen, 0.55) : seen;
            }
            const double glare = std::exp(-std::pow((x + 1.4 * y - 1500) / 190.0, 2));
            raster.set(x, y, mix(seen, {1, 1, 1}, 0.34 * glare));
        }
    }
    weather(raster, 65);
    return raster;
}

}  // namespace engross::samples
