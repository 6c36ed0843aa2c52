#include "type/word_cache.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

TEST(WordCache, MakesAWordOnce) {
    WordCache cache(1000);
    int made = 0;
    const auto make = [&made] {
        ++made;
        return ShapedWord{};
    };
    const auto first = cache.find({"word", "en-GB", {}, Direction::LeftToRight}, make);
    EXPECT_EQ(first, cache.find({"word", "en-GB", {}, Direction::LeftToRight}, make));
    EXPECT_EQ(made, 1);
}

TEST(WordCache, TellsWordsApartByAllThatTheyDependOn) {
    WordCache cache(1000);
    int made = 0;
    const auto make = [&made] {
        ++made;
        return ShapedWord{};
    };
    (void)cache.find({"word", "en", {}, Direction::LeftToRight}, make);
    (void)cache.find({"word", "cy", {}, Direction::LeftToRight}, make);
    (void)cache.find({"word", "en", {Weight::Bold, Slope::Upright}, Direction::LeftToRight}, make);
    (void)cache.find({"word", "en", {Weight::Regular, Slope::Italic}, Direction::LeftToRight}, make);
    (void)cache.find({"word", "en", {}, Direction::RightToLeft}, make);
    (void)cache.find({"words", "en", {}, Direction::LeftToRight}, make);
    EXPECT_EQ(made, 6);
}

TEST(WordCache, HoldsNoMoreThanItsBound) {
    WordCache cache(640);
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = std::to_string(i);
        (void)cache.find({text, "en", {}, Direction::LeftToRight}, [] { return ShapedWord{}; });
    }
    EXPECT_LE(cache.size(), 640U);
    EXPECT_GE(cache.size(), 200U);
}

TEST(WordCache, KeepsAWordThatIsAskedForAgainAndAgain) {
    WordCache cache(640);
    int made = 0;
    for (int i = 0; i < 20'000; ++i) {
        (void)cache.find({"the", "en", {}, Direction::LeftToRight}, [&made] {
            ++made;
            return ShapedWord{};
        });
        const std::string text = std::to_string(i);
        (void)cache.find({text, "en", {}, Direction::LeftToRight}, [] { return ShapedWord{}; });
    }
    EXPECT_EQ(made, 1);
}

}  // namespace
}  // namespace engross
