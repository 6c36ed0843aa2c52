#include "layout/samples.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <map>
#include <random>
#include <sstream>

namespace engross {
namespace {

/// Makes compositions of every kind of block from a seed. Each word is numbered, so that none can be mistaken.
class Generator {
public:
    explicit Generator(unsigned seed) : random_(seed) {}

    Composition make() {
        Composition made = composition({});
        PageStyle& style = made.style;
        style.first = {60 + points(250), 60, 60, 100};
        style.later = {60, 60 + points(60), 60, 100};
        style.leading = style.bodySize * (1.3 + points(4) / 10);
        style.continued = "(continued)";
        style.justified = upTo(2) == 0;
        const std::size_t blocks = 3 + upTo(25);
        for (std::size_t i = 0; i < blocks; ++i) {
            made.body.push_back(any(0));
        }
        return made;
    }

    /// Every word that was made, in the order of reading.
    [[nodiscard]] const std::vector<std::string>& words() const {
        return words_;
    }

private:
    std::size_t upTo(std::size_t most) {
        return random_() % (most + 1);
    }

    Points points(std::size_t most) {
        return static_cast<Points>(upTo(most));
    }

    Inline text(std::size_t least, std::size_t most) {
        Inline made;
        const std::size_t count = least + upTo(most - least);
        for (std::size_t i = 0; i < count; ++i) {
            static const char* const stems[] = {"the",    "appeal", "considered",      "a",
                                                "Łukasz", "tŷ",     "notwithstanding", "x"};
            words_.push_back(stems[upTo(7)] + std::to_string(words_.size()));
            const bool strong = upTo(9) == 0;
            Span span{.text = (i == 0 ? "" : " ") + words_.back(), .strong = strong, .emphasis = upTo(19) == 0};
            span.link = upTo(29) == 0 ? "https://www.example.org/" : "";
            made.push_back(span);
        }
        return made;
    }

    Block any(int depth) {
        Block made;
        switch (upTo(depth > 1 ? 4 : 14)) {
            case 0:
            case 1:
                made.content =
                    Paragraph{.text = text(1, 160), .align = static_cast<Align>(upTo(3)), .quoted = upTo(7) == 0};
                break;
            case 2:
                made.content = NumberedParagraph{.level = static_cast<int>(upTo(2)), .text = text(1, 90)};
                break;
            case 3:
                made.content = Lines{.lines = {text(1, 4), text(1, 4), text(1, 3)}};
                break;
            case 4:
                made.content = Heading{.level = 1, .text = text(1, 12)};
                break;
            case 5:
                made.content = BoxBlock{.look = static_cast<BoxBlock::Look>(upTo(1)), .content = some(depth)};
                break;
            case 6:
                made.content = list(depth);
                break;
            case 7:
            case 8:
                made.content = table();
                break;
            case 9:
                made.content = KeyValues{.rows = {{text(1, 3), text(1, 20)}, {text(1, 3), text(1, 40)}}};
                break;
            case 10:
                made.content = TickList{.items = {{.text = text(1, 30), .lines = static_cast<int>(upTo(2))}}};
                break;
            case 11:
                made.content = pairs();
                break;
            case 12:
                made.content = FillIn{.label = text(1, 20), .lines = static_cast<int>(upTo(3))};
                break;
            case 13:
                made.content = SignatureBlock{.lines = {text(1, 3), text(1, 3)}};
                break;
            default:
                made.content = Rule{};
        }
        made.keepTogether = upTo(9) == 0;
        return made;
    }

    Blocks some(int depth) {
        Blocks made;
        const std::size_t count = 1 + upTo(4);
        for (std::size_t i = 0; i < count; ++i) {
            made.push_back(any(depth + 1));
        }
        return made;
    }

    ListBlock list(int depth) {
        ListBlock made;
        made.ordered = upTo(1) == 0;
        const std::size_t count = 1 + upTo(5);
        for (std::size_t i = 0; i < count; ++i) {
            made.items.push_back(some(depth));
        }
        return made;
    }

    TableCell cell(bool wide) {
        if (upTo(9) > 0) {
            return {text(1, upTo(60) == 0 ? 200 : 9), wide ? 2 : 1};
        }
        TableCell made({}, wide ? 2 : 1);
        made.content.push_back(block(Paragraph{.text = text(1, 9)}));
        ListBlock list;
        list.items.push_back({block(Paragraph{.text = text(1, 9)})});
        list.items.push_back({block(Paragraph{.text = text(1, 9)})});
        made.content.push_back(block(std::move(list)));
        return made;
    }

