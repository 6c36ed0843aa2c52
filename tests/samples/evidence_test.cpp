#include "photographs.h"
#include "picture_files.h"
#include "scan.h"
#include "typeset.h"

#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace engross::samples {
namespace {

Raster small(const Raster& raster) {
    Raster out(raster.width / 8, raster.height / 8);
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x) {
            out.set(x, y, raster.at(x * 8, y * 8));
        }
    }
    return out;
}

std::string drawn(const std::string& name) {
    const std::string markdown = contents(std::string(ENGROSS_SOURCE_DIR) + "/samples/papers/" + name + ".md");
    return Press().pdf(name == "d6-readings" ? sidewaysPaper(markdown, name) : paper(markdown, name));
}

QPDFPageObjectHelper onlyPage(QPDF& document) {
    const auto pages = QPDFPageDocumentHelper(document).getAllPages();
    EXPECT_EQ(pages.size(), 1U);
    return pages.front();
}

TEST(SampleEvidence, IsTheSameBytesEachTime) {
    const Exif exif{.takenAt = "2026:11:12 10:14:22", .orientation = 1};
    EXPECT_EQ(jpegWithExif(small(dampWall()), exif, 86), jpegWithExif(small(dampWall()), exif, 86));
    EXPECT_EQ(drawn("c3-proof-of-service"), drawn("c3-proof-of-service"));
    EXPECT_EQ(locked(drawn("e5-survey"), "sample"), locked(drawn("e5-survey"), "sample"));
}

TEST(SampleEvidence, ThePhotographOfTheStairsIsStoredOnItsSideAndSaysSo) {
    const Raster upright = small(brokenNosing());
    ASSERT_GT(upright.height, upright.width);
    const Raster stored = upright.turnedAnticlockwise();
    EXPECT_EQ(stored.width, upright.height);
    EXPECT_EQ(stored.at(0, stored.height - 1).red, upright.at(0, 0).red);
    const std::string file = jpegWithExif(stored, {.takenAt = "2026:11:12 11:12:05", .orientation = 6}, 86);
    // Tag 0x0112, type SHORT, one value: 6 (TIFF 6.0, little-endian).
    EXPECT_NE(file.find(std::string("\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00", 10)), std::string::npos);
    EXPECT_NE(file.find("2026:11:12 11:12:05"), std::string::npos);
}

TEST(SampleEvidence, AScanIsAPictureWithoutText) {
    const std::string pdf = pictureOnlyPdf({scanned(Raster(124, 175), 0.7, 81)}, 15);
    QPDF document;
    document.processMemoryFile("scan", pdf.data(), pdf.size());
    auto page = onlyPage(document);
    EXPECT_EQ(page.getImages().size(), 1U);
    EXPECT_FALSE(page.getObjectHandle().getKey("/Resources").hasKey("/Font"));
    EXPECT_FALSE(document.anyWarnings());
}

TEST(SampleEvidence, TheScheduleIsPortraitInTheFileAndLandscapeOnTheScreen) {
    const std::string pdf = storedSideways(drawn("d6-readings"));
    QPDF document;
    document.processMemoryFile("schedule", pdf.data(), pdf.size());
    auto page = onlyPage(document);
    const auto box = page.getMediaBox().getArrayAsRectangle();
    EXPECT_GT(box.ury, box.urx);
    EXPECT_EQ(page.getObjectHandle().getKey("/Rotate").getIntValue(), 90);
}

TEST(SampleEvidence, TheLockedSurveyOpensWithItsPasswordOnly) {
    const std::string pdf = locked(drawn("e5-survey"), "sample");
    QPDF shut;
    EXPECT_THROW(shut.processMemoryFile("survey", pdf.data(), pdf.size()), QPDFExc);
    QPDF open;
    open.processMemoryFile("survey", pdf.data(), pdf.size(), "sample");
    EXPECT_EQ(QPDFPageDocumentHelper(open).getAllPages().size(), 1U);
}

}  // namespace
}  // namespace engross::samples
