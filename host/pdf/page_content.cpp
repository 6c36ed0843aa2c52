#include "pdf/page_content.h"

#include "pdf/pdf_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace engross {
namespace {

constexpr double farAdjustment = 20'000;  // thousandths: beyond it the line is set anew

/// The image's unit square as it is to be seen: EXIF 2.32, tag 0x0112.
constexpr std::array<std::array<int, 6>, 8> orientations{{{1, 0, 0, 1, 0, 0},
                                                          {-1, 0, 0, 1, 1, 0},
                                                          {-1, 0, 0, -1, 1, 1},
                                                          {1, 0, 0, -1, 0, 1},
                                                          {0, -1, -1, 0, 1, 1},
                                                          {0, -1, 1, 0, 0, 1},
                                                          {0, 1, 1, 0, 0, 0},
                                                          {0, 1, -1, 0, 1, 0}}};

void noteUse(std::vector<std::size_t>& used, std::size_t number) {
    if (std::find(used.begin(), used.end(), number) == used.end()) {
        used.push_back(number);
    }
}

/// Whether a gap is a thousandth or more, as it is rounded.
bool isShown(double gap) {
    return gap <= -0.5 || gap >= 0.5;
}

/// Codes on their way to the content, some at a time.
class CodeBytes {
public:
    explicit CodeBytes(std::string& out) : out_(out) {}

    void add(std::uint16_t code) {
        constexpr std::size_t mostOfACode = 4;
        if (bytes_.size() - count_ < mostOfACode) {
            flush();
        }
        add(static_cast<char>(code >> 8U));
        add(static_cast<char>(code & 0xFFU));
    }

    void flush() {
        out_.append(bytes_.data(), count_);
        count_ = 0;
    }

private:
    void add(char byte) {
        const bool special = byte == '(' || byte == ')' || byte == '\\' || byte == '\r';
        if (special) {
            bytes_[count_++] = '\\';
        }
        bytes_[count_++] = byte == '\r' ? 'r' : byte;
    }

    std::string& out_;
    std::array<char, 256> bytes_;
    std::size_t count_ = 0;
};

}  // namespace

void PageContent::number(double value) {
    appendNumber(out_, value);
    out_ += ' ';
}

void PageContent::beginContent(std::string_view role, std::size_t id, std::string_view actualText) {
    out_ += '/';
    out_ += role;
    out_ += "<</MCID ";
    appendNumber(out_, id);
    if (!actualText.empty()) {
        out_ += "/ActualText" + textString(actualText);
    }
    out_ += ">>BDC\n";
}

void PageContent::beginArtifact(std::string_view properties) {
    out_ += "/Artifact<<";
    out_ += properties;
    out_ += ">>BDC\n";
}

void PageContent::endSequence() {
    endText();
    out_ += "EMC\n";
}

void PageContent::text(Points x, Points baseline, const ShapedRun& run, const std::vector<FontCode>& codes, Points size,
                       const Colour& colour) {
    if (!(colour == fill_)) {
        closeStrings();
        fillColour(colour);
    }
    if (!inText_) {
        out_ += "BT\n";
        inText_ = true;
        lineX_ = lineY_ = 0;
        moveTo(x, baseline);
    } else if (baseline != lineY_ || size != size_ || std::abs((x - lineX_) * 1000 / size - pen_) > farAdjustment) {
        moveTo(x, baseline);
    }
    size_ = size;
    target_ = (x - lineX_) * 1000 / size;
    glyphs(run, codes);
}

void PageContent::moveTo(Points x, Points baseline) {
    closeStrings();
    number(x - lineX_);
    number(baseline - lineY_);
    out_ += "Td\n";
    lineX_ = x;
    lineY_ = baseline;
    pen_ = 0;
}

void PageContent::glyphs(const ShapedRun& run, const std::vector<FontCode>& codes) {
    CodeBytes shown(out_);
    for (std::size_t index = 0; index < run.glyphs.size(); ++index) {
        const ShapedGlyph& glyph = run.glyphs[index];
        const FontCode& code = codes[index];
        const double gap = target_ + glyph.xOffset - pen_;
        const bool goesOn = inString_ && code.font == font_ && size_ == fontSize_ && glyph.yOffset == rise_;
        if (!goesOn || isShown(gap)) {
            shown.flush();
            useFont(code.font);
            rise(glyph.yOffset);
            adjust(gap);
            openStrings();
        }
        shown.add(code.cid);
        pen_ += code.advance;
        target_ += glyph.advance;
    }
    shown.flush();
}

