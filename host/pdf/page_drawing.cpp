#include "pdf/page_drawing.h"

#include "pdf/drawing_state.h"
#include "pdf/source_file.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <new>
#include <numbers>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace engross {
namespace {

constexpr int deepestForm = 8;
constexpr std::size_t mostOperators = 2'000'000;  // of one page
constexpr std::size_t mostRuns = 50'000;
constexpr double darkest = 0.25;         // of grey: what a redaction is filled with
constexpr double leastPicture = 0.0005;  // of the page: rules and dots are none
constexpr double white = 0.95;           // of grey: no ink
constexpr double mostOfThePage = 0.45;   // a picture of more is the page itself
constexpr double millimetresPerPoint = 25.4 / 72;
constexpr Points edge = 72;  // within which numbers stand
constexpr std::size_t mostMarks = 500;
constexpr Points leastBox = 4;
constexpr Points tallestBox = 400;

/// A run of letters where it stands, as the reader shows it.
struct PlacedRun {
    std::array<double, 4> box{};
    std::size_t letters = 0;
};

bool isName(const QPDFObjectHandle& object, const char* name) {
    return QPDFObjectHandle(object).isNameAndEquals(name);
}

PlacedPicture::Tones tonesOf(QPDFObjectHandle dictionary) {
    QPDFObjectHandle mask = dictionary.getKey("/ImageMask");
    QPDFObjectHandle bits = dictionary.getKey("/BitsPerComponent");
    QPDFObjectHandle filter = dictionary.getKey("/Filter");
    if (filter.isArray() && filter.getArrayNItems() > 0) {
        filter = filter.getArrayItem(filter.getArrayNItems() - 1);
    }
    if ((mask.isBool() && mask.getBoolValue()) || (bits.isInteger() && bits.getIntValue() == 1) ||
        isName(filter, "/CCITTFaxDecode") || isName(filter, "/JBIG2Decode")) {
        return PlacedPicture::Tones::Two;
    }
    QPDFObjectHandle space = dictionary.getKey("/ColorSpace");
    if (space.isArray() && space.getArrayNItems() > 1 && isName(space.getArrayItem(0), "/ICCBased") &&
        space.getArrayItem(1).isStream()) {
        QPDFObjectHandle components = space.getArrayItem(1).getDict().getKey("/N");
        return components.isInteger() && components.getIntValue() == 1 ? PlacedPicture::Tones::Grey
                                                                       : PlacedPicture::Tones::Colour;
    }
    return isName(space, "/DeviceGray") || isName(space, "/CalGray") ? PlacedPicture::Tones::Grey
                                                                     : PlacedPicture::Tones::Colour;
}

double integerAt(QPDFObjectHandle dictionary, const char* key) {
    QPDFObjectHandle number = dictionary.getKey(key);
    return number.isInteger() ? static_cast<double>(number.getIntValue()) : 0;
}

std::array<double, 4> unitBox(const DrawingMatrix& at) {
    const auto corner = [&at](double x, double y) { return at.point(x, y); };
    const std::array<std::array<double, 2>, 4> corners{corner(0, 0), corner(1, 0), corner(0, 1), corner(1, 1)};
    std::array<double, 4> box{corners[0][0], corners[0][1], corners[0][0], corners[0][1]};
    for (const auto& one : corners) {
        box = {std::min(box[0], one[0]), std::min(box[1], one[1]), std::max(box[2], one[0]), std::max(box[3], one[1])};
    }
    return box;
}

class PageReader {
public:
    PageReader(const SourceFile& file, std::size_t page)
        : file_(file), page_(page), geometry_(file.geometries().at(page)) {}

