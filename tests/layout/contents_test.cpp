#include "layout/samples.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <map>

namespace engross {
namespace {

/// What stands right of the middle of the page, by the title left of it.
std::map<std::string, std::string> listed(const TraceCanvas& canvas) {
    std::map<std::string, std::string> rows;
    for (const auto& title : canvas.texts) {
        for (const auto& number : canvas.texts) {
            const bool sameLine = title.page == 1 && number.page == 1 && title.baseline == number.baseline;
            const bool right = number.x > plainStyle().width - 72 - 34;
            if (sameLine && right && !number.artifact && !title.artifact && title.x < 200) {
                rows[title.text] = number.text.substr(2);  // after the fixed space
            }
        }
    }
    return rows;
}

Composition book() {
    Blocks body{heading(1, "Statement of case"), block(Contents{})};
    body.push_back(block(PageBreak{}));
    for (const char* title : {"The property", "The works"}) {
        body.push_back(heading(2, title));
        for (int i = 0; i < 30; ++i) {
            body.push_back(paragraph(sentence(25)));
        }
        body.push_back(heading(3, std::string(title) + ", closer"));
        body.push_back(paragraph("Text."));
    }
    return composition(std::move(body));
}

TEST(Contents, ListsHeadingsWithTheirPages) {
    const TraceCanvas canvas = drawn(book());
    EXPECT_EQ(canvas.violations, std::vector<std::string>{});
    const auto rows = listed(canvas);
    ASSERT_EQ(rows.size(), 2U);  // not the title, nor what is deeper than two
    for (const auto& [title, page] : rows) {
        const auto heading = std::find_if(canvas.texts.begin(), canvas.texts.end(), [title = title](const auto& text) {
            return text.page > 1 && text.text == title;
        });
        ASSERT_NE(heading, canvas.texts.end());
        EXPECT_EQ(page, std::to_string(heading->page)) << title;
    }
}

TEST(Contents, LinksEachRowToItsHeadingAndTagsIt) {
    const TraceCanvas canvas = drawn(book());
    EXPECT_TRUE(traceSays(canvas, "heading:1")) << canvas.trace();
    const auto count = [&](Role role) {
        return std::count_if(canvas.elements.begin(), canvas.elements.end(),
                             [role](const auto& element) { return element.role == role; });
    };
    EXPECT_EQ(count(Role::TOC), 1);
    EXPECT_EQ(count(Role::TOCI), 2);
    for (const auto& text : canvas.texts) {
        if (text.text.starts_with(". .")) {
            EXPECT_TRUE(text.artifact);
        }
    }
}

TEST(Contents, ShowsTheNumbersOfNumberedHeadings) {
    const TraceCanvas canvas =
        drawn({heading(1, "Order"), block(Contents{}),
               block(Heading{.level = 2, .text = words("Definitions"), .numbered = true}), numbered(1, "In this order"),
               block(Heading{.level = 2, .text = words("Hidden"), .numbered = true, .unlisted = true}),
               block(Heading{.level = 2, .text = words("Works"), .numbered = true})});
    const auto rows = listed(canvas);
    EXPECT_EQ(rows.size(), 2U);
    EXPECT_TRUE(rows.contains("1.\u00A0Definitions"));
    EXPECT_TRUE(rows.contains("3.\u00A0Works"));
}

TEST(Contents, SetsGivenRowsWithTheirPages) {
    const TraceCanvas canvas =
        drawn({block(Contents{.rows = {{.title = words("Notice"), .page = "A 41", .target = "doc:7"},
                                       {.title = words("Plan"), .page = "52"}}})});
    const auto rows = listed(canvas);
    EXPECT_EQ(rows.at("Notice"), "A 41");
    EXPECT_EQ(rows.at("Plan"), "52");
    const auto links = std::count_if(canvas.lines.begin(), canvas.lines.end(), [](const std::string& line) {
        return line.find(" link ") != std::string::npos && line.find("doc:7") != std::string::npos;
    });
    EXPECT_EQ(links, 1);
}

}  // namespace
}  // namespace engross
