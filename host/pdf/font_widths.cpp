#include "pdf/font_widths.h"

#include <algorithm>
#include <cstddef>

namespace engross {
namespace {

std::size_t wordAt(std::string_view bytes, std::size_t index) {
    return static_cast<std::size_t>(static_cast<unsigned char>(bytes[index])) << 8U |
           static_cast<unsigned char>(bytes[index + 1]);
}

/// A table of the program, or nothing where it is not there or lies outside.
std::string_view table(std::string_view program, std::string_view name) {
    const std::size_t count = program.size() >= 12 ? wordAt(program, 4) : 0;
    for (std::size_t row = 12; row < 12 + count * 16 && row + 16 <= program.size(); row += 16) {
        if (program.substr(row, 4) == name) {
            const std::size_t offset = wordAt(program, row + 8) << 16U | wordAt(program, row + 10);
            const std::size_t length = wordAt(program, row + 12) << 16U | wordAt(program, row + 14);
            return offset <= program.size() && length <= program.size() - offset ? program.substr(offset, length)
                                                                                 : std::string_view();
        }
    }
    return {};
}

}  // namespace

std::optional<std::vector<double>> advanceWidths(std::string_view program) {
    const std::string_view head = table(program, "head");
    const std::string_view header = table(program, "hhea");
    const std::string_view most = table(program, "maxp");
    const std::string_view metrics = table(program, "hmtx");
    if (head.size() < 20 || header.size() < 36 || most.size() < 6) {
        return std::nullopt;
    }
    const std::size_t unitsPerEm = wordAt(head, 18);
    const std::size_t glyphs = wordAt(most, 4);
    const std::size_t longRows = wordAt(header, 34);
    if (unitsPerEm == 0 || longRows == 0 || metrics.size() < longRows * 4) {
        return std::nullopt;
    }
    std::vector<double> widths;
    widths.reserve(glyphs);
    for (std::size_t glyph = 0; glyph < glyphs; ++glyph) {
        const std::size_t units = wordAt(metrics, std::min(glyph, longRows - 1) * 4);
        widths.push_back(static_cast<double>(units) * 1000 / static_cast<double>(unitsPerEm));
    }
    return widths;
}

}  // namespace engross
