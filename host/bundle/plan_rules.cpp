#include "bundle/plan_rules.h"

#include "bundle/assembly.h"

#include <algorithm>
#include <set>

namespace engross {

namespace {

const NumberedPart& indexOf(const Numbering& numbering) {
    return *std::ranges::find(numbering.parts(), PartKind::Index, &NumberedPart::kind);
}

void checkPages(const PdfReading& reading, const Numbering& numbering, Findings& findings) {
    findings.begin("0-complete");
    if (reading.pages.size() != numbering.pages()) {
        findings.breach(
            "pages-missing", {},
            {{"expected", std::to_string(numbering.pages())}, {"found", std::to_string(reading.pages.size())}});
    }
    PageList wrong;
    PageList wrongLabel;
    for (std::size_t i = 0; i < std::min(reading.pages.size(), numbering.pages()); ++i) {
        const ReadPage& page = reading.pages[i];
        if (!page.stamp || page.stamp->text != numbering.label(i + 1)) {
            wrong.push_back(i + 1);
        }
        if (page.label != numbering.label(i + 1)) {
            wrongLabel.push_back(i + 1);
        }
    }
    findings.begin("3-numbered");
    if (!wrong.empty()) {
        findings.breach("number-not-planned", wrong);
    }
    findings.begin("5-labels");
    if (!wrongLabel.empty()) {
        findings.breach("label-not-planned", wrongLabel);
    }
}

/// Where the links of the index lead within the file, in order, neighbours that lead to one page taken once: a row may
/// be several boxes. Links to other volumes are left out.
std::vector<PageNumber> indexLinks(const PdfReading& reading, const NumberedPart& index) {
    std::vector<PageNumber> pages;
    for (PageNumber page = index.first; page < index.first + index.pages && page <= reading.pages.size(); ++page) {
        for (const auto& link : reading.pages[page - 1].links) {
            const PageNumber to = link.page.value_or(0);
            if (link.file.empty() && (pages.empty() || pages.back() != to)) {
                pages.push_back(to);
            }
        }
    }
    return pages;
}

void checkIndex(const PdfReading& reading, const BundlePlan& plan, const Numbering& numbering, Findings& findings) {
    findings.begin("11-index");
    const NumberedPart& index = indexOf(numbering);
    if (index.pages == 0 || index.first > reading.pages.size()) {
        findings.breach("no-index", {});
        return;
    }
    findings.begin("14-links");
    const std::vector<PageNumber> found = indexLinks(reading, index);
    auto next = found.begin();
    std::set<PageNumber> known;
    for (const auto& row : rowsOf(plan, numbering)) {
        if (row.target.empty() || numbering.targets().count(row.target) == 0 ||
            !standsInIndex(row, plan.laterRows, volumeBegan(plan, index.volume))) {
            continue;
        }
        const PageNumber page = numbering.targets().at(row.target);
        known.insert(page);
        const auto at = std::find(next, found.end(), page);
        if (at != found.end()) {
            next = at;
        } else if (!row.section) {
            findings.breach("row-without-link", {index.first}, {{"number", row.number}, {"page", row.page}});
        }
    }
    for (const PageNumber page : found) {
        if (known.count(page) == 0) {
            findings.breach("index-link-astray", {index.first}, {{"page", std::to_string(page)}});
        }
    }
}

bool leadsToVolume(const ReadLink& link, const BundlePlan& plan, std::size_t own) {
    for (std::size_t volume = 0; volume <= plan.volumes.size(); ++volume) {
        if (volume != own && link.file.ends_with("-volume-" + std::to_string(volume + 1) + ".pdf")) {
            return !link.target.empty();
        }
    }
    return false;
}

/// Where a link of the index of all volumes leads: "41" in this file, "2 doc:7" in the second volume.
std::string goalOf(const ReadLink& link) {
    const std::size_t at = link.file.rfind("-volume-");
    if (at == std::string::npos) {
        return link.file.empty() ? std::to_string(link.page.value_or(0)) : "astray";
    }
    const std::size_t begin = at + std::string_view("-volume-").size();
    return link.file.substr(begin, link.file.rfind('.') - begin) + " " + link.target;
}

/// Each document of every volume has its link in the index of all of them, in order.
void checkCommonIndex(const PdfReading& reading, const BundlePlan& plan, const Numbering& numbering,
                      Findings& findings) {
    const auto part = std::ranges::find(numbering.parts(), PartKind::CommonIndex, &NumberedPart::kind);
    if (part == numbering.parts().end()) {
        return;
    }
    findings.begin("14-links");
    std::vector<std::string> found;
    for (PageNumber page = part->first; page < part->first + part->pages && page <= reading.pages.size(); ++page) {
        for (const ReadLink& link : reading.pages[page - 1].links) {
            found.push_back(goalOf(link));
        }
    }
    auto next = found.begin();
    std::size_t document = 0;
    for (const auto& row : rowsOf(plan, numbering)) {
        if (row.section) {
            continue;
        }
        const std::string name = "doc:" + std::to_string(++document);
        if (!standsInIndex(row, plan.laterRows)) {
            continue;
        }
        const auto here = numbering.targets().find(name);
        const std::string goal = here != numbering.targets().end() ? std::to_string(here->second)
                                                                   : std::to_string(row.volume + 1) + " " + name;
        const auto at = std::find(next, found.end(), goal);
        if (at == found.end()) {
            findings.breach("common-row-without-link", {part->first}, {{"number", row.number}});
        } else {
            next = at;
        }
    }
}

/// Every link of the pages that Engross lists documents on: within the file to where something begins, else to another
/// volume by its name.
void checkListings(const PdfReading& reading, const BundlePlan& plan, const Numbering& numbering, Findings& findings) {
    std::set<PageNumber> known;
    for (const auto& [name, page] : numbering.targets()) {
        known.insert(page);
    }
    findings.begin("14-links");
    PageList astray;
    for (const NumberedPart& part : numbering.parts()) {
        const bool listing =
            part.kind == PartKind::CommonIndex || part.kind == PartKind::Concordance || part.kind == PartKind::Index;
        for (PageNumber page = part.first; listing && page < part.first + part.pages && page <= reading.pages.size();
             ++page) {
            const auto& links = reading.pages[page - 1].links;
            const bool good = std::all_of(links.begin(), links.end(), [&](const ReadLink& link) {
                return link.file.empty() ? link.page && known.contains(*link.page)
                                         : leadsToVolume(link, plan, part.volume);
            });
            if (!good) {
                astray.push_back(page);
            }
        }
    }
    if (!astray.empty()) {
        findings.breach("listing-link-astray", astray);
    }
}

void compareBookmarks(const std::vector<ReadBookmark>& found, const std::vector<LinkBookmark>& wanted,
                      Findings& findings) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const LinkBookmark& bookmark = wanted[i];
        const bool there = i < found.size() && found[i].title == bookmark.title;
        if (!there) {
            findings.breach("bookmark-missing", {bookmark.page}, {{"title", bookmark.title}});
            return;
        }
        if (found[i].page != bookmark.page) {
            findings.breach("bookmark-astray", {bookmark.page}, {{"title", bookmark.title}});
        }
        compareBookmarks(found[i].children, bookmark.children, findings);
    }
}

}  // namespace

void checkAgainstPlan(const PdfReading& reading, const BundlePlan& plan, const Numbering& numbering,
                      Findings& findings) {
    checkPages(reading, numbering, findings);
    checkIndex(reading, plan, numbering, findings);
    checkCommonIndex(reading, plan, numbering, findings);
    checkListings(reading, plan, numbering, findings);
    findings.begin("16-bookmarks");
    compareBookmarks(reading.bookmarks, bookmarksOf(plan, numbering), findings);
    findings.begin("0-complete");
    if (reading.identity != identityOf(plan).hex().substr(0, 32)) {
        findings.breach("identity-differs", {});
    }
    if (findings.begin("43-identity") && reading.title != volumeTitle(plan, indexOf(numbering).volume)) {
        findings.breach("title-differs", {});
    }
}

}  // namespace engross
