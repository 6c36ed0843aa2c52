#include "type/face.h"

#include <gtest/gtest.h>
#include <libdeflate.h>
#include <fstream>
#include <memory>
#include <set>
#include <thread>

namespace engross {
namespace {

const std::string regularPath = "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf";
const std::string boldPath = "/usr/share/fonts/truetype/liberation2/LiberationSans-Bold.ttf";
const std::string italicPath = "/usr/share/fonts/truetype/liberation2/LiberationSans-Italic.ttf";

std::string inflated(const std::string& packed, std::size_t length) {
    const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decompressor{
        libdeflate_alloc_decompressor(), libdeflate_free_decompressor};
    std::string bytes(length, '\0');
    std::size_t actual = 0;
    const auto result = libdeflate_zlib_decompress(decompressor.get(), packed.data(), packed.size(), bytes.data(),
                                                   bytes.size(), &actual);
    EXPECT_EQ(result, LIBDEFLATE_SUCCESS);
    bytes.resize(actual);
    return bytes;
}

constexpr std::size_t ample = 4'000'000;

std::set<std::string> tablesOf(const std::string& program) {
    std::set<std::string> tables;
    const auto count = static_cast<std::uint8_t>(program.at(5));
    for (std::size_t i = 0; i < count; ++i) {
        tables.insert(program.substr(12 + 16 * i, 4));
    }
    return tables;
}

std::size_t occurrences(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

TEST(Face, TellsAMissingFileFromOneThatIsNoFont) {
    try {
        const Face face("/nowhere/none.ttf");
        FAIL();
    } catch (const FontError& error) {
        EXPECT_EQ(error.code(), "font-missing");
        EXPECT_EQ(error.subject(), "/nowhere/none.ttf");
    }
    const std::string path = testing::TempDir() + "no_font.ttf";
    std::ofstream(path) << "this is no font";
    try {
        const Face face(path);
        FAIL();
    } catch (const FontError& error) {
        EXPECT_EQ(error.code(), "font-unusable");
    }
}

// The figures are those of the font's own tables (hhea, OS/2, head, post), in thousandths of an em.
TEST(Face, ReadsTheMetricsOfItsTables) {
    const Face regular(regularPath);
    EXPECT_EQ(regular.postScriptName(), "LiberationSans");
    EXPECT_EQ(regular.metrics().ascent, 905);
    EXPECT_EQ(regular.metrics().descent, -212);
    EXPECT_EQ(regular.metrics().capHeight, 688);
    EXPECT_EQ(regular.metrics().xHeight, 528);
    EXPECT_EQ(regular.metrics().italicAngle, 0);
    EXPECT_EQ(regular.metrics().stemV, 80);
    EXPECT_LT(regular.metrics().boundingBox[0], 0);
    EXPECT_GT(regular.metrics().boundingBox[3], 900);
    EXPECT_EQ(Face(boldPath).metrics().stemV, 140);
    EXPECT_EQ(Face(italicPath).metrics().italicAngle, -12);
}

TEST(Face, HoldsWelshAndPolishLettersInItsRepertoire) {
    const Face face(regularPath);
    for (const char32_t letter : {U'ŵ', U'ŷ', U'Ŵ', U'Ł', U'ș', U'é', U'£', U'\u2019', U'A'}) {
        EXPECT_TRUE(face.has(letter)) << static_cast<unsigned>(letter);
    }
    EXPECT_FALSE(face.has(U'\u0BB8'));
}

TEST(Face, RefersARepertoireGlyphToItsBlockByGlyphAndText) {
    const Face face(regularPath);
    const auto glyphOf = [&](char16_t character) {
        // CIDs are dense: look the pair up by trying every glyph of the face.
        for (std::uint32_t glyph = 1; glyph < 3000; ++glyph) {
            if (face.repertoireCid(glyph, std::u16string(1, character)) != 0) {
                return glyph;
            }
        }
        return std::uint32_t{0};
    };
    const std::uint32_t letterA = glyphOf(u'A');
    ASSERT_NE(letterA, 0U);
    EXPECT_EQ(face.repertoireBlock(face.repertoireCid(letterA, u"A")), 0);
    EXPECT_EQ(face.repertoireBlock(face.repertoireCid(glyphOf(u'é'), u"é")), 1);
    EXPECT_EQ(face.repertoireBlock(face.repertoireCid(glyphOf(u'ŵ'), u"ŵ")), 2);
    EXPECT_EQ(face.repertoireCid(letterA, u"a"), 0);
    EXPECT_EQ(face.repertoireCid(letterA, u"AB"), 0);
}

TEST(Face, HoldsTheLigaturesThatItsRulesMake) {
    const Face face("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf");
    std::uint16_t cid = 0;
    for (std::uint32_t glyph = 1; cid == 0 && glyph < 6000; ++glyph) {
        cid = face.repertoireCid(glyph, u"ffi");
    }
    ASSERT_NE(cid, 0);
    EXPECT_EQ(face.repertoireBlock(cid), 0);
}

TEST(FontSubset, OfTheRepertoireIsBuiltOnceForEachMask) {
    const Face face(regularPath);
    const auto ascii = face.repertoireSubset(1);
    EXPECT_EQ(ascii, face.repertoireSubset(1));
    const auto latin = face.repertoireSubset(3);
    EXPECT_NE(ascii->tag, latin->tag);
    EXPECT_LT(ascii->program.size(), latin->program.size());
    EXPECT_LT(latin->program.size(), 16'000U);
    EXPECT_EQ(ascii->tag.size(), 6U);
}

TEST(FontSubset, KeepsOutlinesAndDropsWhatACidFontDoesNotNeed) {
    const Face face(regularPath);
    const auto subset = face.repertoireSubset(1);
    const std::string program = inflated(subset->program, ample);
    EXPECT_EQ(program.size(), subset->programLength);
    const auto tables = tablesOf(program);
    for (const char* kept : {"glyf", "loca", "head", "hhea", "hmtx", "maxp"}) {
        EXPECT_TRUE(tables.contains(kept)) << kept;
    }
    for (const char* dropped : {"GSUB", "GPOS", "cmap", "name", "post", "fpgm", "prep", "cvt "}) {
        EXPECT_FALSE(tables.contains(dropped)) << dropped;
    }
}

TEST(FontSubset, GivesEveryCidItsGlyphWidthAndText) {
    const Face face(regularPath);
    const auto subset = face.repertoireSubset(3);
    const std::string map = inflated(subset->cidToGid, ample);
    const std::string toUnicode = inflated(subset->toUnicode, ample);
    std::uint32_t glyphA = 0;
    for (std::uint32_t glyph = 1; glyphA == 0 && glyph < 3000; ++glyph) {
        glyphA = face.repertoireCid(glyph, u"A") != 0 ? glyph : 0;
    }
    const std::size_t cid = face.repertoireCid(glyphA, u"A");
    EXPECT_NE(map.substr(2 * cid, 2), std::string(2, '\0'));
    EXPECT_EQ(map.substr(0, 2), std::string(2, '\0'));
    char row[32];
    std::snprintf(row, sizeof row, "<%04X> <0041>", static_cast<unsigned>(cid));
    EXPECT_NE(toUnicode.find(row), std::string::npos);
    EXPECT_EQ(face.advance(glyphA), 667);
    EXPECT_EQ(subset->widths.front(), '[');
    EXPECT_EQ(subset->widths.back(), ']');
    EXPECT_EQ(occurrences(subset->widths, "["), occurrences(subset->widths, "]"));
}

// ISO 32000-1 9.10.3 and Adobe Technical Note 5014: no block of bfchar rows is longer than 100.
TEST(FontSubset, WritesToUnicodeInBlocksOfAtMostAHundred) {
    const Face face(regularPath);
    const std::string toUnicode = inflated(face.repertoireSubset(7)->toUnicode, ample);
    EXPECT_EQ(toUnicode.find("begincidrange"), std::string::npos);
    EXPECT_GE(occurrences(toUnicode, "100 beginbfchar"), 4U);
    EXPECT_EQ(occurrences(toUnicode, "beginbfchar"), occurrences(toUnicode, "endbfchar"));
    for (auto at = toUnicode.find(" beginbfchar"); at != std::string::npos;
         at = toUnicode.find(" beginbfchar", at + 1)) {
        const auto end = toUnicode.find("endbfchar", at);
        const std::size_t rows = occurrences(toUnicode.substr(at, end - at), "> <");
        EXPECT_LE(rows, 100U);
        const auto start = toUnicode.rfind('\n', at) + 1;
        EXPECT_EQ(std::stoul(toUnicode.substr(start, at - start)), rows);
    }
}

TEST(FontSubset, DependsOnTheGlyphListAlone) {
    const std::vector<SubsetGlyph> glyphs{{0, u"\uFFFD"}, {36, u"A"}, {37, u"B"}, {36, u"\u0391"}};
    const FontSubset first = Face(regularPath).subset(glyphs);
    const FontSubset second = Face(regularPath).subset(glyphs);
    EXPECT_EQ(first.tag, second.tag);
    EXPECT_EQ(first.program, second.program);
    EXPECT_EQ(first.widths, second.widths);
    EXPECT_EQ(first.toUnicode, second.toUnicode);
    const std::string map = inflated(first.cidToGid, ample);
    ASSERT_EQ(map.size(), 8U);
    EXPECT_EQ(map.substr(2, 2), map.substr(6, 2));
}

TEST(FontSubset, IsTheSameForAllThreads) {
    const Face face(regularPath);
    std::vector<std::shared_ptr<const FontSubset>> got(8);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < got.size(); ++i) {
        threads.emplace_back([&face, &got, i] { got[i] = face.repertoireSubset(7); });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    for (const auto& subset : got) {
        EXPECT_EQ(subset, got.front());
    }
}

}  // namespace
}  // namespace engross
