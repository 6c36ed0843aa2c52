#include "bundle/page_numbers.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace engross {

namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::size_t longestNumber = 9;

/// "B 12", "A12B" or "xiv": what stands before the number, the number, and what stands behind it.
struct LabelWords {
    std::string before;
    std::size_t number = 0;
    std::string behind;
};

std::size_t romanValue(std::string_view text) {
    constexpr std::string_view signs = "ivxlcdm";
    constexpr std::size_t values[] = {1, 5, 10, 50, 100, 500, 1000};
    std::size_t sum = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t at = signs.find(text[i]);
        if (at == std::string_view::npos) {
            return 0;
        }
        const std::size_t next = i + 1 < text.size() ? signs.find(text[i + 1]) : std::string_view::npos;
        const bool taken = next != std::string_view::npos && next > at;
        sum = taken ? sum - values[at] : sum + values[at];
    }
    return sum;
}

LabelWords wordsOf(const std::string& label) {
    const std::size_t first = label.find_first_of(digits);
    if (first == std::string::npos) {
        const std::size_t space = label.find_last_of(' ');
        const std::size_t at = space == std::string::npos ? 0 : space + 1;
        return {label.substr(0, at), romanValue(std::string_view(label).substr(at)), {}};
    }
    LabelWords words{label.substr(0, first), 0, {}};
    const std::size_t end = std::min(label.find_first_not_of(digits, first), label.size());
    if (end - first <= longestNumber && label[first] != '0') {
        std::from_chars(label.data() + first, label.data() + end, words.number);
        words.behind = label.substr(end);
    }
    return words;
}

bool isRoman(const std::string& label) {
    return label.find_first_of(digits) == std::string::npos;
}

/// Whether `behind` is what follows `last` between two numbers: "" → "A" → "B"; others than Engross use I and O.
bool followsBetween(const std::string& behind, std::size_t between) {
    const char plain = static_cast<char>('A' + static_cast<int>(std::min<std::size_t>(between, 25)));
    return !behind.empty() && (behind == sectionLetter(between) || behind == std::string(1, plain));
}

/// Longer letters come later: "Z" before "AA".
bool comesAfter(const std::string& letters, const std::string& before) {
    return letters.size() != before.size() ? letters.size() > before.size() : letters > before;
}

class RunReader {
public:
    RunReader(const std::vector<std::string>& labels, PageNumbering scheme)
        : labels_(labels), sections_(scheme == PageNumbering::Sections) {}

    PageRun read() {
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            const LabelWords words = wordsOf(labels_[i]);
            if (i == 0) {
                run_.first = words.number;
            }
            if (i > 0 && words.before == last_.before && words.number == last_.number &&
                followsBetween(words.behind, between_)) {
                run_.suffixed.push_back(i + 1);
                ++between_;
                continue;
            }
            if (!fits(words, isRoman(labels_[i]), i == 0)) {
                run_.outOfTurn.push_back(i + 1);
            }
            last_ = words;
            lastRoman_ = isRoman(labels_[i]);
            between_ = 0;
        }
        return std::move(run_);
    }

private:
    [[nodiscard]] bool fits(const LabelWords& words, bool roman, bool first) const {
        const bool unlettered = sections_ && !roman && words.before.empty();
        if (words.number == 0 || !words.behind.empty() || (roman && !sections_) || unlettered) {
            return false;
        }
        if (first) {
            return true;
        }
        const bool goesOn = roman == lastRoman_ && words.before == last_.before && words.number == last_.number + 1;
        const bool opensSection = sections_ && !roman && words.number == 1 && !words.before.empty() &&
                                  (lastRoman_ || comesAfter(words.before, last_.before));
        return goesOn || opensSection;
    }

    const std::vector<std::string>& labels_;
    bool sections_;
    PageRun run_;
    LabelWords last_;
    bool lastRoman_ = false;
    std::size_t between_ = 0;
};

}  // namespace

PageRun runOf(const std::vector<std::string>& labels, PageNumbering scheme) {
    return RunReader(labels, scheme).read();
}

std::string spokenPages(const std::vector<std::size_t>& pages, const std::vector<std::string>& labels) {
    const auto name = [&labels](std::size_t page) {
        return page <= labels.size() && !labels[page - 1].empty() ? labels[page - 1] : std::to_string(page);
    };
    std::string text;
    for (std::size_t i = 0; i < pages.size();) {
        std::size_t last = i;
        while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) {
            ++last;
        }
        text += (text.empty() ? "" : ", ") + name(pages[i]);
        text += last == i ? "" : "–" + name(pages[last]);
        i = last + 1;
    }
    return text;
}

}  // namespace engross
