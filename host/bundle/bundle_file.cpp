#include "bundle/bundle_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace engross {
namespace {

constexpr double edge = 25;  // millimetres from the top or the bottom in which page numbers stand
constexpr double millimetresPerPoint = 25.4 / 72;
constexpr std::size_t zones = 6;

/// "41", "A41", "45A", "[41]": what may be a page number, without brackets and full stops; empty for other words.
std::string numberIn(std::string_view word) {
    while (!word.empty() && (word.front() == '[' || word.front() == '(' || word.front() == '-')) {
        word.remove_prefix(1);
    }
    while (!word.empty() && (word.back() == ']' || word.back() == ')' || word.back() == '.' || word.back() == '-')) {
        word.remove_suffix(1);
    }
    const std::size_t begin = std::min(word.find_first_of("0123456789"), word.size());
    const std::size_t end = std::min(word.find_first_not_of("0123456789", begin), word.size());
    const auto isLetter = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool fits = begin < word.size() && begin <= 3 && end - begin <= 5 && word.size() - end <= 2 &&
                      std::all_of(word.begin(), word.begin() + static_cast<long>(begin), isLetter) &&
                      std::all_of(word.begin() + static_cast<long>(end), word.end(), isLetter);
    return fits ? std::string(word) : std::string();
}

long valueOf(const std::string& number) {
    const std::size_t begin = number.find_first_of("0123456789");
    long value = 0;
    std::from_chars(number.data() + begin, number.data() + number.size(), value);
    return value;
}

struct Candidate {
    std::string text;
    SheetArea area;
};
using Candidates = std::array<std::vector<Candidate>, zones>;

std::size_t zoneOf(const SheetArea& area, double width, double height) {
    const double middle = (area.left + area.right) / 2;
    const std::size_t column = middle < width / 3 ? 0 : middle < 2 * width / 3 ? 1 : 2;
    return ((area.top + area.bottom) / 2 > height / 2 ? 3 : 0) + column;
}

Candidates candidatesOn(const ReadPage& page, const std::vector<PlacedWord>& words) {
    Candidates found;
    const double width = page.width * millimetresPerPoint;
    const double height = page.height * millimetresPerPoint;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const SheetArea& area = words[i].box;
        if (area.bottom > edge && area.top < height - edge) {
            continue;
        }
        const std::string number = numberIn(words[i].text);
        if (number.empty()) {
            continue;
        }
        auto& zone = found.at(zoneOf(area, width, height));
        zone.push_back({number, area});
        // "A 41" is two words.
        const bool lettered = i > 0 && words[i - 1].text.size() == 1 && words[i - 1].text[0] >= 'A' &&
                              words[i - 1].text[0] <= 'Z' && area.left - words[i - 1].box.right < 5 &&
                              area.left >= words[i - 1].box.right &&
                              number.find_first_not_of("0123456789") == std::string::npos;
        if (lettered) {
            SheetArea both = area;
            both.left = words[i - 1].box.left;
            zone.push_back({words[i - 1].text + " " + number, both});
        }
    }
    return found;
}

bool isLabel(const Candidate& candidate, const ReadPage& page) {
    return candidate.text == page.label;
}

/// How far the numbers of a zone are ahead of the physical pages, where most agree, and how many do.
std::pair<long, std::size_t> bestShift(const std::vector<Candidates>& pages, std::size_t zone) {
    std::map<long, std::size_t> shifts;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::map<long, bool> onPage;
        for (const Candidate& candidate : pages[i][zone]) {
            onPage.emplace(valueOf(candidate.text) - static_cast<long>(i) - 1, true);
        }
        for (const auto& [shift, there] : onPage) {
            ++shifts[shift];
        }
    }
    std::pair<long, std::size_t> best{0, 0};
    for (const auto& [shift, count] : shifts) {
        if (count > best.second) {
            best = {shift, count};
        }
    }
    return best;
}

std::string withoutNumbers(std::string_view title) {
    const std::size_t dot = title.find(". ");
    if (dot != std::string_view::npos && dot > 0 && dot <= 4 &&
        title.substr(0, dot).find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos) {
        title.remove_prefix(dot + 2);
    }
    const std::size_t bracket = title.rfind(" [");
    if (bracket != std::string_view::npos && bracket > 0 && title.back() == ']') {
        title = title.substr(0, bracket);
    }
    return std::string(title);
}

void addMarks(const std::vector<ReadBookmark>& bookmarks, std::vector<MarkedDocument>& documents) {
    for (const ReadBookmark& bookmark : bookmarks) {
        if (bookmark.page) {
            documents.push_back({withoutNumbers(bookmark.title), *bookmark.page, *bookmark.page});
        }
    }
}

}  // namespace

PrintedNumbers stampedNumbers(const PdfReading& reading) {
    PrintedNumbers numbers;
    for (const ReadPage& page : reading.pages) {
        numbers.texts.push_back(page.stamp ? page.stamp->text : std::string());
        numbers.known = numbers.known || page.stamp.has_value();
    }
    return numbers;
}

PrintedNumbers foundNumbers(const PdfReading& reading, const std::vector<std::vector<PlacedWord>>& words) {
    std::vector<Candidates> pages;
    for (std::size_t i = 0; i < reading.pages.size() && i < words.size(); ++i) {
        pages.push_back(candidatesOn(reading.pages[i], words[i]));
    }
    std::size_t bestZone = 0;
    std::pair<long, std::size_t> best{0, 0};
    std::size_t most = 0;
    for (std::size_t zone = 0; zone < zones; ++zone) {
        std::size_t labelled = 0;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            labelled += std::ranges::any_of(pages[i][zone],
                                            [&](const Candidate& one) { return isLabel(one, reading.pages[i]); })
                            ? 1U
                            : 0U;
        }
        const auto shift = bestShift(pages, zone);
        // Bottom right is where it should be: of equals the later zone wins.
        if (const std::size_t score = std::max(labelled, shift.second); score >= most) {
            most = score;
            best = shift;
            bestZone = zone;
        }
    }
    PrintedNumbers numbers;
    if (pages.size() < 2 || 2 * most < pages.size()) {
        return numbers;
    }
    numbers.known = true;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto& there = pages[i][bestZone];
        auto chosen = std::ranges::find_if(there, [&](const Candidate& one) { return isLabel(one, reading.pages[i]); });
        if (chosen == there.end()) {
            chosen = std::ranges::find_if(there, [&](const Candidate& one) {
                return valueOf(one.text) - static_cast<long>(i) - 1 == best.first;
            });
        }
        chosen = chosen == there.end() && !there.empty() ? there.end() - 1 : chosen;
        numbers.texts.push_back(chosen == there.end() ? std::string() : chosen->text);
        numbers.areas.push_back(chosen == there.end() ? std::nullopt : std::optional(chosen->area));
    }
    return numbers;
}

std::vector<MarkedDocument> documentsOf(const PdfReading& reading) {
    std::vector<MarkedDocument> documents;
    for (const ReadBookmark& outer : reading.bookmarks) {
        addMarks(outer.children, documents);
    }
    if (documents.empty()) {
        addMarks(reading.bookmarks, documents);
    }
    std::ranges::stable_sort(documents, {}, &MarkedDocument::first);
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const PageNumber next = i + 1 < documents.size() ? documents[i + 1].first : reading.pages.size() + 1;
        documents[i].last = std::max(documents[i].first, next - 1);
    }
    return documents;
}

}  // namespace engross
