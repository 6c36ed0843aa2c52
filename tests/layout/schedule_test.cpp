#include "layout/samples.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <set>

namespace engross {
namespace {

TableBlock costs(const std::vector<std::string>& figures) {
    TableBlock table{.columns = {{.heading = words("Item")}, {.heading = words("Cost"), .align = Align::Decimal}}};
    for (const std::string& figure : figures) {
        table.rows.push_back({words("item"), words(figure)});
    }
    return table;
}

TEST(Table, StandsFiguresByTheirDecimalPoints) {
    const TraceCanvas canvas = drawn({block(costs({"£1,200.00", "£85.5", "£12,500", "(£7.25)", "none"}))});
    const auto pointOf = [&](const std::string& figure, const std::string& whole) {
        const auto& text = textSaying(canvas, figure);
        Points width = 0;
        for (const ShapedRun& run : Typesetter::standard()->shape(whole, {}, "en-GB")) {
            width += run.width * text.size / 1000;
        }
        return text.x + width;
    };
    const Points point = pointOf("£1,200.00", "£1,200");
    EXPECT_NEAR(pointOf("£85.5", "£85"), point, 0.05);
    EXPECT_NEAR(pointOf("£12,500", "£12,500"), point, 0.05);
    EXPECT_NEAR(pointOf("(£7.25)", "(£7"), point, 0.05);
    const auto& words = textSaying(canvas, "none");
    const auto& heading = textSaying(canvas, "Cost");
    EXPECT_NEAR(words.x + words.width, heading.x + heading.width, 0.01);
}

TEST(Table, SpansColumnsAndRows) {
    TableBlock table{.columns = {{.heading = words("A")}, {.heading = words("B")}, {.heading = words("C")}}};
    table.rows.push_back({TableCell(words("tall"), 1, 2), TableCell(words("wide"), 2)});
    table.rows.push_back({words("under"), words("last")});
    const Pages pages = pagesOf(composition({block(table)}));
    EXPECT_TRUE(pages.faults().empty());
    TraceCanvas canvas;
    pages.draw(canvas);
    EXPECT_EQ(canvas.violations, std::vector<std::string>{});
    EXPECT_EQ(canvas.elements[textSaying(canvas, "tall").element].attributes.rowSpan, 2);
    EXPECT_EQ(canvas.elements[textSaying(canvas, "wide").element].attributes.columnSpan, 2);
    EXPECT_EQ(textSaying(canvas, "under").x, textSaying(canvas, "wide").x);
    EXPECT_NEAR(textSaying(canvas, "tall").baseline, textSaying(canvas, "wide").baseline, 0.01);
    // The rule between the two rows does not cross the cell that both share.
    const auto crosses = [&](const auto& area) {
        return area.what == "line" && area.area.left < 73 && area.area.bottom < textSaying(canvas, "wide").baseline &&
               area.area.bottom > textSaying(canvas, "under").baseline;
    };
    EXPECT_TRUE(std::none_of(canvas.areas.begin(), canvas.areas.end(), crosses));
}

TEST(Table, MakesRoomForACellOfSeveralRows) {
    TableBlock table{.columns = {{.weight = 1}, {.weight = 1}}};
    table.rows.push_back({TableCell(words(sentence(60)), 1, 2), words("one")});
    table.rows.push_back({words("two")});
    table.rows.push_back({words("three"), words("four")});
    const TraceCanvas canvas = drawn({block(table)});
    EXPECT_LT(textSaying(canvas, "three").baseline, textSaying(canvas, "word60").baseline - 10);
}

TEST(Table, NeverPartsRowsThatShareACell) {
    for (std::size_t before = 20; before < 32; ++before) {
        TableBlock table = costs(std::vector<std::string>(before, "1"));
        table.rows.push_back({TableCell(words("shared"), 1, 3), words("x1")});
        table.rows.push_back({words("x2")});
        table.rows.push_back({words("x3")});
        const TraceCanvas canvas = drawn({block(table)});
        EXPECT_EQ(textSaying(canvas, "x1").page, textSaying(canvas, "x3").page) << before;
    }
}

TEST(Table, NamesTheRowOfACellThatReachesOut) {
    for (const TableCell& cell : {TableCell(words("wide"), 3, 1), TableCell(words("tall"), 1, 2)}) {
        TableBlock table = costs({"1"});
        table.rows.push_back({cell, words("x")});
        const Pages pages = pagesOf(composition({block(table)}));
        ASSERT_FALSE(pages.faults().empty());
        EXPECT_EQ(pages.faults()[0].message, "a cell in row 2 of table 1 reaches out of the table");
    }
}

TEST(Table, HoldsParagraphsAndListsInACell) {
    TableCell cell;
    cell.content = {paragraph("Take down:"),
                    block(ListBlock{.items = {{paragraph("the plaster")}, {paragraph("the boards")}}}),
                    paragraph("Make good.")};
    TableBlock table{.columns = {{}, {.weight = 1}}, .rows = {{words("1"), cell}}};
    const TraceCanvas canvas = drawn({block(table)});
    EXPECT_EQ(canvas.violations, std::vector<std::string>{});
    EXPECT_EQ(canvas.elements[textSaying(canvas, "Take down:").element].role, Role::P);
    const auto& plaster = textSaying(canvas, "the plaster");
    const auto& bullet = textSaying(canvas, "\u2022");
    EXPECT_NEAR(bullet.baseline, plaster.baseline, 0.01);
    EXPECT_NEAR(bullet.x, textSaying(canvas, "Make good.").x, 0.01);
    EXPECT_GT(plaster.x, bullet.x + 5);
    EXPECT_EQ(canvas.elements[bullet.element].role, Role::Lbl);

    table.rows[0][1].content.push_back(block(BoxBlock{.content = {paragraph("no")}}));
    const Pages faulty = pagesOf(composition({block(table)}));
    ASSERT_EQ(faulty.faults().size(), 1U);
    EXPECT_EQ(faulty.faults()[0].message, "a cell in row 1 of table 1 holds more than text and lists");
}

TEST(Table, KeepsItsTotalWithTheRowBefore) {
    for (std::size_t rows = 25; rows < 34; ++rows) {
        TableBlock table = costs(std::vector<std::string>(rows, "10.00"));
        table.totalRows = {rows};
        table.rows.push_back({words("Total"), words("£310.00")});
        const TraceCanvas canvas = drawn({block(table)});
        const auto& total = textSaying(canvas, "Total");
        EXPECT_NE(total.font.find("Bold"), std::string::npos) << total.font;
        const auto beside = std::count_if(canvas.texts.begin(), canvas.texts.end(), [&](const auto& text) {
            return text.page == total.page && text.text == "10.00";
        });
        EXPECT_GT(beside, 0) << rows;
    }
}

TEST(Table, SplitsRowsWhereAsked) {
    TableBlock table{.columns = {{.heading = words("Work"), .weight = 1}}};
    for (int i = 0; i < 12; ++i) {
        table.rows.push_back({words(sentence(130, "r" + std::to_string(i) + "w"))});
    }
    const auto pagesOfRows = [&](TableBlock::Rows split) {
        table.split = split;
        const TraceCanvas canvas = drawn({block(table)});
        std::size_t parted = 0;
        for (int i = 0; i < 12; ++i) {
            const std::string stem = "r" + std::to_string(i) + "w";
            parted += textSaying(canvas, stem + "1 ").page != textSaying(canvas, stem + "130").page ? 1U : 0U;
        }
        return parted;
    };
    EXPECT_EQ(pagesOfRows(TableBlock::Rows::Keep), 0U);
    EXPECT_GT(pagesOfRows(TableBlock::Rows::Split), 0U);
}

/// A schedule of works as it is served: 200 rows, a head on every page, no row lost, doubled or parted, a total.
TEST(Schedule, OfTwoHundredRowsIsWhole) {
    TableBlock table{.caption = words("Schedule of works"),
                     .columns = {{.heading = words("No"), .align = Align::Right},
                                 {.heading = words("Location")},
                                 {.heading = words("Work required")},
                                 {.heading = words("Complete by")},
                                 {.heading = words("Cost"), .align = Align::Decimal}}};
    for (int i = 1; i <= 200; ++i) {
        table.rows.push_back({words("n" + std::to_string(i)), words("Kitchen"),
                              words(sentence(3 + static_cast<std::size_t>(i * 7 % 17), "a" + std::to_string(i) + "b") +
                                    " end" + std::to_string(i)),
                              words("30\u00A0April\u00A02026"), words("£" + std::to_string(100 + i) + ".00")});
    }
    table.totalRows = {200};
    table.rows.push_back({TableCell(words("Total"), 4), words("£40,100.00")});
    Composition made = composition({heading(1, "Schedule 1"), block(table)});
    made.style.continued = "(continued)";
    const Pages pages = pagesOf(made);
    EXPECT_TRUE(pages.faults().empty());
    TraceCanvas canvas;
    pages.draw(canvas);
    EXPECT_EQ(canvas.violations, std::vector<std::string>{});
    EXPECT_GE(canvas.pages, 8U);
    std::set<std::size_t> headed;
    for (const auto& text : canvas.texts) {
        if (text.text == "Work required") {
            EXPECT_TRUE(headed.insert(text.page).second);
            EXPECT_EQ(text.artifact, text.page > 1);
        }
    }
    EXPECT_EQ(headed.size(), canvas.pages);
    for (int i = 1; i <= 200; ++i) {
        const std::string number = "n" + std::to_string(i);
        const auto& first = textSaying(canvas, number);
        EXPECT_EQ(std::count_if(canvas.texts.begin(), canvas.texts.end(),
                                [&](const auto& text) { return text.text == number; }),
                  1);
        EXPECT_EQ(first.page, textSaying(canvas, "end" + std::to_string(i)).page);
    }
    EXPECT_EQ(textSaying(canvas, "£40,100.00").page, canvas.pages);
}

}  // namespace
}  // namespace engross