    PageDrawing read() {
        const SourceContent content = file_.content(page_);
        drawing_.whole = content.whole && !content.tooLarge;
        QPDFObjectHandle page = file_.pages().at(page_);
        run(content.bytes, page.getKey("/Resources"), DrawingState{}, 0);
        readMarks(page);
        drawing_.usualSize = usualSize();
        return std::move(drawing_);
    }

private:
    // NOLINTNEXTLINE(misc-no-recursion): forms within forms, to a depth
    void run(std::string_view content, const QPDFObjectHandle& resources, const DrawingState& state, int depth) {
        DrawingSteps steps(content, state);
        while (steps.next()) {
            if (++operators_ > mostOperators) {
                drawing_.whole = false;
                return;
            }
            switch (steps.step()) {
                case DrawingStep::Font:
                    steps.state().wideCodes = isWide(resources, steps.name());
                    break;
                case DrawingStep::Text:
                    show(steps);
                    break;
                case DrawingStep::Fill:
                    fill(steps);
                    break;
                case DrawingStep::Stroke:
                    ++drawing_.strokes;
                    mark(steps);
                    break;
                case DrawingStep::Object:
                    draw(resources, steps, depth);
                    break;
                case DrawingStep::Picture:
                    place(steps.inlineWidth(), steps.inlineHeight(), PlacedPicture::Tones::Two, steps.state().matrix);
                    break;
                case DrawingStep::Graphics:
                    applyGraphics(resources, steps);
                    break;
                case DrawingStep::None:
                    break;
            }
        }
    }

    bool isWide(QPDFObjectHandle resources, const std::string& name) {
        QPDFObjectHandle fonts = resources.isDictionary() ? resources.getKey("/Font") : resources;
        QPDFObjectHandle font = fonts.isDictionary() ? fonts.getKey(name) : fonts;
        return font.isDictionary() && font.getKey("/Subtype").isNameAndEquals("/Type0");
    }

    static void applyGraphics(QPDFObjectHandle resources, DrawingSteps& steps) {
        QPDFObjectHandle states = resources.isDictionary() ? resources.getKey("/ExtGState") : resources;
        QPDFObjectHandle found = states.isDictionary() ? states.getKey(steps.name()) : states;
        QPDFObjectHandle opacity = found.isDictionary() ? found.getKey("/ca") : found;
        if (opacity.isNumber()) {
            steps.state().opacity = opacity.getNumericValue();
        }
    }

    void show(const DrawingSteps& steps) {
        const DrawingState& state = steps.state();
        const std::size_t letters = steps.letters();
        if (letters == 0) {
            return;
        }
        const DrawingMatrix at = state.textMatrix.then(state.matrix);
        const double size = std::abs(state.fontSize) * std::hypot(at.c, at.d) * geometry_.userUnit;
        if (state.textMode == 3) {
            drawing_.hiddenLetters += letters;
        } else {
            const double angle = std::atan2(at.b, at.a) * 180 / std::numbers::pi - geometry_.rotation;
            const long quarter = std::lround(angle / 90);
            drawing_.letters.at(static_cast<std::size_t>(((quarter % 4) + 4) % 4)) += letters;
            sizes_[static_cast<int>(std::lround(size * 4))] += letters;
        }
        if (runs_.size() < mostRuns) {
            const double width = 0.5 * state.fontSize * static_cast<double>(letters);
            const DrawingMatrix box{width, 0, 0, state.fontSize, 0, 0};
            runs_.push_back({geometry_.toView(unitBox(box.then(at))), letters});
        }
    }

    void fill(const DrawingSteps& steps) {
        ++drawing_.strokes;
        const DrawingState& state = steps.state();
        if (state.grey < white) {
            mark(steps);
            for (const auto& box : steps.boxes()) {
                mark({box[0], box[1]}, {box[2], box[3]}, true);
            }
        }
        if (state.grey > darkest || state.opacity < 0.9) {
            return;
        }
        for (const auto& box : steps.boxes()) {
            cover(geometry_.toView(box));
        }
    }

    void mark(const DrawingSteps& steps) {
        for (const auto& line : steps.lines()) {
            mark({line[0], line[1]}, {line[2], line[3]}, false);
        }
    }

