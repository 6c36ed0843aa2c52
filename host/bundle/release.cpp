#include "bundle/release.h"

#include "bundle/cited_pages.h"
#include "model/day.h"
#include "words/text.h"
#include "words/zone.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace engross {

namespace {

/// What makes two documents of one pack the same document, whatever its bytes.
std::string keyOf(const PlannedItem& item, Language language) {
    if (!item.mark.empty()) {
        return "mark\n" + item.mark;
    }
    return "title\n" + lower(item.title, language) + "\n" + (item.date ? isoDay(*item.date) : std::string());
}

/// One place after another of a plan's documents.
template <typename Visit>
void eachPlace(const BundlePlan& plan, Visit visit) {
    for (std::size_t s = 0; s < plan.sections.size(); ++s) {
        for (std::size_t i = 0; i < plan.sections[s].items.size(); ++i) {
            visit(PlanPlace{s, i});
        }
    }
}

const PlannedItem& itemAt(const BundlePlan& plan, PlanPlace place) {
    return plan.sections.at(place.section).items.at(place.item);
}

/// What a later release of the pack has in common with every other.
void goOnWithPack(BundlePlan& plan, const BundleRelease& before) {
    plan.release = before.plan.release + 1;
    plan.pack = before.plan.pack.empty() ? before.identity.hex() : before.plan.pack;
}

class Continuation {
public:
    Continuation(const BundlePlan& asked, const BundleRelease& before)
        : asked_(asked), before_(before), numbers_(before.plan, before.counts) {
        goOnWithPack(later_.plan = asked, before);
        later_.plan.dividers = before.plan.dividers;
        later_.plan.letter = before.plan.letter;
        later_.plan.numbering = before.plan.numbering;
        later_.plan.renumbered = before.plan.renumbered;
        later_.plan.volumes = before.plan.volumes;
        later_.plan.commonIndex = before.plan.commonIndex;
        later_.plan.sections = before.plan.sections;
        for (std::size_t s = 0; s < before.plan.sections.size(); ++s) {
            const std::size_t items = before.plan.sections[s].items.size();
            later_.asked.emplace_back(items);
            auto& row = later_.was.emplace_back();
            for (std::size_t i = 0; i < items; ++i) {
                row.emplace_back(PlanPlace{s, i});
            }
        }
    }

    LaterRelease run() {
        keepWhatIsThere();
        insertBetween();
        const std::vector<PlanPlace> fresh = takeFresh();
        settleOldPlaces();
        if (!fresh.empty() || changed_) {
            addSection(fresh);
        }
        return std::move(later_);
    }

private:
    [[nodiscard]] const PlannedItem& askedItem(PlanPlace place) const {
        return itemAt(asked_, place);
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
            eachPlace(asked_, [&](PlanPlace from) {
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
            const auto between = std::pair(item.afterPage, item.addedIn);
            item = wanted;
            std::tie(item.afterPage, item.addedIn) = between;
            taken_.insert({from.section, from.item});
        });
    }

    /// Puts the documents that ask for it behind the page they name. Places that were known move up with them.
    void insertBetween() {
        std::map<std::string, std::size_t> behind;  // page → how many stand there by now
        eachPlace(asked_, [&](PlanPlace from) {
            const std::string& page = askedItem(from).afterPage;
            if (page.empty() || taken_.contains({from.section, from.item}) || replaces(askedItem(from))) {
                return;
            }
            taken_.insert({from.section, from.item});
            const auto end = documentEndingAt(page);
            if (!end) {
                refusePlace(from, page);
                return;
            }
            insert(*end, behind[page]++, from);
        });
    }

    /// Whether it stands for a document that was there: then it goes to the end, and sheets stand where that was.
    [[nodiscard]] bool replaces(const PlannedItem& wanted) {
        bool found = false;
        eachPresent([&](const PlannedItem& item, PlanPlace place) {
            found = found || (!later_.asked.at(place.section).at(place.item) &&
                              keyOf(item, asked_.language) == keyOf(wanted, asked_.language));
        });
        return found;
    }

    /// The document of the earlier release whose last page has the number, and behind which none was put yet.
    [[nodiscard]] std::optional<PlanPlace> documentEndingAt(const std::string& page) const {
        for (const NumberedPart& part : numbers_.parts()) {
            if (part.kind != PartKind::Document || part.pages == 0 ||
                numbers_.label(part.first + part.pages - 1) != page) {
                continue;
            }
            const auto& items = before_.plan.sections.at(part.section).items;
            const bool taken = part.item + 1 < items.size() && !items[part.item + 1].afterPage.empty();
            return taken ? std::nullopt : std::optional(PlanPlace{part.section, part.item});
        }
        return std::nullopt;
    }

