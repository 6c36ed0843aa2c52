#include "bundle/text_rules.h"

#include "bundle/document_texts.h"
#include "bundle/file_rules.h"
#include "bundle/number_rules.h"
#include "words/text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace engross {
namespace {

constexpr std::size_t leastForSense = 40;  // characters
constexpr std::size_t leastForTwins = 30;  // words of a document
constexpr std::size_t mostTwins = 20;      // told one by one
constexpr std::uint64_t leastWaste = std::uint64_t{1} << 20U;
constexpr double megabyte = 1'000'000;

bool isDigits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "AB/3", "AB3", "AB 3" as "AB/3"; empty for other words.
std::string markIn(std::string_view word, std::string_view next) {
    std::size_t letters = 0;
    while (letters < word.size() && word[letters] >= 'A' && word[letters] <= 'Z') {
        ++letters;
    }
    if (letters == 0 || letters > 4) {
        return {};
    }
    const auto numberOf = [](std::string_view text) {
        while (!text.empty() && (text.front() == '/' || text.front() == '-')) {
            text.remove_prefix(1);
        }
        const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
        return text.substr(0, std::min<std::size_t>(end, 4));
    };
    const std::string prefix(word.substr(0, letters));
    if (const auto number = numberOf(word.substr(letters)); !number.empty()) {
        return prefix + "/" + std::string(number);
    }
    return letters == word.size() && isDigits(numberOf(next)) && letters > 1
               ? prefix + "/" + std::string(numberOf(next))
               : std::string();
}

class TextRules {
public:
    TextRules(const BundleFile& file, Findings& findings)
        : file_(file), findings_(findings), documents_(documentsOf(file.reading)) {}

    void run() {
        checkSense();
        checkWaste();
        checkTwice();
        checkLanguages();
        checkReferences();
    }

private:
    void checkSense() {
        if (!findings_.begin("19-sense")) {
            return;
        }
        const double most = findings_.parameter("most").value_or(5) / 100;
        PageList odd = pagesWhere(file_, [&](std::size_t i) {
            const TextQuality quality = qualityOf(file_.words.at(i));
            return quality.characters >= leastForSense &&
                   static_cast<double>(quality.senseless) > most * static_cast<double>(quality.characters);
        });
        if (!odd.empty()) {
            findings_.breach("senseless-text", std::move(odd));
        }
        PageList lost = pagesWhere(file_, [&](std::size_t i) {
            const std::size_t drawn = file_.drawings.at(i).allLetters();
            return drawn >= 4 * leastForSense && qualityOf(file_.words.at(i)).characters * 4 < drawn;
        });
        if (!lost.empty()) {
            findings_.breach("lost-text", std::move(lost));
        }
    }

    void checkWaste() {
        if (findings_.begin("24-optimised") && file_.repeatedBytes >= leastWaste &&
            file_.repeatedBytes * 20 > file_.reading.bytes) {
            findings_.breach("repeated-streams", {},
                             {{"size", spoken(std::ceil(static_cast<double>(file_.repeatedBytes) / megabyte))}});
        }
    }

    [[nodiscard]] bool isBlank(std::size_t i) const {
        const PageDrawing& page = file_.drawings.at(i);
        return page.pictures.empty() && file_.words.at(i).size() < 3 && page.strokes < 3;
    }

    void checkTwice() {
        if (!findings_.begin("30-twice")) {
            return;
        }
        std::map<Sha256, std::vector<std::size_t>> same;
        for (std::size_t i = 0; i < file_.contents.size(); ++i) {
            if (!isBlank(i)) {
                same[file_.contents[i]].push_back(i + 1);
            }
        }
        PageList again;
        for (const auto& [hash, pages] : same) {
            again.insert(again.end(), pages.begin() + 1, pages.end());
        }
        std::ranges::sort(again);
        if (!again.empty()) {
            findings_.breach("pages-again", again);
        }
        checkTwins(again);
    }

