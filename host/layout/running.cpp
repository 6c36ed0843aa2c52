#include "layout/running.h"

#include "layout/block_setter.h"
#include "layout/text_setter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

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

constexpr Points gap = 12;
constexpr FaultPlace place{.kind = FaultPlace::Kind::HeadOrFoot};

/// The three parts of a head or foot at one size.
class RunningParts {
public:
    RunningParts(Setting& setting, const std::array<Inline, 3>& parts, Points size)
        : look_{size, size * closeLeading, false, false},
          left_(setting, parts[0], look_, setting.composition.language, artifactNode),
          centre_(setting, parts[1], look_, setting.composition.language, artifactNode),
          right_(setting, parts[2], look_, setting.composition.language, artifactNode),
          others_(withGap(centre_) + withGap(right_)),
          width_(widthOf(left_) + (left_.empty() ? std::max(others_ - gap, 0.0) : others_)) {}

    [[nodiscard]] Points width() const {
        return width_;
    }

    /// Whether the left part may be set in two lines beside the others.
    [[nodiscard]] bool wrapsWithin(Points measure) {
        constexpr std::size_t mostLines = 2;
        const Points room = measure - others_;
        return room > measure / 3 && !left_.empty() && left_.widestWord() <= room &&
               left_.lines(room, Align::Left, place).size() <= mostLines;
    }

    /// Lines of each part: one, whatever its width, or as many of the left part as it takes.
    [[nodiscard]] std::array<std::vector<SetLine>, 3> lines(Points measure, bool wrapped) {
        const auto set = [&](TextSetter& part, Align align) {
            return part.empty() ? std::vector<SetLine>() : part.lines(std::max(measure, widthOf(part)), align, place);
        };
        return {wrapped ? left_.lines(measure - others_, Align::Left, place) : set(left_, Align::Left),
                set(centre_, Align::Centre), set(right_, Align::Right)};
    }

    [[nodiscard]] Points leading() const {
        return look_.leading;
    }

private:
    static constexpr double closeLeading = 1.15;

    [[nodiscard]] static Points widthOf(const TextSetter& part) {
        return part.empty() ? 0 : part.naturalWidth();
    }
    [[nodiscard]] static Points withGap(const TextSetter& part) {
        return part.empty() ? 0 : part.naturalWidth() + gap;
    }

    TextLook look_;
    TextSetter left_;
    TextSetter centre_;
    TextSetter right_;
    Points others_;
    Points width_;
};

}  // namespace

std::vector<Mark> runningMarks(Setting& setting, const RunningText& text, const Margins& margins, PageNumber page,
                               std::size_t pages) {
    constexpr Points leastLarge = 12;
    const Points measure = setting.style.width - margins.left - margins.right;
    const std::array<Inline, 3> words{numbered(text.left, page, pages), numbered(text.centre, page, pages),
                                      numbered(text.right, page, pages)};
    const Points size = setting.legible(text.size);
    std::optional<RunningParts> parts(std::in_place, setting, words, size);
    bool wrapped = false;
    if (const Points width = parts->width(); width > measure) {
        wrapped = parts->wrapsWithin(measure);
        if (!wrapped) {
            // Two lines are not enough: set smaller, but never below the design or what can still be read.
            const Points least = setting.style.largePrint > 0 ? std::max(text.size, leastLarge) : text.size;
            parts.emplace(setting, words, std::max(size * measure / width, std::min(least, size)));
            wrapped = parts->width() > measure && parts->wrapsWithin(measure);
        }
        if (!wrapped && parts->width() > measure + 0.01) {
            setting.faults.add(LayoutFault::RunningTextTooWide, {}, place);
        }
    }
    const bool foot = text.baseline > setting.style.height / 2;
    std::vector<Mark> marks;
    for (std::vector<SetLine>& lines : parts->lines(measure, wrapped)) {
        // A second line of a foot stands above the place that the style gives it, that of a head below.
        const auto above = static_cast<double>(foot && !lines.empty() ? lines.size() - 1 : 0);
        Points baseline = text.baseline - above * parts->leading();
        for (SetLine& line : lines) {
            const Points own = Strip{.marks = line.marks}.firstBaseline(0);
            move(line.marks, margins.left, baseline - own);
            std::move(line.marks.begin(), line.marks.end(), std::back_inserter(marks));
            baseline += parts->leading();
        }
    }
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
