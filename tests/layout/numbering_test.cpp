#include "layout/numbering.h"

#include "layout/samples.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

TEST(ParagraphNumbering, CountsLettersAndRomanNumerals) {
    EXPECT_EQ(letterNumber(1), "a");
    EXPECT_EQ(letterNumber(26), "z");
    EXPECT_EQ(letterNumber(27), "aa");
    EXPECT_EQ(letterNumber(28), "bb");
    EXPECT_EQ(romanNumber(4), "iv");
    EXPECT_EQ(romanNumber(9), "ix");
    EXPECT_EQ(romanNumber(48), "xlviii");
}

TEST(ParagraphNumbering, NumbersLevelsAndAnswersReferences) {
    FaultList faults;
    ParagraphNumbering numbering(composition({numbered(0, "a", "first"), numbered(1, "b"), numbered(1, "c", "second"),
                                              numbered(2, "d", "deep"), numbered(0, "e"), numbered(1, "f", "again")}),
                                 faults);
    for (const char* label : {"1.", "(a)", "(b)", "(i)", "2.", "(a)"}) {
        EXPECT_EQ(numbering.nextLabel(), label);
    }
    EXPECT_EQ(*numbering.find("first"), "1");
    EXPECT_EQ(*numbering.find("second"), "1(b)");
    EXPECT_EQ(*numbering.find("deep"), "1(b)(i)");
    EXPECT_EQ(*numbering.find("again"), "2(a)");
    EXPECT_EQ(numbering.find("nowhere"), nullptr);
    EXPECT_TRUE(faults.all().empty());
}

TEST(ParagraphNumbering, BeginsAgainWhereAsked) {
    FaultList faults;
    ParagraphNumbering numbering(
        composition({numbered(0, "a"), numbered(0, "b"), block(NumberedParagraph{.text = words("c"), .restart = true}),
                     numbered(0, "d")}),
        faults);
    for (const char* label : {"1.", "2.", "1.", "2."}) {
        EXPECT_EQ(numbering.nextLabel(), label);
    }
}

TEST(ParagraphNumbering, CountsInsideBoxesAndLists) {
    FaultList faults;
    ParagraphNumbering numbering(
        composition({numbered(0, "a"), block(BoxBlock{.content = {numbered(0, "b")}}),
                     block(ListBlock{.items = {{numbered(0, "c")}, {numbered(0, "d", "last")}}})}),
        faults);
    EXPECT_EQ(*numbering.find("last"), "4");
}

TEST(ParagraphNumbering, NamesAnIdThatTwoParagraphsHave) {
    FaultList faults;
    const ParagraphNumbering numbering(composition({numbered(0, "a", "same"), numbered(0, "b", "same")}), faults);
    ASSERT_EQ(faults.all().size(), 1U);
    EXPECT_EQ(faults.all()[0].code, "layout-reference");
    EXPECT_EQ(faults.all()[0].message, "two paragraphs have the id 'same'");
}

}  // namespace
}  // namespace engross
