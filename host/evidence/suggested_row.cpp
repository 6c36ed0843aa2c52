#include "evidence/suggested_row.h"

#include "model/day.h"
#include "pdf/page_words.h"
#include "pdf/pdf_error.h"
#include "pdf/reading.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace engross {
namespace {

constexpr std::size_t firstLines = 18;
constexpr std::size_t leastLetters = 6;
constexpr std::size_t mostLetters = 120;
/// A title that may be changed is worth no more; by the clock as much as a busy machine needs for that.
constexpr ProgramLimits forTitle{.patience = std::chrono::seconds{6}, .processorTime = std::chrono::seconds{2}};
constexpr std::uint64_t largestRead = std::uint64_t{64} << 20U;  // for the metadata alone

constexpr std::array<std::array<std::string_view, 2>, 12> months{{{"jan", "ion"},
                                                                  {"feb", "chw"},
                                                                  {"mar", "maw"},
                                                                  {"apr", "ebr"},
                                                                  {"may", "mai"},
                                                                  {"jun", "meh"},
                                                                  {"jul", "gor"},
                                                                  {"aug", "aws"},
                                                                  {"sep", "med"},
                                                                  {"oct", "hyd"},
                                                                  {"nov", "tac"},
                                                                  {"dec", "rha"}}};

std::string small(std::string_view text) {
    std::string all(text);
    std::transform(all.begin(), all.end(), all.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return all;
}

unsigned monthOf(std::string_view word) {
    const std::string name = small(word.substr(0, 3));
    const auto* const found = std::find_if(months.begin(), months.end(), [&](const auto& names) {
        return word.size() >= 3 && std::find(names.begin(), names.end(), name) != names.end();
    });
    return found == months.end() ? 0 : static_cast<unsigned>(found - months.begin()) + 1;
}

/// The number that a word begins with, and 0 where it begins with none.
unsigned numberOf(std::string_view word) {
    unsigned number = 0;
    std::from_chars(word.data(), word.data() + word.size(), number);
    return number;
}

std::string isoOf(unsigned year, unsigned month, unsigned day) {
    const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    const std::string text = std::to_string(year) + "-" + two(month) + "-" + two(day);
    return year >= 1900 && year < 2200 && dayFrom(text) ? text : std::string();
}

std::vector<std::string> wordsIn(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char byte : text) {
        const bool gap = byte == ' ' || byte == '\n' || byte == '\t' || byte == ',' || byte == '(' || byte == ')';
        if (!gap) {
            word += byte;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

/// "02/02/2026", "2.2.2026", "2026-02-02".
std::string dayInOne(const std::string& word) {
    if (word.size() >= 10 && dayFrom(std::string_view(word).substr(0, 10))) {
        return word.substr(0, 10);
    }
    const std::size_t first = word.find_first_of("/.");
    const std::size_t second = first == std::string::npos ? first : word.find(word[first], first + 1);
    if (second == std::string::npos || second + 5 > word.size()) {
        return {};
    }
    const std::string_view view(word);
    if (view.substr(second + 5).find_first_not_of(".;:") != std::string_view::npos) {
        return {};
    }
    return isoOf(numberOf(view.substr(second + 1, 4)), numberOf(view.substr(first + 1)), numberOf(view));
}

std::string joinedLine(const std::string& text) {
    std::string line;
    for (const std::string& word : wordsIn(text)) {
        line += (line.empty() ? "" : " ") + word;
    }
    return line;
}

SuggestedRow rowOfMail(const Mail& mail) {
    SuggestedRow row;
    row.title = "E-mail";
    if (!mail.from.empty()) {
        row.title += " from " + joinedLine(mail.from.substr(0, mail.from.find('<')));
    }
    if (!mail.to.empty()) {
        row.title += " to " + joinedLine(mail.to.substr(0, mail.to.find('<')));
    }
    if (!mail.subject.empty()) {
        row.title += ": " + mail.subject;
    }
    row.date = firstDayIn(mail.date);
    return row;
}

bool isTitle(const std::string& line) {
    const bool dated = !firstDayIn(line).empty() && line.size() < 32;  // a line that is a date and no more
    return line.size() >= leastLetters && line.size() <= mostLetters && line.find(' ') != std::string::npos && !dated;
}

/// What a program wrote for want of a title: "scan0042.jpg", "Microsoft Word - letter".
bool looksLikeFileName(const std::string& title) {
    const std::size_t dot = title.find_last_of('.');
    const std::size_t ending = dot == std::string::npos ? 0 : title.size() - dot - 1;
    const bool ends = ending >= 2 && ending <= 4 && title.find(' ', dot) == std::string::npos;
    return ends || title.rfind("Microsoft ", 0) == 0 || title.find_first_of("/\\") != std::string::npos;
}

SuggestedRow rowOfPages(const Upload& upload) {
    SuggestedRow row;
    const auto words = wordsShown(ProgramInput::file(upload.path), {1, 1}, PageExtent::Visible, forTitle);
    if (!words || words->empty()) {
        return row;
    }
    constexpr SheetArea whole{0, 0, 5000, 5000};
    const std::vector<TextLine> lines = linesIn(words->front(), whole);
    double height = 0;
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        text += lines[i].text + "\n";
        const double tall = lines[i].box.bottom - lines[i].box.top;
        if (i < firstLines && isTitle(lines[i].text) && tall > height * 1.05) {
            height = tall;
            row.title = lines[i].text;
        }
    }
    row.date = firstDayIn(text);
    return row;
}

}  // namespace

std::string firstDayIn(std::string_view text) {
    const std::vector<std::string> words = wordsIn(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (std::string day = dayInOne(words[i]); !day.empty()) {
            return day;
        }
        const unsigned month = i > 0 && i + 1 < words.size() ? monthOf(words[i]) : 0;
        if (month == 0) {
            continue;
        }
        if (std::string day = isoOf(numberOf(words[i + 1]), month, numberOf(words[i - 1])); !day.empty()) {
            return day;
        }
    }
    return {};
}

SuggestedRow suggestedRow(const Upload& upload, const Facts& facts) {
    if (facts.mail) {
        return rowOfMail(*facts.mail);
    }
    if (facts.kind != EvidenceKind::Pdf || facts.pdf->restricted || !upload.password.empty()) {
        return {};
    }
    try {
        SuggestedRow row = rowOfPages(upload);
        if (row.title.empty() && facts.bytes < largestRead) {
            row.title = readFinished(upload.path, upload.name).title;
            if (looksLikeFileName(row.title)) {
                row.title.clear();
            }
        }
        return row;
    } catch (const PdfError&) {
        // Nobody is refused for want of a suggestion.
        return {};
    }
}

}  // namespace engross
