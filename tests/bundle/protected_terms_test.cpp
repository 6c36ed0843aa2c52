#include "bundle/protected_terms.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

using Found = std::vector<std::size_t>;

const ProtectedTerms& terms() {
    static const ProtectedTerms all({"12 Example Close", "Ms Efa Siân Office", "…"});
    return all;
}

Found onPage(const std::vector<std::string>& words) {
    std::vector<PlacedWord> placed;
    placed.reserve(words.size());
    for (const std::string& word : words) {
        placed.push_back({word, {}});
    }
    return terms().in(placed);
}

TEST(ProtectedTerms, AreFoundHoweverAPageBreaksThem) {
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"of", "12", "Example", "Close,", "Anytown"},
             {"12", "EXAMPLE", "CLOSE"},
             {"at", "12,", "Exam-", "ple", "Close."},
             {"12", "Ex\u00ADample", "Close"},
             {"1", "2", "E", "x", "a", "m", "p", "l", "e", "C", "l", "o", "s", "e"},
             {"(12", "Example", "Close)"},
             {"at12ExampleClose"},
             {"12\u00A0Example\u00A0Close"},
         }) {
        EXPECT_EQ(onPage(words), Found{0}) << words.front();
    }
    EXPECT_EQ(onPage({"Ms", "Efa", "Sia\u0302n", "O\uFB03ce"}), Found{1}) << "ligature and accent";
    EXPECT_EQ(onPage({"ms", "efa", "sian", "office", "of", "12", "Example", "Close"}), (Found{0, 1}));
}

TEST(ProtectedTerms, AreNotFoundWithinOtherWords) {
    EXPECT_EQ(onPage({"112", "Example", "Close"}), Found());
    EXPECT_EQ(onPage({"12", "Example", "Closet"}), Found());
    EXPECT_EQ(onPage({"12", "Example", "Road"}), Found());
    EXPECT_EQ(onPage({"Example", "Close", "12"}), Found());
    EXPECT_EQ(onPage({}), Found()) << "the third term has no letter";
}

TEST(ProtectedTerms, AreFoundInTextsBesideThePages) {
    EXPECT_EQ(terms().in("letter-to-12_example_close.pdf"), Found{0});
    EXPECT_EQ(terms().in("EN-2026-0142 bundle A.pdf"), Found());
}

}  // namespace
}  // namespace engross
