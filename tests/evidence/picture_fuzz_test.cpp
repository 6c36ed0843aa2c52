#include "evidence/jpeg.h"
#include "evidence/loaded_library.h"
#include "evidence/picture.h"
#include "evidence/png_reader.h"
#include "evidence/sample_pictures.h"
#include "evidence/scanned_pictures.h"
#include "store/corpus.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

namespace engross {
namespace {

constexpr std::uintmax_t largestSeed = 150'000;  // bytes: small files are damaged where it matters more often
// A picture of a fuzzed header may claim any size: what is decoded stays below this.
constexpr PictureLimits limits{.bytes = 1U << 20U, .pixels = 4'000'000, .passedPixels = 4'000'000, .side = 65'000};

/// A few hundred in every build; ENGROSS_SOAK says how many of each file are tried in a long run.
std::size_t rounds(std::size_t usual) {
    const char* soak = std::getenv("ENGROSS_SOAK");
    const long wanted = soak == nullptr ? 0 : std::atol(soak);
    return wanted > 0 ? static_cast<std::size_t>(wanted) : usual;
}

std::vector<std::string> seeds(const std::vector<std::string>& extensions, std::uintmax_t largest = largestSeed) {
    std::vector<std::string> files;
    for (const char* folder : {"images", "hostile"}) {
        for (const std::string& path : corpusFiles(folder, extensions)) {
            if (std::filesystem::file_size(path) < largest) {
                std::ifstream file(path, std::ios::binary);
                files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
            }
        }
    }
    return files;
}

/// Flips a byte, sets an extreme, cuts a piece out, doubles one or breaks the file off. Mostly near its beginning,
/// where the sizes stand.
void damage(std::string& bytes, std::mt19937& random) {
    if (bytes.empty()) {
        return;
    }
    const std::size_t reach = random() % 2 == 0 ? std::min<std::size_t>(bytes.size(), 200) : bytes.size();
    const std::size_t place = random() % reach;
    const std::size_t length = std::min<std::size_t>(bytes.size() - place, 1 + random() % 30);
    switch (random() % 6) {
        case 0:
        case 1:
            bytes[place] = static_cast<char>(random());
            break;
        case 2:
            std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(place), std::min<std::size_t>(length, 4),
                        random() % 2 == 0 ? '\xFF' : '\0');
            break;
        case 3:
            bytes.erase(place, length);
            break;
        case 4:
            bytes.insert(place, bytes.substr(random() % bytes.size(), length));
            break;
        default:
            bytes.resize(place);
            break;
    }
}

/// The samples that a picture claims are the samples that it has.
bool isSound(const Picture& picture) {
    if (!picture.bytes || picture.widthPixels <= 0 || picture.heightPixels <= 0 || picture.orientation < 1 ||
        picture.orientation > 8) {
        return false;
    }
    const auto pixels =
        static_cast<std::uint64_t>(picture.widthPixels) * static_cast<std::uint64_t>(picture.heightPixels);
    if (pixels > limits.pixels) {
        return false;
    }
    if (picture.coding == Picture::Coding::Jpeg) {
        return picture.bytes->starts_with("\xFF\xD8") && picture.bytes->ends_with("\xFF\xD9");
    }
    return picture.bytes->size() == pixels * (picture.coding == Picture::Coding::Rgb8 ? 3 : 1);
}

constexpr long mostMegabytes = 400;

struct Tally {
    std::size_t read = 0;
    std::size_t refused = 0;
};

/// Megabytes that the process has ever held.
long peak() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss / 1024;
}

/// `read` answers the pages of a file.
template <typename Read>
Tally triedPages(const std::vector<std::string>& files, std::size_t usual, const Read& read) {
    std::mt19937 random(20261122);
    Tally tally;
    [[maybe_unused]] const long before = peak();
    for (const std::string& seed : files) {
        for (std::size_t round = rounds(usual); round > 0; --round) {
            std::string bytes = seed;
            for (std::size_t times = 1 + random() % 3; times > 0; --times) {
                damage(bytes, random);
            }
            try {
                for (const Picture& picture : read(bytes)) {
                    EXPECT_TRUE(isSound(picture)) << "round " << round << ", " << bytes.size() << " bytes";
                }
                ++tally.read;
            } catch (const EvidenceError& fault) {
                EXPECT_TRUE(fault.code() == "evidence-damaged" || fault.code() == "evidence-too-large" ||
                            fault.code() == "evidence-unsupported" || fault.code() == "evidence-empty")
                    << fault.code();
                ++tally.refused;
            }
        }
    }
    // Samples of four million pixels, twice; never what a header claims. A sanitizer holds freed memory back.
#ifndef __SANITIZE_ADDRESS__
    EXPECT_LT(peak() - before, mostMegabytes);
#endif
    return tally;
}

template <typename Read>
Tally tried(const std::vector<std::string>& files, const Read& read) {
    return triedPages(files, 120, [&read](const std::string& bytes) { return std::vector<Picture>{read(bytes)}; });
}

/// A WebP of one colour, without loss, as the library itself writes it; nothing where it is not installed.
std::vector<std::string> sampleWebP(int width, int height) {
    const LoadedLibrary library("libwebp.so.7");
    if (!library.isThere()) {
        return {};
    }
    using Encode = std::size_t(const std::uint8_t*, int, int, int, std::uint8_t**);
    const std::string pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, '\x80');
    std::uint8_t* bytes = nullptr;
    const std::size_t length = library.function<Encode>("WebPEncodeLosslessRGBA")(
        reinterpret_cast<const std::uint8_t*>(pixels.data()), width, height, width * 4, &bytes);
    std::string file(reinterpret_cast<const char*>(bytes), length);
    library.function<void(void*)>("WebPFree")(bytes);
    return {file};
}

