// What is read of a large file is given back as the reading goes on: no reader holds more of it than a small file has.
#include "pdf/child.h"
#include "pdf/file_strings.h"
#include "pdf/fingerprint.h"
#include "pdf/gate.h"
#include "pdf/mapped_input.h"
#include "pdf/page_drawing.h"
#include "pdf/raw_pdf.h"
#include "pdf/reading.h"
#include "pdf/repeated_streams.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <filesystem>
#include <functional>
#include <random>

namespace engross {
namespace {

constexpr std::size_t photographs = 64;
constexpr std::size_t photographBytes = std::size_t{3} << 20U;
constexpr std::size_t mostMegabytes = 64;

/// Pages with a picture each, whose bytes are not like any other's.
std::string writePhotographs(const std::string& path) {
    RawPdf pdf;
    std::mt19937_64 random(20261123);
    for (std::size_t i = 0; i < photographs; ++i) {
        std::string bytes(photographBytes, '\0');
        for (std::size_t at = 0; at < bytes.size(); at += 64) {
            const std::uint64_t some = random();
            bytes.replace(at, sizeof some, reinterpret_cast<const char*>(&some), sizeof some);
        }
        const std::size_t picture =
            pdf.addStream(bytes,
                          "/Type /XObject /Subtype /Image /Width 1024 /Height 1024 /BitsPerComponent 8 "
                          "/ColorSpace /DeviceRGB");
        const std::size_t content = pdf.addStream("q 500 0 0 500 40 200 cm /Im Do Q");
        pdf.countPage(pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                              std::to_string(content) + " 0 R /Resources << /XObject << /Im " +
                              std::to_string(picture) + " 0 R >> >> >>"));
    }
    return pdf.writeTo(path);
}

std::size_t peakMegabytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) / 1024;
}

struct Reading {
    const char* name;
    std::function<std::size_t(const std::string& path)> pages;
};

std::vector<Reading> readings() {
    return {{"structure", [](const std::string& path) { return readFinished(path, "bundle").pages.size(); }},
            {"fingerprint", [](const std::string& path) { return fingerprintOf(path, "bundle").pages.size(); }},
            {"drawings", [](const std::string& path) { return drawingsOf(path, "bundle").size(); }},
            {"repeated streams", [](const std::string& path) { return photographs + repeatedBytes(path, "bundle"); }},
            {"strings",
             [](const std::string& path) { return stringsIn(path, "bundle").empty() ? photographs : std::size_t{0}; }},
            {"gate", [](const std::string& path) { return checkPdf(path, "pdf-a").pages; }}};
}

TEST(ReadingMemory, IsThatOfASmallFileHoweverLargeTheFileIs) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "a sanitizer keeps what was given back";
#endif
    const TestFolder folder;
    const std::string path = folder.path("photographs.pdf");
    ASSERT_EQ(inChild([&path] { return writePhotographs(path); }, 2048).said, path);
    ASSERT_GT(std::filesystem::file_size(path), photographs * photographBytes);
    for (const Reading& reading : readings()) {
        const ChildResult result = inChild([&] {
            const std::size_t before = peakMegabytes();
            const std::size_t pages = reading.pages(path);
            const std::size_t grown = peakMegabytes() - before;
            return pages != photographs     ? std::to_string(pages) + " pages"
                   : grown <= mostMegabytes ? std::string("little")
                                            : std::to_string(grown) + " MB";
        });
        EXPECT_EQ(result.said, "little") << reading.name;
    }
}

class EveryByte : public ::testing::Test {
protected:
    [[nodiscard]] static std::string madeBytes(std::size_t size) {
        std::string bytes(size, '\0');
        std::mt19937 random(7);
        for (char& byte : bytes) {
            byte = static_cast<char>(random() % 96 + 32);
        }
        for (std::size_t at = 5; at + 2 < size; at += random() % 200'000 + 1) {
            bytes.replace(at, 2, random() % 2 == 0 ? "\r\n" : "\n\n");
        }
        return bytes;
    }

    TestFolder folder_;
    std::string bytes_ = madeBytes(2 * HeldMemory::most + 4321);
    MappedInput input_{SourceBytes::map(writeBytes(folder_.path("bytes"), bytes_), "bytes", {}), "bytes"};
};

TEST_F(EveryByte, IsTheSameWhenItIsReadAgainAfterItsMemoryWasGivenBack) {
    std::mt19937_64 random(11);
    std::string piece;
    for (int i = 0; i < 4000; ++i) {
        const std::size_t at = random() % (bytes_.size() + 100);
        piece.assign(random() % 100'000, '\0');
        input_.seek(static_cast<qpdf_offset_t>(at), SEEK_SET);
        const std::size_t taken = input_.read(piece.data(), piece.size());
        const std::size_t left = bytes_.size() - std::min(at, bytes_.size());
        ASSERT_EQ(taken, std::min(piece.size(), left));
        ASSERT_EQ(bytes_.compare(std::min(at, bytes_.size()), taken, piece, 0, taken), 0) << at;
        ASSERT_EQ(input_.tell(), static_cast<qpdf_offset_t>(at + taken));
    }
}

TEST_F(EveryByte, BelongsToOneLine) {
    for (std::size_t begin = 0; begin < bytes_.size();) {
        const std::size_t end = std::min(bytes_.find_first_of("\r\n", begin), bytes_.size());
        const std::size_t next = std::min(bytes_.find_first_not_of("\r\n", end), bytes_.size());
        ASSERT_EQ(input_.findAndSkipNextEOL(), static_cast<qpdf_offset_t>(end));
        ASSERT_EQ(input_.tell(), static_cast<qpdf_offset_t>(next));
        begin = next;
    }
    ASSERT_EQ(input_.findAndSkipNextEOL(), static_cast<qpdf_offset_t>(bytes_.size()));
}

TEST_F(EveryByte, HasAPlaceFromBothEnds) {
    input_.seek(-3, SEEK_END);
    EXPECT_EQ(input_.tell(), static_cast<qpdf_offset_t>(bytes_.size() - 3));
    input_.seek(1, SEEK_CUR);
    input_.unreadCh('x');
    EXPECT_EQ(input_.tell(), static_cast<qpdf_offset_t>(bytes_.size() - 3));
    EXPECT_THROW(input_.seek(-1, SEEK_SET), std::runtime_error);
    input_.rewind();
    EXPECT_EQ(input_.tell(), 0);
    input_.unreadCh('x');
    EXPECT_EQ(input_.tell(), 0);
}

}  // namespace
}  // namespace engross
