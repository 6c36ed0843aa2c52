#include "pdf/drawing_sample.h"

#include <unistd.h>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace engross::test {
namespace {

constexpr Points left = 72;

// A grey JPEG of 8 by 8 pixels, baseline, made by hand from the tables of ITU-T T.81 annex K: one DC code, then end of
// block.
constexpr std::array<unsigned char, 64> ones = [] {
    std::array<unsigned char, 64> table{};
    table.fill(1);
    return table;
}();

void appendBytes(std::string& out, std::initializer_list<int> bytes) {
    for (const int byte : bytes) {
        out += static_cast<char>(byte);
    }
}

std::string greyJpeg() {
    std::string out;
    appendBytes(out, {0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0});
    out.append(reinterpret_cast<const char*>(ones.data()), ones.size());
    appendBytes(out, {0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0});
    appendBytes(out, {0xFF, 0xC4, 0, 20, 0x00, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    appendBytes(out, {0xFF, 0xC4, 0, 20, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    appendBytes(out, {0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x3F, 0xFF, 0xD9});
    return out;
}

}  // namespace

Sheet::Sheet(PdfCanvas& target, std::string tag)
    : canvas(target), typesetter(Typesetter::standard()), language(std::move(tag)) {}

void Sheet::page() {
    canvas.beginPage(mm(210), mm(297));
    y = 770;
}

void Sheet::endPage() {
    canvas.endPage();
}

void Sheet::show(const std::string& text, TypeStyle style, Points size, Points x, const std::string& tag) {
    for (const ShapedRun& run : typesetter->shape(text, style, tag.empty() ? language : tag)) {
        canvas.text(x, y, run, size, {});
        x += run.width * size / 1000;
    }
}

ElementId Sheet::line(ElementId parent, Role role, const std::string& text, TypeStyle style, Points size,
                      const std::string& tag) {
    ElementAttributes attributes;
    attributes.language = tag;
    const ElementId element = canvas.element(parent, role, attributes);
    y -= size * 1.6;
    canvas.beginContent(element);
    show(text, style, size, left, tag);
    canvas.endContent();
    return element;
}

void Sheet::footer(const std::string& text) {
    canvas.beginArtifact(ArtifactKind::Footer);
    const Points before = y;
    y = 40;
    show(text, {}, 9, left, {});
    y = before;
    canvas.endArtifact();
}

void Sheet::list(const std::vector<std::string>& items) {
    ElementAttributes ordered;
    ordered.labels = ListLabels::Decimal;
    const ElementId list = canvas.element(0, Role::L, ordered);
    for (std::size_t item = 0; item < items.size(); ++item) {
        const ElementId row = canvas.element(list, Role::LI, {});
        const ElementId label = canvas.element(row, Role::Lbl, {});
        y -= 18;
        canvas.beginContent(label);
        show(std::to_string(item + 1) + ".", {}, 12, left, {});
        canvas.endContent();
        const ElementId body = canvas.element(canvas.element(row, Role::LBody, {}), Role::P, {});
        canvas.beginContent(body);
        show(items[item], {}, 12, left + 28, {});
        canvas.endContent();
    }
}

void Sheet::table() {
    const ElementId table = canvas.element(0, Role::Table, {});
    const auto cell = [&](ElementId row, Role role, HeaderScope scope, const std::string& text, Points x) {
        ElementAttributes attributes;
        attributes.scope = scope;
        canvas.beginContent(canvas.element(row, role, attributes));
        show(text, {}, 11, x, {});
        canvas.endContent();
    };
    const ElementId head = canvas.element(canvas.element(table, Role::THead, {}), Role::TR, {});
    y -= 20;
    cell(head, Role::TH, HeaderScope::Column, "Month", left);
    cell(head, Role::TH, HeaderScope::Column, "Amount", left + 150);
    const ElementId body = canvas.element(table, Role::TBody, {});
    for (const std::string month : {"January", "February"}) {
        const ElementId row = canvas.element(body, Role::TR, {});
        canvas.beginArtifact(ArtifactKind::Layout);
        canvas.line(left, y - 4, 523, y - 4, 0.5, {0.4, 0.4, 0.4});
        canvas.endArtifact();
        y -= 18;
        cell(row, Role::TH, HeaderScope::Row, month, left);
        cell(row, Role::TD, HeaderScope::None, "£120.00", left + 150);
    }
}

void Sheet::figure(const Picture& picture, const std::string& alternative) {
    ElementAttributes attributes;
    attributes.alternative = alternative;
    const ElementId figure = canvas.element(0, Role::Figure, attributes);
    y -= 90;
    canvas.beginContent(figure);
    canvas.picture({left, y, 120, 80}, picture);
    canvas.endContent();
}

void Sheet::link(const std::string& text, const std::string& target) {
    const ElementId paragraph = canvas.element(0, Role::P, {});
    y -= 20;
    canvas.beginContent(paragraph);
    show("See ", {}, 12, left, {});
    canvas.endContent();
    const ElementId link = canvas.element(paragraph, Role::Link, {});
    canvas.beginContent(link);
    show(text, {}, 12, left + 30, {});
    canvas.endContent();
    canvas.link(link, {left + 30, y - 3, 200, 15}, target, text);
}

PdfMetadata sampleMetadata() {
    PdfMetadata metadata;
    metadata.title = "Decision on your application – ABC/123 <Tŷ & Co>";
    metadata.author = "Example Council";
    metadata.language = "en-GB";
    metadata.made = Instant(std::chrono::milliseconds(1772447400000));
    metadata.identity = Sha256::of("sample");
    metadata.provenance = {{"type", "sample"}, {"engine", "0.1.0"}};
    return metadata;
}

std::string sampleDocument(const PdfMetadata& metadata) {
    PdfCanvas canvas(metadata);
    Sheet sheet(canvas);
    sheet.page();
    canvas.bookmark(1, "Decision", sheet.y);
    sheet.line(0, Role::H1, "Decision on your application", {Weight::Bold, Slope::Upright}, 17);
    sheet.line(0, Role::P, "Dear Ms Example, the sum is £12.50 (café) and “quoted” – difficult.");
    sheet.line(0, Role::P, "Ysgrifennwn atoch ynghylch Tŷ Ŵyl, Llŷn.", {}, 12, "cy-GB");
    sheet.line(0, Role::P, "Łukasz Żółć, Ștefănescu");
    sheet.line(0, Role::P, "ஸ்ரீதரன் கோவை", {}, 12, "ta");
    sheet.line(0, Role::P, "محمد السلام", {}, 12, "ar");
    canvas.bookmark(2, "Reasons", sheet.y);
    sheet.line(0, Role::H2, "Reasons", {Weight::Bold, Slope::Upright}, 14);
    sheet.list({"The first reason.", "The second (with brackets \\ and a slash)."});
    sheet.footer("Page 1 of 2");
    sheet.endPage();
    sheet.page();
    canvas.target("doc:2", 72, 770);
    sheet.table();
    sheet.figure(samplePixels(16, 12, 3), "A pattern of stripes");
    sheet.figure(sampleJpeg(), "A grey square");
    sheet.link("the guide", "https://www.example.org/a?b=(c)");
    sheet.link("document 2", "doc:2");
    const ElementId note = canvas.element(0, Role::Note, {});
    sheet.line(note, Role::Lbl, "1");
    sheet.line(note, Role::P, "As the tenancy agreement says.");
    sheet.footer("Page 2 of 2");
    sheet.endPage();
    return canvas.finish();
}

Picture samplePixels(int width, int height, int seed) {
    auto bytes = std::make_shared<std::string>();
    for (int index = 0; index < width * height * 3; ++index) {
        *bytes += static_cast<char>((index * seed) & 0xFF);
    }
    Picture picture;
    picture.coding = Picture::Coding::Rgb8;
    picture.bytes = bytes;
    picture.widthPixels = width;
    picture.heightPixels = height;
    return picture;
}

Picture sampleJpeg() {
    Picture picture;
    picture.bytes = std::make_shared<const std::string>(greyJpeg());
    picture.widthPixels = 8;
    picture.heightPixels = 8;
    picture.components = 1;
    return picture;
}

std::string outputOf(const std::vector<std::string>& command) {
    std::string line;
    for (const std::string& word : command) {
        line += "'" + word + "' ";
    }
    FILE* pipe = popen(line.c_str(), "r");
    if (pipe == nullptr) {
        throw std::runtime_error("cannot start " + line);
    }
    std::string out;
    std::array<char, 4096> buffer{};
    while (const std::size_t count = fread(buffer.data(), 1, buffer.size(), pipe)) {
        out.append(buffer.data(), count);
    }
    if (pclose(pipe) != 0) {
        throw std::runtime_error(line + "failed");
    }
    return out;
}

ScratchFile::ScratchFile(const std::string& bytes)
    : path_((std::filesystem::temp_directory_path() / "engross-drawing-XXXXXX").string()) {
    const int descriptor = mkstemp(path_.data());
    if (descriptor < 0 || write(descriptor, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
        throw std::runtime_error("cannot write a scratch file");
    }
    close(descriptor);
}

ScratchFile::~ScratchFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

const std::string& ScratchFile::path() const noexcept {
    return path_;
}

}  // namespace engross::test