TEST(PictureFuzz, AnswersEveryDamagedJpegWithAPictureOrItsFault) {
    std::vector<std::string> files = seeds({".jpg", ".jpeg"});
    files.push_back(sampleJpeg(40, 30, 6));
    files.push_back(sampleJpeg(40, 30, 1, 1));
    const Tally tally = tried(files, [](const std::string& bytes) { return readJpeg(bytes, "AB/1", limits); });
    EXPECT_GT(tally.read, 0U);
    EXPECT_GT(tally.refused, 0U);
}

TEST(PictureFuzz, AnswersEveryDamagedPngWithAPictureOrItsFault) {
    std::vector<std::string> files = seeds({".png"});
    for (const PngLook look : {PngLook::Grey, PngLook::Colour, PngLook::SeeThrough, PngLook::Palette, PngLook::Deep}) {
        files.push_back(samplePng(20, 10, look));
    }
    const Tally tally = tried(files, [](const std::string& bytes) { return readPng(bytes, "AB/1", limits); });
    EXPECT_GT(tally.read, 0U);
    EXPECT_GT(tally.refused, 0U);
}

TEST(PictureFuzz, AnswersEveryDamagedTiffWithItsPagesOrItsFault) {
    if (!LoadedLibrary("libtiff.so.6").isThere()) {
        GTEST_SKIP() << "libtiff is not installed";
    }
    std::vector<std::string> files = seeds({".tif", ".tiff"}, 250'000);
    files.push_back(greyTiff({1}));
    files.push_back(greyTiff({1, 6, 3}, 40));
    const Tally tally = triedPages(files, 60, [](const std::string& bytes) { return readTiff(bytes, "AB/1", limits); });
    EXPECT_GT(tally.read, 0U);
    EXPECT_GT(tally.refused, 0U);
}

TEST(PictureFuzz, AnswersEveryDamagedWebPWithAPictureOrItsFault) {
    std::vector<std::string> files = sampleWebP(20, 10);
    if (files.empty()) {
        GTEST_SKIP() << "libwebp is not installed";
    }
    std::ranges::move(seeds({".webp"}), std::back_inserter(files));
    const Tally tally = tried(files, [](const std::string& bytes) { return readWebP(bytes, "AB/1", limits); });
    EXPECT_GT(tally.read, 0U);
    EXPECT_GT(tally.refused, 0U);
}

TEST(PictureFuzz, AnswersEveryDamagedHeicWithAPictureOrItsFault) {
    if (!LoadedLibrary("libheif.so.1").isThere()) {
        GTEST_SKIP() << "libheif is not installed";
    }
    const std::vector<std::string> files = seeds({".heic", ".avif"});
    if (files.empty()) {
        GTEST_SKIP() << "the corpus is not there";
    }
    const Tally tally = triedPages(
        files, 60, [](const std::string& bytes) { return std::vector<Picture>{readHeif(bytes, "AB/1", limits)}; });
    EXPECT_GT(tally.read + tally.refused, 0U);
    EXPECT_GT(tally.refused, 0U);
}

/// Only the header of the file is read: nothing of the size that it claims is asked of the machine.
TEST(PictureFuzz, RefusesATinyFileThatClaimsAGiantPictureByItsHeader) {
    std::string png = samplePng(20, 10, PngLook::Colour);
    constexpr std::size_t widthAt = 16;
    png.replace(widthAt, 8, std::string("\0\0\x75\x30\0\0\x75\x30", 8));  // 30,000 by 30,000
    try {
        (void)readPng(png, "AB/1");
        FAIL() << "taken";
    } catch (const EvidenceError& fault) {
        EXPECT_TRUE(fault.code() == "evidence-too-large" || fault.code() == "evidence-damaged") << fault.code();
    }
    EXPECT_THROW((void)readJpeg(sampleJpeg(30'000, 30'000, 1), "AB/1"), EvidenceError);
    EXPECT_EQ(readJpeg(sampleJpeg(9'933, 14'043, 1), "AB/1").heightPixels, 14'043);  // A0 at 300 dots an inch
}

}  // namespace
}  // namespace engross
