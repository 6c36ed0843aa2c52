// What a page shows in the bundle is what it shows in its source: pictures of both, but for the corner of the number.
#include "pdf/drawn_page.h"
#include "pdf/joined.h"
#include "pdf/pdf_error.h"
#include "pdf/raw_pdf.h"
#include "store/corpus.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>

namespace engross {
namespace {

constexpr int dotsPerInch = 50;
constexpr std::size_t smallSide = 105 * dotsPerInch * 10 / 254;  // of A6
constexpr int farOff = 40;          // of 255: edges are smoothed otherwise where a page is wrapped
constexpr std::size_t fewDots = 3;  // of such edges

/// Dots outside the bottom right corner that are not alike; nothing where the pages have another size, but for a small
/// page, which grew by a strip for its number.
std::optional<std::size_t> unlike(const DrawnPage& source, const DrawnPage& page) {
    const bool small = std::min(source.width, source.height) < smallSide;
    const bool same = source.width == page.width && source.height == page.height;
    if (!same && !(small && source.width <= page.width && source.height <= page.height)) {
        return std::nullopt;
    }
    std::size_t found = 0;
    for (std::size_t y = 0; y < source.height; ++y) {
        for (std::size_t x = 0; x < source.width; ++x) {
            const bool corner = !small && y * 10 > source.height * 9 && x * 10 > source.width * 7;
            const int one = static_cast<unsigned char>(source.dots[y * source.width + x]);
            const int other = static_cast<unsigned char>(page.dots[y * page.width + x]);
            found += !corner && std::abs(one - other) > farOff ? 1U : 0U;
        }
    }
    return found;
}

std::optional<std::vector<DrawnPage>> drawn(const std::string& path, PageRange range = {}) {
    try {
        return drawPages(path, dotsPerInch, range);
    } catch (const PdfError&) {
        return std::nullopt;
    }
}

void expectTheLookOfItsSource(const std::vector<DrawnPage>& before, const std::vector<DrawnPage>& after) {
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t page = 0; page < before.size(); ++page) {
        SCOPED_TRACE("page " + std::to_string(page + 1));
        const auto found = unlike(before[page], after[page]);
        ASSERT_TRUE(found) << "another size";
        EXPECT_LE(*found, fewDots);
    }
}

struct OddPage {
    const char* name;
    const char* entries;
    const char* content;
    const char* meant = nullptr;  // what readers take the content for, where poppler does not
};

constexpr const char* blend =
    "/Resources << /ExtGState << /G << /ca 0.5 /BM /Multiply >> >> >> /Group << /S /Transparency /CS /DeviceCMYK /I "
    "true /K true >>";
constexpr const char* overlaps =
    "/P << /MCID 0 >> BDC 1 1 0 rg 100 100 300 300 re f /G gs 0 0 1 rg 200 200 300 300 re f 0 1 1 0 k 300 300 200 300 "
    "re f EMC";

const std::vector<OddPage>& oddPages() {
    static const std::vector<OddPage> pages{
        {"a Q without q behind another scale and colour", "", "0.5 0 0 0.5 100 100 cm 1 0 0 rg Q 100 300 200 150 re f",
         "0.5 0 0 0.5 100 100 cm 1 0 0 rg 100 300 200 150 re f"},
        {"two of them between others", "",
         "q Q Q 0.5 0 0 0.5 100 100 cm 1 0 0 rg Q Q 100 300 200 150 re f q 2 0 0 2 0 0 cm",
         "0.5 0 0 0.5 100 100 cm 1 0 0 rg 100 300 200 150 re f"},
        {"states that are left open", "", "q 2 0 0 2 0 0 cm q 0 1 0 rg 10 10 90 90 re f"},
        {"a knockout group around marked content", blend, overlaps},
        {"a clip that is left open", "", "q 100 100 200 200 re W n 0 0 500 500 re f"},
        {"content that breaks off", "", "1 0 0 rg 100 100 200 200 re f (and so"},
        {"marked content of a structure tree", "", "/P << /MCID 4 >> BDC 0 0 1 rg 50 50 99 99 re f EMC"},
        {"turned and cropped", "/CropBox [100 200 500 700] /Rotate 90", "0.2 0.6 0.2 rg 90 190 200 300 re f"},
    };
    return pages;
}

TEST(SourceLook, IsKeptByOddPages) {
    TestFolder folder;
    for (const OddPage& odd : oddPages()) {
        SCOPED_TRACE(odd.name);
        RawPdf source;
        source.addPage(odd.entries, odd.content);
        const std::string path = source.writeTo(folder.path("odd.pdf"));
        RawPdf asMeant;
        asMeant.addPage(odd.entries, odd.meant != nullptr ? odd.meant : odd.content);
        const auto before = drawn(asMeant.writeTo(folder.path("meant.pdf")));
        if (!before) {
            GTEST_SKIP() << "pdftoppm is not installed";
        }
        const Joined joined({path});
        const auto after = drawn(joined.path());
        ASSERT_TRUE(after);
        expectTheLookOfItsSource(*before, *after);
    }
}

TEST(SourceLook, TellsPagesApartThatAreNotAlike) {
    TestFolder folder;
    RawPdf red;
    red.addPage("", "1 0 0 rg 100 300 200 150 re f");
    RawPdf small;
    small.addPage("", "1 0 0 rg 100 300 199 146 re f");
    const auto one = drawn(red.writeTo(folder.path("red.pdf")));
    const auto other = drawn(small.writeTo(folder.path("small.pdf")));
    if (!one || !other) {
        GTEST_SKIP() << "pdftoppm is not installed";
    }
    EXPECT_EQ(unlike(one->at(0), one->at(0)), 0U);
    EXPECT_GT(unlike(one->at(0), other->at(0)).value(), fewDots);
}

/// Whether something that the page showed was left behind, and told: an icon that a reader draws itself, say.
bool tellsOfLessShown(const LinkReport& report) {
    return std::any_of(report.losses.begin(), report.losses.end(), [](const LinkLoss& loss) {
        return loss.kind == "annotation" || loss.kind == "attachment" || loss.kind.rfind("form", 0) == 0;
    });
}

/// Looks at the first page of every `step`th file.
std::size_t countUnlike(const std::vector<std::string>& files, std::size_t step, std::vector<std::string>& names) {
    std::size_t looked = 0;
    for (std::size_t file = 0; file < files.size(); file += step) {
        const auto before = drawn(files[file], {1, 1});
        std::optional<std::vector<DrawnPage>> after;
        bool tells = false;
        try {
            const Joined joined({files[file]});
            after = drawn(joined.path(), {1, 1});
            tells = tellsOfLessShown(joined.report);
        } catch (const PdfError&) {
            continue;  // one that opens with a password
        }
        if (!before || !after || before->empty() || after->empty()) {
            continue;
        }
        ++looked;
        const auto found = unlike(before->at(0), after->at(0));
        if (!found || (*found > fewDots && !tells)) {
            names.push_back(std::filesystem::path(files[file]).filename().string() + ": " +
                            (found ? std::to_string(*found) : "another size"));
        }
    }
    return looked;
}

TEST(SourceLook, IsKeptByRealPages) {
    const std::vector<std::string> files = corpusFiles("good", {".pdf"});
    if (files.empty()) {
        GTEST_SKIP() << "the corpus is not here; set ENGROSS_CORPUS";
    }
    const bool whole = std::getenv("ENGROSS_SOAK") != nullptr;
    std::vector<std::string> names;
    const std::size_t looked = countUnlike(files, whole ? 1 : 4, names);
    if (looked == 0) {
        GTEST_SKIP() << "pdftoppm is not installed";
    }
    EXPECT_EQ(names, std::vector<std::string>());
}

}  // namespace
}  // namespace engross
