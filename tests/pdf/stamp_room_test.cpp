// However small or odd a page is, its number covers nothing that it shows: pages without a margin grow by a strip.
#include "pdf/drawn_page.h"
#include "pdf/joined.h"
#include "pdf/label_stamp.h"
#include "pdf/pdf_error.h"
#include "pdf/raw_pdf.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <random>
#include <sstream>

namespace engross {
namespace {

constexpr double textWidth = 2.3;  // ems of a number of four digits
constexpr Points smallSide = mm(105) - 1;
constexpr double mostUnits = 14'400;

PageGeometry pageOf(double width, double height, int rotation, double userUnit) {
    return {
        .left = 30, .bottom = -40, .right = 30 + width, .top = height - 40, .rotation = rotation, .userUnit = userUnit};
}

/// The patch of a page's number in page space.
std::array<double, 4> patchOn(const PageGeometry& page) {
    const StampPlace place = placeStampOn(page, textWidth);
    const std::array<double, 6> matrix = withStampRoom(page).uprightAt(0, 0);
    const auto across = [&matrix](double x, double y) { return matrix[0] * x + matrix[2] * y + matrix[4]; };
    const auto up = [&matrix](double x, double y) { return matrix[1] * x + matrix[3] * y + matrix[5]; };
    const double right = place.left + place.width;
    const double top = place.bottom + place.height;
    return {std::min(across(place.left, place.bottom), across(right, top)),
            std::min(up(place.left, place.bottom), up(right, top)),
            std::max(across(place.left, place.bottom), across(right, top)),
            std::max(up(place.left, place.bottom), up(right, top))};
}

void expectRoomOn(const PageGeometry& page) {
    constexpr double slack = 1e-6;
    const PageGeometry room = withStampRoom(page);
    const std::array<double, 4> patch = patchOn(page);
    EXPECT_LE(room.left, page.left + slack);
    EXPECT_LE(room.bottom, page.bottom + slack);
    EXPECT_GE(room.right, page.right - slack);
    EXPECT_GE(room.top, page.top - slack);
    EXPECT_NEAR(room.shownTopLeft()[0], page.shownTopLeft()[0], slack);
    EXPECT_NEAR(room.shownTopLeft()[1], page.shownTopLeft()[1], slack);
    EXPECT_GE(patch[0], room.left - slack);
    EXPECT_GE(patch[1], room.bottom - slack);
    EXPECT_LE(patch[2], room.right + slack);
    EXPECT_LE(patch[3], room.top + slack);
    if (std::min(page.width(), page.height()) >= smallSide) {
        EXPECT_EQ(room, page);
        return;
    }
    const bool outside = patch[0] >= page.right - slack || patch[2] <= page.left + slack ||
                         patch[1] >= page.top - slack || patch[3] <= page.bottom + slack;
    EXPECT_TRUE(outside);
    EXPECT_LE(room.right - room.left, mostUnits);
    EXPECT_LE(room.top - room.bottom, mostUnits);
    EXPECT_GE(placeStampOn(page, textWidth).size, 7.9);
}

TEST(StampRoom, IsOutsideWhatASmallPageShowsHoweverItIsTurned) {
    const std::array<double, 10> sides{20, 36, 72, 144, 297, 400, 595, 842, 14'390, 14'400};
    for (const double width : sides) {
        for (const double height : sides) {
            for (const int rotation : {0, 90, 180, 270}) {
                for (const double userUnit : {0.5, 1.0, 2.0, 10.0}) {
                    SCOPED_TRACE(std::to_string(width) + " x " + std::to_string(height) + " turned " +
                                 std::to_string(rotation) + " in units of " + std::to_string(userUnit));
                    expectRoomOn(pageOf(width, height, rotation, userUnit));
                }
            }
        }
    }
}

TEST(StampRoom, IsOutsideWhatAnySmallPageShows) {
    std::mt19937 random(20261122);
    std::uniform_real_distribution<double> logarithm(std::log(20.0), std::log(14'400.0));
    for (int i = 0; i < 5000; ++i) {
        const double width = std::exp(logarithm(random));
        const double height = std::exp(logarithm(random));
        const int rotation = 90 * static_cast<int>(random() % 4);
        const double userUnit = 0.25 * static_cast<double>(random() % 40 + 1);
        SCOPED_TRACE(std::to_string(width) + " x " + std::to_string(height) + " turned " + std::to_string(rotation) +
                     " in units of " + std::to_string(userUnit));
        expectRoomOn(pageOf(width, height, rotation, userUnit));
    }
}

TEST(StampRoom, IsTheSameForEveryNumberSoThatRenumberingLeavesThePageAlone) {
    TestFolder folder;
    RawPdf source;
    source.addPage("/MediaBox [0 0 20 20]", "0 0 20 20 re f");
    LinkPlan plan = Joined::planOf({source.writeTo(folder.path("small.pdf"))});
    std::optional<ReadPage> first;
    for (const char* label : {"1", "9999", "A 12345"}) {
        plan.labels = {label};
        const Joined joined(plan);
        ReadPage page = joined.reading.pages.at(0);
        ASSERT_TRUE(page.stamp);
        EXPECT_EQ(page.stamp->text, label);
        EXPECT_TRUE(page.stamp->inCorner);
        first = first.value_or(page);
        EXPECT_EQ(page.width, first->width);
        EXPECT_EQ(page.height, first->height);
    }
}

struct SmallPage {
    const char* name;
    const char* entries;
};
const std::array<SmallPage, 7> smallPages{{
    {"twenty points", "/MediaBox [0 0 20 20]"},
    {"turned", "/MediaBox [0 0 60 90] /Rotate 90"},
    {"upside down", "/MediaBox [0 0 60 90] /Rotate 180"},
    {"turned back", "/MediaBox [0 0 60 90] /Rotate 270"},
    {"cropped", "/MediaBox [0 0 595 842] /CropBox [100 200 190 260]"},
    {"cropped and turned", "/MediaBox [0 0 595 842] /CropBox [100 200 190 260] /Rotate 270"},
    {"large units", "/MediaBox [0 0 40 30] /UserUnit 3"},
}};

/// A pattern whose every part differs, far beyond all edges.
std::string pattern() {
    std::ostringstream content;
    for (int x = -100; x < 700; x += 5) {
        for (int y = -100; y < 900; y += 5) {
            content << (((x * 7 + y * 13) / 5) % 9 + 9) % 9 * 0.1 << " g " << x << ' ' << y << " 5 5 re f\n";
        }
    }
    return content.str();
}

char dotAt(const DrawnPage& page, std::size_t x, std::size_t y) {
    return page.dots.at(y * page.width + x);
}

/// Dots of a page that differ from those of its source, and dots of its strip that are dark and no part of the number.
struct Difference {
    std::size_t covered = 0;
    std::size_t shownBeyond = 0;
};
Difference compare(const DrawnPage& source, const DrawnPage& page) {
    Difference found;
    // The last row and column of dots are shared with what stands next to them.
    for (std::size_t y = 0; y + 1 < source.height; ++y) {
        for (std::size_t x = 0; x + 1 < source.width; ++x) {
            found.covered += dotAt(source, x, y) != dotAt(page, x, y) ? 1U : 0U;
        }
    }
    // Left of the number, or right of what the page shows: there is nothing.
    for (std::size_t y = source.height + 1; y < page.height; ++y) {
        found.shownBeyond += static_cast<unsigned char>(dotAt(page, 2, y)) < 250 ? 1U : 0U;
    }
    for (std::size_t x = source.width + 1; x < page.width; ++x) {
        found.shownBeyond += static_cast<unsigned char>(dotAt(page, x, 2)) < 250 ? 1U : 0U;
    }
    return found;
}

TEST(StampRoom, LeavesEveryDotOfASmallPageAndShowsNothingThatWasCroppedAway) {
    TestFolder folder;
    RawPdf source;
    const std::string content = pattern();
    for (const SmallPage& page : smallPages) {
        source.addPage(page.entries, content);
    }
    const std::string path = source.writeTo(folder.path("small.pdf"));
    Joined joined({path});
    EXPECT_EQ(joined.complaints(), std::vector<std::string>());
    constexpr int dotsPerInch = 144;
    std::optional<std::vector<DrawnPage>> before;
    try {
        before = drawPages(path, dotsPerInch);
    } catch (const PdfError&) {
        GTEST_SKIP() << "pdftoppm is not installed";
    }
    const auto after = drawPages(joined.path(), dotsPerInch);
    ASSERT_TRUE(before && after);
    ASSERT_EQ(after->size(), smallPages.size());
    for (std::size_t i = 0; i < smallPages.size(); ++i) {
        SCOPED_TRACE(smallPages.at(i).name);
        ASSERT_GT(after->at(i).height, before->at(i).height + 8);
        const Difference found = compare(before->at(i), after->at(i));
        EXPECT_EQ(found.covered, 0U);
        EXPECT_EQ(found.shownBeyond, 0U);
    }
}

}  // namespace
}  // namespace engross
