#include "bundle/plan_rules.h"

#include "bundle/assembly.h"

#include <algorithm>
#include <optional>
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

/// Where a link of the index of all volumes leads: "41" in this file, "2 doc:7" in the second volume.
std::string goalOf(const ReadLink& link) {
    const std::size_t at = link.file.rfind("-volume-");
    if (at == std::string::npos) {
        return link.file.empty() ? std::to_string(link.page.value_or(0)) : "astray";
    }
    const std::size_t begin = at + std::string_view("-volume-").size();
    return link.file.substr(begin, link.file.rfind('.') - begin) + " " + link.target;
}

/// What leads to a target of the bundle, as goalOf() tells it, from a file that has it or from another volume.
std::string goalFor(const std::string& target, std::size_t volume, const Numbering& numbering) {
    const auto here = numbering.targets().find(target);
    return here != numbering.targets().end() ? std::to_string(here->second) : std::to_string(volume + 1) + " " + target;
}

struct WantedGoal {
    std::string goal;
    std::string row;  // how a fault calls it
};

/// The index of all volumes: a heading for each, its sections and its documents.
std::vector<WantedGoal> commonGoals(const BundlePlan& plan, const Numbering& numbering) {
    std::vector<WantedGoal> goals;
    std::optional<std::size_t> volume;
    for (const auto& row : rowsOf(plan, numbering)) {
        if (!standsInIndex(row, plan.laterRows)) {
            continue;
        }
        if (volume != row.volume) {
            volume = row.volume;
            goals.push_back({goalFor("index:" + std::to_string(row.volume + 1), row.volume, numbering), row.title});
        }
        const std::string target = row.section ? "section:" + row.sectionLetter : "doc:" + row.number;
        goals.push_back({goalFor(target, row.volume, numbering), row.section ? row.title : row.number});
    }
    return goals;
}

std::vector<WantedGoal> concordanceGoals(const BundlePlan& plan, const Numbering& numbering) {
    std::vector<WantedGoal> goals;
    const auto numbers = documentNumbers(plan);
    for (const FormerPlace& former : plan.renumbered ? plan.renumbered->former : std::vector<FormerPlace>()) {
        if (former.now) {
            const std::string target = "doc:" + numbers.at(former.now->section).at(former.now->item);
            goals.push_back({goalFor(target, volumeOf(plan, former.now->section), numbering), former.first});
        }
    }
    return goals;
}

/// Every row has its link, in order, and no link leads elsewhere. A row may be several boxes, and neighbouring rows may
/// lead to one page.
void compareGoals(const PdfReading& reading, const NumberedPart& part, const std::vector<WantedGoal>& wanted,
                  Findings& findings) {
    std::vector<bool> met(wanted.size(), false);
    PageList astray;
    std::size_t at = 0;
    for (PageNumber page = part.first; page < part.first + part.pages && page <= reading.pages.size(); ++page) {
        for (const ReadLink& link : reading.pages[page - 1].links) {
            const std::string goal = goalOf(link);
            std::size_t next = at;
            while (next < wanted.size() && wanted[next].goal != goal) {
                ++next;
            }
            if (next == wanted.size()) {
                astray.push_back(page);
                continue;
            }
            for (at = next; next < wanted.size() && wanted[next].goal == goal; ++next) {
                met[next] = true;
            }
        }
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!met[i]) {
            findings.breach("common-row-without-link", {part.first}, {{"number", wanted[i].row}});
        }
    }
    astray.erase(std::unique(astray.begin(), astray.end()), astray.end());
    if (!astray.empty()) {
        findings.breach("listing-link-astray", astray);
    }
}

/// The pages that Engross lists documents on beside the index of the file.
void checkListings(const PdfReading& reading, const BundlePlan& plan, const Numbering& numbering, Findings& findings) {
    findings.begin("14-links");
    PageList astray;
    for (const NumberedPart& part : numbering.parts()) {
        if (part.kind == PartKind::CommonIndex) {
            compareGoals(reading, part, commonGoals(plan, numbering), findings);
        } else if (part.kind == PartKind::Concordance) {
            compareGoals(reading, part, concordanceGoals(plan, numbering), findings);
        }
        for (PageNumber page = part.first;
             part.kind == PartKind::Index && page < part.first + part.pages && page <= reading.pages.size(); ++page) {
            const auto& links = reading.pages[page - 1].links;
            if (!std::ranges::all_of(links, [](const ReadLink& link) { return link.file.empty() && link.page; })) {
                astray.push_back(page);
            }
        }
    }
    if (!astray.empty()) {
        findings.breach("listing-link-astray", astray);
    }
}

/// Links from other volumes and programs lead to a document by its name.
void checkPlaces(const PdfReading& reading, const Numbering& numbering, Findings& findings) {
    findings.begin("14-links");
    PageList astray;
    for (const auto& [name, page] : numbering.targets()) {
        const auto found = reading.places.find(name);
        if (found == reading.places.end() || found->second != page) {
            astray.push_back(page);
        }
    }
    std::ranges::sort(astray);
    astray.erase(std::unique(astray.begin(), astray.end()), astray.end());
    if (!astray.empty()) {
        findings.breach("destination-astray", astray);
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

void checkLaidLinks(const PdfReading& reading, const std::vector<LaidLink>& laid, Findings& findings) {
    findings.begin("14-links");
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < reading.pages.size(); ++i) {
        places.emplace(reading.pages[i].label, i);
    }
    PageList astray;
    for (const LaidLink& wanted : laid) {
        const auto place = places.find(wanted.page);
        if (place == places.end() || wanted.goal.empty()) {
            continue;  // of another volume, or not laid
        }
        const auto leadsThere = [&](const ReadLink& link) {
            return link.file.empty() ? link.page && reading.pages.at(*link.page - 1).label == wanted.goal
                                     : link.target == wanted.target;
        };
        if (!std::ranges::any_of(reading.pages[place->second].links, leadsThere)) {
            astray.push_back(place->second + 1);
        }
    }
    std::ranges::sort(astray);
    astray.erase(std::unique(astray.begin(), astray.end()), astray.end());
    if (!astray.empty()) {
        findings.breach("reference-link-astray", astray);
    }
}

void checkAgainstPlan(const PdfReading& reading, const BundlePlan& plan, const Numbering& numbering,
                      Findings& findings) {
    checkPages(reading, numbering, findings);
    checkIndex(reading, plan, numbering, findings);
    checkListings(reading, plan, numbering, findings);
    checkPlaces(reading, numbering, findings);
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
