// What the tagged, archival PDF of a one-page letter costs on top of its layout, and what the check of the finished
// file costs. Prints a table.
#include "layout/paginator.h"
#include "pdf/gate.h"
#include "pdf/pdf_canvas.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace engross;

constexpr const char* reason =
    "The panel considered the evidence in the report and found that the applicant had shown, on the balance of "
    "probabilities, that the condition in section\u00A011 was met for the whole of the period under review, and that "
    "no later event displaced that finding of fact.";

Block paragraph(const std::string& text) {
    Paragraph made;
    made.text = {Span{text, false, false, false, {}, {}, {}}};
    return Block{std::move(made), false, {}};
}

Composition letter() {
    Composition made;
    made.title = "Decision on your application";
    made.style.first = {mm(60), mm(20), mm(24.6), mm(20)};
    made.style.later = {mm(20), mm(20), mm(24.6), mm(20)};
    made.style.bodySize = 11;
    made.style.leading = 14;
    Heading title;
    title.text = {Span{"Decision on your application", false, false, false, {}, {}, {}}};
    made.body.push_back(Block{title, false, {}});
    for (int i = 0; i < 9; ++i) {
        made.body.push_back(paragraph(reason));
    }
    return made;
}

PdfMetadata metadata() {
    PdfMetadata made;
    made.title = "Decision on your application";
    made.author = "Example Council";
    made.language = "en-GB";
    made.provenance = {{"type", "bench"}, {"engine", "0.1.0"}};
    return made;
}

/// A canvas that costs nothing but keeps the lines: what layout alone does.
class LineCanvas final : public Canvas {
public:
    struct Line {
        Points x;
        Points y;
        Points size;
        std::string text;
    };
    std::vector<Line> lines;

    ElementId element(ElementId, Role, const ElementAttributes&) override {
        return ++elements_;
    }
    void beginPage(Points, Points) override {}
    void endPage() override {}
    void beginContent(ElementId) override {}
    void endContent() override {}
    void beginArtifact(ArtifactKind) override {}
    void endArtifact() override {}
    void text(Points x, Points y, const ShapedRun& run, Points size, const Colour&) override {
        if (lines.empty() || lines.back().y != y) {
            lines.push_back({x, y, size, {}});
        }
        for (const char character : run.text) {
            if (static_cast<signed char>(character) > 0) {
                lines.back().text += character;
            }
        }
    }
    void turnedText(Points, Points, double, const ShapedRun&, Points, const Colour&) override {}
    void line(Points, Points, Points, Points, Points, const Colour&) override {}
    void fill(const Rectangle&, const Colour&) override {}
    void outline(const Rectangle&, Points, const Colour&) override {}
    void picture(const Rectangle&, const Picture&) override {}
    void link(ElementId, const Rectangle&, const std::string&, const std::string&) override {}
    void target(const std::string&, Points, Points) override {}
    void bookmark(int, const std::string&, Points) override {}

private:
    ElementId elements_ = 0;
};

/// The best of many rounds, in milliseconds: what the work itself costs on a machine that others use too.
double best(int rounds, const std::function<void()>& work) {
    double least = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
        least = std::min(least, took.count());
    }
    return least;
}

}  // namespace

int main() {
    const auto typesetter = Typesetter::standard();
    const Composition composition = letter();
    const Pages pages = paginate(composition, typesetter);
    LineCanvas lines;
    pages.draw(lines);
    std::string ours;
    const auto drawOurs = [&] {
        PdfCanvas canvas(metadata());
        pages.draw(canvas);
        ours = canvas.finish();
    };
    constexpr int rounds = 1000;
    const double layout = best(rounds, [&] {
        LineCanvas nothing;
        paginate(composition, typesetter).draw(nothing);
    });
    const double tagged = best(rounds, drawOurs);
    const double gate = best(100, [&] {
        if (!checkPdfBytes(ours, "drawn").passed()) {
            throw std::runtime_error("the letter does not pass its own gate");
        }
    });
    std::printf("| letter of %zu page, %zu lines, best of %d | ms | bytes |\n|---|---:|---:|\n", pages.count(),
                lines.lines.size(), rounds);
    std::printf("| layout | %.3f | |\n", layout);
    std::printf("| tagged PDF/A, fonts embedded | %.3f | %zu |\n", tagged, ours.size());
    std::printf("| check of the finished file | %.3f | |\n", gate);
    return 0;
}
