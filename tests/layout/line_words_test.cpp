#include "layout/line_words.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace engross {
namespace {

struct Part {
    std::string text;
    LineWords::Spaces spaces = LineWords::Spaces::Fixed;
};

class LineWordsTest : public testing::Test {
protected:
    LineRun line(const std::vector<Part>& parts, double extra = 0, double owed = 0) {
        LineRun made = words_.begin(extra, owed);
        for (const Part& part : parts) {
            words_.extend(made, word(part.text), 0, part.spaces);
        }
        return made;
    }

    [[nodiscard]] std::shared_ptr<const ShapedWord> word(const std::string& text) const {
        return typesetter_->word(text, {}, "en-GB", Direction::LeftToRight);
    }

    [[nodiscard]] double widthOf(const std::vector<Part>& parts) const {
        double width = 0;
        for (const Part& part : parts) {
            width += word(part.text)->width;
        }
        return width;
    }

    LineWords words_;
    std::shared_ptr<const Typesetter> typesetter_ = Typesetter::standard();
};

TEST_F(LineWordsTest, GiveBackEveryWordAndSpaceInItsPlace) {
    const std::vector<Part> parts{{"one"}, {" "}, {"two"}, {" "}, {" "}, {"three"}, {" "}};
    const ShapedRun run = words_.join(line(parts));
    EXPECT_EQ(run.text, "one two  three ");
    EXPECT_DOUBLE_EQ(run.width, widthOf(parts));
    ASSERT_EQ(run.glyphs.size(), run.text.size());
    for (std::size_t index = 0; index < run.glyphs.size(); ++index) {
        EXPECT_EQ(run.glyphs[index].cluster, index);
    }
}

TEST_F(LineWordsTest, AWordTakesOnePieceWithTheSpaceBehindIt) {
    EXPECT_EQ(line({{"one"}, {" "}, {"two"}, {" "}, {"three"}}).count, 3U);
}

TEST_F(LineWordsTest, AnotherSpaceIsNotTakenForTheUsualOne) {
    EXPECT_EQ(words_.join(line({{"a"}, {"  "}, {"b"}, {" "}, {"c"}, {"  "}, {"d"}})).text, "a  b c  d");
    EXPECT_EQ(words_.join(line({{" "}, {"a"}, {" "}, {"b"}})).text, " a b");
}

TEST_F(LineWordsTest, OnlyTheSpacesThatGrowAreWidened) {
    constexpr auto grow = LineWords::Spaces::Grow;
    const std::vector<Part> parts{{"one", grow}, {" ", grow}, {"two", grow}, {" "}};
    const ShapedRun run = words_.join(line(parts, 50));
    EXPECT_EQ(run.text, "one two ");
    EXPECT_DOUBLE_EQ(run.width, widthOf(parts) + 50);
    EXPECT_DOUBLE_EQ(run.glyphs.at(3).advance, word(" ")->width + 50);
    EXPECT_DOUBLE_EQ(run.glyphs.at(7).advance, word(" ")->width);
}

TEST_F(LineWordsTest, LinesOfOneDocumentDoNotDisturbEachOther) {
    const LineRun first = line({{"one"}, {" "}, {"two"}});
    const LineRun second = line({{"two"}, {" "}, {"one"}});
    EXPECT_EQ(words_.join(first).text, "one two");
    EXPECT_EQ(words_.join(second).text, "two one");
}

}  // namespace
}  // namespace engross
