#include "bundle/file_rules.h"

#include "bundle/number_rules.h"
#include "bundle/protected_terms.h"
#include "bundle/title_rules.h"
#include "words/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

namespace engross {

namespace {

constexpr PageNumber lastIndexPage = 5;  // an index stands first or right after the cover
constexpr double megabyte = 1'000'000;   // the smaller of its two meanings: a cap is kept in either
constexpr Points tolerance = mm(5);
constexpr std::size_t namedTitles = 2;
constexpr std::size_t longestNamed = 60;  // bytes of a title in a finding

bool isPaper(const ReadPage& page, Points shortSide, Points longSide) {
    return std::abs(std::min(page.width, page.height) - shortSide) < tolerance &&
           std::abs(std::max(page.width, page.height) - longSide) < tolerance;
}

/// A rule with a cap: nothing is asked where nobody gave one.
std::optional<double> cap(const std::string& rule, Findings& findings) {
    const auto most = findings.profile().parameter(rule, "most");
    return most && findings.begin(rule) ? most : std::nullopt;
}

class FileRules {
public:
    FileRules(const BundleFile& file, Findings& findings) : file_(file), reading_(file.reading), findings_(findings) {}

    void run() {
        if (findings_.begin("2-open") && reading_.encrypted) {
            findings_.breach("restricted", {});
        }
        checkNumbers(file_, findings_);
        checkLinks();
        checkBookmarks();
        checkOpening();
        checkPaper();
        checkSize();
        checkHidden();
    }

private:
    void breach(const std::string& key, PageList pages) {
        if (!pages.empty()) {
            findings_.breach(key, std::move(pages));
        }
    }

    PageList pagesWithLink(const std::function<bool(const ReadLink&)>& holds) {
        return pagesWhere(file_, [&](std::size_t i) {
            const auto& links = reading_.pages[i].links;
            return std::any_of(links.begin(), links.end(), holds);
        });
    }

    void checkLinks() {
        if (findings_.begin("14-links")) {
            breach("link-outside", pagesWithLink([](const ReadLink& link) { return !link.insidePage; }));
            breach("link-nowhere", pagesWithLink([](const ReadLink& link) {
                       return !link.page && link.address.empty() && link.file.empty();
                   }));
        }
        if (findings_.begin("15-link-objects")) {
            breach("link-malformed", pagesWithLink([](const ReadLink& link) { return !link.wellFormed; }));
        }
    }

    void checkBookmarks() {
        if (findings_.begin("16-bookmarks")) {
            if (reading_.bookmarks.empty()) {
                findings_.breach("no-bookmarks", {});
                return;
            }
            const std::vector<std::string> lost =
                titlesWhere([](const ReadBookmark& bookmark) { return !bookmark.page; });
            if (!lost.empty()) {
                findings_.breach("bookmark-nowhere", {}, {{"titles", someOf(lost, findings_.messages())}});
            }
        }
        if (findings_.begin("17-bookmark-text")) {
            checkBookmarkText();
        }
    }

    /// Titles of the bookmarks of the first two levels: what lies below came with the exhibits.
    std::vector<std::string> titlesWhere(const std::function<bool(const ReadBookmark&)>& holds) {
        std::vector<std::string> titles;
        for (const ReadBookmark& outer : reading_.bookmarks) {
            if (holds(outer)) {
                titles.push_back(outer.title);
            }
            for (const ReadBookmark& inner : outer.children) {
                if (holds(inner)) {
                    titles.push_back(inner.title);
                }
            }
        }
        return titles;
    }

    static std::optional<std::string> numberOf(const ReadBookmark& bookmark) {
        const std::size_t open = bookmark.title.rfind('[');
        if (open == std::string::npos || bookmark.title.back() != ']') {
            return std::nullopt;
        }
        return bookmark.title.substr(open + 1, bookmark.title.size() - open - 2);
    }

    void tell(const std::string& key, const std::vector<std::string>& titles) {
        if (!titles.empty()) {
            findings_.breach(key, {}, {{"titles", someOf(titles, findings_.messages())}});
        }
    }

    void checkBookmarkText() {
        const double most = findings_.parameter("most").value_or(120);
        tell("bookmark-long", titlesWhere([most](const ReadBookmark& bookmark) {
                 const auto letters = std::count_if(bookmark.title.begin(), bookmark.title.end(), [](char byte) {
                     return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
                 });
                 return static_cast<double>(letters) > most;
             }));
        tell("bookmark-without-number",
             titlesWhere([](const ReadBookmark& bookmark) { return !numberOf(bookmark).has_value(); }));
        tell("bookmark-wrong-number", titlesWhere([this](const ReadBookmark& bookmark) {
                 const auto number = numberOf(bookmark);
                 return number && bookmark.page && *bookmark.page <= reading_.pages.size() &&
                        reading_.pages.at(*bookmark.page - 1).label != *number;
             }));
    }

