#pragma once
#include "layout/canvas.h"
#include "pdf/document_fonts.h"

#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// The operators of one page (ISO 32000-1 annex A). Text of one line and font is gathered in one operator, with the
/// pen tracked in whole thousandths so that nothing adds up.
class PageContent {
public:
    void beginContent(std::string_view role, std::size_t id, std::string_view actualText);
    /// `properties` is the text of an artifact's property list.
    void beginArtifact(std::string_view properties);
    void endSequence();

    void text(Points x, Points baseline, const ShapedRun& run, const std::vector<FontCode>& codes, Points size,
              const Colour& colour);
    void turnedText(Points x, Points baseline, double degrees, const ShapedRun& run, const std::vector<FontCode>& codes,
                    Points size, const Colour& colour);
    void line(Points x1, Points y1, Points x2, Points y2, Points width, const Colour& colour);
    void fill(const Rectangle& area, const Colour& colour);
    void outline(const Rectangle& area, Points width, const Colour& colour);
    /// Draws image number `image` over the area, turned as EXIF says (1 to 8).
    void picture(const Rectangle& area, std::size_t image, int orientation);

    [[nodiscard]] const std::string& operators() const noexcept;
    [[nodiscard]] const std::vector<std::size_t>& fonts() const noexcept;
    [[nodiscard]] const std::vector<std::size_t>& images() const noexcept;

private:
    void glyphs(const ShapedRun& run, const std::vector<FontCode>& codes);
    void useFont(std::size_t font);
    void moveTo(Points x, Points baseline);
    void rise(double thousandths);
    void openStrings();
    void adjust(double gap);
    void closeStrings();
    void endText();
    void fillColour(const Colour& colour);
    void strokeColour(const Colour& colour);
    void number(double value);

    std::string out_;
    std::vector<std::size_t> fonts_;
    std::vector<std::size_t> images_;

    // What the graphics state holds; -1 where nothing was said yet.
    Colour fill_;
    Colour stroke_;
    Points strokeWidth_ = 1;
    std::size_t font_ = static_cast<std::size_t>(-1);
    Points fontSize_ = -1;

    // The open text object.
    bool inText_ = false;
    bool inArray_ = false;
    bool inString_ = false;
    Points size_ = 0;
    Points lineX_ = 0;  // where Td has put the line
    Points lineY_ = 0;
    double pen_ = 0;     // thousandths of the size from lineX_ to where the viewer's pen is
    double target_ = 0;  // and to where it should be
    double rise_ = 0;
};

}  // namespace engross
