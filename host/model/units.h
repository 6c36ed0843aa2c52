#pragma once
#include <compare>
#include <cstddef>

namespace engross {

/// Lengths on a page, in PDF points (1/72 inch).
using Points = double;

/// Millimetres to points: 1 mm = 72/25.4 pt.
[[nodiscard]] constexpr Points mm(double millimetres) noexcept {
    return millimetres * 72.0 / 25.4;
}

/// A physical page, counted from 1.
using PageNumber = std::size_t;

}  // namespace engross
