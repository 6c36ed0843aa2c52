// How long a letter and a long document take from blocks to drawing calls, fonts and words warm. Prints one line each.
#include "layout/paginator.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace engross;

/// A canvas that costs nothing: what is left is layout.
class NullCanvas final : public Canvas {
public:
    ElementId element(ElementId, Role, const ElementAttributes&) override {
        return ++elements_;
    }
    void beginPage(Points, Points) override {}
    void endPage() override {}
    void beginContent(ElementId) override {}
    void endContent() override {}
    void beginArtifact(ArtifactKind) override {}
    void endArtifact() override {}
    void text(Points, Points, const ShapedRun&, Points, const Colour&) override {}
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

constexpr const char* reason =
    "The panel considered the evidence in the report and found that the applicant had shown, on the balance of "
    "probabilities, that the condition in section\u00A011 was met for the whole of the period under review, and that "
    "no "
    "later event displaced that finding of fact.";

Block paragraph(const std::string& text) {
    return {.content = Paragraph{.text = {{.text = text}}}};
}

/// One page: address, contact block, title, nine paragraphs, closing, signature, foot.
Composition letter() {
    Composition made{.title = "Decision"};
    made.style.first = {mm(97), mm(20), mm(24.6), mm(20)};
    made.style.later = {mm(20), mm(20), mm(24.6), mm(20)};
    made.style.bodySize = 11;
    made.style.leading = 14;
    Lines address{.lines = {{{.text = "Ms A. Example"}}, {{.text = "12 Sample Street"}}, {{.text = "Anytown"}}}};
    made.style.firstFrames = {
        {.left = mm(24.6), .top = mm(39.5), .width = mm(95), .height = mm(26.8), .content = {{.content = address}}}};
    made.style.footers = {
        {.left = {{.text = "EN/2026/0142"}}, .right = {{.text = "Page {page} of {pages}"}}, .baseline = mm(285)}};
    made.body = {{.content = Heading{.level = 1, .text = {{.text = "Decision on your application"}}}}};
    for (int i = 0; i < 9; ++i) {
        made.body.push_back(paragraph(reason));
    }
    made.body.push_back(paragraph("Yours sincerely"));
    made.body.push_back({.content = SignatureBlock{.lines = {{{.text = "A. Example"}}, {{.text = "Officer"}}}}});
    return made;
}

Composition report(std::size_t paragraphs) {
    Composition made{.title = "Report"};
    made.style.first = made.style.later = {72, 72, 72, 72};
    for (std::size_t i = 0; i < paragraphs; ++i) {
        made.body.push_back({.content = NumberedParagraph{.text = {{.text = reason}}}});
    }
    return made;
}

void measure(const char* name, const Composition& made, int rounds) {
    const auto typesetter = Typesetter::standard();
    std::vector<double> times;
    std::size_t pages = 0;
    for (int i = 0; i < rounds; ++i) {
        const auto start = std::chrono::steady_clock::now();
        const Pages set = paginate(made, typesetter);
        NullCanvas canvas;
        set.draw(canvas);
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        pages = set.count();
    }
    std::sort(times.begin(), times.end());
    const double median = times[times.size() / 2];
    std::printf("| %s | %zu | %.3f | %.3f | %.0f |\n", name, pages, times.front(), median,
                static_cast<double>(pages) * 1000 / median);
}

}  // namespace

int main() {
    std::puts("| layout alone, warm | pages | best, ms | median, ms | pages/s |\n|---|---:|---:|---:|---:|");
    measure("letter", letter(), 2000);
    measure("report", report(450), 50);
    measure("10,000 paragraphs", report(10'000), 5);
}
