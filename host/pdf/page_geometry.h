#pragma once
#include "model/units.h"

#include <array>
#include <string>

namespace engross {

/// What a reader shows of a page: the visible box in page space, and how it is turned and scaled.
struct PageGeometry {
    double left = 0;  // visible box (CropBox within MediaBox), in page units
    double bottom = 0;
    double right = 612;
    double top = 792;
    int rotation = 0;  // clockwise: 0, 90, 180 or 270
    double userUnit = 1;

    /// As shown, in points.
    [[nodiscard]] Points width() const;
    [[nodiscard]] Points height() const;
    /// The matrix from the upright view (points from its lower left) to page space, its origin at the point (x, y) of
    /// the view.
    [[nodiscard]] std::array<double, 6> uprightAt(Points x, Points y) const;
    /// The corner in page space that is shown top left: where a link to the page leads.
    [[nodiscard]] std::array<double, 2> shownTopLeft() const;
    /// The smallest upright box in view points around a rectangle of page space {x1, y1, x2, y2}.
    [[nodiscard]] std::array<double, 4> toView(const std::array<double, 4>& rectangle) const;
    bool operator==(const PageGeometry&) const = default;
};

/// A number as PDF writes it: no exponent (ISO 32000-1 7.3.3), no locale, no trailing noughts.
[[nodiscard]] std::string pdfNumber(double value, int decimals = 4);

}  // namespace engross
