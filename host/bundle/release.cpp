#include "bundle/release.h"

#include "model/day.h"
#include "words/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace engross {

namespace {

/// What makes two documents of one pack the same document, whatever its bytes.
std::string keyOf(const PlannedItem& item, Language language) {
    if (!item.mark.empty()) {
        return "mark\n" + item.mark;
    }
    return "title\n" + lower(item.title, language) + "\n" + (item.date ? isoDay(*item.date) : std::string());
}

class Continuation {
public:
    Continuation(const BundlePlan& asked, const BundleRelease& before) : asked_(asked), before_(before) {
        later_.plan = asked;
        later_.plan.release = before.plan.release + 1;
        later_.plan.pack = before.plan.pack.empty() ? before.identity.hex() : before.plan.pack;
        later_.plan.dividers = before.plan.dividers;
        later_.plan.sections = before.plan.sections;
        for (const auto& section : before.plan.sections) {
            later_.asked.emplace_back(section.items.size());
        }
    }

    LaterRelease run() {
        keepWhatIsThere();
        const std::vector<PlanPlace> fresh = takeFresh();
        settleOldPlaces();
        if (!fresh.empty() || changed_) {
            addSection(fresh);
        }
        return std::move(later_);
    }

private:
    [[nodiscard]] const PlannedItem& askedItem(PlanPlace place) const {
        return asked_.sections.at(place.section).items.at(place.item);
    }

    template <typename Visit>
    void eachAsked(Visit visit) const {
        for (std::size_t s = 0; s < asked_.sections.size(); ++s) {
            for (std::size_t i = 0; i < asked_.sections[s].items.size(); ++i) {
                visit(PlanPlace{s, i});
            }
        }
    }

    template <typename Visit>
    void eachPresent(Visit visit) {
        for (std::size_t s = 0; s < later_.plan.sections.size(); ++s) {
            for (std::size_t i = 0; i < later_.plan.sections[s].items.size(); ++i) {
                PlannedItem& item = later_.plan.sections[s].items[i];
                if (item.standing == Standing::Present) {
                    visit(item, PlanPlace{s, i});
                }
            }
        }
    }

    /// Pairs by bytes: first those whose mark or title agrees too, then those that were renamed.
    void keepWhatIsThere() {
        for (const bool sameKey : {true, false}) {
            eachAsked([&](PlanPlace from) {
                if (!taken_.contains({from.section, from.item})) {
                    keep(from, sameKey);
                }
            });
        }
    }

    void keep(PlanPlace from, bool sameKey) {
        const PlannedItem& wanted = askedItem(from);
        bool found = false;
        eachPresent([&](PlannedItem& item, PlanPlace place) {
            auto& origin = later_.asked.at(place.section).at(place.item);
            if (found || origin || item.hash != wanted.hash ||
                (sameKey && keyOf(item, asked_.language) != keyOf(wanted, asked_.language))) {
                return;
            }
            found = true;
            origin = from;
            item = wanted;
            taken_.insert({from.section, from.item});
        });
    }

    std::vector<PlanPlace> takeFresh() {
        std::vector<PlanPlace> fresh;
        eachAsked([&](PlanPlace from) {
            if (!taken_.contains({from.section, from.item})) {
                fresh.push_back(from);
            }
        });
        std::stable_sort(fresh.begin(), fresh.end(), [this](PlanPlace left, PlanPlace right) {
            const auto& first = askedItem(left).date;
            const auto& second = askedItem(right).date;
            return first && (!second || *first < *second);
        });
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            replacements_.emplace(keyOf(askedItem(fresh[i]), asked_.language), i);
        }
        return fresh;
    }

    void settleOldPlaces() {
        const std::size_t next = later_.plan.sections.size();
        eachPresent([&](PlannedItem& item, PlanPlace place) {
            if (later_.asked.at(place.section).at(place.item)) {
                return;
            }
            changed_ = true;
            item.changedIn = later_.plan.release;
            item.standing = Standing::Withdrawn;
            if (const auto found = replacements_.find(keyOf(item, asked_.language)); found != replacements_.end()) {
                item.standing = Standing::Replaced;
                item.replacement = PlanPlace{next, found->second};
                replacements_.erase(found);
            }
        });
    }

    void addSection(const std::vector<PlanPlace>& fresh) {
        PlannedSection section;
        section.title =
            Messages::in(asked_.language).text("bundle.added_in", {{"release", std::to_string(later_.plan.release)}});
        section.addedIn = later_.plan.release;
        std::vector<std::optional<PlanPlace>> origins;
        for (const PlanPlace from : fresh) {
            section.items.push_back(askedItem(from));
            origins.emplace_back(from);
        }
        later_.plan.sections.push_back(std::move(section));
        later_.asked.push_back(std::move(origins));
    }

    const BundlePlan& asked_;
    const BundleRelease& before_;
    LaterRelease later_;
    std::set<std::pair<std::size_t, std::size_t>> taken_;
    std::map<std::string, std::size_t> replacements_;  // key → place in the section that is added
    bool changed_ = false;
};

}  // namespace

LaterRelease continued(const BundlePlan& asked, const BundleRelease& before) {
    return Continuation(asked, before).run();
}

std::vector<ReleaseChange> changesIn(const BundlePlan& plan, int release) {
    std::vector<ReleaseChange> changes;
    for (std::size_t s = 0; s < plan.sections.size(); ++s) {
        const PlannedSection& section = plan.sections[s];
        for (std::size_t i = 0; i < section.items.size(); ++i) {
            if (section.items[i].standing != Standing::Present && section.items[i].changedIn == release) {
                const bool replaced = section.items[i].standing == Standing::Replaced;
                changes.push_back({replaced ? ReleaseChange::Kind::Replaced : ReleaseChange::Kind::Withdrawn, {s, i}});
            }
            if (section.addedIn == release && release > 1) {
                changes.push_back({ReleaseChange::Kind::Added, {s, i}});
            }
        }
    }
    return changes;
}

std::optional<Diagnostic> movedNumber(const BundlePlan& plan, const Numbering& numbering, const BundleRelease& before) {
    const Numbering earlier(before.plan, before.counts);
    for (std::size_t i = 0; i < earlier.parts().size(); ++i) {
        const NumberedPart& was = earlier.parts().at(i);
        const NumberedPart& is = numbering.parts().at(i);
        if (is == was && numbering.label(is.first) == earlier.label(was.first)) {
            continue;
        }
        const Messages& messages = Messages::in(plan.language);
        Diagnostic fault;
        fault.code = "bundle-number-moved";
        fault.where.pointer = "/release_of";
        fault.message = messages.text("bundle.plan.number-moved", {{"title", partName(plan, is)},
                                                                   {"was", std::to_string(was.pages)},
                                                                   {"is", std::to_string(is.pages)},
                                                                   {"page", earlier.label(was.first)},
                                                                   {"release", std::to_string(before.plan.release)}});
        fault.hints.push_back(messages.text("bundle.plan.number-moved.hint"));
        return fault;
    }
    return std::nullopt;
}

}  // namespace engross
