#include "words/text.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

constexpr auto english = Language::English;
constexpr auto welsh = Language::Welsh;

std::string shown(std::string_view text) {
    std::string result = withFixedSpaces(text);
    for (std::size_t at = result.find("\u00A0"); at != std::string::npos; at = result.find("\u00A0", at)) {
        result.replace(at, 2, "~");
    }
    return result;
}

TEST(Text, MapsTheCaseOfEveryLetter) {
    EXPECT_EQ(upper("Ms A. Exâmple ŵ ß", english), "MS A. EXÂMPLE Ŵ SS");
    EXPECT_EQ(lower("ŶNYS MÔN", welsh), "ŷnys môn");
    EXPECT_EQ(upper("", english), "");
}

TEST(Text, ComposesAndRepairs) {
    EXPECT_EQ(nfc("e\u0301"), "é");
    EXPECT_EQ(nfc("plain"), "plain");
    EXPECT_EQ(nfc("a\xFFz"), "a\uFFFDz");
}

TEST(Text, SortsAsAPersonWould) {
    EXPECT_LT(collate("AB/2", "AB/10", english), 0);
    EXPECT_LT(collate("Élan", "Farm", english), 0);
    EXPECT_EQ(collate("é", "e\u0301", english), 0);
    EXPECT_GT(collate("b", "A", english), 0);
}

TEST(Text, SortsWelshLettersAfterTheLettersTheyBeginWith) {
    EXPECT_GT(collate("Llan", "Lwc", welsh), 0);
    EXPECT_LT(collate("Llan", "Lwc", english), 0);
    EXPECT_GT(collate("Chwefror", "Cywir", welsh), 0);
}

TEST(FixedSpaces, KeepANumberWithTheWordItBelongsTo) {
    EXPECT_EQ(shown("under section 11 and paragraph 14(b)."), "under section~11 and paragraph~14(b).");
    EXPECT_EQ(shown("Schedule A1, Part 2, rule (3), Form 3A"), "Schedule~A1, Part~2, rule~(3), Form~3A");
    EXPECT_EQ(shown("(section 239(5) of the Housing Act 2004)"), "(section~239(5) of the Housing Act~2004)");
    EXPECT_EQ(shown("SI 2018/223 and s. 11, exhibit AB/3"), "SI~2018/223 and s.~11, exhibit~AB/3");
    EXPECT_EQ(shown("the Homelessness Regulations 2018"), "the Homelessness Regulations~2018");
    EXPECT_EQ(shown("o dan adran 11 o Ddeddf Tai 2004"), "o dan adran~11 o Ddeddf Tai~2004");
}

TEST(FixedSpaces, KeepDatesAndPeriodsTogether) {
    EXPECT_EQ(shown("by 2 March 2026, within 28 days"), "by 2~March~2026, within 28~days");
    EXPECT_EQ(shown("erbyn 2 Mawrth 2026"), "erbyn 2~Mawrth~2026");
    EXPECT_EQ(shown("24 hours; £2 million"), "24~hours; £2~million");
    EXPECT_EQ(shown("10 working days"), "10~working days");
}

TEST(FixedSpaces, KeepNamesPostcodesAndSumsWhole) {
    EXPECT_EQ(shown("Dear Ms A. Example and Mr Sample"), "Dear Ms~A.~Example and Mr~Sample");
    EXPECT_EQ(shown("Dear Ms A Example"), "Dear Ms~A~Example");
    EXPECT_EQ(shown("I, A. B. Example, of J.R. Example Ltd"), "I, A.~B.~Example, of J.R.~Example Ltd");
    EXPECT_EQ(shown("Dr. É. Example"), "Dr. É. Example");
    EXPECT_EQ(shown("12 Sample Street, Anytown AB1 2DE."), "12 Sample Street, Anytown AB1~2DE.");
    EXPECT_EQ(shown("SW1A 1AA, M1 1AE; EC1A 1BB"), "SW1A~1AA, M1~1AE; EC1A~1BB");
    EXPECT_EQ(shown("£1 million or £2.5 billion at 10.30 am under section 11"),
              "£1~million or £2.5~billion at 10.30~am under section~11");
}

TEST(FixedSpaces, LeaveOtherSpacesAlone) {
    for (const char* text :
         {"", " ", "I may call", "room for 2 people", "she has 3 cats", "the 12 Sample Street flat", "in May I came",
          "Act now", "A House", "AB1 2DEX", "St", "B12 345", "section", " 2026", "2 "}) {
        EXPECT_EQ(withFixedSpaces(text), text);
    }
}

}  // namespace
}  // namespace engross
