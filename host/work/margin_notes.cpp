#include "work/margin_notes.h"

#include <algorithm>
#include <cmath>

namespace engross {
namespace {

constexpr double millimetresPerDot = 25.4 / 72;
constexpr unsigned char paper = 200;  // lighter dots are paper, which a scanner shows in light grey
constexpr double clear = 1;           // millimetres around a note without ink
constexpr double noteHeight = 4.1;    // for letters of 8 pt
constexpr double noteLetter = 1.75;   // millimetres that one of them takes, at most: figures and brackets
constexpr double footHeight = 3.1;
constexpr double footLetter = 1.12;
constexpr double edge = 5;      // of the page, where printers do not print
constexpr double deepest = 34;  // from the edge: a margin is no wider
/// Where the page number goes.
constexpr double numberWidth = 40;
constexpr double numberHeight = 16;

bool overlap(const SheetArea& one, const SheetArea& other) {
    return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

}  // namespace

MarginRoom::MarginRoom(const DrawnPage& page, const std::vector<PlacedWord>& words) : page_(page), words_(words) {
    const double width = static_cast<double>(page.width) * millimetresPerDot;
    const double height = static_cast<double>(page.height) * millimetresPerDot;
    taken_.push_back({width - numberWidth, height - numberHeight, width, height});
}

std::optional<SheetArea> MarginRoom::beside(const SheetArea& line, std::size_t letters) {
    const double width = noteLetter * static_cast<double>(letters) + 2;
    const double pageWidth = static_cast<double>(page_.width) * millimetresPerDot;
    const double top = (line.top + line.bottom - noteHeight) / 2;
    double first = line.left;
    double last = line.right;
    for (const PlacedWord& word : words_) {
        if (word.box.bottom > line.top && word.box.top < line.bottom) {
            first = std::min(first, word.box.left);
            last = std::max(last, word.box.right);
        }
    }
    for (double step = edge; step <= deepest; step += 1) {
        const double right = pageWidth - step;
        const SheetArea area{right - width, top, right, top + noteHeight};
        if (area.left > last - width && isFree(area)) {
            taken_.push_back(area);
            return area;
        }
    }
    for (double left = edge; left <= deepest && left + width < first; left += 1) {
        const SheetArea area{left, top, left + width, top + noteHeight};
        if (isFree(area)) {
            taken_.push_back(area);
            return area;
        }
    }
    return std::nullopt;
}

std::optional<SheetArea> MarginRoom::atFoot(std::size_t letters) {
    const double pageWidth = static_cast<double>(page_.width) * millimetresPerDot;
    const double height = static_cast<double>(page_.height) * millimetresPerDot;
    const double width = std::min(footLetter * static_cast<double>(letters), pageWidth - numberWidth - 2 * edge);
    constexpr double most = 18;
    for (double step = edge + footHeight; step <= most; step += 1) {
        for (const double top : {height - step, step - footHeight}) {
            const SheetArea area{2 * edge, top, 2 * edge + width, top + footHeight};
            if (width > 0 && isFree(area)) {
                taken_.push_back(area);
                return area;
            }
        }
    }
    return std::nullopt;
}

bool MarginRoom::isFree(const SheetArea& area) const {
    const SheetArea around{area.left - clear, area.top - clear, area.right + clear, area.bottom + clear};
    const auto dotsAt = [](double millimetres) { return std::floor(millimetres / millimetresPerDot); };
    const double left = dotsAt(around.left);
    const double top = dotsAt(around.top);
    const double right = dotsAt(around.right) + 1;
    const double bottom = dotsAt(around.bottom) + 1;
    if (left < 0 || top < 0 || right > static_cast<double>(page_.width) || bottom > static_cast<double>(page_.height) ||
        std::ranges::any_of(taken_, [&](const SheetArea& other) { return overlap(around, other); })) {
        return false;
    }
    for (auto y = static_cast<std::size_t>(top); y < static_cast<std::size_t>(bottom); ++y) {
        for (auto x = static_cast<std::size_t>(left); x < static_cast<std::size_t>(right); ++x) {
            if (static_cast<unsigned char>(page_.dots.at(y * page_.width + x)) < paper) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace engross