    /// Documents whose words are nearly the same though their pages are not: a draft, or a second scan.
    void checkTwins(const PageList& again) {
        const double least = findings_.parameter("least").value_or(90) / 100;
        std::vector<WordSketch> sketches;
        for (const MarkedDocument& document : documents_) {
            WordSketch sketch;
            for (PageNumber page = document.first; page <= document.last && page <= file_.words.size(); ++page) {
                sketch.add(file_.words[page - 1]);
            }
            sketches.push_back(std::move(sketch));
        }
        std::size_t told = 0;
        for (const auto& [i, j] : candidates(sketches)) {
            // Bookmarks of one page are no documents; pages that show the same were told already.
            const bool page = documents_[j].first <= documents_[i].last ||
                              std::ranges::find(again, documents_[j].first) != again.end();
            if (told < mostTwins && !page && sketches[i].likeness(sketches[j]) >= least) {
                findings_.doubt("documents-alike", {documents_[i].first, documents_[j].first},
                                {{"titles", someOf({documents_[i].title, documents_[j].title}, findings_.messages())}});
                ++told;
            }
        }
    }

    /// Pairs that share one of their first few hashes: of two texts that are nearly alike no other can be left out but
    /// by a chance of one in thousands. A hash of very many texts is a form's, and tells nothing.
    static std::set<std::pair<std::size_t, std::size_t>> candidates(const std::vector<WordSketch>& sketches) {
        constexpr std::size_t few = 8;
        constexpr std::size_t mostSharing = 50;
        std::map<std::uint64_t, std::vector<std::size_t>> holders;
        for (std::size_t i = 0; i < sketches.size(); ++i) {
            std::size_t taken = 0;
            for (const std::uint64_t hash : sketches[i].smallest()) {
                if (sketches[i].words() < leastForTwins || ++taken > few) {
                    break;
                }
                holders[hash].push_back(i);
            }
        }
        std::set<std::pair<std::size_t, std::size_t>> pairs;
        for (const auto& [hash, documents] : holders) {
            for (std::size_t a = 0; documents.size() <= mostSharing && a < documents.size(); ++a) {
                for (std::size_t b = a + 1; b < documents.size(); ++b) {
                    pairs.emplace(documents[a], documents[b]);
                }
            }
        }
        return pairs;
    }

    void checkLanguages() {
        if (!findings_.begin("40-translation")) {
            return;
        }
        PageList pages;
        std::set<std::string> languages;
        for (std::size_t i = 0; i < documents_.size(); ++i) {
            LanguageVotes votes;
            for (PageNumber page = documents_[i].first; page <= documents_[i].last && page <= file_.words.size();
                 ++page) {
                votes.add(file_.words[page - 1]);
            }
            const std::string foreign = votes.foreign();
            const bool translated = isTranslation(i) || (i + 1 < documents_.size() && isTranslation(i + 1)) ||
                                    (i > 0 && isTranslation(i - 1));
            const bool told = !pages.empty() && pages.back() == documents_[i].first;
            if (!foreign.empty() && !translated && !told) {
                pages.push_back(documents_[i].first);
                languages.insert(findings_.messages().text("bundle.language." + foreign));
            }
        }
        if (!pages.empty()) {
            std::string all;
            for (const std::string& language : languages) {
                all += (all.empty() ? "" : ", ") + language;
            }
            findings_.breach("not-translated", pages, {{"languages", all}});
        }
    }

    [[nodiscard]] bool isTranslation(std::size_t document) const {
        const std::string title = lower(documents_.at(document).title, Language::English);
        return title.find("translat") != std::string::npos || title.find("cyfieith") != std::string::npos;
    }

    /// Marks that the bundle knows: named places that Engross wrote, bookmarks, and the few words of a cover sheet.
    std::set<std::string> knownMarks() {
        std::set<std::string> known;
        for (const std::string& name : file_.reading.names) {
            if (name.starts_with("exhibit:")) {
                known.insert(markIn(std::string_view(name).substr(8), {}));
            }
        }
        for (const MarkedDocument& document : documents_) {
            std::string_view title = document.title;
            while (!title.empty()) {
                const std::size_t end = std::min(title.find(' '), title.size());
                const std::string_view rest = title.substr(std::min(end + 1, title.size()));
                known.insert(markIn(title.substr(0, end), rest.substr(0, rest.find(' '))));
                title = rest;
            }
        }
        constexpr std::size_t sheetWords = 60;
        for (const auto& words : file_.words) {
            for (std::size_t i = 0; words.size() < sheetWords && i < words.size(); ++i) {
                known.insert(markIn(words[i].text, i + 1 < words.size() ? words[i + 1].text : std::string()));
            }
        }
        return known;
    }

