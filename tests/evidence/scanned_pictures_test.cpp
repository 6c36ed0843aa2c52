#include "evidence/scanned_pictures.h"

#include "evidence/exhibit.h"
#include "evidence/jpeg.h"
#include "evidence/sample_pictures.h"
#include "pdf/reading.h"
#include "store/corpus.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace engross {
namespace {

bool isThere(const char* name, const std::string& bytes) {
    try {
        (void)readTiff(bytes, name);
        return true;
    } catch (const EvidenceError& fault) {
        return fault.code() != "evidence-unsupported";
    }
}

TEST(Tiff, GivesEveryPageAsItsSamplesAndTheTurnThatTheFileSays) {
    const std::string bytes = greyTiff({1, 6});
    if (!isThere("AB/3", bytes)) {
        GTEST_SKIP() << "libtiff is not installed";
    }
    const std::vector<Picture> pages = readTiff(bytes, "AB/3");
    ASSERT_EQ(pages.size(), 2U);
    for (const Picture& page : pages) {
        EXPECT_EQ(page.coding, Picture::Coding::Grey8);
        EXPECT_EQ(page.widthPixels, 3);
        EXPECT_EQ(page.heightPixels, 2);
        EXPECT_EQ(*page.bytes, "\x28\x50\x78\xA0\xC8\xF0");
    }
    EXPECT_EQ(pages.at(0).orientation, 1);
    EXPECT_EQ(pages.at(1).orientation, 6);
}

TEST(Tiff, IsAnsweredWhereverItIsCutAndAboveTheLimits) {
    const std::string bytes = greyTiff({1});
    if (!isThere("AB/3", bytes)) {
        GTEST_SKIP() << "libtiff is not installed";
    }
    const auto codeOf = [](const std::string& file, const PictureLimits& limits) -> std::string {
        try {
            (void)readTiff(file, "AB/3", limits);
            return "none";
        } catch (const EvidenceError& fault) {
            return fault.code();
        }
    };
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        EXPECT_EQ(codeOf(bytes.substr(0, length), {}), "evidence-damaged") << length;
    }
    EXPECT_EQ(codeOf(bytes, {}), "none");
    PictureLimits small;
    small.pixels = 5;
    EXPECT_EQ(codeOf(bytes, small), "evidence-too-large");
    EXPECT_EQ(codeOf(greyTiff({1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}), {.bytes = 10'000, .pixels = 6, .side = 9}),
              "evidence-too-large");
}

TEST(Tiff, BecomesOnePageForEachOfItsPages) {
    const std::string bytes = greyTiff({1, 1, 1});
    if (!isThere("AB/3", bytes)) {
        GTEST_SKIP() << "libtiff is not installed";
    }
    TestFolder folder;
    const std::string path = folder.path("scan.tif");
    std::ofstream(path, std::ios::binary) << bytes;
    PictureSheet sheet;
    sheet.title = "Tenancy agreement";
    sheet.metadata.title = sheet.title;
    sheet.metadata.language = "en-GB";
    const Prepared prepared = prepare({path, "scan.tif", ""}, sheet, Typesetter::standard(), folder.path("scan.pdf"));
    EXPECT_EQ(prepared.pages, 3U);
    EXPECT_EQ(prepared.facts.pages, 3U);
    EXPECT_EQ(readFinished(folder.path("scan.pdf"), "AB/3").pages.size(), 3U);
    EXPECT_EQ(inspect({path, "scan.tif", ""}).pages, 3U);
}

TEST(Jpeg, OfSeveralPicturesIsItsFirst) {
    const std::string first = sampleJpeg(640, 480, 1);
    const std::string whole = first + sampleJpeg(64, 48, 1);
    const Picture picture = readJpeg(whole, "AB/3");
    EXPECT_EQ(picture.widthPixels, 640);
    EXPECT_LE(picture.bytes->size(), first.size());
}

class CorpusPictures : public testing::TestWithParam<const char*> {};

TEST_P(CorpusPictures, BecomePages) {
    const std::string path = corpusFolder() + "/images/" + GetParam();
    if (!std::filesystem::exists(path)) {
        GTEST_SKIP() << "the corpus is not there";
    }
    try {
        const Facts facts = inspect({path, "AB/3", ""});
        EXPECT_GE(facts.pages, 1U);
        EXPECT_GT(facts.widthPixels, 0);
    } catch (const EvidenceError& fault) {
        ASSERT_EQ(fault.code(), "evidence-unsupported") << fault.what();
        GTEST_SKIP() << fault.what();
    }
}

INSTANTIATE_TEST_SUITE_P(OfEveryKind, CorpusPictures,
                         testing::Values("pdfbox__ccittg3.tif", "pdfbox__ccittg4.tif", "pillow__g4_orientation_3.tif",
                                         "pypdfsamples__smile-pack-bits.tiff", "tika__testtiff_multipage.tif",
                                         "pillow__flower.webp", "tika__testheif.heic",
                                         "pillow__xmp_tags_orientation.avif"));

}  // namespace
}  // namespace engross
