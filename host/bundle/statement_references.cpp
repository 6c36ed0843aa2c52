#include "bundle/statement_references.h"

#include "words/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string_view>

namespace engross {
namespace {

constexpr std::string_view pageTarget = "page:";
constexpr std::size_t longestNumber = 6;
constexpr std::array<std::string_view, 6> exhibitCues{"exhibit",     "exhibits",     "marked",
                                                      "arddangosyn", "arddangosion", "nodwyd"};

bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool isWord(char byte) {
    return std::isalnum(static_cast<unsigned char>(byte)) != 0 || static_cast<unsigned char>(byte) >= 0x80;
}

/// Signs of several bytes as signs of ASCII, each byte in its place: quotation marks and fixed spaces become spaces,
/// dashes "-".
std::string plainSigns(std::string text) {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const auto second = static_cast<unsigned char>(text[at + 1]);
        if (lead == 0xC2 && second < 0xC0) {  // U+0080 to U+00BF
            text.replace(at, 2, 2, ' ');
        } else if (lead == 0xE2 && (second == 0x80 || second == 0x81) && at + 2 < text.size()) {  // U+2000 to U+207F
            const auto third = static_cast<unsigned char>(text[at + 2]);
            const bool dash = second == 0x80 && third >= 0x90 && third <= 0x95;
            text.replace(at, 3, dash ? "-  " : "   ");
        }
    }
    return text;
}

/// The words of a page as one text, and the way back from it to the page.
class PageText {
public:
    explicit PageText(const std::vector<PlacedWord>& words) : words_(words) {
        for (const PlacedWord& word : words) {
            begins_.push_back(text_.size());
            text_ += word.text + " ";
        }
        text_ = plainSigns(std::move(text_));
    }

    [[nodiscard]] std::string_view text() const noexcept {
        return text_;
    }

    /// The boxes of a stretch of the text, one for each line. Of a word that it holds in part: that part, letters taken
    /// as equally wide.
    [[nodiscard]] std::vector<SheetArea> areasOf(std::size_t begin, std::size_t end) const {
        std::vector<SheetArea> areas;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const std::size_t length = words_[i].text.size();
            if (begins_[i] >= end || begins_[i] + length <= begin) {
                continue;
            }
            SheetArea box = words_[i].box;
            const double letter = (box.right - box.left) / static_cast<double>(length);
            const std::size_t first = std::max(begin, begins_[i]) - begins_[i];
            const std::size_t last = std::min(end, begins_[i] + length) - begins_[i];
            box.right = box.left + letter * static_cast<double>(last);
            box.left += letter * static_cast<double>(first);
            const double middle = (box.top + box.bottom) / 2;
            if (!areas.empty() && middle > areas.back().top && middle < areas.back().bottom &&
                box.left >= areas.back().left) {
                areas.back().right = std::max(areas.back().right, box.right);
                areas.back().bottom = std::max(areas.back().bottom, box.bottom);
                areas.back().top = std::min(areas.back().top, box.top);
            } else {
                areas.push_back(box);
            }
        }
        return areas;
    }

private:
    const std::vector<PlacedWord>& words_;
    std::vector<std::size_t> begins_;
    std::string text_;
};

struct WordStretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

class ReferenceFinder {
public:
    ReferenceFinder(std::size_t page, const std::vector<PlacedWord>& words, const ExhibitMarks& marks,
                    const Numbering& numbering)
        : page_(page), page_text_(words), text_(page_text_.text()), marks_(marks), numbering_(numbering) {}

