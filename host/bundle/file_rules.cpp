#include "bundle/file_rules.h"

#include "bundle/page_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace engross {

namespace {

constexpr std::size_t longestBookmark = 160;  // bytes
constexpr PageNumber lastIndexPage = 5;       // an index stands first or right after the cover
constexpr std::uint64_t megabyte = std::uint64_t{1} << 20U;
constexpr Points tolerance = mm(5);

using PageList = std::vector<std::size_t>;

PageList pagesWhere(const PdfReading& reading, const std::function<bool(const ReadPage&)>& holds) {
    PageList pages;
    for (std::size_t i = 0; i < reading.pages.size(); ++i) {
        if (holds(reading.pages[i])) {
            pages.push_back(i + 1);
        }
    }
    return pages;
}

void report(Findings& findings, Severity severity, const std::string& key, const PageList& pages) {
    if (!pages.empty()) {
        findings.add(severity, key, pages, {{"n", std::to_string(pages.size())}});
    }
}

bool isPaper(const ReadPage& page, Points shortSide, Points longSide) {
    return std::abs(std::min(page.width, page.height) - shortSide) < tolerance &&
           std::abs(std::max(page.width, page.height) - longSide) < tolerance;
}

void checkNumbers(const PdfReading& reading, Findings& findings) {
    findings.begin("3-numbered");
    const PageList bare = pagesWhere(reading, [](const ReadPage& page) { return !page.stamp; });
    if (bare.size() == reading.pages.size()) {
        // Numbers that another program drew are part of the page's own content and cannot be told from it.
        findings.add(Severity::Warning, "numbers-by-eye", {}, {});
        return;
    }
    report(findings, Severity::Error, "unnumbered", bare);
    findings.begin("4-from-one");
    std::vector<std::string> numbers;
    PageList other;
    for (std::size_t i = 0; i < reading.pages.size(); ++i) {
        const ReadPage& page = reading.pages[i];
        numbers.push_back(page.stamp ? page.stamp->text : page.label);
        if (page.stamp && page.stamp->text != page.label) {
            other.push_back(i + 1);
        }
    }
    const bool sections = numbers.front().find_first_of("0123456789") == std::string::npos;
    const PageList gaps = runOf(numbers, sections ? PageNumbering::Sections : PageNumbering::OneRun).outOfTurn;
    report(findings, Severity::Error, "number-out-of-turn", gaps);
    findings.begin("5-labels");
    report(findings, Severity::Error, "label-differs", other);
    findings.begin("10-upright");
    report(findings, Severity::Error, "number-turned",
           pagesWhere(reading, [](const ReadPage& page) { return page.stamp && !page.stamp->upright; }));
    report(findings, Severity::Error, "number-misplaced",
           pagesWhere(reading, [](const ReadPage& page) { return page.stamp && !page.stamp->inCorner; }));
}

void checkLinks(const PdfReading& reading, Findings& findings) {
    findings.begin("14-links");
    const auto someLink = [](const std::function<bool(const ReadLink&)>& holds) {
        return [holds](const ReadPage& page) { return std::any_of(page.links.begin(), page.links.end(), holds); };
    };
    report(findings, Severity::Error, "link-outside",
           pagesWhere(reading, someLink([](const ReadLink& link) { return !link.insidePage; })));
    report(findings, Severity::Error, "link-nowhere", pagesWhere(reading, someLink([](const ReadLink& link) {
                                                                     return !link.page && link.address.empty() &&
                                                                            link.file.empty();
                                                                 })));
    findings.begin("15-link-objects");
    report(findings, Severity::Warning, "link-malformed",
           pagesWhere(reading, someLink([](const ReadLink& link) { return !link.wellFormed; })));
}

void checkBookmark(const PdfReading& reading, const ReadBookmark& bookmark, Findings& findings) {
    if (bookmark.title.size() > longestBookmark) {
        findings.add(Severity::Warning, "bookmark-long", {}, {{"title", bookmark.title.substr(0, 40)}});
    }
    const std::size_t open = bookmark.title.rfind('[');
    const bool closed = open != std::string::npos && bookmark.title.back() == ']';
    const std::string number =
        closed ? bookmark.title.substr(open + 1, bookmark.title.size() - open - 2) : std::string();
    const bool known = bookmark.page && *bookmark.page <= reading.pages.size();
    if (!closed) {
        findings.add(Severity::Warning, "bookmark-without-number", {}, {{"title", bookmark.title}});
    } else if (known && reading.pages.at(*bookmark.page - 1).label != number) {
        findings.add(Severity::Warning, "bookmark-wrong-number", {*bookmark.page}, {{"title", bookmark.title}});
    }
}

void checkBookmarks(const PdfReading& reading, Findings& findings) {
    findings.begin("16-bookmarks");
    if (reading.bookmarks.empty()) {
        findings.add(Severity::Error, "no-bookmarks", {}, {});
        return;
    }
    findings.begin("17-bookmark-text");
    for (const auto& outer : reading.bookmarks) {
        checkBookmark(reading, outer, findings);
        for (const auto& inner : outer.children) {
            checkBookmark(reading, inner, findings);
        }
    }
}

void checkWhole(const PdfReading& reading, const BundleProfile& profile, Findings& findings) {
    findings.begin("22-opening");
    if (reading.openingZoom != 1.0) {
        findings.add(Severity::Warning, "opening-zoom", {}, {});
    }
    findings.begin("25-paper");
    report(findings, Severity::Warning, "odd-paper", pagesWhere(reading, [](const ReadPage& page) {
               return !isPaper(page, mm(210), mm(297)) && !isPaper(page, mm(297), mm(420));
           }));
    if (profile.mostPages > 0) {
        findings.begin("26-page-cap");
        if (reading.pages.size() > profile.mostPages) {
            findings.add(Severity::Error, "too-many-pages", {}, {{"most", std::to_string(profile.mostPages)}});
        }
    }
    if (profile.mostBytes > 0) {
        findings.begin("27-size");
        if (reading.bytes > profile.mostBytes) {
            findings.add(Severity::Warning, "too-many-bytes", {},
                         {{"most", std::to_string(profile.mostBytes / megabyte)},
                          {"size", std::to_string(reading.bytes / megabyte)}});
        }
    }
    findings.begin("44-nothing-hidden");
    for (const auto& [kind, count] : reading.active) {
        findings.add(Severity::Error, "hidden", {}, {{"kind", kind}, {"n", std::to_string(count)}});
    }
}

const ReadBookmark* indexBookmark(const PdfReading& reading) {
    static constexpr std::array<std::string_view, 6> words{"Index",    "INDEX",   "Contents",
                                                           "CONTENTS", "Mynegai", "Cynnwys"};
    for (const auto& bookmark : reading.bookmarks) {
        const bool named = std::any_of(words.begin(), words.end(), [&bookmark](std::string_view word) {
            return bookmark.title.find(word) != std::string::npos;
        });
        if (named && bookmark.page && *bookmark.page <= lastIndexPage) {
            return &bookmark;
        }
    }
    return nullptr;
}

}  // namespace

void checkFile(const PdfReading& reading, const BundleProfile& profile, Findings& findings) {
    findings.begin("2-open");
    if (reading.encrypted) {
        findings.add(Severity::Error, "restricted", {}, {});
    }
    checkNumbers(reading, findings);
    if (!reading.hasLabels) {
        findings.begin("5-labels");
        findings.add(Severity::Warning, "no-labels", {}, {});
    }
    checkLinks(reading, findings);
    checkBookmarks(reading, findings);
    checkWhole(reading, profile, findings);
}

void checkIndexOfFile(const PdfReading& reading, Findings& findings) {
    findings.begin("11-index");
    const ReadBookmark* index = indexBookmark(reading);
    if (index == nullptr) {
        findings.add(Severity::Error, "no-index", {}, {});
        return;
    }
    findings.begin("14-links");
    const auto& links = reading.pages.at(*index->page - 1).links;
    if (std::none_of(links.begin(), links.end(), [](const ReadLink& link) { return link.page.has_value(); })) {
        findings.add(Severity::Error, "index-without-links", {*index->page}, {});
    }
}

}  // namespace engross
