#include "bundle/exhibit_marks.h"

#include <algorithm>
#include <cctype>

namespace engross {
namespace {

bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

}  // namespace

ExhibitMarks::ExhibitMarks(const BundlePlan& plan) {
    for (const PlannedSection& section : plan.sections) {
        for (const PlannedItem& item : section.items) {
            std::vector<std::string> marks = item.marks;
            marks.push_back(item.mark);
            for (const std::string& mark : marks) {
                const std::size_t number = mark.find_last_not_of("0123456789") + 1;
                if (number == 0 || number >= mark.size()) {
                    continue;  // no letters before the number: too short to be told from other words
                }
                marks_.insert(mark);
                letters_.insert(mark.substr(0, number));
            }
        }
    }
}

std::vector<ExhibitMarks::Found> ExhibitMarks::in(std::string_view text) const {
    std::vector<Found> all;
    const auto isWord = [](char byte) {
        return std::isalnum(static_cast<unsigned char>(byte)) != 0 || static_cast<unsigned char>(byte) >= 0x80;
    };
    for (const std::string& letters : letters_) {
        for (std::size_t at = text.find(letters); at != std::string_view::npos; at = text.find(letters, at + 1)) {
            std::size_t end = at + letters.size();
            while (end < text.size() && isDigit(text[end])) {
                ++end;
            }
            const bool number = end > at + letters.size();
            const bool goesOn =
                end < text.size() &&
                (isWord(text[end]) || (text[end] == '/' && end + 1 < text.size() && isDigit(text[end + 1])));
            const bool within = at > 0 && (isWord(text[at - 1]) || text[at - 1] == '/');
            if (number && !goesOn && !within) {
                std::string mark{text.substr(at, end - at)};
                const bool known = marks_.contains(mark);
                // "A4" may be a size of paper: without a sign between letters and number only what is there is a mark.
                if (!known && isWord(letters.back())) {
                    continue;
                }
                all.push_back({.at = at, .length = end - at, .mark = std::move(mark), .known = known});
            }
        }
    }
    std::ranges::sort(all, {}, &Found::at);
    return all;
}

bool ExhibitMarks::empty() const noexcept {
    return marks_.empty();
}

bool ExhibitMarks::knows(const std::string& mark) const {
    return marks_.contains(mark);
}

const std::set<std::string>& ExhibitMarks::letters() const noexcept {
    return letters_;
}

}  // namespace engross
