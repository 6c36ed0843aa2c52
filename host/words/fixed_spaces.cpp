#include "words/text.h"

#include <algorithm>
#include <array>

namespace engross {
namespace {

constexpr std::string_view fixedSpace = "\xC2\xA0";

/// Words that a number belongs to: "section 11", "adran 11". Compared without their capital.
constexpr auto references = std::to_array<std::string_view>({
    "section", "sections", "subsection", "paragraph", "paragraphs",  "regulation",  "regulations", "rule",
    "rules",   "part",     "chapter",    "schedule",  "article",     "page",        "pages",       "form",
    "ground",  "grounds",  "table",      "annex",     "appendix",    "band",        "category",    "class",
    "note",    "item",     "exhibit",    "tab",       "room",        "flat",        "act",         "order",
    "SI",      "s.",       "ss.",        "para.",     "paras.",      "reg.",        "regs.",       "r.",
    "rr.",     "art.",     "sch.",       "p.",        "pp.",         "no.",         "pt.",         "ch.",
    "PD",      "CPR",      "adran",      "adrannau",  "paragraff",   "paragraffau", "rheoliad",    "rheoliadau",
    "rheol",   "rheolau",  "rhan",       "atodlen",   "erthygl",     "tudalen",     "tudalennau",  "ffurflen",
    "tabl",    "atodiad",  "categori",   "nodyn",     "arddangosyn", "fflat",       "ystafell",    "tai",
});

constexpr auto months = std::to_array<std::string_view>({
    "january",   "february", "march",      "april",    "may",    "june",     "july",     "august",
    "september", "october",  "november",   "december", "ionawr", "chwefror", "mawrth",   "ebrill",
    "mai",       "mehefin",  "gorffennaf", "awst",     "medi",   "hydref",   "tachwedd", "rhagfyr",
});

constexpr auto units = std::to_array<std::string_view>({
    "day",    "days",    "week",    "weeks", "month",   "months", "year",  "years",  "hour",
    "hours",  "minutes", "working", "clear", "pages",   "metres", "mm",    "m",      "m²",
    "kg",     "million", "billion", "cm",    "km",      "am",     "pm",    "noon",   "midnight",
    "biliwn", "diwrnod", "wythnos", "mis",   "blynedd", "awr",    "munud", "miliwn",
});

/// Before a name. The Welsh ones that differ stand with them.
constexpr auto titles = std::to_array<std::string_view>({
    "Mr",  "Mrs",   "Ms", "Miss", "Mx", "Dr",  "Prof", "Sir", "Lord", "Lady",  "Cllr",  "Cyng",
    "Rev", "Parch", "St", "HHJ",  "DJ", "Mr.", "Mrs.", "Ms.", "Dr.",  "Prof.", "Cllr.", "Rev.",
});

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool isUpper(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

template <typename Words>
bool holds(const Words& words, std::string_view word) {
    return std::ranges::any_of(words, [word](std::string_view known) {
        return known.size() == word.size() && known.substr(1) == word.substr(1) &&
               (known.front() == word.front() || (isUpper(word.front()) && word.front() - 'A' + 'a' == known.front()));
    });
}

/// The run of letters and digits before `end`, without an opening bracket or quotation mark.
std::string_view wordBefore(std::string_view text, std::size_t end) {
    std::size_t start = text.find_last_of(" \n\t(\"'", end == 0 ? 0 : end - 1);
    start = start == std::string_view::npos || start >= end ? 0 : start + 1;
    return text.substr(start, end - start);
}

std::string_view wordAfter(std::string_view text, std::size_t start) {
    return text.substr(start, text.find_first_of(" \n\t", start) - start);
}

std::string_view withoutStops(std::string_view word) {
    const std::size_t last = word.find_last_not_of(".,;:)?!\"'");
    return word.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

bool isNumber(std::string_view word) {
    return !word.empty() && isDigit(word.front()) && isDigit(word.back()) &&
           word.find_first_not_of("0123456789,.") == std::string_view::npos;
}

bool isYear(std::string_view word) {
    return word.size() >= 4 && isNumber(word.substr(0, 4)) && (word.size() == 4 || !isDigit(word[4]));
}

/// "11", "14(b)", "(2)", "13A", "A1", "AB/3"
bool isLabel(std::string_view word) {
    if (isDigit(word.front())) {
        return true;
    }
    if (word.front() == '(') {
        return word.size() > 2 && word.find(')') != std::string_view::npos;
    }
    return isUpper(word.front()) && word.find_first_of("0123456789") != std::string_view::npos;
}

bool isLower(char letter) {
    return letter >= 'a' && letter <= 'z';
}

/// "A.", "A.B.", "J.-P."
bool areInitials(std::string_view word) {
    bool letter = false;
    for (const char character : word) {
        if (character == '.' ? !letter : character == '-' ? letter : letter || !isUpper(character)) {
            return false;
        }
        letter = isUpper(character);
    }
    return word.size() >= 2 && word.back() == '.';
}

/// "AB1" and "2DE", with whatever stops follow: the two halves of a postcode.
bool isPostcode(std::string_view outward, std::string_view inward) {
    inward = withoutStops(inward);
    const bool ends = inward.size() == 3 && isDigit(inward[0]) && isUpper(inward[1]) && isUpper(inward[2]);
    if (!ends || outward.size() < 2 || outward.size() > 4 || !isUpper(outward[0])) {
        return false;
    }
    const std::size_t digit = isUpper(outward[1]) ? 2 : 1;
    return digit < outward.size() && isDigit(outward[digit]) && outward.size() <= digit + 2 &&
           (isDigit(outward.back()) || isUpper(outward.back()));
}

/// "Ms Example", "A. Example", and the "A" of "Ms A Example" with what is on both its sides.
bool isName(std::string_view text, std::string_view before, std::string_view after) {
    if (!isUpper(after.front()) || !isUpper(before.front())) {
        return false;
    }
    const auto isTitle = [](std::string_view word) { return std::ranges::find(titles, word) != titles.end(); };
    if (isTitle(before) || (areInitials(before) && (areInitials(after) || (after.size() > 1 && isLower(after[1]))))) {
        return true;
    }
    const auto start = static_cast<std::size_t>(before.data() - text.data());
    return before.size() == 1 && start > 1 && isTitle(wordBefore(text, start - 1));
}

bool belongTogether(std::string_view before, std::string_view after) {
    if (before.empty() || after.empty()) {
        return false;
    }
    if (isLabel(after) && holds(references, before)) {
        return true;
    }
    if (isYear(after) && (holds(months, before) || before == "Regulations" || before == "Rules")) {
        return true;
    }
    if (!isDigit(before.back()) || !isNumber(before)) {
        const std::string_view word = withoutStops(after);
        return before.starts_with("£") &&
               (word == "million" || word == "billion" || word == "miliwn" || word == "biliwn");
    }
    const std::string_view word = withoutStops(after);
    return !word.empty() &&
           (holds(units, word) || (before.size() <= 2 && isUpper(word.front()) && holds(months, word)));
}

}  // namespace

std::string withFixedSpaces(std::string_view text) {
    std::string result;
    result.reserve(text.size() + 16);
    std::size_t copied = 0;
    for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        if (at == 0 || at + 1 >= text.size()) {
            continue;
        }
        const char next = text[at + 1];
        if (!isDigit(next) && next != '(' && !isUpper(next) && !isDigit(text[at - 1])) {
            continue;
        }
        const std::string_view before = wordBefore(text, at);
        const std::string_view after = wordAfter(text, at + 1);
        if (belongTogether(before, after) ||
            (!before.empty() && !after.empty() && (isName(text, before, after) || isPostcode(before, after)))) {
            result += text.substr(copied, at - copied);
            result += fixedSpace;
            copied = at + 1;
        }
    }
    result += text.substr(copied);
    return result;
}

}  // namespace engross