    /// Between two points of page space.
    void mark(const std::array<double, 2>& from, const std::array<double, 2>& to, bool area) {
        const auto one = geometry_.toView({from[0], from[1], from[0], from[1]});
        const auto other = geometry_.toView({to[0], to[1], to[0], to[1]});
        const double height = geometry_.height();
        const double low = std::min(one[1], other[1]);
        const double high = std::max(one[1], other[1]);
        const double pageArea = geometry_.width() * height;
        if (area && (high - low) * std::abs(other[0] - one[0]) > mostOfThePage * pageArea) {
            return;  // what the page is drawn on
        }
        if (drawing_.marks.size() < mostMarks && (low < edge || high > height - edge)) {
            const auto placed = [height](const std::array<double, 4>& point) {
                return std::array{point[0] * millimetresPerPoint, (height - point[1]) * millimetresPerPoint};
            };
            drawing_.marks.push_back({placed(one), placed(other), area});
        }
    }

    void cover(const std::array<double, 4>& box) {
        const double height = box[3] - box[1];
        if (height < leastBox || height > tallestBox || box[2] - box[0] < leastBox) {
            return;
        }
        for (PlacedRun& run : runs_) {
            const double middle = (run.box[1] + run.box[3]) / 2;
            const double width = run.box[2] - run.box[0];
            const double over = std::min(run.box[2], box[2]) - std::max(run.box[0], box[0]);
            if (width > 0 && over > 0 && middle > box[1] && middle < box[3]) {
                const auto covered = static_cast<std::size_t>(
                    std::lround(static_cast<double>(run.letters) * std::min(1.0, over / width)));
                drawing_.coveredLetters += covered;
                run.letters -= std::min(run.letters, covered);
            }
        }
    }

