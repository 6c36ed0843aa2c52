#include "pdf/drawn_page.h"

#include "pdf/pdf_error.h"
#include "pdf/raw_pdf.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <algorithm>

namespace engross {
namespace {

class DrawnPageTest : public testing::Test {
protected:
    TestFolder folder;
    std::string file;

    void SetUp() override {
        RawPdf pdf;
        pdf.addPage("/MediaBox [0 0 72 144]", "0 0 72 72 re f");
        pdf.addPage("/MediaBox [0 0 144 72]", "");
        file = pdf.writeTo(folder.path("two.pdf"));
        try {
            (void)drawPages(file, 10);
        } catch (const PdfError&) {
            GTEST_SKIP() << "pdftoppm is not installed";
        }
    }
};

TEST_F(DrawnPageTest, IsOneByteADotFromTheTop) {
    const auto pages = drawPages(file, 10);
    ASSERT_TRUE(pages);
    ASSERT_EQ(pages->size(), 2U);
    const DrawnPage& page = pages->front();
    ASSERT_EQ(page.width, 10U);
    ASSERT_EQ(page.height, 20U);
    ASSERT_EQ(page.dots.size(), 200U);
    EXPECT_EQ(std::count(page.dots.begin(), page.dots.begin() + 100, '\xFF'), 100);
    EXPECT_EQ(std::count(page.dots.begin() + 100, page.dots.end(), '\0'), 100);
    EXPECT_EQ(pages->back().width, 20U);
}

TEST_F(DrawnPageTest, MayBeOneOfSeveral) {
    const auto pages = drawPages(file, 10, {2, 2});
    ASSERT_TRUE(pages);
    ASSERT_EQ(pages->size(), 1U);
    EXPECT_EQ(pages->front().width, 20U);
    EXPECT_EQ(drawPng(file, 10, 1).value_or("").substr(1, 3), "PNG");
}

TEST_F(DrawnPageTest, IsNothingWhereItIsTooLargeOrNoPdf) {
    EXPECT_TRUE(drawPages(file, 10, {1, 1}, 300));
    EXPECT_FALSE(drawPages(file, 10, {1, 1}, 200));
    EXPECT_FALSE(drawPages(writeBytes(folder.path("no.pdf"), "plain words"), 10));
    EXPECT_THROW((void)drawPages(folder.path("absent.pdf"), 10), PdfError);
}

}  // namespace
}  // namespace engross
