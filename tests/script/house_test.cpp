#include "script/house.h"
#include "model/error.h"
#include "script/written_sources.h"

#include "type/families.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

using test::letterRequest;
using test::letterScript;
using test::testDay;
using test::WrittenSources;

class UnreadableLogo : public Error {
public:
    explicit UnreadableLogo(const std::string& name) : Error("evidence-damaged", name, "breaks off") {}
};

Picture oneColour(std::string_view bytes, const std::string& name) {
    if (!bytes.starts_with("good")) {
        throw UnreadableLogo(name);
    }
    return {.coding = Picture::Coding::Grey8,
            .bytes = std::make_shared<const std::string>(std::size_t{400} * 100, '\x80'),
            .widthPixels = 400,
            .heightPixels = 100,
            .components = 1};
}

/// A house style, with a picture beside it, and a letter type to ask for.
class HouseTest : public testing::Test {
protected:
    WrittenSources sources;

    void SetUp() override {
        sources.write("scripts/letter/trial.lua", letterScript("trial", ""));
        sources.write("templates/house/anytown/logo.png", "good");
    }
    std::shared_ptr<const Catalogue> load(const std::string& house) {
        sources.write("templates/house/anytown/house.lua", house);
        return Catalogue::load(sources.folders(), {}, digestOfFile, oneColour);
    }
    /// "3:5: message | hint", one a line.
    std::string faultsOf(const std::string& house) {
        std::string text;
        for (const Diagnostic& fault : load(house)->faultsOfHouse("anytown")) {
            EXPECT_EQ(fault.where.file, "templates/house/anytown/house.lua");
            text += std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column) + ": " + fault.message +
                    (fault.hints.empty() ? "" : " | " + fault.hints.front()) + "\n";
        }
        return text;
    }
    static std::string house(const std::string& more) {
        return "return house {\n  council = { en = \"Anytown\", cy = \"Rhywle\" }, address = { \"1 Sample Square\" "
               "},\n" +
               more + "}\n";
    }
};

TEST(Contrast, IsThatOfTheGuidelines) {
    EXPECT_DOUBLE_EQ(contrastOf("#000000", "#ffffff").value(), 21);
    EXPECT_NEAR(contrastOf("#767676", "#ffffff").value(), 4.54, 0.005);  // WCAG 2.2, the lightest grey that passes
    EXPECT_NEAR(contrastOf("#777777", "#ffffff").value(), 4.48, 0.005);
    EXPECT_DOUBLE_EQ(contrastOf("#ffffff", "#000000").value(), 21);
    for (const char* wrong : {"", "blue", "#12345", "#12345g", "#+12345", "1234567"}) {
        EXPECT_FALSE(contrastOf(wrong, "#ffffff").has_value()) << wrong;
    }
}

TEST_F(HouseTest, OfTheGuideIsSound) {
    EXPECT_EQ(faultsOf(house("  logo = { file = \"logo.png\", height = 10,\n"
                             "    alternative = { en = \"Anytown\", cy = \"Rhywle\" } },\n"
                             "  margins = { top = 20, bottom = 25, left = 25, right = 25 }, accent = \"#767676\",\n")),
              "");
}

TEST_F(HouseTest, ShowsAllItsFaultsAtOnceEachInItsPlace) {
    std::string fonts;
    for (const std::string& font : installedFamilies()) {
        fonts += (fonts.empty() ? "" : ", ") + font;
    }
    EXPECT_EQ(faultsOf("return house {\n"
                       "  council = { en = \"Anytown\", cy = \"Rhywle\" },\n"
                       "  acent = \"#1f4e79\",\n"
                       "  team = \"Housing\", languages = { \"en\", \"cy\", \"fr\" },\n"
                       "  accent = \"#777777\",\n"
                       "  body_size = 9,\n"
                       "  font = \"Liberation Sanz\",\n"
                       "  margins = { top = 5, botom = 20, left = 25, right = 25 },\n"
                       "  logo = { file = \"../logo.png\", height = 40 },\n"
                       "}\n"),
              "1:1: house needs 'address'\n"
              "4:21: there are no documents in 'fr'; write \"en\" or \"cy\"\n"
              "4:3: 'team' has no text for 'cy', a language of this house\n"
              "7:3: there is no font family 'Liberation Sanz' on this machine; there are " +
                  fonts +
                  " | did you mean 'Liberation Sans'?\n"
                  "5:3: 'accent' has a contrast of 4.4 : 1 with white paper; headings need 4.5 : 1, so choose a darker "
                  "colour\n"
                  "6:3: 'body_size' is 10 to 24 points, and 'leading' is once to twice that\n"
                  "8:15: 'top' of 'margins' is 15 to 50 millimetres\n"
                  "8:3: 'margins' needs 'bottom'\n"
                  "8:24: 'margins' has no key 'botom' | did you mean 'bottom'?\n"
                  "9:3: 'logo' needs 'alternative'\n"
                  "9:34: 'height' of the logo is 5 to 22 millimetres\n"
                  "9:12: 'file' is the name of a picture in the folder of the house style, without a path\n"
                  "3:3: house has no key 'acent' | did you mean 'accent'?\n");
}