    SideBySide pairs() {
        SideBySide made;
        const std::size_t count = 1 + upTo(6);
        made.pairs.resize(count);
        // Read one language after the other.
        for (SideBySide::Pair& pair : made.pairs) {
            pair.left = {block(Paragraph{.text = text(1, 60)}), block(NumberedParagraph{.text = text(1, 20)})};
        }
        for (SideBySide::Pair& pair : made.pairs) {
            pair.right = {block(Paragraph{.text = text(1, 60)}), block(NumberedParagraph{.text = text(1, 20)})};
        }
        return made;
    }

    TableBlock table() {
        TableBlock made;
        made.split = static_cast<TableBlock::Rows>(upTo(1));
        const std::size_t columns = 1 + upTo(4);
        for (std::size_t i = 0; i < columns; ++i) {
            made.columns.push_back({.heading = text(1, 2),
                                    .align = upTo(4) == 0 ? Align::Decimal : static_cast<Align>(upTo(2)),
                                    .weight = upTo(3) == 0 ? 1.0 : 0.0});
        }
        const std::size_t rows = 1 + upTo(30);
        for (std::size_t i = 0; i < rows; ++i) {
            TableCells row;
            for (std::size_t k = 0; k < columns; ++k) {
                // A cell goes over two columns now and then; the row has one fewer for it.
                const bool wide = k + 1 < columns && upTo(9) == 0;
                row.push_back(cell(wide));
                k += wide ? 1 : 0;
            }
            made.rows.push_back(row);
        }
        if (upTo(2) == 0) {
            made.rowLinks.assign(rows, "doc:1");
        }
        return made;
    }

