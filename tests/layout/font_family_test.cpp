#include "type/families.h"

#include "layout/samples.h"
#include "type/typesetter.h"

#include <gtest/gtest.h>
#include <algorithm>

namespace engross {
namespace {

TEST(Families, BeginWithTheStandardOneAndHaveFourFacesEach) {
    const std::vector<std::string> families = installedFamilies();
    ASSERT_FALSE(families.empty());
    EXPECT_EQ(families.front(), "Liberation Sans");
    for (const std::string& family : families) {
        EXPECT_TRUE(familyFiles(family).has_value()) << family;
    }
    EXPECT_FALSE(familyFiles("Arial").has_value());
    EXPECT_FALSE(familyFiles("").has_value());
}

TEST(Families, AreAllAmongTheFilesOfAClosure) {
    const std::vector<std::string> hashed = Typesetter::standard()->fontFiles();
    for (const std::string& family : installedFamilies()) {
        const auto files = familyFiles(family);
        for (const std::string& file : files.value_or(std::array<std::string, 4>())) {
            EXPECT_NE(std::ranges::find(hashed, file), hashed.end()) << file;
        }
    }
}

TEST(Families, SetTextInTheirOwnFacesAndNamesInTheSameFallbacks) {
    for (const std::string& family : installedFamilies()) {
        const auto typesetter = Typesetter::of(family);
        EXPECT_EQ(typesetter, Typesetter::of(family)) << family;
        const auto runs = typesetter->shape("plain", {Weight::Bold, Slope::Italic}, "en-GB");
        ASSERT_EQ(runs.size(), 1U);
        EXPECT_EQ(runs.front().face->path(), familyFiles(family)->at(3));
        EXPECT_EQ(typesetter->shape("張", {}, "zh").front().face->path(),
                  Typesetter::standard()->shape("張", {}, "zh").front().face->path());
    }
    EXPECT_EQ(Typesetter::of(""), Typesetter::standard());
    EXPECT_THROW((void)Typesetter::of("Arial"), FontError);
}

TEST(Families, AreThoseOfThePageStyle) {
    Composition made = composition({paragraph("plain words")});
    for (const std::string& family : installedFamilies()) {
        made.style.font = family;
        const auto runs = Typesetter::of(family)->shape("plain words", {}, "en-GB");
        EXPECT_NEAR(textSaying(drawn(made), "plain").width, runs.front().width * 12 / 1000, 0.1) << family;
    }
}

}  // namespace
}  // namespace engross
