#include "pdf/reader_lexer.h"

#include "pdf/reader_refusal.h"

#include <gtest/gtest.h>
#include <vector>

namespace engross {
namespace {

std::vector<std::string> tokensOf(std::string_view text) {
    std::vector<std::string> tokens;
    PdfLexer lexer(text);
    for (PdfToken token = lexer.next(); token.kind != PdfTokenKind::End; token = lexer.next()) {
        tokens.emplace_back(token.text);
    }
    return tokens;
}

TEST(PdfLexer, CutsTextAsTheStandardSays) {
    const std::vector<std::string> expected{"<<",   "/A",    "12", "-.5", "(b (c) \\) d)", "<6 f>", "[", "]", "true",
                                            "null", "/B#20", "+3", ">>"};
    EXPECT_EQ(tokensOf("<</A 12 -.5(b (c) \\) d)<6 f>[]true%comment >>\nnull/B#20 +3>>"), expected);
}

TEST(PdfLexer, TellsNumbersFromWords) {
    const auto kindOf = [](std::string_view text) { return PdfLexer(text).next().kind; };
    EXPECT_EQ(kindOf("-12"), PdfTokenKind::Integer);
    EXPECT_EQ(kindOf("4."), PdfTokenKind::Real);
    for (const char* odd : {"--5", "1.2.3", "-", ".", "1e5", "0x1"}) {
        EXPECT_EQ(kindOf(odd), PdfTokenKind::Word) << odd;
    }
}

TEST(PdfLexer, RefusesWhatDoesNotEnd) {
    for (const char* broken : {"(a", "(a\\", "(a (b)", "<6f", "<6g>", ">", ")", "{", "}"}) {
        EXPECT_THROW((void)tokensOf(broken), ReaderRefused) << broken;
    }
}

TEST(PdfLexer, ReadsWhatStringsAndNamesSay) {
    EXPECT_EQ(stringFrom("(a\\n\\(b\\) \\101\\7x\\\r\nz\\q)"),
              "a\n(b) A\ax"
              "zq");
    EXPECT_EQ(stringFrom("(one\r\ntwo\rthree)"), "one\ntwo\nthree");
    EXPECT_EQ(stringFrom("<48 656C6c6 F7>"), "Hellop");
    EXPECT_EQ(stringFrom("()"), "");
    EXPECT_EQ(stringFrom("(\\)"), "\\");
    EXPECT_EQ(nameFrom("/A#20B#2x#"), "/A B#2x#");
}

TEST(PdfLexer, ReadsNumbersWithoutALocale) {
    EXPECT_DOUBLE_EQ(numberOfToken("-.5"), -0.5);
    EXPECT_DOUBLE_EQ(numberOfToken("+12.25"), 12.25);
    EXPECT_DOUBLE_EQ(numberOfToken("4."), 4);
    EXPECT_EQ(naturalFrom("18446744073709551615"), 18446744073709551615U);
    EXPECT_EQ(naturalFrom("18446744073709551616"), std::nullopt);
    EXPECT_EQ(naturalFrom("-1"), std::nullopt);
    EXPECT_EQ(naturalFrom(""), std::nullopt);
}

}  // namespace
}  // namespace engross
