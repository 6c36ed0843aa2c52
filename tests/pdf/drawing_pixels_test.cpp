#include "pdf/drawing_sample.h"
#include "pdf/pdf_canvas.h"

#include <gtest/gtest.h>
#include <array>
#include <sstream>

namespace engross {
namespace {

/// A page as grey pixels, rendered by a program that is not ours.
struct Pixels {
    int width = 0;
    int height = 0;
    std::string grey;

    [[nodiscard]] int at(double x, double y) const {
        const auto column = static_cast<std::size_t>(x * width);
        const auto row = static_cast<std::size_t>(y * height);
        return static_cast<unsigned char>(grey.at(row * static_cast<std::size_t>(width) + column));
    }

    [[nodiscard]] std::size_t ink() const {
        std::size_t dark = 0;
        for (const char value : grey) {
            dark += static_cast<unsigned char>(value) < 128 ? 1 : 0;
        }
        return dark;
    }
};

Pixels render(const std::string& pdf) {
    const test::ScratchFile file(pdf);
    const std::string image = test::outputOf({"pdftoppm", "-gray", "-r", "72", "-singlefile", file.path()});
    std::istringstream in(image);
    std::string magic;
    int most = 0;
    Pixels pixels;
    in >> magic >> pixels.width >> pixels.height >> most;
    in.get();
    pixels.grey = image.substr(static_cast<std::size_t>(in.tellg()));
    return pixels;
}

std::string page(Points width, Points height, const std::function<void(PdfCanvas&)>& draw) {
    PdfCanvas canvas(test::sampleMetadata());
    canvas.beginPage(width, height);
    ElementAttributes attributes;
    attributes.alternative = "test";
    canvas.beginContent(canvas.element(0, Role::Figure, attributes));
    draw(canvas);
    canvas.endContent();
    canvas.endPage();
    return canvas.finish();
}

/// Four grey levels, in reading order of the stored rows.
Picture quarters(int orientation) {
    Picture picture;
    picture.coding = Picture::Coding::Grey8;
    picture.bytes = std::make_shared<const std::string>(std::string("\x00\x55\xAA\xFF", 4));
    picture.widthPixels = 2;
    picture.heightPixels = 2;
    picture.orientation = orientation;
    return picture;
}

TEST(PdfPicture, IsTurnedAsTheCameraSaid) {
    // What is seen at top left, top right, bottom left and bottom right, by the definition of EXIF 2.32, tag 0x0112:
    // "the 0th row is at the visual top, the 0th column at the visual left side" and so on.
    constexpr std::array<std::array<int, 4>, 8> seen{{{0x00, 0x55, 0xAA, 0xFF},
                                                      {0x55, 0x00, 0xFF, 0xAA},
                                                      {0xFF, 0xAA, 0x55, 0x00},
                                                      {0xAA, 0xFF, 0x00, 0x55},
                                                      {0x00, 0xAA, 0x55, 0xFF},
                                                      {0xAA, 0x00, 0xFF, 0x55},
                                                      {0xFF, 0x55, 0xAA, 0x00},
                                                      {0x55, 0xFF, 0x00, 0xAA}}};
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const Pixels pixels = render(page(120, 80, [&](PdfCanvas& canvas) {
            canvas.picture({0, 0, 120, 80}, quarters(orientation));
        }));
        const auto& expected = seen.at(static_cast<std::size_t>(orientation - 1));
        EXPECT_NEAR(pixels.at(0.25, 0.25), expected[0], 3) << orientation;
        EXPECT_NEAR(pixels.at(0.75, 0.25), expected[1], 3) << orientation;
        EXPECT_NEAR(pixels.at(0.25, 0.75), expected[2], 3) << orientation;
        EXPECT_NEAR(pixels.at(0.75, 0.75), expected[3], 3) << orientation;
    }
}

Pixels letters(const std::string& text) {
    const auto typesetter = Typesetter::standard();
    return render(page(200, 100, [&](PdfCanvas& canvas) {
        Points x = 10;
        for (const ShapedRun& run : typesetter->shape(text, {}, "vi")) {
            canvas.text(x, 30, run, 60, {});
            x += run.width * 60 / 1000;
        }
    }));
}

TEST(PdfText, DrawsEveryPartOfALetterThatIsMadeOfParts) {
    const std::pair<const char*, const char*> more[] = {{"Ắ", "Ă"}, {"Ă", "A"}, {"ǘ", "ü"}, {"ǘ", "ú"},
                                                        {"Ớ", "Ơ"}, {"Ớ", "Ó"}, {"ŵ", "w"}, {"Ș", "S"}};
    for (const auto& [whole, part] : more) {
        EXPECT_GT(letters(whole).ink(), letters(part).ink()) << whole << " and " << part;
    }
}

}  // namespace
}  // namespace engross
