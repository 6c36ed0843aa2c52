#include "evidence/exif.h"
#include "evidence/jpeg.h"
#include "evidence/png_reader.h"
#include "evidence/sample_pictures.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

template <typename Read>
std::string codeOf(Read read, const std::string& bytes, const PictureLimits& limits = {}) {
    try {
        (void)read(bytes, "AB/3", limits);
        return "none";
    } catch (const EvidenceError& fault) {
        EXPECT_EQ(fault.subject(), "AB/3");
        return fault.code();
    }
}

TEST(Jpeg, TellsItsSizeTurnAndColours) {
    const Picture picture = readJpeg(sampleJpeg(640, 480, 6), "AB/3");
    EXPECT_EQ(picture.widthPixels, 640);
    EXPECT_EQ(picture.heightPixels, 480);
    EXPECT_EQ(picture.orientation, 6);
    EXPECT_EQ(picture.components, 3);
    EXPECT_EQ(readJpeg(sampleJpeg(9, 9, 1, 4), "AB/3").components, 4);
}

TEST(Jpeg, LosesWhatTheCameraNotedAndNotOneByteOfItsScan) {
    const std::string whole = sampleJpeg(640, 480, 1);
    const std::string kept = *readJpeg(whole, "AB/3").bytes;
    for (const char* word : {"Bob", "secret", "Exif", "Photoshop", "trailing"}) {
        EXPECT_EQ(kept.find(word), std::string::npos) << word;
    }
    const std::size_t scan = whole.find("scan");
    const std::size_t end = whole.find("more") + 6;
    EXPECT_NE(kept.find(whole.substr(scan, end - scan)), std::string::npos);
    EXPECT_NE(kept.find("JFIF"), std::string::npos);
    EXPECT_EQ(kept.substr(kept.size() - 2), "\xFF\xD9");
}

TEST(Jpeg, IsRefusedWhereverItIsCut) {
    const std::string whole = sampleJpeg(640, 480, 1);
    const std::size_t end = whole.find("more") + 6;
    for (std::size_t length = 0; length < end; ++length) {
        EXPECT_EQ(codeOf(readJpeg, whole.substr(0, length)), "evidence-damaged") << length;
    }
    EXPECT_EQ(codeOf(readJpeg, whole.substr(0, end)), "none");
}

TEST(Jpeg, IsRefusedWhereItDoesNotBeginAsOne) {
    std::string bytes = sampleJpeg(640, 480, 1);
    bytes[1] = '\x01';  // a marker that stands alone, too
    EXPECT_EQ(codeOf(readJpeg, bytes), "evidence-damaged");
}

TEST(Jpeg, SurvivesEveryByteBeingWrong) {
    const std::string whole = sampleJpeg(640, 480, 1);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        for (const int wrong : {0x00, 0x7F, 0xFF}) {
            std::string bytes = whole;
            bytes[i] = static_cast<char>(wrong);
            (void)codeOf(readJpeg, bytes);
        }
    }
}

TEST(Jpeg, StopsAtTheLimits) {
    PictureLimits limits;
    limits.passedPixels = 640 * 479;
    EXPECT_EQ(codeOf(readJpeg, sampleJpeg(640, 480, 1), limits), "evidence-too-large");
    limits = {};
    limits.bytes = 10;
    EXPECT_EQ(codeOf(readJpeg, sampleJpeg(640, 480, 1), limits), "evidence-too-large");
}

TEST(Exif, IsUprightWhereItSaysNothingOfUse) {
    EXPECT_EQ(orientationFrom(""), 1);
    EXPECT_EQ(orientationFrom("II"), 1);
    EXPECT_EQ(orientationFrom(std::string_view("MM\0*\xFF\xFF\xFF\xFF", 8)), 1);
    EXPECT_EQ(orientationFrom(std::string_view("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0", 22)), 8);
    EXPECT_EQ(orientationFrom(std::string_view("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x09\0\0\0", 22)), 1);
}

TEST(Png, BecomesGreyOrColourSamples) {
    const Picture grey = readPng(samplePng(3, 2, PngLook::Grey), "AB/3");
    EXPECT_EQ(grey.coding, Picture::Coding::Grey8);
    EXPECT_EQ(*grey.bytes, std::string(6, '\x80'));
    const Picture colour = readPng(samplePng(2, 1, PngLook::Colour), "AB/3");
    EXPECT_EQ(colour.coding, Picture::Coding::Rgb8);
    EXPECT_EQ(*colour.bytes, std::string("\xFF\0\0\xFF\0\0", 6));
    EXPECT_EQ(*readPng(samplePng(1, 1, PngLook::Palette), "AB/3").bytes, std::string("\xFF\0\0", 3));
}

TEST(Png, StandsOnWhiteWhereItIsSeeThrough) {
    const std::string pixel = *readPng(samplePng(1, 1, PngLook::SeeThrough), "AB/3").bytes;
    EXPECT_EQ(pixel, "\xFF\x7F\x7F");
    EXPECT_EQ(*readPng(samplePng(1, 1, PngLook::Deep), "AB/3").bytes, "\xFF");
}

TEST(Png, IsRefusedWhereverItIsCut) {
    const std::string whole = samplePng(8, 8, PngLook::Colour);
    for (std::size_t length = 0; length + 12 < whole.size(); ++length) {
        EXPECT_EQ(codeOf(readPng, whole.substr(0, length)), "evidence-damaged") << length;
    }
}

TEST(Png, SurvivesEveryByteBeingWrong) {
    const std::string whole = samplePng(8, 8, PngLook::Palette);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string bytes = whole;
        bytes[i] = static_cast<char>(bytes[i] ^ 0x55);
        (void)codeOf(readPng, bytes);
    }
}

TEST(Png, StopsAtThePixelsItAnnounces) {
    std::string bomb = samplePng(1, 1, PngLook::Grey);
    bomb.replace(16, 8, std::string("\0\0\xF0\0\0\0\xF0\0", 8));
    EXPECT_EQ(codeOf(readPng, bomb), "evidence-too-large");
}

}  // namespace
}  // namespace engross
