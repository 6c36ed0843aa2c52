#include "pdf/field_look.h"

#include "pdf/answer_lines.h"
#include "pdf/deflate.h"
#include "pdf/page_geometry.h"

#include <algorithm>
#include <cmath>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace engross {

namespace {

constexpr double leastSize = 4;
constexpr double usualSize = 12;     // where many lines set their own size
constexpr double lineHeight = 1.15;  // of Liberation Sans and Serif
constexpr double ascent = 0.905;
constexpr double capHeight = 0.72;
constexpr double fullHeight = 0.67;  // of a box, that a line takes which sets its own size

std::string rectangle(double left, double bottom, double width, double height) {
    return pdfNumber(left) + ' ' + pdfNumber(bottom) + ' ' + pdfNumber(width) + ' ' + pdfNumber(height) + " re";
}

std::string point(double x, double y) {
    return pdfNumber(x) + ' ' + pdfNumber(y) + ' ';
}

/// Text with line feeds for line ends and spaces for other controls.
std::string plainText(const std::string& text, bool manyLines) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        const bool lineEnd = letter == '\n' || (letter == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
        const bool control = static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f;
        if (lineEnd) {
            plain += manyLines ? '\n' : ' ';
        } else if (letter != '\r') {
            plain += control ? ' ' : letter;
        }
    }
    return plain;
}

class FieldDrawing {
public:
    FieldDrawing(const FormField& field, AnswerType& type, double width, double height)
        : field_(field), type_(type), look_{"", width, height, field.whole} {
        if (field.rotation == 90 || field.rotation == 270) {
            std::swap(look_.width, look_.height);
        }
        edge_ = field.border.empty() ? 1 : std::max(1.0, field.borderWidth);
    }

    FieldLook run() {
        drawFrame();
        if (field_.kind == FormField::Kind::Tick) {
            if (field_.ticked) {
                drawTick();
            }
            return std::move(look_);
        }
        std::string letters;
        if (field_.kind == FormField::Kind::List) {
            letters = list();
        } else if (!field_.answer.empty()) {
            letters = answer();
        }
        if (!letters.empty()) {
            look_.operators += "/Tx BMC\nq\n" +
                               rectangle(edge_, edge_, look_.width - 2 * edge_, look_.height - 2 * edge_) + " W n\n" +
                               letters + "Q\nEMC\n";
        }
        return std::move(look_);
    }

private:
    void drawFrame() {
        std::string& out = look_.operators;
        if (!field_.background.empty()) {
            out += "q\n" + field_.background + '\n' + rectangle(0, 0, look_.width, look_.height) + " f\nQ\n";
        }
        if (field_.border.empty()) {
            return;
        }
        const double half = field_.borderWidth / 2;
        out += "q\n" + field_.border + '\n' + pdfNumber(field_.borderWidth) + " w\n";
        if (field_.borderStyle == FormField::Border::Dashed) {
            out += field_.dashes + " d\n";
        }
        if (field_.borderStyle == FormField::Border::Underline) {
            out += point(0, half) + "m " + point(look_.width, half) + "l S\n";
        } else {
            out += rectangle(half, half, look_.width - 2 * half, look_.height - 2 * half) + " S\n";
        }
        const double cell = field_.cells == 0 ? 0 : look_.width / static_cast<double>(field_.cells);
        for (std::size_t i = 1; i < field_.cells; ++i) {
            const double x = cell * static_cast<double>(i);
            out += point(x, 0) + "m " + point(x, look_.height) + "l S\n";
        }
        out += "Q\n";
    }

    std::string answer() {
        std::string text = plainText(field_.answer, field_.manyLines);
        if (field_.secret) {
            text.assign(characterEnds(text).size(), '*');
        }
        look_.whole = look_.whole && type_.typesetter(field_.face).missingCharacters(plainText(text, false)).empty();
        if (field_.cells != 0) {
            return comb(text);
        }
        return field_.manyLines ? paragraphs(text) : line(text);
    }

    [[nodiscard]] double room() const {
        return std::max(0.0, look_.width - 4 * edge_);
    }

    std::string shown(const std::string& text, double left, double baseline, double size) {
        return "BT\n" + field_.colour + '\n' + point(left, baseline) + "Td\n" + type_.show(text, field_.face, size) +
               "ET\n";
    }

