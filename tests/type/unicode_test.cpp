#include "type/typesetter.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

using Levels = std::vector<std::uint8_t>;

TEST(CharacterEnds, NeverPartALetterFromItsMarks) {
    EXPECT_EQ(characterEnds("abc"), (std::vector<std::size_t>{1, 2, 3}));
    EXPECT_EQ(characterEnds("e\u0301x"), (std::vector<std::size_t>{3, 4}));
    EXPECT_EQ(characterEnds("ŵ"), (std::vector<std::size_t>{2}));
    EXPECT_TRUE(characterEnds("").empty());
}

TEST(Bidi, IsAskedOnlyWhereSomethingRunsFromRightToLeft) {
    for (const char* text :
         {"Ms A. Example", "£30,000 – “waived”", "Ștefănescu", "Γεώργιος", "Їжак", "ஸ்ரீ", "例子", "ਸਿੰਘ"}) {
        EXPECT_FALSE(mayNeedBidi(text)) << text;
    }
    for (const char* text : {"שלום", "محمد", "\u200Fx", "\u202Bx", "\u2067x", "\u08A0"}) {
        EXPECT_TRUE(mayNeedBidi(text)) << text;
    }
}

TEST(Bidi, GivesDigitsInsideHebrewAnEvenLevel) {
    EXPECT_EQ(bidiLevels("a א1", Direction::LeftToRight), (Levels{0, 0, 1, 1, 2}));
    EXPECT_EQ(bidiLevels("א a", Direction::RightToLeft), (Levels{1, 1, 1, 2}));
    EXPECT_EQ(bidiLevels("\U0001E900a", Direction::LeftToRight), (Levels{1, 1, 1, 1, 0}));
}

TEST(Bidi, OrdersPiecesByTheirLevels) {
    EXPECT_EQ(visualOrder({0, 1, 1, 0}), (std::vector<std::size_t>{0, 2, 1, 3}));
    EXPECT_EQ(visualOrder({1, 2, 1}), (std::vector<std::size_t>{2, 1, 0}));
}

TEST(Bidi, TakesTheDirectionOfALanguageFromItsScript) {
    for (const char* language : {"ar", "ur", "he", "fa", "ku-Arab"}) {
        EXPECT_TRUE(isRightToLeft(language)) << language;
    }
    for (const char* language : {"", "en-GB", "cy-GB", "pa", "zh"}) {
        EXPECT_FALSE(isRightToLeft(language)) << language;
    }
}

TEST(SmallCapitals, AreCutWhereTheCaseChanges) {
    EXPECT_EQ(
        smallCapitals("Housing Act 2004", "en-GB"),
        (std::vector<SmallCapitals>{{"H", false}, {"OUSING", true}, {" A", false}, {"CT", true}, {" 2004", false}}));
    EXPECT_EQ(smallCapitals("tŷ", "cy-GB"), (std::vector<SmallCapitals>{{"TŶ", true}}));
}

}  // namespace
}  // namespace engross
