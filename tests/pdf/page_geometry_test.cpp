#include "pdf/page_geometry.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

PageGeometry turned(int rotation) {
    return {.left = 10, .bottom = 20, .right = 110, .top = 220, .rotation = rotation, .userUnit = 2};
}

TEST(PageGeometry, GivesThePageAsShownInPoints) {
    EXPECT_DOUBLE_EQ(turned(0).width(), 200);
    EXPECT_DOUBLE_EQ(turned(0).height(), 400);
    EXPECT_DOUBLE_EQ(turned(270).width(), 400);
    EXPECT_DOUBLE_EQ(turned(270).height(), 200);
}

TEST(PageGeometry, TakesAPointToThePageAndBack) {
    for (const int rotation : {0, 90, 180, 270}) {
        const PageGeometry page = turned(rotation);
        const auto matrix = page.uprightAt(30, 50);
        const auto view = page.toView({matrix[4], matrix[5], matrix[4], matrix[5]});
        EXPECT_NEAR(view[0], 30, 1e-9) << rotation;
        EXPECT_NEAR(view[1], 50, 1e-9) << rotation;
    }
}

TEST(PageGeometry, KnowsTheCornerThatIsShownTopLeft) {
    EXPECT_EQ(turned(0).shownTopLeft(), (std::array<double, 2>{10, 220}));
    EXPECT_EQ(turned(90).shownTopLeft(), (std::array<double, 2>{10, 20}));
    EXPECT_EQ(turned(180).shownTopLeft(), (std::array<double, 2>{110, 20}));
    EXPECT_EQ(turned(270).shownTopLeft(), (std::array<double, 2>{110, 220}));
}

TEST(PdfNumber, HasNoExponentAndNoNeedlessNoughts) {
    EXPECT_EQ(pdfNumber(0.000001), "0");
    EXPECT_EQ(pdfNumber(-0.00001), "0");
    EXPECT_EQ(pdfNumber(12.5), "12.5");
    EXPECT_EQ(pdfNumber(100), "100");
    EXPECT_EQ(pdfNumber(1e15), "1000000000000000");
    EXPECT_EQ(pdfNumber(0.0000133333, 9), "0.000013333");
}

}  // namespace
}  // namespace engross