    void checkOpening() {
        if (findings_.begin("22-opening")) {
            const double zoom = findings_.parameter("zoom").value_or(100) / 100;
            if (!reading_.openingZoom || std::abs(*reading_.openingZoom - zoom) > 1e-3) {
                findings_.breach("opening-zoom", {}, {{"zoom", spoken(zoom * 100)}});
            }
        }
    }

    void checkPaper() {
        if (findings_.begin("25-paper")) {
            PageList odd = pagesWhere(file_, [this](std::size_t i) {
                const ReadPage& page = reading_.pages[i];
                return !isPaper(page, mm(210), mm(297)) && !isPaper(page, mm(297), mm(420));
            });
            if (!odd.empty()) {
                const std::string sizes = sizesOf(odd);
                findings_.breach("odd-paper", std::move(odd), {{"sizes", sizes}});
            }
        }
    }

    /// "216 × 279 mm, 210 × 350 mm and 2 more", the commonest first.
    std::string sizesOf(const PageList& pages) {
        std::map<std::string, std::size_t> counts;
        for (const std::size_t page : pages) {
            const ReadPage& one = reading_.pages.at(page - 1);
            const auto millimetres = [](Points length) { return spoken(length / mm(1)); };
            ++counts[millimetres(one.width) + " × " + millimetres(one.height) + " mm"];
        }
        std::vector<std::pair<std::string, std::size_t>> sizes(counts.begin(), counts.end());
        std::ranges::stable_sort(sizes, std::ranges::greater(), &std::pair<std::string, std::size_t>::second);
        std::string text;
        for (std::size_t i = 0; i < std::min(namedTitles, sizes.size()); ++i) {
            text += (i == 0 ? "" : ", ") + sizes[i].first;
        }
        return sizes.size() > namedTitles
                   ? text + " " +
                         findings_.messages().counted("bundle.check.more",
                                                      static_cast<std::int64_t>(sizes.size() - namedTitles))
                   : text;
    }

    std::optional<double> capOf(const std::string& rule) {
        return cap(rule, findings_);
    }

    void checkSize() {
        const double size = static_cast<double>(reading_.bytes) / megabyte;
        if (const auto most = capOf("27-size"); most && size > *most) {
            findings_.breach("too-many-bytes", {}, {{"most", spoken(*most)}, {"size", spoken(std::ceil(size))}});
        }
        if (const auto most = capOf("28-volumes"); most && size > *most) {
            findings_.breach("volumes", {}, {{"most", spoken(*most)}, {"size", spoken(std::ceil(size))}});
        }
        if (!file_.ofVolumes) {
            checkPageCaps(reading_.pages.size(), findings_);
        }
        if (findings_.profile().late && findings_.begin("46-deadline")) {
            findings_.breach("late", {});
        }
    }

    void checkHidden() {
        if (!findings_.begin("44-nothing-hidden")) {
            return;
        }
        for (const auto& [kind, count] : reading_.active) {
            findings_.breach("hidden", {}, {{"kind", kind}, {"n", std::to_string(count)}});
        }
        if (reading_.earlierVersions) {
            findings_.breach("earlier-versions", {});
        }
        if (reading_.comments > 0) {
            findings_.doubt("comments", {}, {{"n", std::to_string(reading_.comments)}});
        }
    }

    const BundleFile& file_;
    const PdfReading& reading_;
    Findings& findings_;
};

/// What a foreign bundle shows of its plan.
class ForeignRules {
public:
    ForeignRules(const BundleFile& file, Findings& findings)
        : file_(file), reading_(file.reading), findings_(findings), documents_(documentsOf(file.reading)) {}

    void run() {
        checkIndex();
        checkTitles();
        checkAuthorities();
        checkFileName(file_, findings_);
        checkIdentity();
    }

private:
    const ReadBookmark* indexBookmark() {
        static constexpr std::array<std::string_view, 4> words{"index", "contents", "mynegai", "cynnwys"};
        for (const auto& bookmark : reading_.bookmarks) {
            const std::string title = lower(bookmark.title, Language::English);
            const bool named = std::any_of(words.begin(), words.end(), [&title](std::string_view word) {
                return title.find(word) != std::string::npos;
            });
            if (named && bookmark.page && *bookmark.page <= lastIndexPage) {
                return &bookmark;
            }
        }
        return nullptr;
    }

    void checkIndex() {
        const ReadBookmark* index = indexBookmark();
        if (findings_.begin("11-index") && index == nullptr) {
            findings_.breach("no-index", {});
        }
        if (index == nullptr || !findings_.begin("14-links")) {
            return;
        }
        const auto& links = reading_.pages.at(*index->page - 1).links;
        const bool linked = std::any_of(links.begin(), links.end(), [](const ReadLink& link) {
            return link.page.has_value() || !link.file.empty();
        });
        if (!linked) {
            findings_.breach("index-without-links", {*index->page});
        }
    }

