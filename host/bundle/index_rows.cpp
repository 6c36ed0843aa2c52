#include "bundle/numbering.h"
#include "words/format.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace engross {

namespace {

const NumberedPart* findPart(const Numbering& numbering, PlanPlace place) {
    const auto found = std::ranges::find_if(numbering.parts(), [&](const NumberedPart& part) {
        return part.kind == PartKind::Document && part.section == place.section && part.item == place.item;
    });
    return found == numbering.parts().end() ? nullptr : &*found;
}

std::string shortDate(Day day, Language language) {
    const std::string month =
        Messages::in(language).text("bundle.month." + std::to_string(static_cast<unsigned>(day.month())));
    return std::to_string(static_cast<unsigned>(day.day())) + " " + month + " " +
           std::to_string(static_cast<int>(day.year()));
}

/// The date of a document, or what became of it.
std::string dateColumn(const BundlePlan& plan, const Numbering& numbering, const PlannedItem& item) {
    const Messages& messages = Messages::in(plan.language);
    if (item.standing == Standing::Withdrawn) {
        return messages.text("bundle.withdrawn");
    }
    if (item.standing == Standing::Replaced && item.replacement) {
        const NumberedPart* part = findPart(numbering, *item.replacement);
        return messages.text("bundle.replaced", {{"page", part == nullptr ? "" : numbering.label(part->first)}});
    }
    return item.date ? longDate(*item.date, plan.language) : messages.text("bundle.undated");
}

}  // namespace

const NumberedPart& documentPart(const Numbering& numbering, PlanPlace place) {
    const NumberedPart* part = findPart(numbering, place);
    if (part == nullptr) {
        throw std::logic_error("a bundle has no such document");
    }
    return *part;
}

PageNumber firstPageOf(const Numbering& numbering, PlanPlace place) {
    return documentPart(numbering, place).first;
}

std::string partName(const BundlePlan& plan, const NumberedPart& part) {
    const Messages& messages = Messages::in(plan.language);
    switch (part.kind) {
        case PartKind::Cover:
            return messages.text("bundle.cover");
        case PartKind::CommonIndex:
            return messages.text("bundle.common-index");
        case PartKind::Index:
            return messages.text("bundle.index");
        case PartKind::Concordance:
            return messages.text("bundle.concordance");
        case PartKind::Divider:
            return plan.sections.at(part.section).title;
        default:
            return plan.sections.at(part.section).items.at(part.item).title;
    }
}

int volumeBegan(const BundlePlan& plan, std::size_t volume) {
    return volume == 0 ? 1 : plan.sections.at(plan.volumes.at(volume - 1)).addedIn;
}

bool standsInIndex(const BundleRow& row, LaterRows laterRows, int began) {
    return row.addedIn <= began || laterRows == LaterRows::All || (laterRows == LaterRows::Sections && row.section);
}

std::vector<BundleRow> rowsOf(const BundlePlan& plan, const Numbering& numbering) {
    std::vector<BundleRow> rows;
    const auto numbers = documentNumbers(plan);
    for (std::size_t s = 0; s < plan.sections.size(); ++s) {
        const PlannedSection& section = plan.sections[s];
        const std::string letter = sectionLetter(s);
        const std::size_t volume = volumeOf(plan, s);
        const auto divider = numbering.targets().find("section:" + letter);
        const bool reachable = divider != numbering.targets().end();
        rows.push_back({.number = {},
                        .title = section.title,
                        .date = {},
                        .page = reachable ? numbering.label(divider->second) : std::string(),
                        .target = reachable ? divider->first : std::string(),
                        .section = true,
                        .sectionLetter = letter,
                        .addedIn = section.addedIn,
                        .volume = volume});
        for (std::size_t i = 0; i < section.items.size(); ++i) {
            const PlannedItem& item = section.items[i];
            const auto target = numbering.targets().find("doc:" + numbers[s][i]);
            const bool here = target != numbering.targets().end();
            rows.push_back({.number = numbers[s][i],
                            .title = item.title,
                            .date = dateColumn(plan, numbering, item),
                            .page = here ? numbering.label(target->second) : std::string(),
                            .target = here ? target->first : std::string(),
                            .section = false,
                            .sectionLetter = letter,
                            .addedIn = std::max(section.addedIn, item.addedIn),
                            .standing = item.standing,
                            .changedIn = item.changedIn,
                            .volume = volume,
                            .inserted = !item.afterPage.empty()});
        }
    }
    return rows;
}

std::vector<LinkBookmark> bookmarksOf(const BundlePlan& plan, const Numbering& numbering) {
    const auto numbers = documentNumbers(plan);
    const Messages& messages = Messages::in(plan.language);
    std::vector<LinkBookmark> bookmarks;
    std::size_t source = 0;
    std::optional<std::size_t> open;
    for (const auto& part : numbering.parts()) {
        const std::string place = part.pages == 0 ? "" : " [" + numbering.label(part.first) + "]";
        const PlannedSection* section = nullptr;
        if (part.kind == PartKind::Divider || part.kind == PartKind::Document) {
            section = &plan.sections.at(part.section);
            if (open != part.section) {
                open = part.section;
                bookmarks.push_back({sectionLetter(part.section) + ". " + section->title + place, part.first, {}, {}});
            }
        }
        if (part.kind == PartKind::Document) {
            const PlannedItem& item = section->items.at(part.item);
            std::string title = numbers.at(part.section).at(part.item) + ". " + item.title;
            title += item.date ? ", " + shortDate(*item.date, plan.language) : std::string();
            title += item.standing == Standing::Present ? "" : messages.text("bundle.gone");
            bookmarks.back().children.push_back({title + place, part.first, {}, source});
        } else if (part.kind != PartKind::Divider && part.kind != PartKind::Cover) {
            bookmarks.push_back({partName(plan, part) + place, part.first, {}, {}});
        }
        ++source;
    }
    return bookmarks;
}

std::vector<ConcordanceRow> concordanceOf(const BundlePlan& plan, const Numbering& numbering) {
    std::vector<ConcordanceRow> rows;
    if (!plan.renumbered) {
        return rows;
    }
    const Messages& messages = Messages::in(plan.language);
    const auto numbers = documentNumbers(plan);
    const auto range = [](const std::string& first, const std::string& last) {
        return first == last ? first : first + "–" + last;
    };
    for (const FormerPlace& former : plan.renumbered->former) {
        ConcordanceRow row{.title = former.title, .was = range(former.first, former.last), .is = {}, .target = {}};
        if (!former.now) {
            row.is = messages.text(former.sheets ? "bundle.concordance.sheets" : "bundle.concordance.gone");
        } else {
            const NumberedPart& part = documentPart(numbering, *former.now);
            row.is = range(numbering.label(part.first), numbering.label(part.first + part.pages - 1));
            row.is += former.changed ? messages.text("bundle.concordance.changed") : "";
            row.target = "doc:" + numbers.at(former.now->section).at(former.now->item);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace engross
