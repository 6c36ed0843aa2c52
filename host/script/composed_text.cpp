#include "script/composed_text.h"

namespace engross {
namespace {

std::string wordsOf(const Inline& text) {
    std::string words;
    for (const Span& span : text) {
        words += span.text;
    }
    return words;
}

/// Reads blocks as a reader would; nesting is as deep as the composition was made.
class WordReader {
public:
    // NOLINTNEXTLINE(misc-no-recursion): blocks nest as deep as they were made
    void read(const Blocks& blocks) {
        for (const Block& block : blocks) {
            std::visit([this](const auto& content) { take(content); }, block.content);
        }
    }
    void read(const std::vector<RunningText>& texts) {
        for (const RunningText& text : texts) {
            add(wordsOf(text.left) + " " + wordsOf(text.centre) + " " + wordsOf(text.right));
        }
    }
    std::vector<std::string> lines;

private:
    void add(const std::string& words) {
        if (std::string line = plainSpaced(words); !line.empty()) {
            lines.push_back(std::move(line));
        }
    }
    void addNotes(const Inline& text) {
        for (const Span& span : text) {
            if (!span.note.empty()) {
                add(wordsOf(span.note));
            }
        }
    }
    void addWith(const Inline& text, const Inline& margin) {
        add(wordsOf(text));
        add(wordsOf(margin));
        addNotes(text);
    }
    void take(const Paragraph& block) {
        addWith(block.text, block.margin);
    }
    void take(const NumberedParagraph& block) {
        addWith(block.text, block.margin);
    }
    void take(const Heading& block) {
        add(wordsOf(block.text));
    }
    // NOLINTNEXTLINE(misc-no-recursion)
    void take(const ListBlock& block) {
        for (const Blocks& item : block.items) {
            read(item);
        }
    }
    // NOLINTNEXTLINE(misc-no-recursion)
    void take(const TableBlock& block) {
        add(wordsOf(block.caption));
        std::string headings;
        for (const TableColumn& column : block.columns) {
            headings += wordsOf(column.heading) + " ";
        }
        add(headings);
        for (const TableCells& row : block.rows) {
            std::string words;
            for (const TableCell& cell : row) {
                words += wordsOf(cell.text) + " ";
            }
            add(words);
            for (const TableCell& cell : row) {
                read(cell.content);
            }
        }
    }
    void take(const KeyValues& block) {
        for (const auto& [label, value] : block.rows) {
            add(wordsOf(label) + " " + wordsOf(value));
        }
    }
    // NOLINTNEXTLINE(misc-no-recursion)
    void take(const BoxBlock& block) {
        read(block.content);
    }
    void take(const Figure& block) {
        add(block.alternative);
        add(wordsOf(block.caption));
        for (const auto& [label, value] : block.facts) {
            add(wordsOf(label) + " " + wordsOf(value));
        }
    }
    void take(const SignatureBlock& block) {
        add(block.label);
        for (const Inline& line : block.lines) {
            add(wordsOf(line));
        }
        add(block.dateLabel);
    }
    void take(const Lines& block) {
        for (const Inline& line : block.lines) {
            add(wordsOf(line));
        }
    }
    void take(const TickList& block) {
        for (const TickList::Item& item : block.items) {
            add((item.ticked ? block.ticked : block.empty) + " " + wordsOf(item.text));
        }
    }
    void take(const FillIn& block) {
        add(wordsOf(block.label));
    }
    void take(const Contents& block) {
        for (const Contents::Row& row : block.rows) {
            add(wordsOf(row.title) + " " + row.page);
        }
    }
    // NOLINTNEXTLINE(misc-no-recursion)
    void take(const SideBySide& block) {
        for (const SideBySide::Pair& pair : block.pairs) {
            read(pair.left);
        }
        for (const SideBySide::Pair& pair : block.pairs) {
            read(pair.right);
        }
    }
    void take(const Rule& /*block*/) {}
    void take(const Space& /*block*/) {}
    void take(const PageBreak& /*block*/) {}
};

constexpr std::string_view fixedSpace = "\u00a0";
constexpr std::string_view narrowSpace = "\u202f";

}  // namespace

std::string plainSpaced(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const std::size_t space = text.starts_with(fixedSpace)    ? fixedSpace.size()
                                  : text.starts_with(narrowSpace) ? narrowSpace.size()
                                  : text.front() == ' ' || text.front() == '\n' || text.front() == '\t' ? 1U
                                                                                                        : 0U;
        if (space == 0) {
            plain += text.front();
        } else if (!plain.empty() && plain.back() != ' ') {
            plain += ' ';
        }
        text.remove_prefix(space == 0 ? 1 : space);
    }
    if (plain.ends_with(' ')) {
        plain.pop_back();
    }
    return plain;
}

std::vector<std::string> composedLines(const Composition& composition) {
    WordReader reader;
    for (const Frame& frame : composition.style.firstFrames) {
        reader.read(frame.content);
    }
    reader.read(composition.style.headers);
    reader.read(composition.body);
    reader.read(composition.style.footers);
    return std::move(reader.lines);
}

std::string composedText(const Composition& composition) {
    std::string text;
    for (const std::string& line : composedLines(composition)) {
        text += (text.empty() ? "" : " ") + line;
    }
    return text;
}

}  // namespace engross
