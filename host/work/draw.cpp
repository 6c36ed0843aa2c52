#include "work/draw.h"

#include "layout/paginator.h"
#include "words/messages.h"

#include <utility>

namespace engross {
namespace {

/// Hands everything on and remembers on which page each bookmark stands.
class HeadingCanvas : public Canvas {
public:
    explicit HeadingCanvas(Canvas& canvas) : canvas_(canvas) {}
    [[nodiscard]] const std::vector<std::pair<std::string, std::size_t>>& headings() const noexcept {
        return headings_;
    }

    ElementId element(ElementId parent, Role role, const ElementAttributes& attributes) override {
        return canvas_.element(parent, role, attributes);
    }
    void beginPage(Points width, Points height) override {
        ++page_;
        canvas_.beginPage(width, height);
    }
    void endPage() override {
        canvas_.endPage();
    }
    void beginContent(ElementId element) override {
        canvas_.beginContent(element);
    }
    void endContent() override {
        canvas_.endContent();
    }
    void beginArtifact(ArtifactKind kind) override {
        canvas_.beginArtifact(kind);
    }
    void endArtifact() override {
        canvas_.endArtifact();
    }
    void text(Points x, Points baseline, const ShapedRun& run, Points size, const Colour& colour) override {
        canvas_.text(x, baseline, run, size, colour);
    }
    void turnedText(Points x, Points baseline, double degrees, const ShapedRun& run, Points size,
                    const Colour& colour) override {
        canvas_.turnedText(x, baseline, degrees, run, size, colour);
    }
    void line(Points x1, Points y1, Points x2, Points y2, Points width, const Colour& colour) override {
        canvas_.line(x1, y1, x2, y2, width, colour);
    }
    void fill(const Rectangle& area, const Colour& colour) override {
        canvas_.fill(area, colour);
    }
    void outline(const Rectangle& area, Points width, const Colour& colour) override {
        canvas_.outline(area, width, colour);
    }
    void picture(const Rectangle& area, const Picture& picture) override {
        canvas_.picture(area, picture);
    }
    void link(ElementId element, const Rectangle& area, const std::string& target,
              const std::string& description) override {
        canvas_.link(element, area, target, description);
    }
    void target(const std::string& name, Points x, Points y) override {
        canvas_.target(name, x, y);
    }
    void bookmark(int level, const std::string& title, Points y) override {
        headings_.emplace_back(title, page_);
        canvas_.bookmark(level, title, y);
    }

private:
    Canvas& canvas_;
    std::size_t page_ = 0;
    std::vector<std::pair<std::string, std::size_t>> headings_;
};

}  // namespace

std::optional<Drawing> draw(Composition composition, PdfMetadata metadata,
                            const std::shared_ptr<const Typesetter>& typesetter, std::vector<Diagnostic>& faults,
                            const std::vector<PdfAttachment>& attachments) {
    metadata.title = composition.title;
    metadata.author = composition.author;
    metadata.language = composition.language;
    std::optional<Pages> pages = paginate(std::move(composition), typesetter);
    const std::vector<Diagnostic> found = pages->faults(languageFrom(metadata.language).value_or(Language::English));
    faults.insert(faults.end(), found.begin(), found.end());
    if (refuses(found)) {
        return std::nullopt;
    }
    PdfCanvas canvas{metadata};
    HeadingCanvas drawn{canvas};
    const std::size_t count = pages->count();
    pages->draw(drawn);
    pages.reset();  // before the structure of a long document is written, and all of it is put together
    for (const PdfAttachment& attachment : attachments) {
        canvas.attach(attachment);
    }
    return Drawing{.bytes = canvas.finish(), .pages = count, .headings = drawn.headings()};
}

}  // namespace engross
