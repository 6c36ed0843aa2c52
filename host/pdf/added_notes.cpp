#include "pdf/added_notes.h"

#include "pdf/addition_writer.h"

#include <charconv>
#include <optional>
#include <string>
#include <vector>

namespace engross {
namespace {

constexpr double largestLetters = 8.2;  // points; a note of 4.1 mm holds 8
constexpr double highestBox = 12;
constexpr double widestBox = 200;
constexpr std::size_t mostBoxes = 80;
constexpr std::size_t longestBoxed = 200;   // hexadecimal digits, four a letter
constexpr std::size_t longestLine = 1'200;  // of what says what the boxes are

std::vector<std::string_view> wordsOf(std::string_view line) {
    std::vector<std::string_view> words;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(' '), line.size());
        words.push_back(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return words;
}

std::optional<double> numberIn(std::string_view word) {
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc() && end == word.data() + word.size() ? std::optional(value) : std::nullopt;
}

/// Whether the words are those of the pattern, in which "#" stands for a number and "*" for any word.
bool fits(const std::vector<std::string_view>& words, std::string_view pattern) {
    const std::vector<std::string_view> wanted = wordsOf(pattern);
    if (words.size() != wanted.size()) {
        return false;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool number = wanted[i] == "#" && numberIn(words[i]);
        if (words[i] != wanted[i] && wanted[i] != "*" && !number) {
            return false;
        }
    }
    return true;
}

bool isBox(const std::vector<std::string_view>& words, double userUnit) {
    return fits(words, "0 0.2 0.6 RG 0.5 w # # # # re S") && *numberIn(words[8]) <= widestBox * userUnit &&
           *numberIn(words[9]) <= highestBox * userUnit;
}

bool isWords(const std::vector<std::string_view>& words, std::size_t longest, double userUnit) {
    constexpr std::size_t font = 7;
    constexpr std::size_t codes = 13;
    return fits(words, "0 0.2 0.6 rg BT 0 Tr * # Tf # # Td * Tj ET") && words[font].starts_with('/') &&
           *numberIn(words[font + 1]) <= largestLetters * userUnit && words[codes].size() <= longest &&
           words[codes].starts_with('<') && words[codes].ends_with('>') &&
           words[codes].find_first_not_of("0123456789ABCDEFabcdef", 1) == words[codes].size() - 1;
}

}  // namespace

bool isAddedNotes(std::string_view content, double userUnit) {
    if (!content.starts_with(addedNotesBegin)) {
        return false;
    }
    content.remove_prefix(addedNotesBegin.size());
    std::vector<std::string_view> lines;
    while (!content.empty()) {
        const std::size_t end = std::min(content.find('\n'), content.size());
        lines.push_back(content.substr(0, end));
        content.remove_prefix(std::min(end + 1, content.size()));
    }
    if (lines.size() < 2 || lines.back() != "Q EMC" || !fits(wordsOf(lines.front()), "# # # # # # cm")) {
        return false;
    }
    std::size_t boxes = 0;
    std::size_t others = 0;
    for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
        const bool boxed = isBox(wordsOf(lines[i]), userUnit);
        i += boxed ? 1U : 0U;
        if (i + 1 >= lines.size() || !isWords(wordsOf(lines[i]), boxed ? longestBoxed : longestLine, userUnit)) {
            return false;
        }
        ++(boxed ? boxes : others);
    }
    return boxes <= mostBoxes && others <= 1;
}

}  // namespace engross
