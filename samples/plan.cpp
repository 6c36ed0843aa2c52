#include "plan.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace engross::samples {
namespace {

/// Millimetres on the sheet.
struct Wall {
    double x1, y1, x2, y2, thickness;
};

constexpr std::array<Wall, 18> walls{{
    {35, 60, 175, 60, 2.6},
    {35, 240, 175, 240, 2.6},
    {35, 60, 35, 240, 2.6},
    {175, 60, 175, 240, 2.6},
    {35, 150, 78, 150, 1.2},
    {98, 150, 175, 150, 1.2},
    {112, 60, 112, 96, 1.2},
    {112, 112, 112, 150, 1.2},
    {112, 118, 175, 118, 1.2},
    {35, 168, 62, 168, 1.2},
    {78, 168, 175, 168, 1.2},
    {116, 151, 116, 167, 0.4},
    {124, 151, 124, 167, 0.4},
    {132, 151, 132, 167, 0.4},
    {140, 151, 140, 167, 0.4},
    {148, 151, 148, 167, 0.4},
    {156, 151, 156, 167, 0.4},
    {164, 151, 164, 167, 0.4},
}};

constexpr std::array<Wall, 3> windows{{
    {55, 60, 92, 60, 1.4},
    {130, 60, 155, 60, 1.4},
    {70, 240, 140, 240, 1.4},
}};

struct Label {
    double x, y, width;
    const char* words;
    bool strong;
};

constexpr std::array<Label, 9> labels{{
    {25, 22, 160, "12 Sample Street, Anytown: first floor (sample, not to scale)", true},
    {45, 100, 55, "Rear bedroom\n3.1 m × 3.4 m", true},
    {40, 66, 60, "1.2 damp and mould", false},
    {52, 76, 50, "2.3 window", false},
    {118, 82, 50, "Bathroom\n1.3 no fan", true},
    {118, 130, 50, "Cupboard", false},
    {66, 200, 80, "Front bedroom\n4.2 m × 3.6 m", true},
    {40, 154, 40, "Landing\n3.3 no light", false},
    {118, 171, 60, "Stairs down: 3.1 tread 4, 3.2 no handrail", false},
}};

double reach(const Wall& wall, double x, double y) {
    const double length = std::hypot(wall.x2 - wall.x1, wall.y2 - wall.y1);
    const double along = std::clamp(
        ((x - wall.x1) * (wall.x2 - wall.x1) + (y - wall.y1) * (wall.y2 - wall.y1)) / (length * length), 0.0, 1.0);
    return std::hypot(x - wall.x1 - along * (wall.x2 - wall.x1), y - wall.y1 - along * (wall.y2 - wall.y1)) -
           wall.thickness / 2;
}

Block words(const char* text, bool strong, Points size) {
    Span span;
    span.text = text;
    span.strong = strong;
    Paragraph paragraph;
    paragraph.text = {span};
    paragraph.size = size;
    Block block;
    block.content = paragraph;
    return block;
}

Composition sheet(Points width, Points height) {
    Composition composition;
    composition.title = "Words";
    composition.style.width = width;
    composition.style.height = height;
    composition.style.first = {.top = mm(4), .bottom = mm(4), .left = mm(4), .right = mm(4)};
    composition.style.later = composition.style.first;
    return composition;
}

}  // namespace

Raster floorPlan(const Press& press, const std::string& scratch) {
    Composition page = sheet(mm(210), mm(297));
    page.body.push_back(words(" ", false, 0));
    for (const auto& label : labels) {
        Frame frame;
        frame.left = mm(label.x);
        frame.top = mm(label.y);
        frame.width = mm(label.width);
        frame.height = mm(16);
        frame.content = {words(label.words, label.strong, 10.5)};
        page.style.firstFrames.push_back(frame);
    }
    Raster plan = press.pixels(press.pdf(page), scratch, 150).front();
    const double dotsPerMillimetre = 150 / 25.4;
    for (int y = 0; y < plan.height; ++y) {
        for (int x = 0; x < plan.width; ++x) {
            double nearest = 1e9;
            for (const auto& wall : walls) {
                nearest = std::min(nearest, reach(wall, x / dotsPerMillimetre, y / dotsPerMillimetre));
            }
            double pane = 1e9;
            for (const auto& window : windows) {
                pane = std::min(pane, reach(window, x / dotsPerMillimetre, y / dotsPerMillimetre));
            }
            const double ink = 1 - smoothStep(-0.06, 0.06, nearest);
            const double glass = 1 - smoothStep(-0.06, 0.06, pane);
            const Tint lined = mix(plan.at(x, y), {0.1, 0.1, 0.12}, ink);
            plan.set(x, y, mix(lined, {0.62, 0.78, 0.88}, glass));
        }
    }
    return plan;
}

Raster boilerLabel(const Press& press, const std::string& scratch) {
    Composition plate = sheet(mm(120), mm(68));
    plate.style.bodySize = 15;
    plate.style.leading = 21;
    plate.body = {words("INVENTED HEATING CO.", true, 0),
                  words("Model: Sample 24\nSerial no: 0000 0142\nGas: natural, 20 mbar\nOutput: 24 kW", false, 0),
                  words("Last service: 03/2023", true, 0)};
    return press.pixels(press.pdf(plate), scratch, 150).front();
}

}  // namespace engross::samples
