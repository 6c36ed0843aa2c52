#pragma once
#include "pdf/pdf_canvas.h"
#include "type/typesetter.h"

#include <memory>
#include <string>
#include <vector>

namespace engross::test {

/// Draws text and structure without a layout: one line a call, from the top of the page down.
class Sheet {
public:
    explicit Sheet(PdfCanvas& canvas, std::string language = "en-GB");

    void page();
    void endPage();
    ElementId line(ElementId parent, Role role, const std::string& text, TypeStyle style = {}, Points size = 12,
                   const std::string& language = {});
    void footer(const std::string& text);
    void table();
    void list(const std::vector<std::string>& items);
    void figure(const Picture& picture, const std::string& alternative);
    void link(const std::string& text, const std::string& target);
    void show(const std::string& text, TypeStyle style, Points size, Points x, const std::string& language);

    PdfCanvas& canvas;
    std::shared_ptr<const Typesetter> typesetter;
    std::string language;
    Points y = 0;
};

[[nodiscard]] PdfMetadata sampleMetadata();
/// Two pages with everything: headings, paragraphs, list, table, figure, link, bookmark, named place, five scripts.
[[nodiscard]] std::string sampleDocument(const PdfMetadata& metadata = sampleMetadata());
/// A picture of `width` by `height` pixels whose colour depends on `seed`.
[[nodiscard]] Picture samplePixels(int width, int height, int seed);
/// A grey JPEG file of 8 by 8 pixels.
[[nodiscard]] Picture sampleJpeg();

/// The standard output of a program, for tools that judge our files from outside. Throws where it ends otherwise than
/// with 0.
[[nodiscard]] std::string outputOf(const std::vector<std::string>& command);
/// A file that is deleted with the object.
class ScratchFile {
public:
    explicit ScratchFile(const std::string& bytes);
    ~ScratchFile();
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    [[nodiscard]] const std::string& path() const noexcept;

private:
    std::string path_;
};

}  // namespace engross::test
