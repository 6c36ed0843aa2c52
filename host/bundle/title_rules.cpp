#include "bundle/title_rules.h"

#include <algorithm>
#include <array>
#include <string>

namespace engross {

namespace {

constexpr std::array<std::string_view, 20> endings{".pdf",  ".jpg", ".jpeg", ".png", ".tif",  ".tiff", ".doc",
                                                   ".docx", ".odt", ".rtf",  ".eml", ".msg",  ".heic", ".webp",
                                                   ".xls",  ".csv", ".xlsx", ".txt", ".html", ".htm"};

/// Words that name no document, alone or with a number behind them; Welsh ones too.
constexpr std::array<std::string_view, 26> idleWords{
    "scan",    "scanned", "document", "documents",  "doc",      "file",      "image", "photo",   "page",
    "picture", "exhibit", "evidence", "attachment", "untitled", "enclosure", "item",  "misc",    "various",
    "dogfen",  "ffeil",   "llun",     "sgan",       "atodiad",  "tudalen",   "eitem", "amrywiol"};

constexpr std::array<std::string_view, 6> cameraNames{"img", "dsc", "dscn", "pxl", "screenshot", "whatsapp image"};

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool isFiller(char letter) {
    return isDigit(letter) || letter == ' ' || letter == '_' || letter == '-' || letter == '(' || letter == ')' ||
           letter == '.' || letter == '#';
}

bool isWordWithNumbers(const std::string& text, std::string_view word) {
    return text.substr(0, word.size()) == word &&
           std::all_of(text.begin() + static_cast<long>(word.size()), text.end(), isFiller);
}

bool contains(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}

/// "[2025] UKUT", "[2002] 1 AC": a year in square brackets and the series of a report behind it.
bool hasCitation(std::string_view text) {
    for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
        const bool year =
            at + 7 < text.size() &&
            std::all_of(text.begin() + static_cast<long>(at) + 1, text.begin() + static_cast<long>(at) + 5, isDigit) &&
            text[at + 5] == ']' && text[at + 6] == ' ';
        if (year) {
            return true;
        }
    }
    return false;
}

/// "Housing Act 2004": the word, and a year behind it.
bool hasStatute(std::string_view text, std::string_view word) {
    const std::size_t at = text.find(word);
    return at != std::string_view::npos && at + word.size() + 4 <= text.size() &&
           std::all_of(text.begin() + static_cast<long>(at + word.size()),
                       text.begin() + static_cast<long>(at + word.size()) + 4, isDigit);
}

}  // namespace

bool isAuthority(std::string_view title) {
    // A paper of the case names the Act that it is made under: only a title that is the Act's own is an authority.
    const bool statute = hasStatute(title, " Act ") || hasStatute(title, " Regulations ") ||
                         hasStatute(title, " Order ") || hasStatute(title, " Rules ");
    const bool paper = contains(title, "otice") || contains(title, "tatement") || contains(title, "etter") ||
                       contains(title, "pplication") || contains(title, "under ");
    return hasCitation(title) || (statute && !paper);
}

bool isEvidence(std::string_view title) {
    static constexpr std::array<std::string_view, 10> words{
        "itness statement", "hotograph",      "nspection report", "tatement of case", "orrespondence",
        "enancy agreement", "datganiad tyst", "ffotograff",       "E-mail",           "mail from"};
    return std::any_of(words.begin(), words.end(), [title](std::string_view word) { return contains(title, word); });
}

TitleFault judgeTitle(std::string_view title) {
    std::string text;
    std::transform(title.begin(), title.end(), std::back_inserter(text), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    text.erase(0, text.find_first_not_of(" \t"));
    text.erase(text.find_last_not_of(" \t") + 1);
    if (text.empty()) {
        return TitleFault::Empty;
    }
    const bool hasEnding = std::any_of(endings.begin(), endings.end(), [&text](std::string_view ending) {
        return text.size() > ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
    });
    const auto withNumbers = [&text](std::string_view word) { return isWordWithNumbers(text, word); };
    if (hasEnding || std::any_of(cameraNames.begin(), cameraNames.end(), withNumbers)) {
        return TitleFault::FileName;
    }
    const bool idle =
        std::all_of(text.begin(), text.end(), isFiller) || std::any_of(idleWords.begin(), idleWords.end(), withNumbers);
    return idle ? TitleFault::SaysNothing : TitleFault::None;
}

}  // namespace engross
