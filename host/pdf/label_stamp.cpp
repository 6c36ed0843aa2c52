#include "pdf/label_stamp.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace engross {

namespace {

constexpr TypeStyle bold{Weight::Bold, Slope::Upright};
constexpr Points fullSize = 12;
constexpr Points leastSize = 8;
constexpr Points fullSide = mm(210);
constexpr double padding = 0.35;  // of the patch around the text, in ems
constexpr double patchHeight = 1.35;
constexpr Points smallSide = mm(105) - 1;  // below A6
constexpr Points stripHeight = 16;
constexpr Points stripWidth = 72;
constexpr Points stripEdge = 4;
constexpr double mostUnits = 14'400;  // of a page's side

/// All digits, whichever are needed: the next release of a bundle has the same font then, and the same pages.
std::set<std::string> charactersIn(const std::vector<std::string>& labels) {
    constexpr std::string_view digits = "0123456789";
    std::set<std::string> wanted;
    for (const char digit : digits) {
        wanted.emplace(1, digit);
    }
    for (const auto& label : labels) {
        if (label.find_first_not_of(digits) != std::string::npos) {
            const auto characters = labelCharacters(label);
            wanted.insert(characters.begin(), characters.end());
        }
    }
    return wanted;
}

std::string numbers(std::initializer_list<double> values) {
    std::string text;
    for (const double value : values) {
        text += pdfNumber(value) + ' ';
    }
    return text;
}

/// A rectangle with round corners: a smaller one, filled and stroked with a round pen.
std::string roundedPatch(const StampPlace& place) {
    const double radius = std::min(place.width, place.height) * 0.25;
    return "1 g 1 G 1 j " + numbers({2 * radius}) + "w " +
           numbers({place.left + radius, place.bottom + radius, place.width - 2 * radius, place.height - 2 * radius}) +
           "re B\n";
}

struct ViewBox {
    Points right = 0;  // from the upright view's lower left
    Points bottom = 0;
};

/// The page with its view reaching further to the right and below.
PageGeometry grown(PageGeometry page, const ViewBox& reach) {
    const std::array<double, 6> matrix = page.uprightAt(0, 0);
    const double x = matrix[0] * reach.right + matrix[2] * reach.bottom + matrix[4];
    const double y = matrix[1] * reach.right + matrix[3] * reach.bottom + matrix[5];
    page.left = std::min(page.left, x);
    page.right = std::max(page.right, x);
    page.bottom = std::min(page.bottom, y);
    page.top = std::max(page.top, y);
    return page;
}

bool mayBe(const PageGeometry& page) {
    return page.right - page.left <= mostUnits && page.top - page.bottom <= mostUnits;
}

/// On a strip, whose right lower corner is that of the view.
StampPlace placeOnStrip(Points pageWidth, Points width, double textWidth) {
    StampPlace place;
    const double widthInEms = textWidth + 2 * padding;
    place.size = std::min(leastSize, (width - 2 * stripEdge) / widthInEms);
    place.width = place.size * widthInEms;
    place.height = place.size * patchHeight;
    place.left = pageWidth - stripEdge - place.width;
    place.bottom = (stripHeight - place.height) / 2;
    return place;
}

}  // namespace

PageGeometry withStampRoom(const PageGeometry& page) {
    if (std::min(page.width(), page.height()) >= smallSide) {
        return page;
    }
    const PageGeometry below = grown(page, {std::max(page.width(), stripWidth), -stripHeight});
    if (mayBe(below)) {
        return below;
    }
    const PageGeometry beside = grown(page, {page.width() + stripWidth, 0});
    return mayBe(beside) && page.height() >= stripHeight ? beside : page;
}

StampPlace placeStampOn(const PageGeometry& page, double textWidth) {
    const PageGeometry room = withStampRoom(page);
    if (room == page) {
        return placeStamp(page.width(), page.height(), textWidth);
    }
    const bool below = room.height() > page.height();
    return placeOnStrip(room.width(), below ? room.width() : stripWidth, textWidth);
}

StampPlace placeStamp(Points pageWidth, Points pageHeight, double textWidth) {
    const Points side = std::min(pageWidth, pageHeight);
    StampPlace place;
    place.size = std::max(leastSize, fullSize * side / fullSide);
    const double widthInEms = textWidth + 2 * padding;
    place.size = std::min({place.size, pageWidth * 0.8 / widthInEms, pageHeight * 0.8 / patchHeight});
    place.width = place.size * widthInEms;
    place.height = place.size * patchHeight;
    const Points edge = std::min(
        {mm(8) * std::max(1.0, side / fullSide), (pageWidth - place.width) / 2, (pageHeight - place.height) / 2});
    place.left = pageWidth - edge - place.width;
    place.bottom = edge;
    return place;
}

LabelStamp::LabelStamp(const Typesetter& typesetter, const std::vector<std::string>& labels)
    : font_(typesetter, bold, charactersIn(labels)) {}

ObjectNumber LabelStamp::writeFont(ObjectWriter& file) const {
    return font_.write(file);
}

void LabelStamp::draw(std::string& content, const PageGeometry& page, const std::string& label,
                      const std::string& fontName) {
    const LabelFont::Codes codes = font_.codes(label);
    if (last_.textWidth != codes.width || last_.page != page || last_.fontName != fontName) {
        last_ = {page, codes.width, fontName, beginning(page, codes.width, fontName)};
    }
    content.append(last_.before).append(codes.hexadecimal).append("> Tj ET\nQ EMC\n");
}

std::string LabelStamp::beginning(const PageGeometry& page, double textWidth, const std::string& fontName) const {
    const StampPlace place = placeStampOn(page, textWidth);
    const Points capHeight = place.size * font_.capHeight();
    std::string content = "/Artifact <</Type /Pagination>> BDC q ";
    for (const double value : withStampRoom(page).uprightAt(0, 0)) {
        content += pdfNumber(value, 9) + ' ';
    }
    content += "cm\n" + roundedPatch(place);
    content += "0 g BT 0 Tr " + fontName + ' ' + pdfNumber(place.size) + " Tf ";
    content += numbers({place.left + place.size * padding, place.bottom + (place.height - capHeight) / 2});
    return content + "Td <";
}

}  // namespace engross