    std::mt19937 random_;
    std::vector<std::string> words_;
};

bool isLabel(const std::string& word) {
    return word == "\u2022" || word == "\u2610" || word.front() == '(' ||
           (std::isdigit(static_cast<unsigned char>(word.front())) != 0);
}

/// The elements as they are read: each before those that it holds.
std::vector<ElementId> inTreeOrder(const TraceCanvas& canvas) {
    std::vector<std::vector<ElementId>> kids(canvas.elements.size());
    for (ElementId element = 1; element < canvas.elements.size(); ++element) {
        kids[canvas.elements[element].parent].push_back(element);
    }
    std::vector<ElementId> order;
    std::vector<ElementId> waiting{0};
    while (!waiting.empty()) {
        const ElementId element = waiting.back();
        waiting.pop_back();
        order.push_back(element);
        waiting.insert(waiting.end(), kids[element].rbegin(), kids[element].rend());
    }
    return order;
}

/// The words of the content by the element that holds them: a table row that goes over two pages is drawn line by
/// line, but each of its cells is read whole.
std::vector<std::string> wordsRead(const TraceCanvas& canvas) {
    // A link between words is read where it was drawn in its paragraph.
    std::map<ElementId, std::string> texts;
    for (const auto& text : canvas.texts) {
        if (text.artifact) {
            continue;
        }
        ElementId element = text.element;
        while (canvas.elements[element].role == Role::Link || canvas.elements[element].role == Role::Span) {
            element = canvas.elements[element].parent;
        }
        texts[element] += text.text;
    }
    std::vector<std::string> words;
    for (const ElementId element : inTreeOrder(canvas)) {
        std::istringstream stream(texts[element]);
        for (std::string word; stream >> word;) {
            if (!isLabel(word)) {
                words.push_back(word);
            }
        }
    }
    return words;
}

class Generated : public testing::TestWithParam<unsigned> {};

TEST_P(Generated, DrawsEveryWordOnceInOrderInsideTheMarginsAndApart) {
    Generator generator(GetParam());
    const Composition made = generator.make();
    const Pages pages = pagesOf(made);
    TraceCanvas canvas;
    pages.draw(canvas);
    ASSERT_EQ(canvas.violations, std::vector<std::string>{});
    ASSERT_EQ(canvas.pages, pages.count());
    ASSERT_EQ(wordsRead(canvas), generator.words());

    const PageStyle& style = made.style;
    for (const auto& text : canvas.texts) {
        const Margins& margins = text.page == 1 ? style.first : style.later;
        const std::string visible = text.text.substr(0, text.text.find_last_not_of(' ') + 1);
        const Points space = static_cast<Points>(text.text.size() - visible.size()) * 0.3 * text.size;
        ASSERT_GE(text.x, margins.left - 0.1) << text.text;
        ASSERT_LE(text.x + text.width - space, style.width - margins.right + 0.5) << text.text;
        ASSERT_GE(text.baseline, margins.bottom) << text.text;
        ASSERT_LE(text.baseline + 0.7 * text.size, style.height - margins.top + 0.1) << text.text;
    }
    for (const auto& area : canvas.areas) {
        const Margins& margins = area.page == 1 ? style.first : style.later;
        ASSERT_GE(area.area.left, margins.left - 0.1) << area.what;
        ASSERT_LE(area.area.left + area.area.width, style.width - margins.right + 0.1) << area.what;
        ASSERT_GE(area.area.bottom, margins.bottom - 0.1) << area.what;
        ASSERT_LE(area.area.bottom + area.area.height, style.height - margins.top + 0.1) << area.what;
    }
}

TEST_P(Generated, NeverSetsTwoTextsOverEachOther) {
    Generator generator(GetParam());
    const TraceCanvas canvas = drawn(generator.make());
    std::vector<TraceCanvas::Text> texts = canvas.texts;
    std::stable_sort(texts.begin(), texts.end(), [](const auto& left, const auto& right) {
        return left.page != right.page ? left.page < right.page : left.baseline > right.baseline;
    });
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t k = i + 1; k < texts.size() && texts[k].page == texts[i].page; ++k) {
            const Points apart = texts[i].baseline - texts[k].baseline;
            if (apart > 30) {
                break;
            }
            const auto& left = texts[i].x <= texts[k].x ? texts[i] : texts[k];
            const auto& right = texts[i].x <= texts[k].x ? texts[k] : texts[i];
            const Points gap = 0.4 * left.size;  // the space at the end of a line may reach out
            const bool beside = left.x + left.width - (left.text.ends_with(' ') ? gap : 0) <= right.x + 0.1;
            ASSERT_TRUE(beside || apart >= 0.9 * std::max(left.size, right.size))
                << "'" << texts[i].text << "' and '" << texts[k].text << "' on page " << texts[k].page;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Compositions, Generated, testing::Range(1U, 61U));

double secondsFor(std::size_t paragraphs) {
    Blocks body;
    for (std::size_t i = 0; i < paragraphs; ++i) {
        body.push_back(numbered(0, "The appeal is dismissed for the reasons that paragraph " + std::to_string(i % 100) +
                                       " gives, and the decision of the council stands as it was made and served."));
    }
    const Composition made = composition(std::move(body));
    const std::clock_t start = std::clock();
    EXPECT_GT(pagesOf(made).count(), paragraphs / 40);
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// Ten thousand pages with everything that costs: tables, notes, boxes, a table of contents.
TEST(Paginator, SetsTenThousandPagesInLinearTime) {
    const bool soak = std::getenv("ENGROSS_SOAK") != nullptr;
    const std::size_t full = soak ? 10'000 : 1'000;
    const auto secondsForPages = [](std::size_t pages) {
        Blocks body{heading(1, "Record"), block(Contents{})};
        std::size_t made = 0;
        for (; made < pages; ++made) {
            body.push_back(block(Heading{.level = 2, .text = words("Part " + std::to_string(made))}));
            body.push_back(block(Paragraph{.text = {{.text = sentence(120), .note = words(sentence(12))}}}));
            TableBlock table{.columns = {{.heading = words("No")}, {.heading = words("Work"), .weight = 1}}};
            for (int row = 0; row < 8; ++row) {
                table.rows.push_back({words(std::to_string(row)), words("Take down loose plaster and make good")});
            }
            body.push_back(block(table));
            body.push_back(block(BoxBlock{.content = {paragraph(sentence(60)), paragraph(sentence(60))}}));
            body.push_back(block(PageBreak{}));
        }
        const std::clock_t start = std::clock();
        EXPECT_GE(pagesOf(composition(std::move(body))).count(), pages);
        return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    };
    (void)secondsForPages(full / 10);
    const double tenth = secondsForPages(full / 10);
    EXPECT_LT(secondsForPages(full), 30 * tenth + 0.05);
}

// Processor time, and a loose bound for the sake of a busy machine: quadratic time would be a hundredfold.
TEST(Paginator, SetsTenThousandParagraphsInLinearTime) {
    (void)secondsFor(1000);
    const double thousand = secondsFor(1000);
    EXPECT_LT(secondsFor(10'000), 30 * thousand + 0.05);
}

}  // namespace
}  // namespace engross