    void insert(PlanPlace end, std::size_t later, PlanPlace from) {
        auto& was = later_.was.at(end.section);
        const auto found = std::ranges::find(was, std::optional(end));
        const std::size_t item = static_cast<std::size_t>(found - was.begin()) + 1 + later;
        const auto at = static_cast<std::ptrdiff_t>(item);
        was.insert(was.begin() + at, std::nullopt);
        auto& asked = later_.asked.at(end.section);
        asked.insert(asked.begin() + at, from);
        auto& items = later_.plan.sections.at(end.section).items;
        items.insert(items.begin() + at, askedItem(from));
        items[item].addedIn = later_.plan.release;
        const auto moveUp = [&](std::optional<PlanPlace>& place) {
            if (place && place->section == end.section && place->item >= item) {
                ++place->item;
            }
        };
        for (auto& section : later_.plan.sections) {
            for (auto& other : section.items) {
                moveUp(other.replacement);
            }
        }
        if (later_.plan.renumbered) {
            for (FormerPlace& former : later_.plan.renumbered->former) {
                moveUp(former.now);
            }
        }
        changed_ = true;
    }

    void refusePlace(PlanPlace from, const std::string& page) {
        const Messages& messages = Messages::in(asked_.language);
        Diagnostic fault;
        fault.code = "bundle-after-page";
        fault.where = askedItem(from).where;
        fault.message = messages.text(
            "bundle.plan.after-page",
            {{"title", askedItem(from).title}, {"page", page}, {"release", std::to_string(before_.plan.release)}});
        fault.hints.push_back(messages.text("bundle.plan.after-page.hint"));
        later_.faults.push_back(std::move(fault));
    }

