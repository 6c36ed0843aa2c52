#include "script/written_sources.h"

#include <gtest/gtest.h>
#include <algorithm>

namespace engross {
namespace {

using test::testDay;
using test::WrittenSources;

/// The pictures of a test: a mark that begins with "OK" has one, any other is a broken file.
class SamplePictures : public PageImages {
public:
    std::optional<PageImage> find(const std::string& mark, std::vector<Diagnostic>& faults) override {
        if (mark.starts_with("NO")) {
            return std::nullopt;
        }
        if (!mark.starts_with("OK")) {
            faults.push_back({.code = "evidence-damaged", .message = mark + " breaks off"});
            return std::nullopt;
        }
        return PageImage{.picture = {.bytes = std::make_shared<const std::string>("picture")},
                         .file = Sha256::of("picture")};
    }
};

/// A family whose compose is the Lua under test, and a type of it.
class PageTest : public testing::Test {
protected:
    WrittenSources sources;
    SamplePictures pictures;
    std::vector<Diagnostic> faults;

    void SetUp() override {
        sources.write(
            "scripts/trial/one.lua",
            "return trial { id = \"one\", version = 1, title = { en = \"One\", cy = \"Un\" }, law = \"none\",\n"
            "  in_force = { from = \"2026-01-01\" },\n"
            "  fields = { photo = image { label = \"Photo\", optional = true } },\n"
            "  words = { en = \"Good day\\n\\nGoodbye\\n\", cy = \"Dydd da\\n\\nHwyl\\n\" },\n"
            "  body = { en = \"Words\\n\", cy = \"Geiriau\\n\" } }\n");
    }
    std::optional<Composition> compose(const std::string& lua, Object fields = {}) {
        sources.write("plugins/trial/plugin.lua",
                      "return plugin { name = \"trial\", version = \"1.0.0\", api = 1, makes = \"Trials.\",\n"
                      "  declares = { words = markdown {} },\n"
                      "  phrases = { en = { hello = \"hello\" }, cy = { hello = \"helo\" } },\n"
                      "  compose = function(type, case, page)\n" +
                          lua + "\n  end }\n");
        const auto catalogue = sources.load();
        Request request;
        request.type = "one";
        request.caseRecord.reference = "EN/1";
        request.fields = Value(std::move(fields));
        const auto result = catalogue->check(request, testDay);
        EXPECT_NE(result.checked, nullptr) << test::said(result.diagnostics);
        Part part;
        part.images = &pictures;
        faults.clear();
        return result.checked == nullptr ? std::nullopt : catalogue->compose(*result.checked, part, faults);
    }
    /// The one block that the Lua draws.
    template <typename T>
    T drawn(const std::string& lua, Object fields = {}) {
        const auto page = compose(lua, std::move(fields));
        for (const Diagnostic& fault : faults) {
            ADD_FAILURE() << describe(fault);
        }
        if (!page || page->body.size() != 1 || !std::holds_alternative<T>(page->body.front().content)) {
            ADD_FAILURE() << "not one block of the kind";
            return {};
        }
        return std::get<T>(page->body.front().content);
    }
    std::string refusal(const std::string& lua) {
        EXPECT_FALSE(compose(lua).has_value());
        return faults.empty() ? "" : faults.front().message;
    }
};

TEST_F(PageTest, InlineMarksAreNotesReferencesBoxesAndLines) {
    const auto text = drawn<Paragraph>(
                          "page:paragraph { \"A\", footnote { \"see \", bold \"B\" }, ref \"x\", tick(true), "
                          "tick(false), blank(40) }")
                          .text;
    ASSERT_EQ(text.size(), 6U);
    ASSERT_EQ(text.at(1).note.size(), 2U);
    EXPECT_EQ(text.at(1).note.at(1).text, "B");
    EXPECT_TRUE(text.at(1).note.at(1).strong);
    EXPECT_EQ(text.at(2).reference, "x");
    EXPECT_EQ(text.at(3).tick, Tick::Ticked);
    EXPECT_EQ(text.at(3).text, "ticked");
    EXPECT_EQ(text.at(4).tick, Tick::Empty);
    EXPECT_EQ(text.at(4).text, "not ticked");
    EXPECT_DOUBLE_EQ(text.at(5).blank, mm(40));
}

TEST_F(PageTest, ParagraphsMayBeJustifiedQuotedOrGoOnUnderANumber) {
    const auto paragraph =
        drawn<Paragraph>("page:paragraph(\"A\", { align = \"justified\", quoted = true, under = 2 })");
    EXPECT_EQ(paragraph.align, Align::Justified);
    EXPECT_TRUE(paragraph.quoted);
    EXPECT_EQ(paragraph.under, 2);
}

TEST_F(PageTest, TablesHaveSpansTotalsAndDecimals) {
    const auto table = drawn<TableBlock>(
        "page:table { columns = { \"Item\", { heading = \"Cost\", align = \"decimal\" } }, split = true,\n"
        "  rows = { { { text = \"Both\", columns = 2, rows = 1 } }, { \"Sum\", \"£1.50\" } }, totals = { 2 } }");
    EXPECT_EQ(table.columns.at(1).align, Align::Decimal);
    EXPECT_EQ(table.rows.at(0).at(0).columns, 2);
    EXPECT_EQ(table.rows.at(0).at(0).text.at(0).text, "Both");
    EXPECT_EQ(table.totalRows, std::vector<std::size_t>{1});
    EXPECT_EQ(table.split, TableBlock::Rows::Split);
    EXPECT_NE(refusal("page:table { columns = { \"A\" }, rows = { { \"B\" } }, totals = { 2 } }"), "");
}

TEST_F(PageTest, FormsHaveBoxesAndLinesToWriteOn) {
    const auto list = drawn<TickList>("page:tick_list { \"A\", { text = \"B\", ticked = true, lines = 2 } }");
    ASSERT_EQ(list.items.size(), 2U);
    EXPECT_EQ(list.items.at(0).text.at(0).text, "A");
    EXPECT_FALSE(list.items.at(0).ticked);
    EXPECT_EQ(list.items.at(1).text.at(0).text, "B");
    EXPECT_TRUE(list.items.at(1).ticked);
    EXPECT_EQ(list.items.at(1).lines, 2);
    EXPECT_EQ(list.empty, "not ticked");
    EXPECT_EQ(drawn<FillIn>("page:fill_in(\"Name\", { lines = 3 })").lines, 3);
}

TEST_F(PageTest, ContentsAreOfHeadingsOrOfRows) {
    EXPECT_EQ(drawn<Contents>("page:contents { depth = 3 }").depth, 3);
    const auto rows =
        drawn<Contents>("page:contents { rows = { { title = \"A\", page = 7, target = \"doc:1\", level = 2 } } }").rows;
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front().page, "7");
    EXPECT_EQ(rows.front().target, "doc:1");
    EXPECT_EQ(rows.front().level, 2);
}

TEST_F(PageTest, StyleSetsNumberingFoldsAndTheCopy) {
    const auto page = compose(
        "page:style { numbering = \"clauses\", justified = true, fold_marks = { 105, 210 }, "
        "copy_mark = \"FILE COPY\" }");
    ASSERT_TRUE(page.has_value());
    EXPECT_EQ(page->style.numbering, NumberingScheme::Clauses);
    EXPECT_TRUE(page->style.justified);
    ASSERT_EQ(page->style.foldMarks.size(), 2U);
    EXPECT_DOUBLE_EQ(page->style.foldMarks.at(1), mm(210));
    EXPECT_EQ(page->style.copyMark, "FILE COPY");
    EXPECT_EQ(refusal("page:style { numbering = \"roman\" }"), "'numbering' is paragraphs, clauses or decimal");
}

TEST_F(PageTest, BothLanguagesStandBesideEachOtherBlockByBlock) {
    const auto pair = drawn<SideBySide>("page:both_languages(function(inner) inner:markdown(type.words) end)");
    ASSERT_EQ(pair.pairs.size(), 2U);
    const auto said = [](const Blocks& blocks) {
        return std::get<Paragraph>(blocks.front().content).text.front().text;
    };
    EXPECT_EQ(said(pair.pairs.at(0).left), "Good day");
    EXPECT_EQ(said(pair.pairs.at(0).right), "Dydd da");
    EXPECT_EQ(said(pair.pairs.at(1).right), "Hwyl");
}

TEST_F(PageTest, AnotherLanguageHasItsOwnWordsHouseAndMark) {
    const auto page = compose(
        "page:paragraph(say(\"hello\"))\n"
        "page:in_language(\"cy\", function(inner) inner:paragraph { say(\"hello\"), \" \", inner.house.council } end)\n"
        "page:paragraph { say(\"hello\"), \" \", page.house.council }");
    ASSERT_TRUE(page.has_value());
    ASSERT_EQ(page->body.size(), 3U);
    const auto said = [&](std::size_t index) {
        std::string text;
        for (const Span& span : std::get<Paragraph>(page->body.at(index).content).text) {
            text += span.text;
        }
        return text;
    };
    EXPECT_EQ(said(0), "hello");
    EXPECT_EQ(said(1), "helo Cyngor Bwrdeistref Enghraifft");
    EXPECT_EQ(page->body.at(1).language, "cy-GB");
    EXPECT_EQ(said(2), "hello Example Borough Council");
    EXPECT_TRUE(page->body.at(2).language.empty());
}

Object photo(const std::string& mark) {
    return {{"photo", Object{{"exhibit", mark},
                             {"alternative", "A stair with a broken tread"},
                             {"caption", "The stair"},
                             {"place", "Hall"},
                             {"taken_at", "2026-11-12T10:25"}}}};
}

constexpr const char* showPhoto =
    "page:figure(case.photo, { facts = { { \"Place\", case.photo.place }, { \"Taken\", case.photo.taken_at } }, "
    "hash = \"SHA-256\", per_page = 2 })";

TEST_F(PageTest, AFigureShowsThePictureOfAnExhibit) {
    const auto figure = drawn<Figure>(showPhoto, photo("OK/1"));
    ASSERT_NE(figure.picture.bytes, nullptr);
    EXPECT_EQ(*figure.picture.bytes, "picture");
    EXPECT_EQ(figure.alternative, "A stair with a broken tread");
    EXPECT_EQ(figure.caption.front().text, "The stair");
    EXPECT_EQ(figure.perPage, 2);
    ASSERT_EQ(figure.facts.size(), 3U);
    EXPECT_EQ(figure.facts.at(1).second.front().text, "Thursday 12\u00a0November\u00a02026 at 10.25am");
    EXPECT_EQ(figure.facts.at(2).second.front().text, Sha256::of("picture").hex().substr(0, 16));
}

TEST_F(PageTest, AFrameStandsInForAPictureThatIsNotThere) {
    const auto box = drawn<BoxBlock>(showPhoto, photo("NO/1"));
    ASSERT_EQ(box.content.size(), 1U);
    EXPECT_EQ(std::get<Paragraph>(box.content.front().content).text.back().text, "\nPicture: exhibit NO/1");
}

TEST_F(PageTest, APictureThatCannotBeReadRefusesTheDocument) {
    EXPECT_FALSE(compose(showPhoto, photo("BAD/1")).has_value());
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults.front().message, "BAD/1 breaks off");
}

TEST_F(PageTest, AFigureIsToldToThoseWhoCannotSeeIt) {
    EXPECT_EQ(refusal("page:figure({ mark = \"OK/1\" })"),
              "a figure needs 'alternative', which is read to those who cannot see it");
    EXPECT_EQ(refusal("page:figure(\"OK/1\", { alternative = \"A\" })"),
              "a figure is an exhibit or a picture of the case");
}

TEST_F(PageTest, AnImageStandsInATemplateOnItsOwnLine) {
    sources.write("scripts/trial/one.lua",
                  "return trial { id = \"one\", version = 1, title = \"One\", law = \"none\",\n"
                  "  in_force = { from = \"2026-01-01\" }, fields = { photo = image { label = \"Photo\" } },\n"
                  "  words = \"Words\", body = \"{{photo}}\\n\" }\n");
    const auto figure = drawn<Figure>("page:body()", photo("OK/2"));
    EXPECT_EQ(figure.alternative, "A stair with a broken tread");
    EXPECT_EQ(figure.caption.front().text, "The stair");
}

}  // namespace
}  // namespace engross
