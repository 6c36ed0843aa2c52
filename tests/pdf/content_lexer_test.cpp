#include "pdf/content_lexer.h"

#include "pdf/content_decoder.h"
#include "pdf/deflate.h"
#include "pdf/raw_pdf.h"
#include "pdf/reader_objects.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

ContentTally tallyOf(std::string_view content) {
    ContentLexer lexer;
    lexer.add(content);
    return lexer.finish();
}

/// The same content must tell the same wherever it is cut.
ContentTally tallyInPieces(std::string_view content, std::size_t piece) {
    ContentLexer lexer;
    for (std::size_t at = 0; at < content.size(); at += piece) {
        lexer.add(content.substr(at, piece));
    }
    return lexer.finish();
}

constexpr const char* everything =
    "q 1 0 0 1 72.5 -.25 cm BT /F1 12 Tf (a \\( b (c)) Tj [<48>-120(x)] TJ ET Q % a comment q q\n"
    "/P <</MCID 3 /Lang (en)>> BDC /Im1 Do EMC\n"
    "BI /W 4 /H 1 /CS /G /BPC 8 ID a\nEI\nqEI \x01\x02 EI\nq\n";

TEST(ContentLexer, TellsWhatAPageDoes) {
    const ContentTally tally = tallyOf(everything);
    EXPECT_TRUE(tally.regular);
    EXPECT_TRUE(tally.showsText);
    EXPECT_TRUE(tally.drawsObjects);
    EXPECT_TRUE(tally.hasMarkedIds);
    EXPECT_EQ(tally.overs, 1U);
}

TEST(ContentLexer, TellsTheSameWhereverContentIsCut) {
    const ContentTally whole = tallyOf(everything);
    for (std::size_t piece = 1; piece < 40; ++piece) {
        EXPECT_EQ(tallyInPieces(everything, piece), whole) << piece;
    }
}

TEST(ContentLexer, CountsWhatMustStandAfter) {
    const auto expect = [](const char* content, std::uint32_t overs) {
        const ContentTally tally = tallyOf(content);
        EXPECT_TRUE(tally.regular) << content;
        EXPECT_EQ(tally.overs, overs) << content;
    };
    expect("", 0);
    expect("q Q", 0);
    expect("q q 1 w", 2);
    expect("q Q q q Q q", 2);
    expect("(q q) Tj /q gs <</q 1>> pop", 0);
}

TEST(ContentLexer, CountsAndTakesOutWhatPopsNothing) {
    const auto expect = [](const std::string& content, std::uint32_t strays, const std::string& without) {
        EXPECT_EQ(tallyOf(content).strays, strays) << content;
        EXPECT_TRUE(tallyOf(content).regular) << content;
        EXPECT_EQ(withoutStrays(content), without) << content;
    };
    expect("", 0, "");
    expect("q Q", 0, "q Q");
    expect("Q", 1, "");
    expect("2 0 0 2 0 0 cm Q\nq Q", 1, "2 0 0 2 0 0 cm \nq Q");
    expect("q Q Q q[Q Q]", 2, "q Q  q[Q ]");
    expect("Q q q", 1, " q q");
    expect("(Q) Tj /Q gs <</Q 1>> Q1 Q% Q\nQ", 2, "(Q) Tj /Q gs <</Q 1>> Q1 % Q\n");
    EXPECT_EQ(tallyOf("Q q q").overs, 2U);
    EXPECT_EQ(withoutStrays("BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q 1 0 0 1 0 0 cm 1 0 0 rg q Q"), std::nullopt);
}

TEST(ContentLexer, FindsWhatIsLeftOpen) {
    for (const char* open : {"BT (a) Tj", "ET", "BT BT ET ET", "(and so", "<48", "[1 2", "1 2 ]", "/P BMC", "EMC",
                             "<</A 1", ">> x", "BI /W 4 ID abcd", "BI /W 4", ")", "1 > 2"}) {
        EXPECT_FALSE(tallyOf(open).regular) << open;
    }
}

TEST(ContentLexer, CallsContentWithTooManyStatesIrregular) {
    const auto repeated = [](const char* text, std::size_t times) {
        std::string result;
        for (; times > 0; --times) {
            result += text;
        }
        return result;
    };
    EXPECT_TRUE(tallyOf(repeated("q ", mostContentStates)).regular);
    EXPECT_FALSE(tallyOf(repeated("q ", mostContentStates + 1)).regular);
}

