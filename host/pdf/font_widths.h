#pragma once
#include <optional>
#include <string_view>
#include <vector>

namespace engross {

/// The advance widths of a TrueType program in thousandths of an em, by glyph: its tables head, hhea, maxp and hmtx
/// read as bytes (OpenType 1.9). Nothing where they are missing or do not fit together.
[[nodiscard]] std::optional<std::vector<double>> advanceWidths(std::string_view program);

}  // namespace engross
