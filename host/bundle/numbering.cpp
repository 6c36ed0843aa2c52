#include "bundle/numbering.h"

#include "words/format.h"

#include <algorithm>
#include <stdexcept>

namespace engross {

namespace {

std::string shortDate(Day day, Language language) {
    const std::string month =
        Messages::in(language).text("bundle.month." + std::to_string(static_cast<unsigned>(day.month())));
    return std::to_string(static_cast<unsigned>(day.day())) + " " + month + " " +
           std::to_string(static_cast<int>(day.year()));
}

}  // namespace

std::size_t partCount(const BundlePlan& plan) {
    std::size_t parts = 2;
    for (const auto& section : plan.sections) {
        parts += section.items.size() + (plan.dividers ? 1 : 0);
    }
    return parts;
}

Numbering::Numbering(const BundlePlan& plan, const PartCounts& counts) {
    if (counts.size() != partCount(plan)) {
        throw std::logic_error("a plan of " + std::to_string(partCount(plan)) + " parts has " +
                               std::to_string(counts.size()) + " page counts");
    }
    PageNumber next = 1;
    const auto add = [this, &counts, &next](PartKind kind, std::size_t section, std::size_t item) {
        parts_.push_back({kind, section, item, next, counts.at(parts_.size())});
        next += parts_.back().pages;
        return parts_.back().first;
    };
    add(PartKind::Cover, 0, 0);
    targets_["index"] = add(PartKind::Index, 0, 0);
    std::size_t document = 0;
    std::map<std::string, PageNumber> gone;
    for (std::size_t s = 0; s < plan.sections.size(); ++s) {
        const std::string name = "section:" + sectionLetter(s);
        targets_[name] = next;
        if (plan.dividers) {
            add(PartKind::Divider, s, 0);
        }
        const auto& items = plan.sections[s].items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const PageNumber first = add(PartKind::Document, s, i);
            targets_["doc:" + std::to_string(++document)] = first;
            if (!items[i].mark.empty()) {
                auto& exhibits = items[i].standing == Standing::Present ? targets_ : gone;
                exhibits.emplace("exhibit:" + items[i].mark, first);
            }
        }
        if (targets_[name] == next) {
            targets_.erase(name);
        }
    }
    targets_.merge(gone);
    const std::string prefix = plan.letter.empty() ? std::string() : plan.letter + " ";
    for (PageNumber page = 1; page < next; ++page) {
        labels_.push_back(prefix + std::to_string(page));
    }
}

const std::vector<NumberedPart>& Numbering::parts() const noexcept {
    return parts_;
}

std::size_t Numbering::pages() const noexcept {
    return labels_.size();
}

const std::string& Numbering::label(PageNumber page) const {
    return labels_.at(page - 1);
}

const std::vector<std::string>& Numbering::labels() const noexcept {
    return labels_;
}

const std::map<std::string, PageNumber>& Numbering::targets() const noexcept {
    return targets_;
}

namespace {

/// The date of a document, or what became of it.
std::string dateColumn(const BundlePlan& plan, const Numbering& numbering, const PlannedItem& item) {
    const Messages& messages = Messages::in(plan.language);
    if (item.standing == Standing::Withdrawn) {
        return messages.text("bundle.withdrawn");
    }
    if (item.standing == Standing::Replaced && item.replacement) {
        return messages.text("bundle.replaced", {{"page", numbering.label(firstPageOf(numbering, *item.replacement))}});
    }
    return item.date ? longDate(*item.date, plan.language) : messages.text("bundle.undated");
}

}  // namespace

std::string partName(const BundlePlan& plan, const NumberedPart& part) {
    const Messages& messages = Messages::in(plan.language);
    switch (part.kind) {
        case PartKind::Cover:
            return messages.text("bundle.cover");
        case PartKind::Index:
            return messages.text("bundle.index");
        case PartKind::Divider:
            return plan.sections.at(part.section).title;
        default:
            return plan.sections.at(part.section).items.at(part.item).title;
    }
}

PageNumber firstPageOf(const Numbering& numbering, PlanPlace place) {
    const auto found = std::ranges::find_if(numbering.parts(), [&](const NumberedPart& part) {
        return part.kind == PartKind::Document && part.section == place.section && part.item == place.item;
    });
    if (found == numbering.parts().end()) {
        throw std::logic_error("a bundle has no such document");
    }
    return found->first;
}

bool standsInIndex(const BundleRow& row, LaterRows laterRows) {
    return row.addedIn == 1 || laterRows == LaterRows::All || (laterRows == LaterRows::Sections && row.section);
}

std::vector<BundleRow> rowsOf(const BundlePlan& plan, const Numbering& numbering) {
    std::vector<BundleRow> rows;
    std::size_t document = 0;
    for (std::size_t s = 0; s < plan.sections.size(); ++s) {
        const PlannedSection& section = plan.sections[s];
        const std::string letter = sectionLetter(s);
        const auto divider = numbering.targets().find("section:" + letter);
        const bool reachable = divider != numbering.targets().end();
        rows.push_back({.number = {},
                        .title = section.title,
                        .date = {},
                        .page = reachable ? numbering.label(divider->second) : std::string(),
                        .target = reachable ? divider->first : std::string(),
                        .section = true,
                        .sectionLetter = letter,
                        .addedIn = section.addedIn});
        for (const auto& item : section.items) {
            const std::string number = std::to_string(++document);
            rows.push_back({.number = number,
                            .title = item.title,
                            .date = dateColumn(plan, numbering, item),
                            .page = numbering.label(numbering.targets().at("doc:" + number)),
                            .target = "doc:" + number,
                            .section = false,
                            .sectionLetter = letter,
                            .addedIn = section.addedIn,
                            .standing = item.standing,
                            .changedIn = item.changedIn});
        }
    }
    return rows;
}

std::vector<LinkBookmark> bookmarksOf(const BundlePlan& plan, const Numbering& numbering) {
    const auto inBrackets = [&numbering](PageNumber page) { return " [" + numbering.label(page) + "]"; };
    std::vector<LinkBookmark> bookmarks;
    const PageNumber index = numbering.targets().at("index");
    bookmarks.push_back({Messages::in(plan.language).text("bundle.index") + inBrackets(index), index, {}, {}});
    std::size_t source = 0;
    std::size_t document = 0;
    for (const auto& part : numbering.parts()) {
        const PlannedSection* section = plan.sections.empty() ? nullptr : &plan.sections.at(part.section);
        const bool opens =
            part.kind == PartKind::Divider || (part.kind == PartKind::Document && part.item == 0 && !plan.dividers);
        if (opens) {
            bookmarks.push_back(
                {sectionLetter(part.section) + ". " + section->title + inBrackets(part.first), part.first, {}, {}});
        }
        if (part.kind == PartKind::Document) {
            const PlannedItem& item = section->items.at(part.item);
            std::string title = std::to_string(++document) + ". " + item.title;
            title += item.date ? ", " + shortDate(*item.date, plan.language) : std::string();
            title += item.standing == Standing::Present ? "" : Messages::in(plan.language).text("bundle.gone");
            bookmarks.back().children.push_back({title + inBrackets(part.first), part.first, {}, source});
        }
        ++source;
    }
    return bookmarks;
}

}  // namespace engross
