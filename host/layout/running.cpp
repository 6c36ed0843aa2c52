#include "layout/running.h"

#include "layout/block_setter.h"
#include "layout/text_setter.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace engross {
namespace {

void replaceAll(std::string& text, const std::string& name, const std::string& value) {
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size())) {
        text.replace(at, name.size(), value);
    }
}

Inline numbered(Inline text, PageNumber page, std::size_t pages) {
    for (Span& span : text) {
        replaceAll(span.text, "{page}", std::to_string(page));
        replaceAll(span.text, "{pages}", std::to_string(pages));
    }
    return text;
}

}  // namespace

std::vector<Mark> runningMarks(Setting& setting, const RunningText& text, const Margins& margins, PageNumber page,
                               std::size_t pages) {
    const Points measure = setting.style.width - margins.left - margins.right;
    const Points size = setting.legible(text.size);
    const TextLook look{size, size * 4 / 3, false, false};
    constexpr Points gap = 12;
    constexpr const char* place = "a page's head or foot";
    std::vector<Mark> marks;
    Points used = 0;
    const auto add = [&](const Inline& part, Align align) {
        TextSetter setter(setting, numbered(part, page, pages), look, setting.composition.language, artifactNode);
        if (setter.empty()) {
            return;
        }
        used += setter.naturalWidth() + (used > 0 ? gap : 0);
        if (used > measure) {
            setting.faults.add(LayoutFault::RunningTextTooWide, place);
        }
        // One line, whatever its width: a second one would run into the text of the page.
        for (SetLine& line : setter.lines(std::max(measure, setter.naturalWidth()), align, place)) {
            const Points own = Strip{.marks = line.marks}.firstBaseline(0);
            move(line.marks, margins.left, text.baseline - own);
            std::move(line.marks.begin(), line.marks.end(), std::back_inserter(marks));
        }
    };
    add(text.left, Align::Left);
    add(text.centre, Align::Centre);
    add(text.right, Align::Right);
    return marks;
}

DiagonalMark copyMark(Setting& setting) {
    constexpr Points size = 10;
    constexpr Points fromEdge = mm(9);
    DiagonalMark mark;
    mark.runs =
        setting.typesetter.shape(setting.style.copyMark, {Weight::Bold, Slope::Upright}, setting.composition.language);
    Points width = 0;
    for (const ShapedRun& run : mark.runs) {
        width += run.width * size / 1000;
    }
    mark.size = size;
    mark.degrees = 90;
    mark.x = fromEdge;
    mark.baseline = (setting.style.height - width) / 2;
    return mark;
}

DiagonalMark diagonalMark(Setting& setting) {
    const PageStyle& style = setting.style;
    const TypeStyle bold{Weight::Bold, Slope::Upright};
    DiagonalMark mark;
    mark.runs = setting.typesetter.shape(style.mark, bold, setting.composition.language);
    double width = 0;
    for (const ShapedRun& run : mark.runs) {
        width += run.width / 1000;
    }
    if (width <= 0) {
        return mark;
    }
    constexpr double share = 0.7;  // of the page's diagonal
    const Points diagonal = std::hypot(style.width, style.height);
    mark.size = std::min(share * diagonal / width, style.width / 3);
    const double angle = std::atan2(style.height, style.width);
    mark.degrees = angle * 180 / std::numbers::pi;
    const Points along = width * mark.size / 2;
    const Points across = setting.typesetter.face(bold).metrics().capHeight * mark.size / 2000;
    mark.x = style.width / 2 - along * std::cos(angle) + across * std::sin(angle);
    mark.baseline = style.height / 2 - along * std::sin(angle) - across * std::cos(angle);
    return mark;
}

}  // namespace engross