    void checkReferences() {
        if (!findings_.begin("42-references")) {
            return;
        }
        const std::set<std::string> known = knownMarks();
        std::set<std::string> unresolved;
        PageList pages;
        PageList beyond;
        for (std::size_t i = 0; i < file_.words.size(); ++i) {
            const auto& links = file_.reading.pages.at(i).links;
            const bool linked = std::ranges::any_of(links, [](const ReadLink& link) { return link.page.has_value(); });
            std::set<std::string> here = linked ? std::set<std::string>() : marksOn(file_.words[i]);
            const std::vector<std::string> told = toldOn(i);
            std::erase_if(here, [&](const std::string& mark) {
                return known.contains(mark) || std::ranges::any_of(told, [&mark](const std::string& words) {
                           const std::size_t space = words.find(' ');
                           return markIn(words.substr(0, space),
                                         space == std::string::npos ? "" : words.substr(space + 1)) == mark;
                       });
            });
            if (!here.empty()) {
                pages.push_back(i + 1);
                unresolved.merge(here);
            }
            const bool pageTold = std::ranges::any_of(
                told, [](const std::string& words) { return lower(words, Language::English).starts_with("page"); });
            if (!pageTold && leadsBeyond(file_.words[i])) {
                beyond.push_back(i + 1);
            }
        }
        if (!pages.empty()) {
            findings_.breach("mark-unknown", pages,
                             {{"titles", someOf({unresolved.begin(), unresolved.end()}, findings_.messages())}});
        }
        if (!beyond.empty()) {
            findings_.doubt("page-beyond", beyond, {{"last", file_.reading.pages.back().label}});
        }
    }

    /// What the search of signed documents has found wanting there: it is told once.
    [[nodiscard]] std::vector<std::string> toldOn(std::size_t page) const {
        const auto found = file_.told.find(page);
        return found == file_.told.end() ? std::vector<std::string>() : found->second;
    }

    /// Marks behind the word "exhibit".
    static std::set<std::string> marksOn(const std::vector<PlacedWord>& words) {
        std::set<std::string> marks;
        constexpr std::size_t sheetWords = 60;
        for (std::size_t i = 0; words.size() >= sheetWords && i + 1 < words.size(); ++i) {
            const std::string word = lower(words[i].text, Language::English);
            if (word == "exhibit" || word == "exhibits" || word == "arddangosyn") {
                std::string mark = markIn(words[i + 1].text, i + 2 < words.size() ? words[i + 2].text : std::string());
                if (!mark.empty()) {
                    marks.insert(std::move(mark));
                }
            }
        }
        return marks;
    }

    /// "page 912 of the bundle" and "[bundle, 912]" where there are 600 pages.
    [[nodiscard]] bool leadsBeyond(const std::vector<PlacedWord>& words) const {
        for (std::size_t i = 0; i + 3 < words.size(); ++i) {
            const bool ofTheBundle = lower(words[i].text, Language::English) == "page" && words[i + 2].text == "of" &&
                                     words[i + 3].text == "the" && i + 4 < words.size() &&
                                     lower(words[i + 4].text, Language::English).starts_with("bundle");
            const std::string& number = words[i + 1].text;
            if (ofTheBundle && isDigits(number) && number.size() < 7 &&
                std::stoul(number) > file_.reading.pages.size()) {
                return true;
            }
        }
        return false;
    }

    const BundleFile& file_;
    Findings& findings_;
    std::vector<MarkedDocument> documents_;
};

}  // namespace

void checkTexts(const BundleFile& file, Findings& findings) {
    TextRules(file, findings).run();
}

}  // namespace engross
