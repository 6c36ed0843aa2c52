#include "pdf/drawing_sample.h"

#include <gtest/gtest.h>
#include <cstdlib>
#include <vector>

namespace engross::test {
namespace {

struct Word {
    double left = 0;
    double right = 0;
    std::string text;
};

/// The words of a file where a reader, from the widths in the file, takes them to stand.
std::vector<Word> wordsOf(const std::string& file) {
    const ScratchFile scratch(file);
    const std::string said = outputOf({"pdftotext", "-bbox", scratch.path(), "-"});
    std::vector<Word> words;
    const auto number = [&](std::size_t from, const char* key) {
        const std::size_t at = said.find(key, from);
        return std::strtod(said.c_str() + at + std::string_view(key).size(), nullptr);
    };
    for (std::size_t at = said.find("<word "); at != std::string::npos; at = said.find("<word ", at + 1)) {
        const std::size_t open = said.find('>', at) + 1;
        words.push_back({number(at, "xMin=\""), number(at, "xMax=\""), said.substr(open, said.find('<', open) - open)});
    }
    return words;
}

TEST(DrawnWidth, IsTheMeasuredWidthOfEveryRun) {
    constexpr Points left = 72;
    const std::vector<std::string> texts{"AVATAR", "Tofficefi", "WAVE£12,500.00", "Łódź",      "Țăran",
                                         "Ελένη",  "Щербак",    "mmmmmmmmm",      "iiiiiiiii", "Nguyễn",
                                         "張偉明", "Gŵilym",    "To-and-fro",     "“quoted”"};
    const auto typesetter = Typesetter::standard();
    std::size_t measured = 0;
    for (const TypeStyle style :
         {TypeStyle{}, TypeStyle{Weight::Bold, Slope::Upright}, TypeStyle{Weight::Regular, Slope::Italic}}) {
        PdfCanvas canvas(sampleMetadata());
        std::vector<Points> widths;
        canvas.beginPage(mm(210), mm(297));
        Points y = mm(280);
        for (std::size_t i = 0; i < texts.size(); ++i, y -= 40) {
            const Points size = 8 + 1.5 * static_cast<Points>(i);
            const auto runs = typesetter->shape(texts[i], style, "en-GB");
            Points x = left;
            canvas.beginContent(canvas.element(0, Role::P, {}));
            for (const ShapedRun& run : runs) {
                canvas.text(x, y, run, size, {});
                x += run.width * size / 1000;
            }
            canvas.endContent();
            widths.push_back(x - left);
        }
        canvas.endPage();
        const std::vector<Word> words = wordsOf(canvas.finish());
        ASSERT_EQ(words.size(), texts.size());
        for (std::size_t i = 0; i < words.size(); ++i) {
            EXPECT_NEAR(words[i].left, left, 0.05) << words[i].text;
            EXPECT_NEAR(words[i].right - words[i].left, widths[i], 0.12) << words[i].text;
            ++measured;
        }
    }
    EXPECT_EQ(measured, 3 * texts.size());
}

}  // namespace
}  // namespace engross::test
