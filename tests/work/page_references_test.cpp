#include "work/page_references.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

BundlePlan planWith(const std::vector<std::string>& marks) {
    BundlePlan plan;
    plan.sections.push_back({.title = "Exhibits", .items = {}, .where = {}});
    for (const std::string& mark : marks) {
        PlannedItem item;
        item.title = "Exhibit " + mark;
        item.mark = mark;
        plan.sections.back().items.push_back(std::move(item));
    }
    return plan;
}

Block paragraph(Inline text) {
    return {.content = Paragraph{.text = std::move(text)}};
}

std::string textOf(const Inline& words) {
    std::string text;
    for (const Span& span : words) {
        text += span.link.empty() ? span.text : "<" + span.link + "|" + span.text + ">";
    }
    return text;
}

class PageReferences : public testing::Test {
protected:
    BundlePlan plan = planWith({"AB/1", "AB/3", "CD/2"});
    Numbering numbering{plan, {1, 1, 1, 7, 30, 2}};  // AB/1 begins on page 4, AB/3 on 11, CD/2 on 41
    ExhibitMarks marks{plan};
    std::set<std::string> unresolved;

    std::string printed(Inline text) {
        Composition composition;
        composition.body.push_back(paragraph(std::move(text)));
        printReferences(composition, marks, numbering, unresolved);
        return textOf(std::get<Paragraph>(composition.body.front().content).text);
    }
};

TEST_F(PageReferences, PrintThePageBehindAMarkInAnyWords) {
    EXPECT_EQ(printed({{.text = "See AB/3, and CD/2."}}),
              "See <exhibit:AB/3|AB/3\u00A0[11]>, and <exhibit:CD/2|CD/2\u00A0[41]>.");
    EXPECT_TRUE(unresolved.empty());
}

TEST_F(PageReferences, PrintItBehindALinkThatAScriptMade) {
    EXPECT_EQ(printed({{.text = "AB/1", .strong = true, .link = "exhibit:AB/1"}}), "<exhibit:AB/1|AB/1\u00A0[4]>");
    EXPECT_EQ(printed({{.text = "the council's site", .link = "https://www.example.org/AB/1"}}),
              "<https://www.example.org/AB/1|the council's site>");
}

TEST_F(PageReferences, NameWhatTheBundleHasNot) {
    EXPECT_EQ(printed({{.text = "AB/2 and AB/3"}}), "AB/2 and <exhibit:AB/3|AB/3\u00A0[11]>");
    EXPECT_EQ(unresolved, (std::set<std::string>{"AB/2"}));
    EXPECT_EQ(printed({{.text = "ZZ/9", .link = "exhibit:ZZ/9"}}), "ZZ/9");
    EXPECT_TRUE(unresolved.contains("ZZ/9"));
}

TEST_F(PageReferences, LeaveAloneWhatOnlyLooksLikeAMark) {
    for (const char* text : {"XAB/3", "AB/", "AB/3a", "AB/3/2026", "1/AB/3", "EN/2026/0142"}) {
        EXPECT_EQ(printed({{.text = text}}), text);
    }
    EXPECT_TRUE(unresolved.empty());
}

TEST(ExhibitMarksTest, OfLettersAloneAreNoneUnlessTheyAreThere) {
    const ExhibitMarks marks(planWith({"A1", "A2"}));
    EXPECT_TRUE(marks.in("the A40, on A4 paper").empty());
    ASSERT_EQ(marks.in("see A2").size(), 1U);
    EXPECT_EQ(marks.in("see A2").front().mark, "A2");
}

TEST_F(PageReferences, AreFoundInListsTablesAndBoxes) {
    Composition composition;
    ListBlock list;
    list.items.push_back({paragraph({{.text = "AB/1"}})});
    TableBlock table;
    table.rows.push_back({TableCell{Inline{{.text = "2 March 2026"}}}, TableCell{Inline{{.text = "AB/3"}}}});
    BoxBlock box;
    box.content.push_back({.content = NumberedParagraph{.text = {{.text = "CD/2"}}}});
    composition.body = {{.content = list}, {.content = table}, {.content = box}};
    printReferences(composition, marks, numbering, unresolved);
    EXPECT_EQ(textOf(std::get<TableBlock>(composition.body.at(1).content).rows.at(0).at(1).text),
              "<exhibit:AB/3|AB/3\u00A0[11]>");
    const auto& inList = std::get<ListBlock>(composition.body.at(0).content).items.at(0).front();
    EXPECT_EQ(textOf(std::get<Paragraph>(inList.content).text), "<exhibit:AB/1|AB/1\u00A0[4]>");
    const auto& inBox = std::get<BoxBlock>(composition.body.at(2).content).content.front();
    EXPECT_EQ(textOf(std::get<NumberedParagraph>(inBox.content).text), "<exhibit:CD/2|CD/2\u00A0[41]>");
}

}  // namespace
}  // namespace engross
