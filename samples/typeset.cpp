#include "typeset.h"

#include "layout/paginator.h"
#include "letter/template.h"
#include "pdf/pdf_canvas.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace engross::samples {
namespace {

/// Papers have no fields.
class NoData : public TemplateData {
public:
    [[nodiscard]] std::optional<std::string> text(const std::string&) const override {
        return std::nullopt;
    }
    [[nodiscard]] std::size_t repeats(const std::string&) const override {
        return 0;
    }
    [[nodiscard]] std::unique_ptr<TemplateData> element(const std::string&, std::size_t) const override {
        return nullptr;
    }
    [[nodiscard]] std::optional<Blocks> blocks(const std::string&) const override {
        return std::nullopt;
    }
};

[[noreturn]] void refuse(const std::vector<Diagnostic>& faults) {
    std::string all;
    for (const auto& fault : faults) {
        all += describe(fault);
    }
    throw std::logic_error("a sample paper has faults\n" + all);
}

Blocks blocksOf(const std::string& markdown, const std::string& name) {
    auto parsed = Template::parse(markdown, "samples/papers/" + name, 1,
                                  [](const std::string&) -> std::optional<ClauseText> { return std::nullopt; });
    if (!parsed.value) {
        refuse(parsed.faults);
    }
    std::vector<Diagnostic> faults;
    Blocks blocks = parsed.value->render(NoData{}, faults);
    if (refuses(faults)) {
        refuse(faults);
    }
    return blocks;
}

std::string titleOf(const Blocks& blocks) {
    const auto* heading = blocks.empty() ? nullptr : std::get_if<Heading>(&blocks.front().content);
    return heading == nullptr || heading->text.empty() ? "Sample" : heading->text.front().text;
}

Inline plain(const std::string& text) {
    Span span;
    span.text = text;
    return {span};
}

Raster readPixels(std::FILE* pipe, int width, int height) {
    Raster raster(width, height);
    if (std::fread(raster.rgb.data(), 1, raster.rgb.size(), pipe) != raster.rgb.size()) {
        throw std::runtime_error("pdftoppm stopped within a page");
    }
    return raster;
}

}  // namespace

Press::Press() : typesetter_(Typesetter::standard()) {}

std::string Press::pdf(const Composition& composition) const {
    const Pages pages = paginate(composition, typesetter_);
    if (refuses(pages.faults())) {
        refuse(pages.faults());
    }
    PdfMetadata metadata;
    metadata.title = composition.title;
    metadata.author = composition.author;
    metadata.language = composition.language;
    metadata.made = Instant{};
    metadata.identity = Sha256::of(composition.title);
    PdfCanvas canvas(metadata);
    pages.draw(canvas);
    return canvas.finish();
}

std::vector<Raster> Press::pixels(const std::string& pdf, const std::string& scratch, int dotsPerInch) const {
    writeFile(scratch, pdf);
    const std::string command = "pdftoppm -r " + std::to_string(dotsPerInch) + " '" + scratch + "'";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::vector<Raster> pages;
    int width = 0;
    int height = 0;
    while (pipe && std::fscanf(pipe.get(), "P6 %d %d 255", &width, &height) == 2 && std::fgetc(pipe.get()) != EOF) {
        pages.push_back(readPixels(pipe.get(), width, height));
    }
    std::remove(scratch.c_str());
    if (pages.empty()) {
        throw std::runtime_error("pdftoppm gave no page: is poppler-utils installed?");
    }
    return pages;
}

Composition paper(const std::string& markdown, const std::string& name) {
    Composition composition;
    composition.body = blocksOf(markdown, name);
    composition.title = titleOf(composition.body);
    composition.author = "Invented for Engross";
    auto& style = composition.style;
    style.first = {.top = mm(28), .bottom = mm(26), .left = mm(25), .right = mm(25)};
    style.later = style.first;
    style.bodySize = 11;
    style.leading = 15;
    RunningText header;
    header.left = plain("SAMPLE – invented document");
    header.baseline = mm(16);
    style.headers = {header};
    RunningText footer;
    footer.right = plain("Page {page} of {pages}");
    footer.baseline = mm(283);
    style.footers = {footer};
    return composition;
}

Composition sidewaysPaper(const std::string& markdown, const std::string& name) {
    Composition composition = paper(markdown, name);
    std::swap(composition.style.width, composition.style.height);
    composition.style.footers.front().baseline = mm(196);
    return composition;
}

std::string contents(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error(path + ": cannot be read");
    }
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void writeFile(const std::string& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    file.close();
    if (!file) {
        throw std::runtime_error(path + ": cannot be written");
    }
}

}  // namespace engross::samples
