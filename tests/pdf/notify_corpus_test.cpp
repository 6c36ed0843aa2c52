#include "model/json.h"
#include "pdf/gate.h"
#include "store/corpus.h"

#include <gtest/gtest.h>
#include <cstdlib>
#include <filesystem>

namespace engross {
namespace {

/// What the real checker says of a letter: the code that it reports, empty where it prints the letter, and its pages.
struct Judged {
    const char* letter;
    const char* code;
    std::vector<std::size_t> pages;
};

class NotifyLetters : public testing::TestWithParam<Judged> {};

std::string letterNamed(const std::string& name) {
    for (const char* folder : {"/good/", "/hostile/"}) {
        std::string path = corpusFolder() + folder + "govuk-notify__" + name + ".pdf";
        if (std::filesystem::exists(path)) {
            return path;
        }
    }
    return {};
}

TEST_P(NotifyLetters, AreJudgedAsTheRealCheckerJudgesThem) {
    const std::string path = letterNamed(GetParam().letter);
    if (path.empty()) {
        GTEST_SKIP() << "the corpus is not here";
    }
    const Verdict verdict = checkPdf(path, "notify-letter");
    if (*GetParam().code == '\0') {
        EXPECT_TRUE(verdict.passed()) << writeJson(toValue(verdict));
        return;
    }
    // Notify reports the first thing that it meets; what we find after it is told as well.
    ASSERT_FALSE(verdict.findings.empty());
    EXPECT_EQ(verdict.findings.front().rule, GetParam().code);
    if (!GetParam().pages.empty()) {
        EXPECT_EQ(verdict.findings.front().pages, GetParam().pages);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Corpus, NotifyLetters,
    testing::Values(Judged{"address_with_large_space_in_a_line", "", {}},
                    Judged{"address_with_unusual_coordinates", "", {}}, Judged{"content_up_to_boundary_edges", "", {}},
                    Judged{"landscape_oriented_page", "letter-not-a4-portrait-oriented", {1}},
                    Judged{"address_block_repeated_on_second_page", "content-outside-printable-area", {1, 2}},
                    Judged{"example_dwp_pdf", "content-outside-printable-area", {1}},
                    Judged{"notify_tags_on_page_2_and_4", "notify-tag-found-in-content", {2, 4}},
                    Judged{"multi_page_pdf", "address-is-empty", {}},
                    Judged{"portrait_rotated_page", "address-is-empty", {}},
                    Judged{"bad_postcode", "not-a-real-uk-postcode", {}},
                    Judged{"international_bfpo", "has-country-for-bfpo-address", {}}),
    [](const auto& letter) { return std::string(letter.param.letter); });

}  // namespace
}  // namespace engross