TEST_F(HouseTest, IsFaultedInTheReadersLanguage) {
    const auto catalogue = load(house("  acent = \"#1f4e79\", body_size = \"twelve\", accent = \"#777777\",\n"));
    const auto english = catalogue->faultsOfHouse("anytown");
    const auto welsh = catalogue->faultsOfHouse("anytown", Language::Welsh);
    ASSERT_EQ(english.size(), 3U);
    ASSERT_EQ(welsh.size(), 3U);
    for (std::size_t i = 0; i < welsh.size(); ++i) {
        EXPECT_EQ(welsh[i].where, english[i].where);
        EXPECT_NE(welsh[i].message, english[i].message);
    }
    EXPECT_NE(catalogue->faultsOfHouse("nowhere", Language::Welsh).at(0).message,
              catalogue->faultsOfHouse("nowhere").at(0).message);
}

TEST_F(HouseTest, SaysWhatIsWrongWithItsLogo) {
    const auto logo = [&](const std::string& file, const std::string& height) {
        return faultsOf(house("  logo = { file = \"" + file + "\", height = " + height +
                              ", alternative = { en = \"A\", cy = \"B\" } },\n"));
    };
    EXPECT_EQ(logo("lost.png", "18"), "3:12: there is no 'lost.png' in the folder of the house style\n");
    sources.write("templates/house/anytown/bad.png", "bad");
    EXPECT_EQ(logo("bad.png", "18"), "3:12: the logo cannot be shown: bad.png: breaks off\n");
    sources.write("templates/house/anytown/huge.png", "good" + std::string(std::size_t{600} << 10U, ' '));
    EXPECT_EQ(logo("huge.png", "18"),
              "3:12: 'huge.png' is larger than 512 KB, and goes into every letter; make it smaller\n");
    // 400 pixels over 72 mm are 141 dots an inch.
    EXPECT_EQ(logo("logo.png", "18"),
              "3:12: 'logo.png' has 141 dots an inch at its size on paper; use a picture with 150 or more, or a lower "
              "'height'\n");
    EXPECT_EQ(logo("logo.png", "16"), "");
}

TEST_F(HouseTest, RefusesALanguageThatItDoesNotSpeak) {
    const auto catalogue = load("return house { council = \"Anytown\", address = { \"1 Sample Square\" } }\n");
    sources.write("scripts/letter/trial.lua", letterScript("trial", ""));
    Request request = letterRequest("trial", {});
    EXPECT_NE(catalogue->check(request, testDay).checked, nullptr);
    request.language = "cy";
    const auto refused = catalogue->check(request, testDay);
    EXPECT_EQ(refused.checked, nullptr);
    EXPECT_NE(test::said(refused.diagnostics).find("the house style 'anytown' has no 'cy'"), std::string::npos)
        << test::said(refused.diagnostics);
}

TEST_F(HouseTest, ClosureChangesWithItsLogo) {
    const std::string text =
        house("  logo = { file = \"logo.png\", height = 10, alternative = { en = \"A\", cy = \"B\" } },\n");
    const Request request = letterRequest("trial", {});
    const auto before = load(text)->closure(request);
    ASSERT_TRUE(before);
    EXPECT_EQ(load(text)->closure(request), before);
    sources.write("templates/house/anytown/logo.png", "good and new");
    EXPECT_NE(load(text)->closure(request), before);
}

TEST_F(HouseTest, LetterShowsItsLogoInTheLogosPlace) {
    const auto catalogue =
        load(house("  logo = { file = \"logo.png\", height = 15, alternative = { en = \"A\", cy = \"B\" } },\n"));
    const auto result = catalogue->check(letterRequest("trial", {}), testDay);
    ASSERT_NE(result.checked, nullptr) << test::said(result.diagnostics);
    std::vector<Diagnostic> faults;
    const auto letter = catalogue->compose(*result.checked, {}, faults);
    ASSERT_TRUE(letter.has_value());
    const Frame& frame = letter->style.firstFrames.front();
    const auto* figure = std::get_if<Figure>(&frame.content.front().content);
    ASSERT_NE(figure, nullptr);
    EXPECT_EQ(figure->alternative, "A");
    EXPECT_DOUBLE_EQ(figure->maxHeight, mm(15));
    // The mailing service's logo area: x 15 to 125 mm, y 5 to 30 mm (its published letter specification).
    EXPECT_GE(frame.left, mm(15));
    EXPECT_GE(frame.top, mm(5));
    EXPECT_LE(frame.left + frame.width, mm(125));
    EXPECT_LE(frame.top + frame.height, mm(30));
}

}  // namespace
}  // namespace engross