    void checkTitles() {
        if (!findings_.begin("12-titles")) {
            return;
        }
        std::vector<std::string> idle;
        std::map<std::string, std::size_t> times;
        for (const MarkedDocument& document : documents_) {
            if (judgeTitle(document.title) != TitleFault::None) {
                idle.push_back(document.title);
            }
            ++times[lower(document.title, Language::English)];
        }
        if (!idle.empty()) {
            findings_.breach("titles-say-nothing", {}, {{"titles", someOf(idle, findings_.messages())}});
        }
        std::vector<std::string> repeated;
        for (const MarkedDocument& document : documents_) {
            if (auto& count = times[lower(document.title, Language::English)]; count > 1) {
                repeated.push_back(document.title);
                count = 0;
            }
        }
        if (!repeated.empty()) {
            findings_.breach("titles-repeated", {}, {{"titles", someOf(repeated, findings_.messages())}});
        }
    }

    void checkAuthorities() {
        if (!findings_.begin("32-authorities")) {
            return;
        }
        const bool wanted = findings_.profile().authorities;
        std::vector<std::string> found;
        PageList pages;
        for (const MarkedDocument& document : documents_) {
            if (wanted ? isEvidence(document.title) : isAuthority(document.title)) {
                found.push_back(document.title);
                pages.push_back(document.first);
            }
        }
        if (!found.empty()) {
            findings_.breach(wanted ? "not-an-authority" : "authority", pages,
                             {{"titles", someOf(found, findings_.messages())}});
        }
    }

    void checkIdentity() {
        if (!findings_.begin("43-identity")) {
            return;
        }
        const TitleFault fault = judgeTitle(reading_.title);
        if (fault == TitleFault::Empty) {
            findings_.breach("no-title", {});
        } else if (fault != TitleFault::None || reading_.title.find("Microsoft Word") != std::string::npos) {
            findings_.breach("title-inherited", {}, {{"title", reading_.title.substr(0, longestNamed)}});
        }
    }

    const BundleFile& file_;
    const PdfReading& reading_;
    Findings& findings_;
    std::vector<MarkedDocument> documents_;
};

}  // namespace

void checkFileName(const BundleFile& file, Findings& findings) {
    if (file.name.empty() || !findings.begin("29-file-name")) {
        return;
    }
    // Rule 45 refuses such a name, and no message repeats it.
    if (!ProtectedTerms(findings.profile().protectedTerms).in(file.name).empty()) {
        return;
    }
    const std::string stem = file.name.substr(0, file.name.rfind('.'));
    static constexpr std::array<std::string_view, 6> idle{"bundle", "hearing bundle", "output",
                                                          "final",  "combined",       "merged"};
    const std::string plain = lower(stem, Language::English);
    if (judgeTitle(stem) != TitleFault::None || std::find(idle.begin(), idle.end(), plain) != idle.end()) {
        findings.breach("file-name-idle", {}, {{"name", file.name}});
    }
    if (static_cast<double>(file.name.size()) > findings.parameter("most").value_or(100)) {
        findings.breach("file-name-long", {}, {{"most", spoken(findings.parameter("most").value_or(100))}});
    }
    if (file.name.find_first_of("\\/:*?\"<>|%#&") != std::string::npos) {
        findings.breach("file-name-signs", {}, {{"name", file.name}});
    }
}

std::string someOf(const std::vector<std::string>& titles, const Messages& messages) {
    std::string text;
    for (std::size_t i = 0; i < std::min(namedTitles, titles.size()); ++i) {
        std::string title = titles[i].substr(0, longestNamed);
        while (!title.empty() && title.size() == longestNamed &&
               (static_cast<unsigned char>(title.back()) & 0xC0U) == 0x80U) {
            title.pop_back();
        }
        text += (text.empty() ? "'" : ", '") + title + (titles[i].size() > longestNamed ? "…'" : "'");
    }
    if (titles.size() > namedTitles) {
        text += " " + messages.counted("bundle.check.more", static_cast<std::int64_t>(titles.size() - namedTitles));
    }
    return text;
}

void checkPageCaps(std::size_t pages, Findings& findings) {
    const auto count = static_cast<double>(pages);
    if (const auto most = cap("26-page-cap", findings); most && count > *most) {
        findings.breach("too-many-pages", {}, {{"most", spoken(*most)}, {"pages", spoken(count)}});
    }
    if (const auto most = cap("33-core-bundle", findings); most && count > *most) {
        findings.breach("core-bundle", {}, {{"most", spoken(*most)}, {"pages", spoken(count)}});
    }
}

void checkFile(const BundleFile& file, Findings& findings) {
    FileRules(file, findings).run();
}

void checkForeign(const BundleFile& file, Findings& findings) {
    ForeignRules(file, findings).run();
}

}  // namespace engross