    std::vector<FoundReference> run() {
        for (std::size_t at = 0; at < text_.size();) {
            const bool begins = isWord(text_[at]) && (at == 0 || (!isWord(text_[at - 1]) && text_[at - 1] != '/'));
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

    std::optional<std::size_t> markAt(std::size_t at) {
        const bool cued = isCued(at);
        for (const std::string& letters : marks_.letters()) {
            if (const auto end = markWith(letters, at, cued)) {
                return end;
            }
        }
        return cued ? strangeMark(at) : std::nullopt;
    }

    /// "AB/3" for the letters "AB/"; behind a cue "AB3", "AB 3", "AB-3" as well.
    std::optional<std::size_t> markWith(const std::string& letters, std::size_t at, bool cued) {
        std::string_view bare = letters;
        while (!bare.empty() && !isWord(bare.back())) {
            bare.remove_suffix(1);
        }
        const bool exact = text_.substr(at).starts_with(letters) && bare.size() < letters.size();
        if (!exact && !(cued && !bare.empty() && text_.substr(at).starts_with(bare))) {
            return std::nullopt;
        }
        std::size_t number = at + (exact ? letters.size() : bare.size());
        // Behind the separator a line may break; behind a cue there may be another separator.
        const std::string_view between = exact ? " " : "/-. ";
        if (number < text_.size() && between.find(text_[number]) != std::string_view::npos) {
            ++number;
        }
        const auto numberEnd = endOfNumber(number);
        if (!numberEnd) {
            return std::nullopt;
        }
        const std::string mark = markOf(letters, text_.substr(number, *numberEnd - number));
        keep({at, *numberEnd}, marks_.knows(mark) ? "exhibit:" + mark : std::string());
        return numberEnd;
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
        if (end == at || end - at > longestNumber || (end < text_.size() && isWord(text_[end]))) {
            return std::nullopt;
        }
        if (end + 1 < text_.size() && text_[end] == '/' && isDigit(text_[end + 1])) {
            const std::size_t pageEnd = digitsFrom(end + 1);
            const bool pageNumber =
                pageEnd - end <= 4 && (pageEnd >= text_.size() || (!isWord(text_[pageEnd]) && text_[pageEnd] != '/'));
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
        while (end > 0 && !isWord(text_[end - 1])) {
            --end;
        }
        std::size_t begin = end;
        while (begin > 0 && isWord(text_[begin - 1])) {
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
        const auto number = page ? nextWord(end) : WordStretch{};
        const std::string label{text_.substr(number.begin, number.end - number.begin)};
        const bool isNumber =
            !label.empty() && label.size() <= longestNumber && label.find_first_of("0123456789") != std::string::npos;
        if (!isNumber || !(bundleBefore(at) || bundleBehind(number.end))) {
            return std::nullopt;
        }
        const std::string target = std::string(pageTarget) + label;
        keep({at, number.end}, pageOfTarget(numbering_, target) ? target : std::string());
        return number.end;
    }

    [[nodiscard]] std::pair<std::string, std::size_t> wordAt(std::size_t at) const {
        std::size_t end = at;
        while (end < text_.size() && isWord(text_[end])) {
            ++end;
        }
        return {lower(text_.substr(at, end - at), Language::English), end};
    }

    [[nodiscard]] WordStretch nextWord(std::size_t at) const {
        while (at < text_.size() && !isWord(text_[at])) {
            ++at;
        }
        return {at, wordAt(at).second};
    }

    [[nodiscard]] bool bundleBefore(std::size_t at) const {
        std::size_t end = at;
        while (end > 0 && !isWord(text_[end - 1])) {
            --end;
        }
        return end >= 6 && at - end <= 2 && lower(text_.substr(end - 6, 6), Language::English) == "bundle";
    }

    /// "of the bundle", "to 95 of the hearing bundle", "o’r bwndel", in the next few words.
    [[nodiscard]] bool bundleBehind(std::size_t at) const {
        bool of = false;
        for (int words = 0; words < 7 && at < text_.size(); ++words) {
            const WordStretch next = nextWord(at);
            if (text_.substr(at, next.begin - at).find_first_of(".;:()[]") != std::string_view::npos) {
                return false;
            }
            const std::string word = wordAt(next.begin).first;
            if (word == "bundle" || word == "bwndel") {
                return of;
            }
            of = of || word == "of" || word == "o" || word.starts_with("o’") || word == "yn" || word == "in";
            const bool allowed = of || word == "to" || word == "and" || word == "i" || word == "a" ||
                                 (!word.empty() && isDigit(word.back()));
            if (!allowed) {
                return false;
            }
            at = next.end;
        }
        return false;
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
    std::vector<FoundReference> found_;
    std::size_t lastEnd_ = 0;
    bool cuedEnd_ = false;
};

}  // namespace

std::vector<FoundReference> referencesOn(std::size_t page, const std::vector<PlacedWord>& words,
                                         const ExhibitMarks& marks, const Numbering& numbering) {
    return ReferenceFinder(page, words, marks, numbering).run();
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

Value referencesValue(const std::vector<SearchedDocument>& documents, const Numbering& numbering) {
    List all;
    for (const SearchedDocument& document : documents) {
        const auto label = [&](std::size_t page) { return numbering.label(document.first + page - 1); };
        const auto labels = [&](const std::vector<std::size_t>& pages) {
            List list;
            for (const std::size_t page : pages) {
                list.emplace_back(label(page));
            }
            return list;
        };
        List linked;
        List lost;
        for (const FoundReference& reference : document.references) {
            Object entry{{"page", label(reference.page)}, {"words", reference.words}};
            if (const auto page = pageOfTarget(numbering, reference.target)) {
                entry.set("to", numbering.label(*page));
                linked.emplace_back(std::move(entry));
            } else {
                lost.emplace_back(std::move(entry));
            }
        }
        Object value{{"title", document.title},
                     {"page", label(1)},
                     {"linked", std::move(linked)},
                     {"not_found", std::move(lost)},
                     {"not_searched", labels(document.withoutText)}};
        if (document.notes > 0 || !document.withoutRoom.empty()) {
            value.set("margin_notes", static_cast<std::int64_t>(document.notes));
            value.set("without_room", labels(document.withoutRoom));
        }
        all.emplace_back(std::move(value));
    }
    return all;
}

Verdict checkReferences(const std::vector<SearchedDocument>& documents, const BundleProfile& profile,
                        Language language) {
    Verdict verdict;
    verdict.profile = profile.name;
    Findings findings(verdict, profile, language);
    if (documents.empty() || !findings.begin("42-references")) {
        return verdict;
    }
    std::map<std::string, PageList> lost;
    PageList unsearched;
    for (const SearchedDocument& document : documents) {
        for (const FoundReference& reference : document.references) {
            const std::size_t page = document.first + reference.page - 1;
            auto& pages = lost[reference.words];
            if (reference.target.empty() && (pages.empty() || pages.back() != page)) {
                pages.push_back(page);
            }
        }
        for (const std::size_t page : document.withoutText) {
            unsearched.push_back(document.first + page - 1);
        }
    }
    for (auto& [words, pages] : lost) {
        if (!pages.empty()) {
            findings.breach("reference-unresolved", std::move(pages), {{"words", words}});
        }
    }
    if (!unsearched.empty()) {
        findings.doubt("reference-unsearched", std::move(unsearched));
    }
    findings.waive();
    return verdict;
}

}  // namespace engross
