#pragma once
#include "pdf/label_font.h"
#include "pdf/page_geometry.h"

#include <string>
#include <vector>

namespace engross {

/// The place and size of a page number on the upright view of a page, in points.
struct StampPlace {
    Points size = 12;
    Points left = 0;  // of the white patch
    Points bottom = 0;
    Points width = 0;
    Points height = 0;
};

/// Bottom right, 8 mm from the edges: bold 12 pt on A4, grown in step with larger pages, never below 8 pt but where the
/// page is so small that the number would not fit. `textWidth` is in ems.
[[nodiscard]] StampPlace placeStamp(Points pageWidth, Points pageHeight, double textWidth);

/// The page with room for its number. A page smaller than A6 has no margin that a number could stand in, and what it
/// shows is evidence: it grows by a strip below what it shows, or beside it where it is as high as a page may be (ISO
/// 32000-1 annex C: 14,400 units). Any other page is given back as it is. What the source shows keeps its place; what
/// it cropped away must not be shown in the strip.
[[nodiscard]] PageGeometry withStampRoom(const PageGeometry& page);
/// The place on the upright view of that page; on a strip it covers nothing.
[[nodiscard]] StampPlace placeStampOn(const PageGeometry& page, double textWidth);

/// Draws page numbers in one bold font that all pages share.
class LabelStamp {
public:
    /// Throws std::logic_error where a label has a character that the typesetter's bold face lacks.
    LabelStamp(const Typesetter& typesetter, const std::vector<std::string>& labels);

    /// Embeds the font with just the glyphs of the labels.
    ObjectNumber writeFont(ObjectWriter& file) const;
    /// Appends the content that draws a label, marked as an artifact (ISO 32000-1 14.8.2.2); the font goes by
    /// `fontName`. It expects the page's first graphics state and leaves it so. `page` is the page as its source has
    /// it, which withStampRoom() made room on.
    void draw(std::string& content, const PageGeometry& page, const std::string& label, const std::string& fontName);

private:
    /// What stands before and after the codes of labels of one width on pages of one shape.
    struct Drawing {
        PageGeometry page;
        double textWidth = -1;
        std::string fontName;
        std::string before;
    };

    [[nodiscard]] std::string beginning(const PageGeometry& page, double textWidth, const std::string& fontName) const;

    LabelFont font_;
    Drawing last_;
};

}  // namespace engross
