#include "bundle/cited_pages.h"

#include "model/day.h"

#include <algorithm>
#include <string_view>

namespace engross {
namespace {

bool isFigure(char sign) {
    return sign >= '0' && sign <= '9';
}

/// "A", "B" … without I and O, as pages between others are lettered; nothing for what is none of the first hundreds.
std::optional<std::size_t> letterIndex(std::string_view letters) {
    constexpr std::size_t most = 600;
    for (std::size_t i = 0; i < most; ++i) {
        if (sectionLetter(i) == letters) {
            return i;
        }
    }
    return std::nullopt;
}

/// The printed number that stands `offset` pages behind `first`: "B 41" → "B 43", "45A" → "45C".
std::optional<std::string> labelBehind(const std::string& first, std::size_t offset) {
    std::size_t end = first.size();
    while (end > 0 && !isFigure(first[end - 1])) {
        --end;
    }
    if (end == 0) {
        return std::nullopt;
    }
    if (end < first.size()) {
        const auto index = letterIndex(std::string_view(first).substr(end));
        return index ? std::optional(first.substr(0, end) + sectionLetter(*index + offset)) : std::nullopt;
    }
    std::size_t begin = end;
    while (begin > 0 && isFigure(first[begin - 1])) {
        --begin;
    }
    constexpr std::size_t longest = 9;
    if (end - begin > longest) {
        return std::nullopt;
    }
    return first.substr(0, begin) + std::to_string(std::stoul(first.substr(begin)) + offset);
}

/// Where among the pages of a document the number stood, from 0.
std::optional<std::size_t> offsetIn(const FormerPlace& place, const std::string& label) {
    if (place.pages == 0 || labelBehind(place.first, place.pages - 1) != place.last) {
        return std::nullopt;
    }
    for (std::size_t offset = 0; offset < place.pages; ++offset) {
        if (labelBehind(place.first, offset) == label) {
            return offset;
        }
    }
    return std::nullopt;
}

}  // namespace

PageEra pageEraOf(const BundlePlan& plan, PlanPlace place) {
    if (!plan.renumbered) {
        return PageEra::Present;
    }
    const Renumbering& renumbering = *plan.renumbered;
    const PlannedSection& section = plan.sections.at(place.section);
    const PlannedItem& item = section.items.at(place.item);
    if (std::max(section.addedIn, item.addedIn) > renumbering.release) {
        const auto made = dayFrom(renumbering.madeOn);
        if (!made || !item.date || *item.date == *made) {
            return PageEra::Unsure;
        }
        return *item.date < *made ? PageEra::Former : PageEra::Present;
    }
    const auto stood = std::ranges::find_if(
        renumbering.former, [&place](const FormerPlace& former) { return former.now == place && !former.changed; });
    return stood != renumbering.former.end() && stood->older ? PageEra::Older : PageEra::Former;
}

CitedPages::CitedPages(const BundlePlan& plan, const Numbering& numbering, PlanPlace place)
    : plan_(plan), numbering_(numbering), era_(pageEraOf(plan, place)) {}

CitedPages::Cited CitedPages::find(const std::string& label) const {
    const auto now = present(label);
    if (era_ == PageEra::Present) {
        return {.page = now};
    }
    const auto then = era_ == PageEra::Older ? std::nullopt : former(label);
    const bool stayed = now && then == now;
    if (stayed || (era_ == PageEra::Former && then)) {
        return {.page = then, .moved = !stayed};
    }
    return {.unsure = true};
}

std::optional<PageNumber> CitedPages::present(const std::string& label) const {
    const auto found = std::ranges::find(numbering_.labels(), label);
    return found == numbering_.labels().end()
               ? std::nullopt
               : std::optional(static_cast<PageNumber>(found - numbering_.labels().begin()) + 1);
}

std::optional<PageNumber> CitedPages::former(const std::string& label) const {
    for (const FormerPlace& place : plan_.renumbered->former) {
        const auto offset = offsetIn(place, label);
        if (!offset) {
            continue;
        }
        // Pages of a document that was replaced are not those that the number stood on.
        const bool there =
            place.now && !place.changed && !place.sheets &&
            plan_.sections.at(place.now->section).items.at(place.now->item).standing == Standing::Present;
        const NumberedPart* part = there ? &documentPart(numbering_, *place.now) : nullptr;
        return part != nullptr && part->pages == place.pages ? std::optional(part->first + *offset) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace engross