    [[nodiscard]] double leftOf(double width) const {
        return std::max(2 * edge_, 2 * edge_ + (room() - width) * field_.quadding / 2);
    }

    std::string line(const std::string& text) {
        const double ems = type_.width(text, field_.face);
        double size = field_.size > 0 ? field_.size : std::max(leastSize, look_.height * fullHeight);
        if (ems * size > room()) {
            size = std::max(std::min(size, leastSize), room() / ems);
        }
        look_.whole = look_.whole && ems * size <= room() + 0.01 && size * capHeight <= look_.height;
        return shown(text, leftOf(ems * size), (look_.height - capHeight * size) / 2, size);
    }

    std::string comb(const std::string& text) {
        const double cell = look_.width / static_cast<double>(field_.cells);
        const std::vector<std::size_t> ends = characterEnds(text);
        const double size =
            field_.size > 0 ? field_.size : std::clamp(look_.height * fullHeight, leastSize, std::max(4.0, cell * 1.2));
        const double free = std::max(0.0, static_cast<double>(field_.cells) - static_cast<double>(ends.size()));
        double left = cell * std::floor(free * field_.quadding / 2);
        look_.whole = look_.whole && ends.size() <= field_.cells && size * capHeight <= look_.height;
        std::string letters;
        std::size_t from = 0;
        for (const std::size_t end : ends) {
            const std::string letter = text.substr(from, end - from);
            const double width = type_.width(letter, field_.face) * size;
            letters += shown(letter, left + (cell - width) / 2, (look_.height - capHeight * size) / 2, size);
            left += cell;
            from = end;
        }
        return letters;
    }

    std::string paragraphs(const std::string& text) {
        const AnswerLines all(text, type_, field_.face);
        const double height = look_.height - 4 * edge_;
        const auto fits = [&](double size, const std::vector<std::string>& lines) {
            return static_cast<double>(lines.size()) * lineHeight * size <= height + 0.01;
        };
        double size = field_.size > 0 ? field_.size : usualSize;
        std::vector<std::string> lines = all.within(room() / size);
        if (!fits(size, lines)) {
            // The largest that fits, to half a point: what fits is smaller than what does not.
            double least = std::min(size, leastSize);
            for (double most = size; most - least > 0.5;) {
                const double middle = (least + most) / 2;
                (fits(middle, all.within(room() / middle)) ? least : most) = middle;
            }
            size = least;
            lines = all.within(room() / size);
        }
        look_.whole = look_.whole && fits(size, lines);
        std::string letters;
        double baseline = look_.height - 2 * edge_ - ascent * size;
        for (const std::string& one : lines) {
            const double width = type_.width(one, field_.face) * size;
            look_.whole = look_.whole && width <= room() + 0.5;
            if (!one.empty()) {
                letters += shown(one, leftOf(width), baseline, size);
            }
            baseline -= lineHeight * size;
        }
        return letters;
    }

    std::string list() {
        const double size = field_.size > 0 ? field_.size : usualSize;
        const double step = lineHeight * size;
        const auto rows = static_cast<std::size_t>(std::max(1.0, (look_.height - 2 * edge_) / step));
        const auto isSeen = [rows](std::size_t row, std::size_t top) { return row >= top && row < top + rows; };
        std::size_t first = std::min(field_.firstOption, field_.options.size());
        const auto all = [&](std::size_t top) {
            return std::all_of(field_.chosen.begin(), field_.chosen.end(),
                               [&](std::size_t row) { return isSeen(row, top); });
        };
        if (!all(first)) {
            first = *field_.chosen.begin();
        }
        look_.whole = look_.whole && all(first);
        std::string letters;
        double top = look_.height - edge_;
        for (std::size_t row = first; row < field_.options.size() && isSeen(row, first); ++row) {
            const std::string text = plainText(field_.options[row], false);
            if (field_.chosen.count(row) != 0) {
                // Acrobat's colour of what is chosen.
                letters +=
                    "q 0.6 0.7569 0.8549 rg " + rectangle(edge_, top - step, look_.width - 2 * edge_, step) + " f Q\n";
                look_.whole = look_.whole && type_.width(text, field_.face) * size <= room() + 0.01;
            }
            if (!text.empty()) {
                letters += shown(text, 2 * edge_, top - ascent * size, size);
            }
            top -= step;
        }
        return letters;
    }

