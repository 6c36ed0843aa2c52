#include "bundle/plan.h"

#include "model/day.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace engross {

namespace {

void addChoices(Sha256Hasher& hasher, const BundlePlan& plan) {
    hasher.addField(nameOf(plan.numbering));
    for (const std::size_t section : plan.volumes) {
        hasher.addField("volume " + std::to_string(section));
    }
    if (plan.renumbered) {
        for (const auto& text : {plan.renumbered->orderedBy, plan.renumbered->on, plan.renumbered->reason,
                                 std::to_string(plan.renumbered->release), plan.renumbered->identity.hex()}) {
            hasher.addField(text);
        }
    }
}

}  // namespace

std::string_view nameOf(PageNumbering scheme) noexcept {
    return scheme == PageNumbering::Sections ? "sections" : "continuous";
}

std::optional<PageNumbering> pageNumberingFrom(std::string_view name) {
    for (const PageNumbering scheme : {PageNumbering::OneRun, PageNumbering::Sections}) {
        if (name == nameOf(scheme)) {
            return scheme;
        }
    }
    return std::nullopt;
}

Sha256 identityOf(const BundlePlan& plan) {
    Sha256Hasher hasher;
    for (const auto& text : {plan.title, plan.author, std::string(tagOf(plan.language)), plan.letter, plan.profile,
                             plan.closure, plan.pack, plan.inputs.hex(), isoTime(plan.made),
                             std::to_string(plan.release), std::to_string(static_cast<int>(plan.laterRows)),
                             std::string(plan.dividers ? "dividers" : ""), std::to_string(plan.sections.size())}) {
        hasher.addField(text);
    }
    addChoices(hasher, plan);
    for (const auto& section : plan.sections) {
        hasher.addField(section.title);
        hasher.addField(std::to_string(section.addedIn));
        hasher.addField(std::to_string(section.items.size()));
        for (const auto& item : section.items) {
            hasher.addField(item.title);
            hasher.addField(item.date ? isoDay(*item.date) : "");
            hasher.addField(item.mark);
            hasher.addField(item.hash.hex());
            hasher.addField(std::to_string(static_cast<int>(item.standing)));
            hasher.addField(std::to_string(item.changedIn));
            hasher.addField(item.afterPage);
            for (const std::string& mark : item.marks) {
                hasher.addField("mark " + mark);
            }
        }
    }
    return hasher.finish();
}

std::string shortIdentity(const Sha256& identity) {
    return identity.hex().substr(0, 8);
}

std::string sectionLetter(std::size_t section) {
    constexpr std::string_view alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    std::string letters;
    for (std::size_t left = section + 1; left > 0; left = (left - 1) / alphabet.size()) {
        letters.insert(letters.begin(), alphabet.at((left - 1) % alphabet.size()));
    }
    return letters;
}

std::vector<std::vector<std::string>> documentNumbers(const BundlePlan& plan) {
    std::vector<std::vector<std::string>> numbers;
    std::size_t document = 0;
    std::size_t between = 0;
    for (const auto& section : plan.sections) {
        auto& row = numbers.emplace_back();
        for (const auto& item : section.items) {
            between = item.afterPage.empty() ? 0 : between + 1;
            document += between == 0 ? 1 : 0;
            row.push_back(std::to_string(document) + (between == 0 ? "" : sectionLetter(between - 1)));
        }
    }
    return numbers;
}

std::size_t volumeOf(const BundlePlan& plan, std::size_t section) {
    return static_cast<std::size_t>(
        std::ranges::count_if(plan.volumes, [section](std::size_t first) { return first <= section; }));
}

}  // namespace engross