void PageContent::useFont(std::size_t font) {
    if (font == font_ && size_ == fontSize_) {
        return;
    }
    closeStrings();
    noteUse(fonts_, font);
    font_ = font;
    fontSize_ = size_;
    out_ += "/F";
    appendNumber(out_, font);
    out_ += ' ';
    number(size_);
    out_ += "Tf\n";
}

void PageContent::rise(double thousandths) {
    if (thousandths == rise_) {
        return;
    }
    closeStrings();
    rise_ = thousandths;
    number(thousandths * size_ / 1000);
    out_ += "Ts\n";
}

/// Moves the pen by the nearest whole number of thousandths.
void PageContent::adjust(double gap) {
    if (!isShown(gap)) {
        return;
    }
    const double thousandths = std::round(gap);
    if (inString_) {
        out_ += ')';
        inString_ = false;
    }
    if (!inArray_) {
        out_ += '[';
        inArray_ = true;
    }
    appendNumber(out_, -thousandths);
    pen_ += thousandths;
}

void PageContent::openStrings() {
    if (!inArray_) {
        out_ += '[';
        inArray_ = true;
    }
    if (!inString_) {
        out_ += '(';
        inString_ = true;
    }
}

void PageContent::closeStrings() {
    if (inString_) {
        out_ += ')';
        inString_ = false;
    }
    if (inArray_) {
        out_ += "]TJ\n";
        inArray_ = false;
    }
}

void PageContent::endText() {
    if (!inText_) {
        return;
    }
    closeStrings();
    if (rise_ != 0) {
        out_ += "0 Ts\n";
        rise_ = 0;
    }
    out_ += "ET\n";
    inText_ = false;
}

void PageContent::turnedText(Points x, Points baseline, double degrees, const ShapedRun& run,
                             const std::vector<FontCode>& codes, Points size, const Colour& colour) {
    endText();
    const double angle = degrees * std::numbers::pi / 180;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    out_ += "q ";
    for (const double value : {cosine, sine, -sine, cosine, x, baseline}) {
        number(value);
    }
    out_ += "cm\n";
    const Colour before = fill_;
    const std::size_t fontBefore = font_;
    const Points sizeBefore = fontSize_;
    text(0, 0, run, codes, size, colour);
    endText();
    out_ += "Q\n";
    fill_ = before;
    font_ = fontBefore;
    fontSize_ = sizeBefore;
}

void PageContent::fillColour(const Colour& colour) {
    if (colour == fill_) {
        return;
    }
    fill_ = colour;
    number(colour.red);
    number(colour.green);
    number(colour.blue);
    out_ += "rg\n";
}

void PageContent::strokeColour(const Colour& colour) {
    if (colour == stroke_) {
        return;
    }
    stroke_ = colour;
    number(colour.red);
    number(colour.green);
    number(colour.blue);
    out_ += "RG\n";
}

void PageContent::line(Points x1, Points y1, Points x2, Points y2, Points width, const Colour& colour) {
    endText();
    strokeColour(colour);
    if (width != strokeWidth_) {
        strokeWidth_ = width;
        number(width);
        out_ += "w\n";
    }
    number(x1);
    number(y1);
    out_ += "m ";
    number(x2);
    number(y2);
    out_ += "l S\n";
}

void PageContent::fill(const Rectangle& area, const Colour& colour) {
    endText();
    fillColour(colour);
    for (const Points value : {area.left, area.bottom, area.width, area.height}) {
        number(value);
    }
    out_ += "re f\n";
}

void PageContent::outline(const Rectangle& area, Points width, const Colour& colour) {
    endText();
    strokeColour(colour);
    if (width != strokeWidth_) {
        strokeWidth_ = width;
        number(width);
        out_ += "w\n";
    }
    for (const Points value : {area.left, area.bottom, area.width, area.height}) {
        number(value);
    }
    out_ += "re S\n";
}

void PageContent::picture(const Rectangle& area, std::size_t image, int orientation) {
    endText();
    noteUse(images_, image);
    const auto& [a, b, c, d, e, f] = orientations.at(static_cast<std::size_t>(orientation - 1));
    out_ += "q ";
    for (const double value : {a * area.width, b * area.height, c * area.width, d * area.height,
                               area.left + e * area.width, area.bottom + f * area.height}) {
        number(value);
    }
    out_ += "cm /I";
    appendNumber(out_, image);
    out_ += " Do Q\n";
}

const std::string& PageContent::operators() const noexcept {
    return out_;
}

const std::vector<std::size_t>& PageContent::fonts() const noexcept {
    return fonts_;
}

const std::vector<std::size_t>& PageContent::images() const noexcept {
    return images_;
}

}  // namespace engross
