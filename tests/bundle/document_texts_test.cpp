#include "bundle/document_texts.h"

#include <gtest/gtest.h>
#include <sstream>

namespace engross {
namespace {

std::vector<PlacedWord> wordsOf(const std::string& text) {
    std::istringstream in(text);
    std::vector<PlacedWord> words;
    for (std::string word; in >> word;) {
        words.push_back({word, {}});
    }
    return words;
}

std::string times(const std::string& text, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) {
        all += text + " ";
    }
    return all;
}

std::string foreignOf(const std::string& text) {
    LanguageVotes votes;
    votes.add(wordsOf(text));
    return votes.foreign();
}

TEST(LanguageVotes, TellForeignTextsFromEnglishAndWelshOnes) {
    EXPECT_EQ(foreignOf(times("the roof of the house is open to the rain and it was so for years", 8)), "");
    EXPECT_EQ(foreignOf(times("mae to y tŷ yn agored i'r glaw ac wedi bod felly ers blynyddoedd", 8)), "");
    EXPECT_EQ(foreignOf(times("dach jest otwarty na deszcz i nie nadaje się do mieszkania przez zimę", 8)), "pl");
    EXPECT_EQ(foreignOf(times("acoperișul este deschis și nu este bun pentru iarnă în casă", 8)), "ro");
    EXPECT_EQ(foreignOf(times("السقف مفتوح للمطر منذ سنوات", 15)), "ar");
    EXPECT_EQ(foreignOf("dach jest otwarty na deszcz"), "") << "too little to tell";
}

TEST(WordSketch, TellsADraftFromAnotherText) {
    std::string first;
    std::string other;
    for (int i = 0; i < 300; ++i) {
        first += "word" + std::to_string(i) + " ";
        other += "other" + std::to_string(i) + " ";
    }
    WordSketch one;
    WordSketch same;
    WordSketch draft;
    WordSketch different;
    one.add(wordsOf(first));
    same.add(wordsOf(first));
    draft.add(wordsOf(first + "and a sentence more at the end"));
    different.add(wordsOf(other));
    EXPECT_EQ(one.likeness(same), 1);
    EXPECT_GT(one.likeness(draft), 0.9);
    EXPECT_LT(one.likeness(different), 0.05);
    EXPECT_EQ(WordSketch().likeness(WordSketch()), 0);
}

TEST(TextQuality, CountsCharactersThatMeanNothing) {
    const TextQuality quality = qualityOf(wordsOf("roof \xEF\xBF\xBD\xEE\x80\x80 \x01x"));
    EXPECT_EQ(quality.characters, 8U);
    EXPECT_EQ(quality.senseless, 3U);
}

}  // namespace
}  // namespace engross
