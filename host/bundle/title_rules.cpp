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

}  // namespace

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
