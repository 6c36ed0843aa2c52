#include "bundle/statement_references.h"

#include "bundle/page_text.h"
#include "words/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace engross {
namespace {

constexpr std::string_view pageTarget = "page:";
constexpr std::size_t longestNumber = 6;
constexpr std::array<std::string_view, 6> exhibitCues{"exhibit",     "exhibits",     "marked",
                                                      "arddangosyn", "arddangosion", "nodwyd"};

/// Words for the bundle of the hearing.
constexpr std::array<std::string_view, 5> hearingWords{"hearing", "trial", "tribunal", "gwrandawiad", "tribiwnlys"};
/// Words that may stand between "of" and "bundle" besides, where this one is meant.
constexpr std::array<std::string_view, 12> ourBundle{"the",   "this", "main", "paginated", "agreed", "indexed",
                                                     "final", "y",    "yr",   "r",         "hwn",    "prif"};
constexpr std::array<std::string_view, 4> beginsOf{"of", "in", "o", "yn"};
/// Words that may stand before "bundle, page 93" besides.
constexpr std::array<std::string_view, 8> beforeOurBundle{"see", "at", "in", "of", "and", "gweler", "yn", "a"};

template <std::size_t Size>
bool isIn(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

struct WordStretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// What stands before every page number, "B" in "B 41"; often nothing.
std::string letterOf(const Numbering& numbering) {
    const std::string first = numbering.labels().empty() ? std::string() : numbering.label(1);
    return first.size() > 2 && first[1] == ' ' ? first.substr(0, 1) : std::string();
}

class ReferenceFinder {
public:
    ReferenceFinder(std::size_t page, const std::vector<PlacedWord>& words, const ExhibitMarks& marks,
                    const Numbering& numbering, const CitedPages& cited, WhichBundle which)
        : page_(page),
          page_text_(words),
          text_(page_text_.text()),
          marks_(marks),
          numbering_(numbering),
          cited_(cited),
          which_(which),
          letter_(letterOf(numbering)) {}

    std::vector<FoundReference> run() {
        for (std::size_t at = 0; at < text_.size();) {
            const bool begins =
                isWordByte(text_[at]) && (at == 0 || (!isWordByte(text_[at - 1]) && text_[at - 1] != '/'));
            const std::optional<std::size_t> end = begins ? referenceAt(at) : std::nullopt;
            at = end.value_or(at + 1);
        }
        return std::move(found_);
    }

private:
    /// The end of the reference that begins there, which is kept.
    std::optional<std::size_t> referenceAt(std::size_t at) {
        if (const auto end = markAt(at)) {
            return end;
        }
        return pagesAt(at);
    }

    struct ReadMark {
        std::size_t end = 0;
        std::string mark;
        bool known = false;
    };

    /// A mark as the bundle writes it goes before one that is only read as such, and of several that may be meant
    /// none is taken.
    std::optional<std::size_t> markAt(std::size_t at) {
        std::optional<ReadMark> read;
        for (const std::string& letters : marks_.letters()) {
            if (auto one = markWith(letters, at); one && (!read || one->end > read->end)) {
                read = std::move(one);
            }
        }
        const bool cued = isCued(at);
        if (!read && cued) {
            read = looseMark(at);
        }
        if (!read) {
            return cued ? strangeMark(at) : std::nullopt;
        }
        if (!read->mark.empty()) {
            keep({at, read->end}, read->known ? "exhibit:" + read->mark : std::string());
        }
        return read->end;
    }

    /// "AB/3" for the letters "AB/", behind which a line may break.
    [[nodiscard]] std::optional<ReadMark> markWith(const std::string& letters, std::size_t at) const {
        if (isWordByte(letters.back()) || !text_.substr(at).starts_with(letters)) {
            return std::nullopt;
        }
        return numberedMark(letters, at + letters.size(), " ");
    }

    /// Behind a cue "AB3", "AB 3", "AB-3" for the letters "AB/". Without a mark where several may be meant.
    [[nodiscard]] std::optional<ReadMark> looseMark(std::size_t at) const {
        std::optional<ReadMark> found;
        for (const std::string& letters : marks_.letters()) {
            std::string_view bare = letters;
            while (!bare.empty() && !isWordByte(bare.back())) {
                bare.remove_suffix(1);
            }
            if (bare.empty() || !text_.substr(at).starts_with(bare)) {
                continue;
            }
            auto one = numberedMark(letters, at + bare.size(), "/-. ");
            if (one && one->known && text_.substr(at, one->end - at) == one->mark) {
                return one;
            }
            if (one && found && found->known && one->known && found->mark != one->mark) {
                found->mark.clear();
            } else if (one && (!found || (one->known && !found->mark.empty()))) {
                found = std::move(one);
            }
        }
        return found;
    }

    /// `separators`: one of them may stand before the number.
    [[nodiscard]] std::optional<ReadMark> numberedMark(const std::string& letters, std::size_t number,
                                                       std::string_view separators) const {
        if (number < text_.size() && separators.find(text_[number]) != std::string_view::npos) {
            ++number;
        }
        const auto end = endOfNumber(number);
        if (!end) {
            return std::nullopt;
        }
        std::string mark = markOf(letters, text_.substr(number, *end - number));
        const bool known = marks_.knows(mark);
        return ReadMark{*end, std::move(mark), known};
    }

    /// "XY/9" behind "exhibit", whose letters no mark of the bundle has.
    std::optional<std::size_t> strangeMark(std::size_t at) {
        std::size_t number = at;
        while (number < text_.size() && text_[number] >= 'A' && text_[number] <= 'Z') {
            ++number;
        }
        const bool fits = number - at >= 2 && number - at <= 5 && number + 1 < text_.size() &&
                          (text_[number] == '/' || isDigit(text_[number]));
        const auto end = fits ? endOfNumber(text_[number] == '/' ? number + 1 : number) : std::nullopt;
        if (end) {
            keep({at, *end}, {});
        }
        return end;
    }

    [[nodiscard]] std::string markOf(const std::string& letters, std::string_view number) const {
        std::string mark = letters + std::string(number);
        if (!marks_.knows(mark) && number.front() == '0') {
            number.remove_prefix(std::min(number.find_first_not_of('0'), number.size() - 1));
            mark = letters + std::string(number);
        }
        return mark;
    }

    /// Where the number of a mark ends; nothing where it is none, or part of something longer. A page of the exhibit
    /// may follow: "AB/3/12".
    [[nodiscard]] std::optional<std::size_t> endOfNumber(std::size_t at) const {
        const std::size_t end = digitsFrom(at);
        if (end == at || end - at > longestNumber || (end < text_.size() && isWordByte(text_[end]))) {
            return std::nullopt;
        }
        if (end + 1 < text_.size() && text_[end] == '/' && isDigit(text_[end + 1])) {
            const std::size_t pageEnd = digitsFrom(end + 1);
            const bool pageNumber = pageEnd - end <= 4 &&
                                    (pageEnd >= text_.size() || (!isWordByte(text_[pageEnd]) && text_[pageEnd] != '/'));
            return pageNumber ? std::optional(end) : std::nullopt;
        }
        return end;
    }

    [[nodiscard]] std::size_t digitsFrom(std::size_t at) const {
        while (at < text_.size() && isDigit(text_[at])) {
            ++at;
        }
        return at;
    }

    /// Whether "exhibit", "marked" … stands before, or a reference behind such a word that this one is listed with.
    [[nodiscard]] bool isCued(std::size_t at) const {
        std::size_t end = at;
        while (end > 0 && !isWordByte(text_[end - 1])) {
            --end;
        }
        std::size_t begin = end;
        while (begin > 0 && isWordByte(text_[begin - 1])) {
            --begin;
        }
        const std::string word = lower(text_.substr(begin, end - begin), Language::English);
        if (std::ranges::find(exhibitCues, std::string_view(word)) != exhibitCues.end()) {
            return true;
        }
        const bool joins = word == "and" || word == "to" || word == "a" || word == "ac" || word == "or";
        const std::size_t before = joins ? begin : end;
        const std::string_view between = text_.substr(lastEnd_, before > lastEnd_ ? before - lastEnd_ : 0);
        return cuedEnd_ && lastEnd_ > 0 && between.size() <= 5 &&
               between.find_first_not_of(" ,;-") == std::string_view::npos;
    }

    /// "page 93 of the bundle", "pages 93 to 95 of the bundle", "bundle page 93": the first number.
    std::optional<std::size_t> pagesAt(std::size_t at) {
        const auto [word, end] = wordAt(at);
        const bool page = word == "page" || word == "pages" || word == "tudalen" || word == "tudalennau";
        auto number = page ? nextWord(end) : WordStretch{};
        if (!letter_.empty() && text_.substr(number.begin, number.end - number.begin) == letter_) {
            number = nextWord(number.end);  // "page B 41"
        }
        const std::string label{text_.substr(number.begin, number.end - number.begin)};
        const bool isNumber =
            !label.empty() && label.size() <= longestNumber && label.find_first_of("0123456789") != std::string::npos;
        const bool ofThis = isNumber && (bundleBehind(number.end) || (!saysOfWhat(number.end) && bundleBefore(at)));
        if (!ofThis) {
            return std::nullopt;
        }
        std::string printed = label;
        CitedPages::Cited cited = cited_.find(printed);
        if (!cited.page && !letter_.empty()) {
            const bool lettered = label.starts_with(letter_);
            printed = letter_ + ' ' + label.substr(lettered ? letter_.size() : 0);
            cited = cited_.find(printed);
        }
        keep({at, number.end}, cited.page ? std::string(pageTarget) + numbering_.label(*cited.page) : std::string());
        found_.back().was = cited.moved ? printed : std::string();
        found_.back().unsure = cited.unsure;
        return number.end;
    }

    [[nodiscard]] std::pair<std::string, std::size_t> wordAt(std::size_t at) const {
        std::size_t end = at;
        while (end < text_.size() && isWordByte(text_[end])) {
            ++end;
        }
        return {lower(text_.substr(at, end - at), Language::English), end};
    }

    [[nodiscard]] WordStretch nextWord(std::size_t at) const {
        while (at < text_.size() && !isWordByte(text_[at])) {
            ++at;
        }
        return {at, wordAt(at).second};
    }

    /// "bundle page 93", "the hearing bundle, page 93", "bundle B, page 93"; not "the respondent's bundle, page 93".
    [[nodiscard]] bool bundleBefore(std::size_t at) const {
        std::string_view before = text_.substr(0, at);
        const auto dropped = [&before](std::string_view signs) {
            const bool found = !before.empty() && signs.find(before.back()) != std::string_view::npos;
            before.remove_suffix(found ? 1 : 0);
            return found;
        };
        if (!dropped(" ")) {
            return false;
        }
        (void)dropped(",");
        const bool lettered = !letter_.empty() && before.ends_with(' ' + letter_);
        before.remove_suffix(lettered ? letter_.size() + 1 : 0);
        const std::string bundle = lastWordOf(before);
        if (bundle != "bundle" && bundle != "bwndel") {
            return false;
        }
        before.remove_suffix(bundle.size());
        while (dropped(" ")) {
        }
        const std::string whose = lastWordOf(before);
        return lettered || isIn(hearingWords, whose) ||
               (which_ == WhichBundle::This &&
                (whose.empty() || isIn(ourBundle, whose) || isIn(beforeOurBundle, whose)));
    }

    [[nodiscard]] static std::string lastWordOf(std::string_view text) {
        std::size_t begin = text.size();
        while (begin > 0 && isWordByte(text[begin - 1])) {
            --begin;
        }
        return lower(text.substr(begin), Language::English);
    }

    /// "of the bundle", "to 95 of the hearing bundle", "o’r bwndel". What lies between is of a list: page 2 "of the
    /// report in the bundle" and page 9 "of the respondent's bundle" are no pages of this one.
    [[nodiscard]] bool bundleBehind(std::size_t at) const {
        bool of = false;
        bool hearing = false;
        for (int words = 0; words < 8 && at < text_.size(); ++words) {
            const WordStretch next = nextWord(at);
            if (text_.substr(at, next.begin - at).find_first_not_of(of ? " '" : " ,-") != std::string_view::npos) {
                return false;
            }
            const std::string word = wordAt(next.begin).first;
            at = next.end;
            if (word == "bundle" || word == "bwndel") {
                return of && isThis(at, hearing);
            }
            const bool begins = isIn(beginsOf, word);
            const bool listed =
                word == "to" || word == "and" || word == "i" || word == "a" || (!word.empty() && isDigit(word.back()));
            if (of ? !isIn(ourBundle, word) && !isIn(hearingWords, word) : !begins && !listed) {
                return false;
            }
            hearing = hearing || isIn(hearingWords, word);
            of = of || begins;
        }
        return false;
    }

    [[nodiscard]] bool saysOfWhat(std::size_t at) const {
        return isIn(beginsOf, wordAt(nextWord(at).begin).first);
    }

    /// Whether the bundle whose name ends there is this one: by the letter behind it, or as the bundle of the hearing.
    [[nodiscard]] bool isThis(std::size_t at, bool hearing) const {
        const bool goesOn = at + 1 < text_.size() && text_[at] == ' ' && isWordByte(text_[at + 1]);
        const std::size_t end = goesOn ? wordAt(at + 1).second : at;
        const std::string_view name = goesOn ? text_.substr(at + 1, end - at - 1) : std::string_view();
        const bool letter = name.size() == 1 && name.front() >= 'A' && name.front() <= 'Z' && name != "I";
        if (letter || (goesOn && isDigit(name.front()))) {
            return name == letter_;
        }
        const std::string next = wordAt(nextWord(at).begin).first;
        return which_ == WhichBundle::This || hearing || isIn(hearingWords, next);
    }

    void keep(WordStretch stretch, std::string target) {
        cuedEnd_ = isCued(stretch.begin);
        lastEnd_ = stretch.end;
        found_.push_back({.page = page_,
                          .areas = page_text_.areasOf(stretch.begin, stretch.end),
                          .words = std::string(text_.substr(stretch.begin, stretch.end - stretch.begin)),
                          .target = std::move(target)});
    }

    std::size_t page_;
    PageText page_text_;
    std::string_view text_;
    const ExhibitMarks& marks_;
    const Numbering& numbering_;
    const CitedPages& cited_;
    WhichBundle which_;
    std::string letter_;  // of the bundle, before its page numbers; often empty
    std::vector<FoundReference> found_;
    std::size_t lastEnd_ = 0;
    bool cuedEnd_ = false;
};

}  // namespace

std::vector<FoundReference> referencesOn(std::size_t page, const std::vector<PlacedWord>& words,
                                         const ExhibitMarks& marks, const Numbering& numbering, const CitedPages& cited,
                                         WhichBundle which) {
    return ReferenceFinder(page, words, marks, numbering, cited, which).run();
}

std::optional<PageNumber> pageOfTarget(const Numbering& numbering, const std::string& target) {
    if (target.starts_with(pageTarget)) {
        const auto found = std::ranges::find(numbering.labels(), target.substr(pageTarget.size()));
        return found == numbering.labels().end()
                   ? std::nullopt
                   : std::optional(static_cast<PageNumber>(found - numbering.labels().begin()) + 1);
    }
    const auto found = numbering.targets().find(target);
    return found == numbering.targets().end() ? std::nullopt : std::optional(found->second);
}

}  // namespace engross
