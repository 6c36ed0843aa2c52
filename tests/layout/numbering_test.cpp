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
    EXPECT_TRUE(faults.all(Language::English).empty());
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

TEST(ParagraphNumbering, CountsClausesBelowNumberedHeadings) {
    Composition made =
        composition({block(Heading{.level = 2, .text = words("Definitions"), .numbered = true, .id = "defs"}),
                     numbered(1, "a", "first"), numbered(2, "b", "part"), numbered(3, "c", "deep"),
                     block(Heading{.level = 2, .text = words("Works"), .numbered = true}), numbered(1, "d", "works")});
    made.style.numbering = NumberingScheme::Clauses;
    FaultList faults;
    ParagraphNumbering numbering(made, faults);
    for (const char* label : {"1.", "1.1", "(a)", "(i)", "2.", "2.1"}) {
        EXPECT_EQ(numbering.nextLabel(), label);
    }
    EXPECT_EQ(*numbering.find("defs"), "1");
    EXPECT_EQ(*numbering.find("first"), "1.1");
    EXPECT_EQ(*numbering.find("part"), "1.1(a)");
    EXPECT_EQ(*numbering.find("deep"), "1.1(a)(i)");
    EXPECT_EQ(*numbering.find("works"), "2.1");
    EXPECT_EQ(numbering.kindOf(1), ListLabels::Decimal);
    EXPECT_EQ(numbering.kindOf(2), ListLabels::LowerAlpha);
    EXPECT_TRUE(faults.all(Language::English).empty());
}

TEST(ParagraphNumbering, CountsInDecimals) {
    Composition made = composition({numbered(0, "a"), numbered(1, "b"), numbered(2, "c", "deep"), numbered(1, "d")});
    made.style.numbering = NumberingScheme::Decimal;
    FaultList faults;
    ParagraphNumbering numbering(made, faults);
    for (const char* label : {"1.", "1.1", "1.1.1", "1.2"}) {
        EXPECT_EQ(numbering.nextLabel(), label);
    }
    EXPECT_EQ(*numbering.find("deep"), "1.1.1");
}

TEST(ParagraphNumbering, FollowsWhereAParagraphIsPutInBefore) {
    const auto numberAfter = [](Blocks before) {
        before.push_back(numbered(0, "a"));
        before.push_back(numbered(1, "b", "it"));
        FaultList faults;
        return *ParagraphNumbering(composition(std::move(before)), faults).find("it");
    };
    EXPECT_EQ(numberAfter({}), "1(a)");
    EXPECT_EQ(numberAfter({numbered(0, "new"), numbered(1, "new")}), "2(a)");
}

TEST(ParagraphNumbering, NamesALevelThatHasNoneAbove) {
    Composition made = composition({numbered(1, "a")});
    made.style.numbering = NumberingScheme::Clauses;
    FaultList faults;
    const ParagraphNumbering numbering(made, faults);
    ASSERT_EQ(faults.all(Language::English).size(), 1U);
    EXPECT_EQ(faults.all(Language::English)[0].code, "layout-numbering");
}

TEST(ParagraphNumbering, NamesAnIdThatTwoParagraphsHave) {
    FaultList faults;
    const ParagraphNumbering numbering(composition({numbered(0, "a", "same"), numbered(0, "b", "same")}), faults);
    ASSERT_EQ(faults.all(Language::English).size(), 1U);
    EXPECT_EQ(faults.all(Language::English)[0].code, "layout-reference");
    EXPECT_EQ(faults.all(Language::English)[0].message, "two paragraphs have the id 'same'");
}

}  // namespace
}  // namespace engross
