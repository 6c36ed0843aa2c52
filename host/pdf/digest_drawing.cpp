#include "pdf/digest_drawing.h"

#include "pdf/annotation_flags.h"
#include "pdf/reader_refusal.h"

#include <algorithm>
#include <cmath>

namespace engross {

namespace {

// ISO 32000-1 table 165
constexpr std::int64_t neverTurned = 16;

using Corners = std::array<double, 4>;
using Matrix = std::array<double, 6>;

template <std::size_t Count>
std::optional<std::array<double, Count>> numbersIn(const PdfValue& value) {
    const std::vector<PdfValue> items = value.items();
    std::array<double, Count> numbers{};
    if (items.size() != Count) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < Count; ++i) {
        const PdfValue number = items[i].followed();
        if (!number.isNumber() || !(std::abs(number.number()) < 1e9)) {
            return std::nullopt;
        }
        numbers.at(i) = number.number();
    }
    return numbers;
}

std::optional<Corners> rectangleIn(const PdfValue& value) {
    const auto numbers = numbersIn<4>(value);
    if (!numbers) {
        return std::nullopt;
    }
    const Corners& n = *numbers;
    return Corners{std::min(n[0], n[2]), std::min(n[1], n[3]), std::max(n[0], n[2]), std::max(n[1], n[3])};
}

/// The smallest upright box around a box that was transformed.
Corners around(const Corners& box, const Matrix& matrix) {
    Corners result{1e300, 1e300, -1e300, -1e300};
    for (const double x : {box[0], box[2]}) {
        for (const double y : {box[1], box[3]}) {
            const double toX = matrix[0] * x + matrix[2] * y + matrix[4];
            const double toY = matrix[1] * x + matrix[3] * y + matrix[5];
            result = {std::min(result[0], toX), std::min(result[1], toY), std::max(result[2], toX),
                      std::max(result[3], toY)};
        }
    }
    return result;
}

/// The stream that shows an annotation, as a reference; null where it has none.
PdfValue appearanceOf(const ReaderObjects& file, const PdfValue& annotation) {
    PdfValue normal = annotation["/AP"].entry("/N");
    if (!file.isStream(normal)) {
        normal = normal.followed().entry(annotation["/AS"].name());
    }
    return file.isStream(normal) ? normal : PdfValue();
}

class NoteDrawing {
public:
    NoteDrawing(DigestSource& source, const SourceLeaf& leaf, const PdfValue& objects)
        : source_(source), leaf_(leaf), objects_(objects) {}

    DrawnNotes run() {
        for (const PdfValue& reference : leaf_.page["/Annots"].items()) {
            const PdfValue annotation = reference.followed();
            const bool link = annotation["/Subtype"].isName("/Link");
            if (annotation.isDictionary() && (!link || !appearanceOf(source_.file, annotation).isNull())) {
                draw(annotation);
            }
        }
        return std::move(drawn_);
    }

private:
    void draw(const PdfValue& annotation) {
        const std::int64_t flags = annotation["/F"].integer();
        if ((flags & neverShown) != 0 || source_.layers.hides(annotation.entry("/OC"))) {
            return;
        }
        const PdfValue appearance = appearanceOf(source_.file, annotation);
        if (appearance.isNull()) {
            source_.count("annotation", annotation["/Subtype"].isName("/Popup") ? 0 : 1);
            return;
        }
        if ((flags & neverTurned) != 0 && leaf_.shown.rotation != 0) {
            throw ReaderRefused(ReaderRefusal::OddAnnotation);
        }
        place(annotation, appearance);
    }

    void place(const PdfValue& annotation, const PdfValue& appearance) {
        const PdfValue form = appearance.followed();
        const auto target = rectangleIn(annotation["/Rect"]);
        const auto box = rectangleIn(form["/BBox"]);
        if (!target || !box) {
            return;
        }
        const Corners from = around(*box, numbersIn<6>(form["/Matrix"]).value_or(Matrix{1, 0, 0, 1, 0, 0}));
        if (!(from[2] > from[0]) || !(from[3] > from[1])) {
            return;
        }
        const double across = ((*target)[2] - (*target)[0]) / (from[2] - from[0]);
        const double up = ((*target)[3] - (*target)[1]) / (from[3] - from[1]);
        const std::string name = freeName();
        drawn_.operators += "q\n" + pdfNumber(across, 6) + " 0 0 " + pdfNumber(up, 6) + ' ' +
                            pdfNumber((*target)[0] - from[0] * across, 5) + ' ' +
                            pdfNumber((*target)[1] - from[1] * up, 5) + " cm\n" + name + " Do\nQ\n";
        drawn_.forms.emplace_back(name, source_.copier.idOf(appearance));
    }

    std::string freeName() {
        std::string name;
        do {
            name = "/EngrossNote" + std::to_string(++notes_);
        } while (!objects_.entry(name).isNull());
        return name;
    }

    DigestSource& source_;
    const SourceLeaf& leaf_;
    PdfValue objects_;
    DrawnNotes drawn_;
    std::size_t notes_ = 0;
};

}  // namespace

DrawnNotes drawNotes(DigestSource& source, const SourceLeaf& leaf, const PdfValue& objects) {
    return NoteDrawing(source, leaf, objects).run();
}

}  // namespace engross