    void place(double columns, double rows, PlacedPicture::Tones tones, const DrawingMatrix& at) {
        const double width = std::hypot(at.a, at.b) * geometry_.userUnit;
        const double height = std::hypot(at.c, at.d) * geometry_.userUnit;
        const auto box = geometry_.toView(unitBox(at));
        const double pageArea = geometry_.width() * geometry_.height();
        const double across = std::min(box[2], geometry_.width()) - std::max(box[0], 0.0);
        const double up = std::min(box[3], geometry_.height()) - std::max(box[1], 0.0);
        const double share = across > 0 && up > 0 && pageArea > 0 ? across * up / pageArea : 0;
        if (share > leastPicture && width > 0 && height > 0) {
            drawing_.pictures.push_back({tones, std::min(columns * 72 / width, rows * 72 / height), share});
            if (share < mostOfThePage) {
                const auto own = unitBox(at);
                mark({own[0], own[1]}, {own[2], own[3]}, true);
            }
        }
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void draw(QPDFObjectHandle resources, const DrawingSteps& steps, int depth) {
        QPDFObjectHandle objects = resources.isDictionary() ? resources.getKey("/XObject") : resources;
        QPDFObjectHandle object = objects.isDictionary() ? objects.getKey(steps.name()) : objects;
        if (!object.isStream()) {
            return;
        }
        QPDFObjectHandle dictionary = object.getDict();
        if (dictionary.getKey("/Subtype").isNameAndEquals("/Image")) {
            place(integerAt(dictionary, "/Width"), integerAt(dictionary, "/Height"), tonesOf(dictionary),
                  steps.state().matrix);
            return;
        }
        if (!dictionary.getKey("/Subtype").isNameAndEquals("/Form") || depth >= deepestForm) {
            return;
        }
        DrawingState inner = steps.state();
        QPDFObjectHandle matrix = dictionary.getKey("/Matrix");
        if (matrix.isMatrix()) {
            const auto m = matrix.getArrayAsMatrix();
            inner.matrix = DrawingMatrix{m.a, m.b, m.c, m.d, m.e, m.f}.then(inner.matrix);
        }
        QPDFObjectHandle own = dictionary.getKey("/Resources");
        std::string content;
        try {
            const auto bytes = object.getStreamData(qpdf_dl_generalized);
            content.assign(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
        } catch (const QPDFExc&) {
            drawing_.whole = false;
            return;
        }
        run(content, own.isDictionary() ? own : resources, inner, depth + 1);
    }

    /// Annotations that mark a redaction, and dark squares that somebody laid over text.
    void readMarks(QPDFObjectHandle page) {
        QPDFObjectHandle annotations = page.getKey("/Annots");
        for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
            QPDFObjectHandle annotation = annotations.getArrayItem(i);
            if (!annotation.isDictionary()) {
                continue;
            }
            if (isName(annotation.getKey("/Subtype"), "/Redact")) {
                ++drawing_.redactionMarks;
            }
            QPDFObjectHandle inside = annotation.getKey("/IC");
            if (!isName(annotation.getKey("/Subtype"), "/Square") || !inside.isArray() ||
                !annotation.getKey("/Rect").isRectangle() || inside.getArrayNItems() == 0) {
                continue;
            }
            double lightest = 0;
            for (int n = 0; n < inside.getArrayNItems(); ++n) {
                QPDFObjectHandle number = inside.getArrayItem(n);
                lightest = std::max(lightest, number.isNumber() ? number.getNumericValue() : 1);
            }
            if (lightest <= darkest) {
                const auto box = annotation.getKey("/Rect").getArrayAsRectangle();
                cover(geometry_.toView({box.llx, box.lly, box.urx, box.ury}));
            }
        }
    }

    [[nodiscard]] Points usualSize() const {
        std::size_t all = 0;
        for (const auto& [size, letters] : sizes_) {
            all += letters;
        }
        std::size_t below = 0;
        for (const auto& [size, letters] : sizes_) {
            below += letters;
            if (2 * below >= all) {
                return size / 4.0;
            }
        }
        return 0;
    }

    const SourceFile& file_;
    std::size_t page_;
    const PageGeometry& geometry_;
    PageDrawing drawing_;
    std::vector<PlacedRun> runs_;
    std::map<int, std::size_t> sizes_;  // in quarters of a point
    std::size_t operators_ = 0;
};

}  // namespace

bool touches(const InkMark& mark, const SheetArea& area) noexcept {
    const std::array<double, 2> least{area.left, area.top};
    const std::array<double, 2> most{area.right, area.bottom};
    // The share of the line that lies within both pairs of edges; an area has no such line.
    double begin = 0;
    double end = 1;
    for (std::size_t i = 0; i < 2; ++i) {
        const double low = std::min(mark.from.at(i), mark.to.at(i));
        const double high = std::max(mark.from.at(i), mark.to.at(i));
        if (high < least.at(i) || low > most.at(i)) {
            return false;
        }
        const double length = mark.to.at(i) - mark.from.at(i);
        if (!mark.area && std::abs(length) > 1e-9) {
            const double one = (least.at(i) - mark.from.at(i)) / length;
            const double other = (most.at(i) - mark.from.at(i)) / length;
            begin = std::max(begin, std::min(one, other));
            end = std::min(end, std::max(one, other));
        }
    }
    return begin <= end;
}

double PageDrawing::pictureShare() const noexcept {
    double share = 0;
    for (const PlacedPicture& picture : pictures) {
        share += picture.share;
    }
    return std::min(share, 1.0);
}

std::size_t PageDrawing::allLetters() const noexcept {
    return letters[0] + letters[1] + letters[2] + letters[3] + hiddenLetters;
}

std::vector<PageDrawing> drawingsOf(const std::string& path, const std::string& name, const PdfLimits& limits) {
    const SourceFile file(path, name, {}, limits);
    std::vector<PageDrawing> drawings;
    try {
        for (std::size_t page = 0; page < file.pages().size(); ++page) {
            drawings.push_back(PageReader(file, page).read());
        }
    } catch (const std::bad_alloc&) {
        throw PdfError("pdf-too-large", name, "it needs more memory than is allowed");
    } catch (const std::runtime_error&) {
        throw PdfError("pdf-damaged", name, "the file is damaged");
    }
    return drawings;
}

}  // namespace engross
