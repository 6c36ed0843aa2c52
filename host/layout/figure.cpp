#include "layout/block_setter.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

constexpr Points captionGap = 4;
/// A picture is never set larger than at 96 pixels an inch: it would only look worse.
constexpr Points pixelSize = 72.0 / 96;

bool isUsable(const Picture& picture) {
    return picture.bytes && !picture.bytes->empty() && picture.widthPixels > 0 && picture.heightPixels > 0;
}

}  // namespace

void BlockSetter::set(const Figure& figure, const Column& column) {
    if (figure.alternative.empty() && !column.artifact()) {
        setting_.faults.add(LayoutFault::FigureWithoutText, "");
    }
    if (!isUsable(figure.picture)) {
        setting_.faults.add(LayoutFault::FigureWithoutPicture, "");
        return;
    }
    ElementAttributes attributes;
    attributes.alternative = figure.alternative;
    const NodeId node = setting_.node(column.parent, Role::Figure, attributes);
    std::vector<SetLine> captionLines = captionOf(figure, column);
    Points captionHeight = captionLines.empty() ? 0 : captionGap;
    for (const SetLine& line : captionLines) {
        captionHeight += line.height;
    }

    const Points space = setting_.scaled(12);
    constexpr Points least = mm(40);  // a picture smaller than this shows nothing
    // EXIF orientations 5 to 8 turn the picture by a quarter.
    const bool turned = figure.picture.orientation >= 5;
    const double pixelsWide = turned ? figure.picture.heightPixels : figure.picture.widthPixels;
    const double pixelsHigh = turned ? figure.picture.widthPixels : figure.picture.heightPixels;
    const Points room = column.height - captionHeight;
    Points highest = figure.maxHeight > 0 ? std::min(figure.maxHeight, room) : room;
    if (figure.perPage > 1) {
        highest = std::min(highest, std::max(shareOfPage(figure, column, space) - captionHeight, least));
    }
    const double scale = std::min({column.width / pixelsWide, highest / pixelsHigh, pixelSize});
    Strip& strip = flow_.add(pixelsHigh * scale, 0, Keep::Free, column.box);
    setting_.pictures.push_back(figure.picture);
    strip.marks.emplace_back(
        PictureMark{node, column.left, 0, pixelsWide * scale, pixelsHigh * scale, &setting_.pictures.back()});
    if (!captionLines.empty()) {
        flow_.keepNext(Keep::Always);
        keepFrom(addLines(std::move(captionLines), captionGap, column), Keep::Always);
    }
    flow_.spaceAfter(space);
}

/// The first page of a photo schedule has a heading above its pictures.
Points BlockSetter::shareOfPage(const Figure& figure, const Column& column, Points between) {
    if (figures_.count == 0) {
        figures_.above = flow_.keptHeight();
    }
    const bool below = figures_.count++ < figure.perPage;
    return (column.height - (below ? figures_.above : 0) + between) / figure.perPage - between;
}

/// The lines below a picture: its caption, then its facts, each label in bold before its value.
std::vector<SetLine> BlockSetter::captionOf(const Figure& figure, const Column& column) {
    std::vector<SetLine> lines;
    const auto add = [&](const Inline& text) {
        TextSetter setter(setting_, text, setting_.table(0), column.language,
                          text.empty() ? artifactNode : setting_.node(column.parent, Role::P));
        for (SetLine& line : setter.lines(column.width, Align::Left, FaultPlace{.kind = FaultPlace::Kind::Caption})) {
            lines.push_back(std::move(line));
        }
    };
    add(figure.caption);
    for (const auto& [label, value] : figure.facts) {
        Inline fact = label;
        for (Span& span : fact) {
            span.strong = true;
        }
        fact.push_back({.text = " "});
        fact.insert(fact.end(), value.begin(), value.end());
        add(fact);
    }
    return lines;
}

void BlockSetter::set(const Rule&, const Column& column) {
    Strip& strip = flow_.add(1, setting_.paragraphSpace(), Keep::Free, column.box);
    strip.marks.emplace_back(
        RuleMark{artifactNode, RuleInk::Grey, column.left, column.left + column.width, 0.5, hairline});
    flow_.spaceAfter(setting_.paragraphSpace());
}

void BlockSetter::set(const Space& space, const Column&) {
    flow_.extraSpace(space.height);
}

void BlockSetter::set(const PageBreak&, const Column&) {
    flow_.newPage();
}

}  // namespace engross
