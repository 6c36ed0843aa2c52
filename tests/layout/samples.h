#pragma once
#include "layout/paginator.h"
#include "layout/trace_canvas.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <string>

namespace engross {

[[nodiscard]] inline Inline words(const std::string& text) {
    return {{.text = text}};
}

template <typename Content>
[[nodiscard]] Block block(Content content) {
    return {.content = std::move(content)};
}

[[nodiscard]] inline Block paragraph(const std::string& text) {
    return block(Paragraph{.text = words(text)});
}

[[nodiscard]] inline Block heading(int level, const std::string& text) {
    return block(Heading{.level = level, .text = words(text)});
}

[[nodiscard]] inline Block numbered(int level, const std::string& text, const std::string& id = "") {
    return block(NumberedParagraph{.level = level, .text = words(text), .id = id});
}

/// A4 with margins of an inch, no heads, feet or frames.
[[nodiscard]] inline PageStyle plainStyle() {
    PageStyle style;
    style.first = style.later = {72, 72, 72, 72};
    return style;
}

[[nodiscard]] inline Composition composition(Blocks body) {
    return {.title = "Sample", .style = plainStyle(), .body = std::move(body)};
}

[[nodiscard]] inline Pages pagesOf(const Composition& made) {
    return paginate(made, Typesetter::standard());
}

[[nodiscard]] inline TraceCanvas drawn(const Composition& made) {
    TraceCanvas canvas;
    pagesOf(made).draw(canvas);
    return canvas;
}

[[nodiscard]] inline TraceCanvas drawn(Blocks body) {
    return drawn(composition(std::move(body)));
}

/// The first text of the content that has these words in it; fails the test where there is none.
[[nodiscard]] inline const TraceCanvas::Text& textSaying(const TraceCanvas& canvas, const std::string& words) {
    const auto found = std::find_if(canvas.texts.begin(), canvas.texts.end(), [&](const auto& text) {
        return !text.artifact && text.text.find(words) != std::string::npos;
    });
    EXPECT_NE(found, canvas.texts.end()) << words;
    return *found;
}

/// Whether a line of the trace has these words in it.
[[nodiscard]] inline bool traceSays(const TraceCanvas& canvas, const std::string& what) {
    return std::any_of(canvas.lines.begin(), canvas.lines.end(),
                       [&](const std::string& line) { return line.find(what) != std::string::npos; });
}

/// A sentence of this many words, each of them different: "word1 word2 …".
[[nodiscard]] inline std::string sentence(std::size_t count, const std::string& stem = "word") {
    std::string text;
    for (std::size_t i = 1; i <= count; ++i) {
        text += (i == 1 ? "" : " ") + stem + std::to_string(i);
    }
    return text;
}

}  // namespace engross
