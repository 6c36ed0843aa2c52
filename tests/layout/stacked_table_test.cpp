#include "layout/samples.h"

#include <gtest/gtest.h>
#include <cmath>
#include <map>

namespace engross {
namespace {

TableBlock rooms() {
    return {.columns = {{.heading = words("Room")},
                        {.heading = words("Accommodation")},
                        {.heading = words("Measurements")},
                        {.heading = words("Recommendation")},
                        {.heading = words("Responsibilities")}},
            .rows = {{words("1"), words("bedroom"), words("uncharacteristically"), words("noncombustible"),
                      words("superintendent")},
                     {words("2"), words("kitchen"), words("intercommunicating"), words(""), words("leaseholder")}}};
}

Composition large(TableBlock table, Points size) {
    Composition made = composition({block(std::move(table))});
    made.style.largePrint = size;
    return made;
}

/// What stands on each line of the page, from the top.
std::vector<std::string> linesOf(const TraceCanvas& canvas) {
    std::map<std::pair<std::size_t, long>, std::map<long, std::string>> lines;
    for (const auto& text : canvas.texts) {
        lines[{text.page, -std::lround(text.baseline)}][std::lround(text.x)] += text.text;
    }
    std::vector<std::string> said;
    for (const auto& [place, texts] : lines) {
        std::string& line = said.emplace_back();
        for (const auto& [x, text] : texts) {
            line += (line.empty() ? "" : " | ") + text;
        }
    }
    return said;
}

TEST(StackedTable, IsMadeOnlyWhereWordsHaveNoRoomBesideEachOther) {
    const TraceCanvas wide = drawn(composition({block(rooms())}));
    EXPECT_LT(textSaying(wide, "Room").x, textSaying(wide, "Recommendation").x);
    EXPECT_DOUBLE_EQ(textSaying(wide, "Room").baseline, textSaying(wide, "Recommendation").baseline);
    const TraceCanvas stacked = drawn(large(rooms(), 18));
    EXPECT_DOUBLE_EQ(textSaying(stacked, "Room").x, textSaying(stacked, "Recommendation").x);
}

TEST(StackedTable, CutsNoWordInLargePrint) {
    for (const Points size : {16.0, 18.0}) {
        EXPECT_TRUE(pagesOf(large(rooms(), size)).faults().empty()) << size;
    }
}

TEST(StackedTable, SaysEachCellWithTheHeadingOfItsColumn) {
    EXPECT_EQ(linesOf(drawn(large(rooms(), 18))),
              (std::vector<std::string>{"Room | 1", "Accommodation | bedroom", "Measurements | uncharacteristically",
                                        "Recommendation | noncombustible", "Responsibilities | superintendent",
                                        "Room | 2", "Accommodation | kitchen", "Measurements | intercommunicating",
                                        "Responsibilities | leaseholder"}));
}

TEST(StackedTable, KeepsSectionsSpansAndTotals) {
    const std::string wide = "unconstitutionallyunreasonable";
    TableBlock table{.columns = {{.heading = words("Item")}, {.heading = words("Hours")}, {.heading = words("Cost")}},
                     .rows = {{words("Ground floor")},
                              {TableCell(words("Boiler"), 1, 2), words(wide), words(wide)},
                              {TableCell(words("in all"), 2)},
                              {words("Total"), words("12.5"), words("£2,340.00")}},
                     .bandRows = {0},
                     .totalRows = {3}};
    EXPECT_EQ(
        linesOf(drawn(large(table, 18))),
        (std::vector<std::string>{"Ground floor", "Item | Boiler", "Hours | " + wide, "Cost | " + wide, "Item | Boiler",
                                  "Hours | in all", "Cost", "Item | Total", "Hours | 12.5", "Cost | £2,340.00"}));
}

TEST(StackedTable, IsReadAloudAsTheTableThatItIs) {
    const auto read = [](const TraceCanvas& canvas) {
        std::map<ElementId, std::string> said;
        for (const auto& text : canvas.texts) {
            if (!text.artifact) {
                said[text.element] += text.text;
            }
        }
        std::string all;
        for (const auto& [element, text] : said) {
            all += std::to_string(static_cast<int>(canvas.elements.at(element).role)) + " " + text + "\n";
        }
        return all;
    };
    const TraceCanvas stacked = drawn(large(rooms(), 18));
    EXPECT_EQ(read(stacked), read(drawn(composition({block(rooms())}))));
    EXPECT_TRUE(stacked.violations.empty());
}

TEST(StackedTable, PartsADateADigestOrAnAddressRatherThanAWord) {
    const std::string digest = "4be1c09d77aa2f634be1c09d77aa2f634be1c09d77aa2f634be1c09d77aa2f63";
    TableBlock table{
        .columns = {{.heading = words("Day")}, {.heading = words("SHA-256")}, {.heading = words("E-mail")}},
        .rows = {
            {words("25\u00A0November\u00A02026"), words(digest), words("a.very.long.name@housing.example.gov.uk")}}};
    const Pages pages = pagesOf(large(table, 18));
    EXPECT_TRUE(pages.faults().empty());
    TraceCanvas canvas;
    pages.draw(canvas);
    std::string read;
    for (const auto& text : canvas.texts) {
        read += text.text.find_first_not_of("0123456789abcdef") == std::string::npos ? text.text : "";
    }
    EXPECT_EQ(read, digest);
    EXPECT_EQ(textSaying(canvas, "November").text, "25\u00A0November\u00A02026");
    EXPECT_EQ(textSaying(canvas, "very").text, "a.very.long.name");
    EXPECT_EQ(textSaying(canvas, "4be1c09d").text.size() % 8, 0U);
}

}  // namespace
}  // namespace engross
