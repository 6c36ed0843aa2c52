#pragma once
#include "pdf/page_words.h"

#include <string>
#include <vector>

namespace engross {

/// The words of a text in lines, each letter two millimetres wide, each line ten below the one before.
inline std::vector<PlacedWord> wordsIn(const std::vector<std::string>& lines) {
    std::vector<PlacedWord> words;
    double top = 20;
    for (const std::string& line : lines) {
        std::size_t at = 0;
        while (at < line.size()) {
            const std::size_t end = std::min(line.find(' ', at), line.size());
            words.push_back({line.substr(at, end - at),
                             {20 + 2.0 * static_cast<double>(at), top, 20 + 2.0 * static_cast<double>(end), top + 5}});
            at = end + 1;
        }
        top += 10;
    }
    return words;
}

}  // namespace engross
