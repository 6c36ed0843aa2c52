#include "pdf/random_sources.h"

#include "pdf/pdf_canvas.h"
#include "pdf/raw_pdf.h"
#include "type/typesetter.h"

#include <array>

namespace engross {

namespace {

constexpr std::array oddBoxes{"/MediaBox [0 0 595 842]",
                              "/MediaBox [0 0 842 595] /Rotate 90",
                              "/MediaBox [595 842 0 0] /Rotate -180",
                              "/MediaBox [-10 -20 400 600] /CropBox [0 0 300 500] /Rotate 270",
                              "/MediaBox [0 0 300 400] /UserUnit 2.5",
                              "/MediaBox [0 0 2400 3400]",
                              ""};
/// Content around a page's word: sound, and broken in ways that must not reach the number.
constexpr std::array<std::array<const char*, 2>, 6> frames{{{"", ""},
                                                            {"q ", " Q"},
                                                            {"q q 1 0 0 1 5 5 cm ", ""},
                                                            {"Q Q ", " Q"},
                                                            {"/Span <</MCID 3>> BDC ", " EMC"},
                                                            {"q 0 0 2000 2000 re W n ", " (open"}}};

std::string referenceTo(std::size_t number) {
    return std::to_string(number) + " 0 R";
}

}  // namespace

RandomSources::RandomSources(unsigned seed) : random_(seed) {
    plan.metadata.title = "Chance";
    plan.metadata.language = "en-GB";
    plan.metadata.identity = Sha256::of("chance");
    const std::size_t files = 2 + below(7);
    while (files_ < files) {
        const bool drawn = below(3) == 0;
        const bool ours = drawn && below(2) == 0;
        add(drawn ? drawnFile(ours) : rawFile(), ours);
    }
    plan.bookmarks.push_back({"Everything", 1, plan.bookmarks, std::nullopt});
}

std::size_t RandomSources::below(std::size_t limit) {
    return random_() % limit;
}

std::string RandomSources::nextWord() {
    return "word" + std::to_string(++wordsMade_) + "x";
}

std::string RandomSources::rawFile() {
    RawPdf file;
    file.addStream("nobody refers to this");
    const std::size_t layer = file.add("<< /Type /OCG /Name (notes) >>");
    const std::size_t group = file.add("<< /Layer << /L " + referenceTo(layer) + " >> >>");
    const std::size_t picture = file.addStream(std::string(40 + below(3), 'p'),
                                               "/Type /XObject /Subtype /Image /Width 5 /Height 8 /BitsPerComponent 8 "
                                               "/ColorSpace /DeviceGray");
    const std::size_t form =
        file.addStream("/P Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /P " +
                                    referenceTo(picture) + " >> >>");
    const std::size_t shared = file.add("<< /Font << /F 3 0 R >> /XObject << /Form " + referenceTo(form) +
                                        " >> /Properties << /L " + referenceTo(layer) + " >> >>");
    file.replace(group, "<< /Unused " + referenceTo(shared) + " >>");
    const std::size_t pages = 1 + below(5);
    std::size_t before = 0;
    for (std::size_t page = 0; page < pages; ++page) {
        words.push_back(nextWord());
        const auto& frame = frames.at(below(frames.size()));
        std::string entries = oddBoxes.at(below(oddBoxes.size()));
        if (before != 0) {
            entries += " /Annots [<< /Subtype /Link /Rect [9 9 99 99] /Dest [" + referenceTo(before) +
                       " /XYZ 5 50 0] >> << /Subtype /Link /Rect [9 9 99 99] /A << /S /URI /URI "
                       "(https://example.org/) >> >> << /Subtype /Link /Rect [9 9 99 99] /Dest /nowhere >>]";
        }
        const std::string content = std::string(frame[0]) + "BT /F 12 Tf 20 300 Td (" + words.back() + ") Tj ET " +
                                    (below(2) == 0 ? "/OC /L BDC /Form Do EMC " : "") + frame[1];
        const std::size_t stream = file.addStream(content);
        before = file.add("<< /Type /Page /Parent 2 0 R /Contents " +
                          (below(2) == 0 ? referenceTo(stream) : "[" + referenceTo(stream) + "]") + " /Resources " +
                          referenceTo(shared) + " " + entries + " >>");
        file.countPage(before);
    }
    const std::size_t outline = file.nextNumber();
    file.add("<< /First " + referenceTo(outline + 1) + " >>");
    file.add("<< /Title (Last page) /Dest [" + referenceTo(before) + " /Fit] /First " + referenceTo(outline + 2) +
             " >>");
    file.add("<< /Title (Nested) /Dest [" + referenceTo(before) + " /Fit] >>");
    file.catalog("/Outlines " + referenceTo(outline) + " /OCProperties << /OCGs [" + referenceTo(layer) + "] /D << " +
                 (below(2) == 0 ? "/OFF [" + referenceTo(layer) + "]" : "") + " >> >>");
    return file.bytes();
}

std::string RandomSources::drawnFile(bool ours) {
    PdfMetadata metadata;
    metadata.title = "Drawn";
    metadata.language = "en-GB";
    PdfCanvas canvas(metadata);
    const std::size_t pages = 1 + below(3);
    for (std::size_t page = 0; page < pages; ++page) {
        words.push_back(nextWord());
        canvas.beginPage(mm(210), mm(297));
        const ElementId link = canvas.element(canvas.element(0, Role::P, {}), Role::Link, {});
        canvas.beginContent(link);
        for (const ShapedRun& run : Typesetter::standard()->shape(words.back(), TypeStyle{}, "en-GB")) {
            canvas.text(72, 600, run, 12, Colour{});
        }
        canvas.endContent();
        canvas.link(link, {72, 590, 90, 20}, ours ? "doc:1" : "https://example.org/", "A link");
        canvas.endPage();
    }
    return canvas.finish();
}

void RandomSources::add(const std::string& bytes, bool ours) {
    const std::string name = "file " + std::to_string(++files_);
    const PageNumber first = plan.labels.size() + 1;
    while (plan.labels.size() < words.size()) {
        plan.labels.push_back(std::to_string(plan.labels.size() + 1));
    }
    plan.bookmarks.push_back({name, first, {}, plan.sources.size()});
    plan.targets["doc:" + std::to_string(files_)] = first;
    plan.sources.push_back(
        {writeBytes(folder_.path(std::to_string(files_) + ".pdf"), bytes), {}, name, ours, words.size() - first + 1});
}

}  // namespace engross
