#include "evidence/exhibit.h"

#include "evidence/sample_pictures.h"
#include "pdf/gate.h"
#include "pdf/reading.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <fstream>

namespace engross {
namespace {

std::string write(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

PictureSheet sheet() {
    PictureSheet sheet;
    sheet.title = "Kitchen ceiling";
    sheet.metadata.title = "Kitchen ceiling";
    sheet.metadata.language = "en-GB";
    return sheet;
}

TEST(Exhibit, APhotographBecomesOneA4PageByItsShape) {
    TestFolder folder;
    const struct {
        int width, height, orientation;
        bool across;
    } pictures[] = {{640, 480, 1, true}, {640, 480, 6, false}, {480, 640, 1, false}, {480, 640, 8, true}};
    for (const auto& picture : pictures) {
        const std::string path =
            write(folder.path("a.jpg"), sampleJpeg(picture.width, picture.height, picture.orientation));
        const std::string output = folder.path("a.pdf");
        const Prepared prepared = prepare({path, "IMG_1.jpg", ""}, sheet(), Typesetter::standard(), output);
        EXPECT_EQ(prepared.pages, 1U);
        const PdfReading reading = readFinished(output, "AB/1");
        ASSERT_EQ(reading.pages.size(), 1U);
        EXPECT_NEAR(reading.pages.at(0).width, picture.across ? mm(297) : mm(210), 0.1);
        EXPECT_TRUE(reading.tagged);
    }
}

TEST(Exhibit, AScreenshotBecomesAPageToo) {
    TestFolder folder;
    const std::string path = write(folder.path("a.png"), samplePng(40, 90, PngLook::Colour));
    const Prepared prepared = prepare({path, "screen.png", ""}, sheet(), Typesetter::standard(), folder.path("a.pdf"));
    EXPECT_EQ(prepared.facts.kind, EvidenceKind::Png);
    EXPECT_EQ(prepared.facts.widthPixels, 40);
    EXPECT_EQ(readFinished(folder.path("a.pdf"), "AB/1").pages.size(), 1U);
}

TEST(Exhibit, IsWhatItHoldsAndNotWhatItIsCalled) {
    TestFolder folder;
    const std::string path = write(folder.path("a.pdf"), samplePng(4, 4, PngLook::Grey));
    EXPECT_EQ(inspect({path, "a.pdf", ""}).kind, EvidenceKind::Png);
}

TEST(Exhibit, OfAnotherKindIsNamedWithItsKind) {
    TestFolder folder;
    const struct {
        const char* bytes;
        const char* code;
        EvidenceKind kind;
    } files[] = {{"GIF89a...", "evidence-unsupported", EvidenceKind::Gif},
                 {"<html><body>404</body></html>", "evidence-unsupported", EvidenceKind::Html},
                 {"plain words", "evidence-unsupported", EvidenceKind::Text},
                 {"", "evidence-empty", EvidenceKind::Empty}};
    for (const auto& file : files) {
        const std::string path = write(folder.path("a.pdf"), file.bytes);
        try {
            (void)inspect({path, "letter.pdf", ""});
            FAIL() << file.bytes;
        } catch (const EvidenceError& fault) {
            EXPECT_EQ(fault.code(), file.code);
            EXPECT_EQ(fault.kind(), file.kind);
            const auto words = refusal(fault, {}, Language::English);
            ASSERT_TRUE(words);
            EXPECT_NE(words->message.find("letter.pdf"), std::string::npos);
            EXPECT_FALSE(words->hints.empty());
            EXPECT_NE(refusal(fault, {}, Language::Welsh)->message, words->message);
        }
    }
}

TEST(Exhibit, HasWordsForEveryRefusalAndEveryLoss) {
    for (const char* code :
         {"pdf-not-a-pdf", "pdf-empty", "pdf-encrypted", "pdf-damaged", "pdf-pages-lost", "pdf-too-large"}) {
        EXPECT_TRUE(refusal(PdfError(code, "AB/1", "x"), {}, Language::Welsh)) << code;
    }
    EXPECT_FALSE(refusal(Error("disk-full", "x", "y"), {}, Language::English));
    for (const char* kind : {"javascript",
                             "launch",
                             "submit-form",
                             "import-data",
                             "remote-link",
                             "multimedia",
                             "action",
                             "attachment",
                             "external-data",
                             "other-page",
                             "substitute",
                             "portfolio",
                             "page-size",
                             "xfa",
                             "form",
                             "form-answer",
                             "form-fresh",
                             "form-hidden",
                             "form-password",
                             "form-tick",
                             "comment",
                             "annotation",
                             "signature",
                             "broken-link",
                             "external-link",
                             "hidden-link",
                             "layer-state",
                             "damaged-page",
                             "detour-forms",
                             "detour-encrypted",
                             "detour-junk-header",
                             "detour-damaged-xref",
                             "detour-damaged-object",
                             "detour-damaged-stream",
                             "detour-odd-filter",
                             "detour-odd-pages",
                             "detour-odd-annotation"}) {
        EXPECT_FALSE(describe({"AB/1", kind, 1}, Language::English).empty());
        EXPECT_FALSE(describe({"AB/1", kind, 3}, Language::Welsh).empty());
    }
}

TEST(Exhibit, WritesALetterOfItsNameThatNoFontHasAsItsCodePoint) {
    TestFolder folder;
    const std::string path = write(folder.path("a.png"), samplePng(40, 90, PngLook::Colour));
    const std::string output = folder.path("pages.pdf");
    (void)prepare({path, "damp \U0001FAE0\u202Egnp.exe", ""}, sheet(), Typesetter::standard(), output);
    const Verdict verdict = checkPdf(output, "drawn");
    EXPECT_TRUE(verdict.passed()) << verdict.findings.front().rule << verdict.findings.front().message;
}

TEST(Exhibit, GivesTheSamePageForTheSamePicture) {
    TestFolder folder;
    const std::string path = write(folder.path("a.png"), samplePng(40, 90, PngLook::Colour));
    const auto bytes = [&folder, &path](const char* name) {
        (void)prepare({path, "screen.png", ""}, sheet(), Typesetter::standard(), folder.path(name));
        std::ostringstream text;
        text << std::ifstream(folder.path(name), std::ios::binary).rdbuf();
        return text.str();
    };
    EXPECT_EQ(bytes("one.pdf"), bytes("two.pdf"));
}

TEST(Facts, AreARecordOfPlainValues) {
    TestFolder folder;
    const Facts facts = inspect({write(folder.path("a.jpg"), sampleJpeg(640, 480, 6)), "a.jpg", ""});
    const Value value = toValue(facts);
    EXPECT_EQ(value.textOr("kind", ""), "jpeg");
    EXPECT_EQ(*value.find("width_pixels")->integer(), 480);
    EXPECT_EQ(value.textOr("sha256", "").size(), 64U);
}

}  // namespace
}  // namespace engross
