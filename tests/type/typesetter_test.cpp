#include "type/typesetter.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <thread>

namespace engross {
namespace {

const Typesetter& standard() {
    static const auto shared = Typesetter::standard();
    return *shared;
}

std::string textOf(const std::vector<ShapedRun>& runs) {
    std::string text;
    for (const auto& run : runs) {
        text += run.text;
    }
    return text;
}

bool hasNotdef(const std::vector<ShapedRun>& runs) {
    for (const auto& run : runs) {
        for (const auto& glyph : run.glyphs) {
            if (glyph.glyph == 0) {
                return true;
            }
        }
    }
    return false;
}

std::string fileOf(const ShapedRun& run) {
    return run.face->path().substr(run.face->path().rfind('/') + 1);
}

std::vector<std::string> pieces(const std::string& text) {
    std::vector<std::string> cut;
    std::size_t begin = 0;
    for (const auto& at : standard().breaks(text, "en-GB")) {
        cut.push_back(text.substr(begin, at.offset - begin));
        begin = at.offset;
    }
    return cut;
}

TEST(Typesetter, KernsAndJoinsLigatures) {
    const auto kerned = standard().shape("AV", {}, "en-GB");
    ASSERT_EQ(kerned.size(), 1U);
    const double apart =
        kerned[0].face->advance(kerned[0].glyphs[0].glyph) + kerned[0].face->advance(kerned[0].glyphs[1].glyph);
    EXPECT_LT(kerned[0].width, apart - 50);
    const auto ligature = standard().shape("ক্ষ", {}, "bn");
    ASSERT_EQ(ligature.size(), 1U);
    EXPECT_EQ(ligature[0].glyphs.size(), 1U);
}

TEST(Typesetter, ChoosesTheFaceByStyle) {
    EXPECT_EQ(fileOf(standard().shape("a", {}, "en-GB")[0]), "LiberationSans-Regular.ttf");
    EXPECT_EQ(fileOf(standard().shape("a", {Weight::Bold, Slope::Upright}, "en-GB")[0]), "LiberationSans-Bold.ttf");
    EXPECT_EQ(fileOf(standard().shape("a", {Weight::Regular, Slope::Italic}, "en-GB")[0]), "LiberationSans-Italic.ttf");
    EXPECT_EQ(fileOf(standard().shape("a", {Weight::Bold, Slope::Italic}, "en-GB")[0]),
              "LiberationSans-BoldItalic.ttf");
}

struct Name {
    const char* language;
    const char* text;
    const char* file;
    bool rightToLeft = false;
};

class Names : public testing::TestWithParam<Name> {};

TEST_P(Names, AreSetWholeInAFaceThatHasThem) {
    const Name& name = GetParam();
    EXPECT_TRUE(standard().missingCharacters(name.text).empty());
    for (const Weight weight : {Weight::Regular, Weight::Bold}) {
        const auto runs = standard().shape(name.text, {weight, Slope::Upright}, name.language);
        EXPECT_FALSE(hasNotdef(runs));
        bool found = false;
        for (const auto& run : runs) {
            EXPECT_FALSE(run.glyphs.empty());
            EXPECT_GT(run.width, 0);
            found = found || fileOf(run).starts_with(name.file);
            EXPECT_TRUE(fileOf(run).starts_with(name.file) || run.text == " ") << fileOf(run) << " " << run.text;
            EXPECT_EQ(run.rightToLeft, name.rightToLeft);
        }
        EXPECT_TRUE(found);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Scripts, Names,
    testing::Values(Name{"cy-GB", "Siân Gŵyn Llŷr", "LiberationSans"}, Name{"pl", "Łukasz Żółć", "LiberationSans"},
                    Name{"ro", "Ștefănescu Țîrț", "LiberationSans"}, Name{"vi", "Nguyễn Thị Ánh", ""},
                    Name{"el", "Γεώργιος", "LiberationSans"}, Name{"uk", "Їжакевич Юрій", "LiberationSans"},
                    Name{"he", "דוגמה", "LiberationSans", true}, Name{"ar", "محمد السلام", "NotoNaskhArabic", true},
                    Name{"ur", "نستعلیق ڈاکٹر", "NotoNaskhArabic", true}, Name{"ta", "ஸ்ரீதரன் கோவை", "NotoSansTamil"},
                    Name{"bn", "শ্রী ক্ষিতি", "NotoSansBengali"}, Name{"pa", "ਸਿੰਘ", "NotoSansGurmukhi"},
                    Name{"hi", "उदाहरण", "NotoSansDevanagari"}, Name{"zh", "例子", "DroidSansFallbackFull"},
                    Name{"am", "ምሳሌ", "NotoSansEthiopic"}, Name{"si", "උදාහරණ", "NotoSansSinhala"}));

TEST(Typesetter, MarksClustersOfSeveralGlyphsForActualText) {
    const auto tamil = standard().shape("கோவை", {}, "ta");
    ASSERT_EQ(tamil.size(), 1U);
    EXPECT_TRUE(tamil[0].needsActualText());
    EXPECT_TRUE(standard().shape("محمد", {}, "ar")[0].needsActualText());
    EXPECT_FALSE(standard().shape("Ŵyn", {}, "cy")[0].needsActualText());
}

TEST(Typesetter, EmbedsOfAFallbackOnlyWhatIsUsed) {
    const auto bengali = standard().shape("ক ", {}, "bn").front();
    ASSERT_EQ(fileOf(bengali), "NotoSansBengali-Regular.ttf");
    EXPECT_EQ(bengali.face->repertoireCid(bengali.glyphs.back().glyph, u" "), 0);
    const auto english = standard().shape("a ", {}, "en-GB").front();
    EXPECT_NE(english.face->repertoireCid(english.glyphs.back().glyph, u" "), 0);
}

TEST(Typesetter, ComposesDecomposedText) {
    const auto runs = standard().shape("Ze\u0301", {}, "en-GB");
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].text, "Zé");
    EXPECT_EQ(runs[0].glyphs.size(), 2U);
}

TEST(Typesetter, PutsAMixedLineInVisualOrder) {
    const auto runs = standard().shape("Dear שלום friend", {}, "en-GB");
    ASSERT_GE(runs.size(), 3U);
    EXPECT_EQ(runs.front().text, "Dear ");
    EXPECT_TRUE(runs[1].rightToLeft);
    EXPECT_EQ(runs.back().text, " friend");
    const auto hebrewBase = standard().shape("שלום friend", {}, "he");
    EXPECT_EQ(hebrewBase.front().text, "friend");
    EXPECT_TRUE(hebrewBase.back().rightToLeft);
}

TEST(Typesetter, NamesCharactersThatNoFaceHas) {
    EXPECT_EQ(standard().missingCharacters("a\U0001FAE0b\U0001FAE0 \x07"),
              (std::vector<std::string>{"U+1FAE0", "U+0007"}));
    EXPECT_TRUE(hasNotdef(standard().shape("\U0001FAE0", {}, "en-GB")));
    EXPECT_EQ(standard().word("x\U0001FAE0", {}, "en-GB", Direction::LeftToRight)->missing,
              std::vector<std::string>{"U+1FAE0"});
}

TEST(Typesetter, SetsSpacesJoinersAndHyphensWithoutNamingThemMissing) {
    EXPECT_TRUE(standard().missingCharacters("2\u00A0March 1\u2009000 a\u2011b c\u200Bd\u2060e \u202F").empty());
    const auto runs = standard().shape("AB\u2011CD", {}, "en-GB");
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_NE(runs[0].face->repertoireCid(runs[0].glyphs[2].glyph, u"\u2011"), 0);
}

TEST(Typesetter, MakesALineAsWideAsItsWords) {
    const auto whole = standard().shape("The appeal is dismissed", {}, "en-GB");
    double sum = 0;
    for (const char* part : {"The", " ", "appeal", " ", "is", " ", "dismissed"}) {
        sum += standard().word(part, {}, "en-GB", Direction::LeftToRight)->width;
    }
    EXPECT_NEAR(whole[0].width, sum, 60);
    for (const auto& glyph : whole[0].glyphs) {
        EXPECT_EQ(glyph.advance, std::round(glyph.advance));
    }
}

TEST(Typesetter, KeepsFixedSpacesReferencesAndSumsInOnePiece) {
    EXPECT_EQ(pieces("on 2\u00A0March\u00A02026 see EN/2026/0142"),
              (std::vector<std::string>{"on ", "2\u00A0March\u00A02026 ", "see ", "EN/2026/0142"}));
    EXPECT_EQ(pieces("exhibit AB/3, and/or"), (std::vector<std::string>{"exhibit ", "AB/3, ", "and/", "or"}));
    EXPECT_EQ(pieces("paragraph 14(b) for £30,000.00"),
              (std::vector<std::string>{"paragraph ", "14(b) ", "for ", "£30,000.00"}));
    EXPECT_EQ(pieces("well-known"), (std::vector<std::string>{"well-", "known"}));
}

TEST(Typesetter, EndsALineWhereTheTextSays) {
    const auto breaks = standard().breaks("one\ntwo", "en-GB");
    ASSERT_EQ(breaks.size(), 2U);
    EXPECT_EQ(breaks[0].offset, 4U);
    EXPECT_TRUE(breaks[0].mandatory);
    EXPECT_EQ(breaks[1].offset, 7U);
    EXPECT_FALSE(breaks[1].mandatory);
    EXPECT_TRUE(standard().breaks("", "en-GB").empty());
}

TEST(Typesetter, BreaksBetweenHanCharacters) {
    EXPECT_EQ(standard().breaks("例子例", "zh").size(), 3U);
}

TEST(Typesetter, ListsEveryFileThatCanReachAPage) {
    const auto files = standard().fontFiles();
    EXPECT_GE(files.size(), 20U);
    for (const char* wanted : {"LiberationSans-Regular.ttf", "NotoNaskhArabic-Bold.ttf", "NotoSansBengali-Regular.ttf",
                               "DroidSansFallbackFull.ttf", "NotoSans-BoldItalic.ttf"}) {
        EXPECT_TRUE(std::any_of(files.begin(), files.end(), [&](const std::string& file) {
            return file.ends_with(wanted);
        })) << wanted;
    }
}

TEST(Typesetter, GivesEveryThreadTheSameRuns) {
    const auto fresh = standard().shape("ምሳሌ 例子 Łukasz שלום", {Weight::Bold, Slope::Upright}, "en-GB");
    std::vector<std::string> texts(8);
    std::vector<std::thread> threads;
    threads.reserve(texts.size());
    for (auto& text : texts) {
        threads.emplace_back([&text] {
            for (int i = 0; i < 50; ++i) {
                text = textOf(standard().shape("ምሳሌ 例子 Łukasz שלום", {Weight::Bold, Slope::Upright}, "en-GB"));
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    for (const auto& text : texts) {
        EXPECT_EQ(text, textOf(fresh));
    }
}

}  // namespace
}  // namespace engross
