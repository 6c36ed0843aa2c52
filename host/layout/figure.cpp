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
    TextSetter caption(setting_, figure.caption, setting_.table(0), column.language,
                       figure.caption.empty() ? artifactNode : setting_.node(column.parent, Role::P));
    auto captionLines = caption.lines(column.width, Align::Left, "a caption");
    Points captionHeight = captionLines.empty() ? 0 : captionGap;
    for (const SetLine& line : captionLines) {
        captionHeight += line.height;
    }

    // EXIF orientations 5 to 8 turn the picture by a quarter.
    const bool turned = figure.picture.orientation >= 5;
    const double pixelsWide = turned ? figure.picture.heightPixels : figure.picture.widthPixels;
    const double pixelsHigh = turned ? figure.picture.widthPixels : figure.picture.heightPixels;
    const Points room = column.height - captionHeight;
    const Points highest = figure.maxHeight > 0 ? std::min(figure.maxHeight, room) : room;
    const double scale = std::min({column.width / pixelsWide, highest / pixelsHigh, pixelSize});
    Strip& strip = flow_.add(pixelsHigh * scale, 0, Keep::Free, column.box);
    strip.marks.emplace_back(
        PictureMark{node, column.left, 0, pixelsWide * scale, pixelsHigh * scale, &figure.picture});
    if (!captionLines.empty()) {
        flow_.keepNext(Keep::Always);
        keepFrom(addLines(std::move(captionLines), captionGap, column), Keep::Always);
    }
    flow_.spaceAfter(setting_.scaled(12));
}

void BlockSetter::set(const Rule&, const Column& column) {
    Strip& strip = flow_.add(1, setting_.style.paragraphSpace, Keep::Free, column.box);
    strip.marks.emplace_back(
        RuleMark{artifactNode, column.left, 0.5, column.left + column.width, 0.5, hairline, ruleGrey});
    flow_.spaceAfter(setting_.style.paragraphSpace);
}

void BlockSetter::set(const Space& space, const Column&) {
    flow_.extraSpace(space.height);
}

void BlockSetter::set(const PageBreak&, const Column&) {
    flow_.newPage();
}

}  // namespace engross