    std::vector<PlanPlace> takeFresh() {
        std::vector<PlanPlace> fresh;
        eachPlace(asked_, [&](PlanPlace from) {
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
        later_.was.emplace_back(origins.size());
        later_.asked.push_back(std::move(origins));
    }

    const BundlePlan& asked_;
    const BundleRelease& before_;
    Numbering numbers_;  // of the earlier release
    LaterRelease later_;
    std::set<std::pair<std::size_t, std::size_t>> taken_;
    std::map<std::string, std::size_t> replacements_;  // key → place in the section that is added
    bool changed_ = false;
};

/// Where each document of the earlier release has gone in a plan that is numbered afresh.
class Concordance {
public:
    Concordance(const BundlePlan& plan, const BundleRelease& before) : plan_(plan), before_(before) {}

    std::vector<FormerPlace> run() {
        const Numbering numbers(before_.plan, before_.counts);
        std::map<std::pair<std::size_t, std::size_t>, std::pair<PlanPlace, bool>> now;
        for (const Likeness likeness : {Likeness::Same, Likeness::SameBytes, Likeness::SameName}) {
            eachPlace(before_.plan, [&](PlanPlace old) {
                if (itemAt(before_.plan, old).standing == Standing::Present && !now.contains({old.section, old.item})) {
                    if (const auto found = find(itemAt(before_.plan, old), likeness)) {
                        now.insert({{old.section, old.item}, {*found, likeness == Likeness::SameName}});
                    }
                }
            });
        }
        std::vector<FormerPlace> former;
        for (const NumberedPart& part : numbers.parts()) {
            if (part.kind != PartKind::Document) {
                continue;
            }
            const PlannedItem& item = before_.plan.sections.at(part.section).items.at(part.item);
            FormerPlace& place = former.emplace_back();
            place.title = item.title;
            place.first = numbers.label(part.first);
            place.last = numbers.label(part.first + part.pages - 1);
            place.pages = part.pages;
            place.sheets = item.standing != Standing::Present;
            place.older = pageEraOf(before_.plan, {part.section, part.item}) != PageEra::Present;
            if (const auto found = now.find({part.section, part.item}); found != now.end()) {
                place.now = found->second.first;
                place.changed = found->second.second;
            }
        }
        return former;
    }

private:
    enum class Likeness { Same, SameBytes, SameName };

    std::optional<PlanPlace> find(const PlannedItem& old, Likeness likeness) {
        std::optional<PlanPlace> found;
        eachPlace(plan_, [&](PlanPlace place) {
            const PlannedItem& item = itemAt(plan_, place);
            const bool bytes = item.hash == old.hash;
            const bool name = keyOf(item, plan_.language) == keyOf(old, plan_.language);
            const bool fits = likeness == Likeness::Same        ? bytes && name
                              : likeness == Likeness::SameBytes ? bytes
                                                                : name;
            if (!found && fits && !taken_.contains({place.section, place.item})) {
                found = place;
            }
        });
        if (found) {
            taken_.insert({found->section, found->item});
        }
        return found;
    }

    const BundlePlan& plan_;
    const BundleRelease& before_;
    std::set<std::pair<std::size_t, std::size_t>> taken_;
};

/// What tells a part from the others of its plan, where a document is named by its place in the earlier release.
using PartKey = std::tuple<PartKind, std::size_t, std::size_t, std::size_t>;

PartKey keyOf(const NumberedPart& part, std::optional<PlanPlace> was) {
    const PlanPlace place = was.value_or(PlanPlace{part.section, part.item});
    const bool front = part.kind != PartKind::Document && part.kind != PartKind::Divider;
    return {part.kind, front ? part.volume : 0, place.section, place.item};
}

Diagnostic numberMoved(const BundlePlan& plan, const NumberedPart& was, std::size_t pages, const std::string& label,
                       const BundleRelease& before) {
    const Messages& messages = Messages::in(plan.language);
    Diagnostic fault;
    fault.code = "bundle-number-moved";
    fault.where.pointer = "/release_of";
    fault.message = messages.text("bundle.plan.number-moved", {{"title", partName(before.plan, was)},
                                                               {"was", std::to_string(was.pages)},
                                                               {"is", std::to_string(pages)},
                                                               {"page", label},
                                                               {"release", std::to_string(before.plan.release)}});
    fault.hints.push_back(messages.text("bundle.plan.number-moved.hint"));
    return fault;
}

}  // namespace

LaterRelease continued(const BundlePlan& asked, const BundleRelease& before) {
    return Continuation(asked, before).run();
}

LaterRelease renumbered(const BundlePlan& asked, const BundleRelease& before, const Renumbering& order) {
    LaterRelease later;
    later.plan = asked;
    goOnWithPack(later.plan, before);
    if (asked.letter.empty()) {
        later.plan.letter = before.plan.letter;
    }
    eachPlace(asked, [&](PlanPlace place) {
        later.asked.resize(place.section + 1);
        later.asked.back().emplace_back(place);
    });
    later.asked.resize(asked.sections.size());
    for (const auto& row : later.asked) {
        later.was.emplace_back(row.size());
    }
    for (auto& section : later.plan.sections) {
        for (auto& item : section.items) {
            item.afterPage.clear();
        }
    }
    later.plan.renumbered = Renumbering{.orderedBy = order.orderedBy,
                                        .on = order.on,
                                        .reason = order.reason,
                                        .release = later.plan.release,
                                        .before = before.plan.release,
                                        .identity = before.identity,
                                        .madeOn = isoDay(localTimeOf(asked.made).day),
                                        .former = Concordance(later.plan, before).run()};
    return later;
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
            const bool added = section.addedIn == release || section.items[i].addedIn == release;
            if (added && release > 1) {
                changes.push_back({ReleaseChange::Kind::Added, {s, i}});
            }
        }
    }
    return changes;
}

std::optional<Diagnostic> movedNumber(const LaterRelease& later, const Numbering& numbering,
                                      const BundleRelease& before) {
    std::map<PartKey, const NumberedPart*> now;
    for (const NumberedPart& part : numbering.parts()) {
        std::optional<PlanPlace> was;
        if (part.kind == PartKind::Document) {
            was = later.was.at(part.section).at(part.item);
            if (!was) {
                continue;
            }
        }
        now.emplace(keyOf(part, was), &part);
    }
    const Numbering earlier(before.plan, before.counts);
    for (const NumberedPart& was : earlier.parts()) {
        const auto found = now.find(keyOf(was, std::nullopt));
        const NumberedPart* is = found == now.end() ? nullptr : found->second;
        const bool stands = is != nullptr && is->pages == was.pages && is->volume == was.volume &&
                            (was.pages == 0 || numbering.label(is->first) == earlier.label(was.first));
        if (!stands) {
            return numberMoved(later.plan, was, is == nullptr ? 0 : is->pages, earlier.label(was.first), before);
        }
    }
    return std::nullopt;
}

std::size_t pagesBefore(const BundleRelease& before, PlanPlace place) {
    const std::vector<NumberedPart> parts = partsOf(before.plan);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].kind == PartKind::Document && parts[i].section == place.section && parts[i].item == place.item) {
            return before.counts.at(i);
        }
    }
    throw std::logic_error("a release has no such document");
}

}  // namespace engross