    void drawTick() {
        const double side = 0.7 * std::min(look_.width, look_.height);
        const double left = (look_.width - side) / 2;
        const double bottom = (look_.height - side) / 2;
        const auto at = [&](double x, double y) { return point(left + x * side, bottom + y * side); };
        std::string lines;
        std::string ending = "f";
        switch (field_.tick) {
            case '8':
                lines = at(0.1, 0.1) + "m " + at(0.9, 0.9) + "l " + at(0.1, 0.9) + "m " + at(0.9, 0.1) + "l ";
                ending = "S";
                break;
            case 'l':
                lines = circle(left + side / 2, bottom + side / 2, side * 0.4);
                break;
            case 'n':
                lines = rectangle(left + side * 0.1, bottom + side * 0.1, side * 0.8, side * 0.8) + ' ';
                break;
            case 'u':
                lines = at(0.5, 0) + "m " + at(1, 0.5) + "l " + at(0.5, 1) + "l " + at(0, 0.5) + "l ";
                break;
            case 'H':
                lines = at(0.5, 1) + "m " + at(0.81, 0.05) + "l " + at(0, 0.64) + "l " + at(1, 0.64) + "l " +
                        at(0.19, 0.05) + "l ";
                break;
            default:
                lines = at(0.05, 0.45) + "m " + at(0.35, 0.1) + "l " + at(0.95, 0.95) + "l ";
                ending = "S";
        }
        look_.operators += "q\n" + field_.colour + '\n' + strokeColour() + '\n' + pdfNumber(side * 0.15) + " w\n" +
                           lines + ending + "\nQ\n";
    }

    [[nodiscard]] std::string strokeColour() const {
        const std::size_t space = field_.colour.rfind(' ') + 1;
        std::string colour = field_.colour;
        std::transform(colour.begin() + static_cast<std::ptrdiff_t>(space), colour.end(),
                       colour.begin() + static_cast<std::ptrdiff_t>(space),
                       [](char letter) { return static_cast<char>(letter - 32); });
        return colour;
    }

    static std::string circle(double x, double y, double radius) {
        const double bend = radius * 0.5523;
        return point(x + radius, y) + "m " + point(x + radius, y + bend) + point(x + bend, y + radius) +
               point(x, y + radius) + "c " + point(x - bend, y + radius) + point(x - radius, y + bend) +
               point(x - radius, y) + "c " + point(x - radius, y - bend) + point(x - bend, y - radius) +
               point(x, y - radius) + "c " + point(x + bend, y - radius) + point(x + radius, y - bend) +
               point(x + radius, y) + "c ";
    }

    const FormField& field_;
    AnswerType& type_;
    FieldLook look_;
    double edge_ = 1;  // of the box that stays clear of letters
};

}  // namespace

FieldLook drawField(const FormField& field, AnswerType& type, double width, double height) {
    return FieldDrawing(field, type, width, height).run();
}

QPDFObjectHandle formOf(QPDF& pdf, const FieldLook& look, const FormField& field, AnswerType& type) {
    QPDFObjectHandle form = QPDFObjectHandle::newStream(&pdf);
    form.replaceStreamData(deflated(look.operators), QPDFObjectHandle::newName("/FlateDecode"),
                           QPDFObjectHandle::newNull());
    const std::string turned = field.rotation == 90    ? "0 1 -1 0 0 0"
                               : field.rotation == 180 ? "-1 0 0 -1 0 0"
                               : field.rotation == 270 ? "0 -1 1 0 0 0"
                                                       : "1 0 0 1 0 0";
    form.replaceDict(QPDFObjectHandle::parse("<</Type/XObject/Subtype/Form/BBox[0 0 " + pdfNumber(look.width) + ' ' +
                                             pdfNumber(look.height) + "]/Matrix[" + turned +
                                             "]/Resources<<>>/Filter/FlateDecode>>"));
    form.getDict().getKey("/Resources").replaceKey("/Font", type.fonts());
    return form;
}

}  // namespace engross