TEST(ContentLexer, DoesNotTakeSamplesForOperators) {
    const std::string samples = "q BI /W 9 /H 9 ID \x80 q q ( EI\x01 \x02 EI \x03\x04\x05\x06\x07\x08 q EI Q";
    const ContentTally tally = tallyOf(samples);
    EXPECT_TRUE(tally.regular);
    EXPECT_EQ(tally.overs, 0U);
}

TEST(ContentLexer, EndsATokenWhereAStreamEnds) {
    ContentLexer lexer;
    lexer.add("q");
    lexer.endStream();
    lexer.add("Q");
    const ContentTally tally = lexer.finish();
    EXPECT_TRUE(tally.regular);
    EXPECT_EQ(tally.overs, 0U);
}

struct Decoded {
    std::string bytes;
    DecodeOutcome outcome;
};

Decoded decoded(const std::string& packed, const std::string& entries, std::size_t most = 1U << 30U) {
    RawPdf source;
    const std::size_t number = source.addStream(packed, entries);
    const std::string file = source.bytes();
    const ReaderObjects objects(file, "AB/1");
    const auto object = static_cast<std::uint32_t>(number);
    Decoded result;
    result.outcome = decodeContent(objects.value(object), objects.extent(object)->data, [&](std::string_view piece) {
        result.bytes += piece;
        return result.bytes.size() <= most;
    });
    return result;
}

TEST(ContentDecoder, UndoesEveryFilterThatContentMayHave) {
    const std::string text = "BT (some words) Tj ET";
    EXPECT_EQ(decoded(text, "").bytes, text);
    EXPECT_EQ(decoded(deflated(text), "/Filter /FlateDecode").bytes, text);
    EXPECT_EQ(decoded(deflated(text), "/Filter [/Fl]").bytes, text);
    EXPECT_EQ(decoded("42 54>", "/Filter /ASCIIHexDecode").bytes, "BT");
    EXPECT_EQ(decoded("87cURD]i,\"Ebo80~>", "/Filter /ASCII85Decode").bytes, "Hello World!");
    EXPECT_EQ(decoded("\x02"
                      "abc\xFEz\x80",
                      "/Filter /RunLengthDecode")
                  .bytes,
              "abczzz");
    // ISO 32000-1 7.4.4.2, example 1
    EXPECT_EQ(decoded(std::string("\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", 9), "/Filter /LZWDecode").bytes,
              std::string("-----A---B"));
    EXPECT_EQ(decoded("34 32 20 35 34 3E>", "/Filter [/ASCIIHexDecode /AHx]").bytes, "BT");
    const std::string rows = std::string(
        "\x01"
        "a\1\1"
        "\x02"
        "\0\1\0",
        8);
    EXPECT_EQ(decoded(deflated(rows), "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 3 >>").bytes,
              "abcacc");
}

TEST(ContentDecoder, SaysWhereContentBrokeOff) {
    const std::string text(100'000, 'q');
    const std::string packed = deflated(text);
    const Decoded cut = decoded(packed.substr(0, packed.size() / 2), "/Filter /FlateDecode");
    EXPECT_EQ(cut.outcome, DecodeOutcome::BrokeOff);
    EXPECT_EQ(decoded("42 5x", "/Filter /ASCIIHexDecode").outcome, DecodeOutcome::BrokeOff);
    EXPECT_EQ(decoded("", "/Filter /FlateDecode").outcome, DecodeOutcome::Whole);
    EXPECT_EQ(decoded("abc", "/Filter /DCTDecode").outcome, DecodeOutcome::Unsupported);
}

TEST(ContentDecoder, StopsABombInsteadOfHoldingIt) {
    const std::string packed = deflated(std::string(std::size_t{64} << 20U, ' '));
    const Decoded stopped = decoded(packed, "/Filter /FlateDecode", 1'000'000);
    EXPECT_EQ(stopped.outcome, DecodeOutcome::Stopped);
    EXPECT_LT(stopped.bytes.size(), 1'200'000U);
}

}  // namespace
}  // namespace engross
