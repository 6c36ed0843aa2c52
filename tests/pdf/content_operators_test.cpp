#include "pdf/content_operators.h"

#include <gtest/gtest.h>
#include <random>

namespace engross {
namespace {

/// "Tf/2 Tj/1": each operator with the number of its operands; "!" at the end where something was broken.
std::string outlineOf(std::string_view content) {
    ContentOperators operators(content);
    std::string outline;
    while (operators.next()) {
        outline += std::string(operators.name()) + "/" + std::to_string(operators.operands().size()) + " ";
    }
    return outline + (operators.isBroken() ? "!" : "");
}

std::vector<std::string> textsOf(std::string_view content) {
    ContentOperators operators(content);
    std::vector<std::string> texts;
    while (operators.next()) {
        for (const std::string_view raw : operators.texts()) {
            texts.push_back(bytesOfString(raw));
        }
    }
    return texts;
}

TEST(ContentOperators, ReadsOperatorsWithTheirOperands) {
    EXPECT_EQ(outlineOf("q 1 0 0 1 72.5 -.5 cm /F1 12 Tf(a)Tj[(b)-20<63>]TJ ET Q"),
              "q/0 cm/6 Tf/2 Tj/1 TJ/1 ET/0 Q/0 ");
    EXPECT_EQ(outlineOf("/P <</MCID 3 /Lang (en)>> BDC % a remark ) ]\n(x)' EMC"), "BDC/2 '/1 EMC/0 ");
    EXPECT_EQ(outlineOf("true null false +5 n"), "n/4 ");
    EXPECT_EQ(outlineOf(""), "");
}

TEST(ContentOperators, FindsEveryStringHoweverItIsWritten) {
    EXPECT_EQ(textsOf(R"((a\(b\)(c)\\) Tj [(\101\7) -3 [<4 1 5>]] TJ)"),
              (std::vector<std::string>{"a(b)(c)\\", "A\a", "AP"}));
    EXPECT_EQ(textsOf("(one\\\r\ntwo\rthree\\n) Tj"), (std::vector<std::string>{"onetwo\nthree\n"}));
    EXPECT_EQ(textsOf("<</ActualText (hidden)>> BDC"), (std::vector<std::string>{"hidden"}));
}

TEST(ContentOperators, ReadsNamesAndNumbersOfDictionaries) {
    EXPECT_EQ(plainName("/A#42#zz#4"), "/AB#zz#4");
    const auto number = [](std::string_view dictionary) {
        const auto entry = entryOf(dictionary, "/MCID");
        return entry ? integerOf(*entry) : std::nullopt;
    };
    EXPECT_EQ(number("<</Lang(en)/MCID 12>>"), 12);
    EXPECT_EQ(number("<</MC#49D 12>>"), 12);
    EXPECT_EQ(number("<</A<</MCID 1>>/B 2>>"), std::nullopt);
    EXPECT_EQ(number("<</MCID 1.5>>"), std::nullopt);
    EXPECT_EQ(number("<</MCID 99999999999999999999>>"), std::nullopt);
    EXPECT_EQ(number("<<"), std::nullopt);
    EXPECT_EQ(bytesOfString(entryOf("<</Lang(cy)/MCID 1>>", "/Lang")->raw), "cy");
}

TEST(ContentOperators, PassesOverTheDataOfAPicture) {
    EXPECT_EQ(outlineOf("BI /W 2 /H 1 /BPC 8 /CS /G ID \x01 EI \x02) EI Q"), "EI/8 Q/0 ");
    EXPECT_EQ(outlineOf("BI /W 1 ID abc"), "EI/2 !");
    EXPECT_EQ(outlineOf("BI /W 1 Q"), "EI/2 !");
}

TEST(ContentOperators, TellsWhatDoesNotEndAsItShould) {
    for (const char* content :
         {"(a Tj", "[(a) TJ", "<</A 1 BDC", "<41 Tj", "<4x> Tj", ") Tj", "] TJ", "{ } f", "1 2"}) {
        EXPECT_TRUE(outlineOf(content).ends_with("!")) << content;
    }
    EXPECT_TRUE(outlineOf(std::string(100, '[')).ends_with("!"));
    std::string many;
    for (int count = 0; count < 65; ++count) {
        many += "1 ";
    }
    EXPECT_EQ(outlineOf(many + "sc"), "sc/64 !");
}

TEST(ContentOperators, EndsWhateverTheBytesAre) {
    std::mt19937 random{20261122};
    const std::string alphabet = "()<>[]{}/%\\ \n\rBIDEITjq#0123a.-";
    for (int round = 0; round < 20'000; ++round) {
        std::string content;
        for (auto length = random() % 40; length > 0; --length) {
            content += alphabet[random() % alphabet.size()];
        }
        ContentOperators operators(content);
        std::size_t count = 0;
        while (operators.next()) {
            ASSERT_LE(++count, content.size()) << content;
            for (const std::string_view raw : operators.texts()) {
                ASSERT_LE(bytesOfString(raw).size(), raw.size());
            }
            for (const ContentOperand& operand : operators.operands()) {
                if (operand.kind == ContentOperand::Kind::Dictionary) {
                    (void)entryOf(operand.raw, "/MCID");
                }
            }
        }
    }
}

}  // namespace
}  // namespace engross
