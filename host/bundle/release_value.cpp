#include "bundle/release.h"
#include "model/day.h"

#include <numeric>
#include <set>
#include <string_view>

namespace engross {

namespace {

constexpr std::size_t mostPages = 1'000'000;
constexpr std::size_t mostReleases = 100'000;

std::string_view nameOf(Standing standing) {
    switch (standing) {
        case Standing::Replaced:
            return "replaced";
        case Standing::Withdrawn:
            return "withdrawn";
        default:
            return "present";
    }
}

Value placeValue(PlanPlace place) {
    return Object{{"section", static_cast<std::int64_t>(place.section)},
                  {"item", static_cast<std::int64_t>(place.item)}};
}

/// `page` is the printed number of the first page; `first` counts through the bundle.
void setPages(Object& value, const Numbering& numbering, const NumberedPart& part) {
    value.set("first", static_cast<std::int64_t>(part.first));
    value.set("pages", static_cast<std::int64_t>(part.pages));
    if (part.pages > 0) {
        value.set("page", numbering.label(part.first));
    }
}

Value pagesOf(const Numbering& numbering, const NumberedPart& part) {
    Object value;
    setPages(value, numbering, part);
    return value;
}

Value formerValue(const FormerPlace& former) {
    Object value{{"title", former.title},   {"first", former.first},
                 {"last", former.last},     {"pages", static_cast<std::int64_t>(former.pages)},
                 {"sheets", former.sheets}, {"changed", former.changed}};
    if (former.older) {
        value.set("older", true);
    }
    if (former.now) {
        value.set("now", placeValue(*former.now));
    }
    return value;
}

/// With what is printed beside it: the concordance as a reader of the certificate wants it.
Value renumberedValue(const Renumbering& renumbering, const BundlePlan& plan, const Numbering& numbering) {
    List former;
    const auto rows = concordanceOf(plan, numbering);
    for (std::size_t i = 0; i < renumbering.former.size(); ++i) {
        Value value = formerValue(renumbering.former[i]);
        value.object()->set("printed", rows.at(i).is);
        former.push_back(std::move(value));
    }
    return Object{{"ordered_by", renumbering.orderedBy}, {"on", renumbering.on},
                  {"reason", renumbering.reason},        {"release", renumbering.release},
                  {"before", renumbering.before},        {"identity_before", renumbering.identity.hex()},
                  {"made_on", renumbering.madeOn},       {"concordance", std::move(former)}};
}

Object itemValue(const PlannedItem& item, const Numbering& numbering, const NumberedPart& part) {
    Object value{{"title", item.title},
                 {"date", item.date ? isoDay(*item.date) : std::string()},
                 {"mark", item.mark},
                 {"sha256", item.hash.hex()},
                 {"standing", nameOf(item.standing)}};
    setPages(value, numbering, part);
    if (item.standing != Standing::Present) {
        value.set("changed_in", item.changedIn);
    }
    if (item.replacement) {
        value.set("replacement", placeValue(*item.replacement));
    }
    if (!item.marks.empty()) {
        value.set("marks", List(item.marks.begin(), item.marks.end()));
    }
    if (!item.afterPage.empty()) {
        value.set("after_page", item.afterPage);
        value.set("added_in", item.addedIn);
    }
    return value;
}

/// Reads a release back; anything that does not fit is remembered, and nothing is answered then.
class ReleaseReader {
public:
    std::optional<BundleRelease> read(const Value& value) {
        release_.plan.release = static_cast<int>(number(value, "release", mostReleases));
        release_.plan.title = value.textOr("title", "");
        release_.plan.pack = value.textOr("pack", "");
        release_.plan.letter = value.textOr("letter", "");
        release_.plan.profile = value.textOr("profile", "");
        release_.identity = hash(value, "identity");
        release_.caseReference = value.textOr("case_ref", "");
        const Value* dividers = value.find("dividers");
        release_.plan.dividers = dividers != nullptr && dividers->boolean() != nullptr && *dividers->boolean();
        const auto scheme = pageNumberingFrom(value.textOr("numbering", nameOf(PageNumbering::OneRun)));
        sound_ = sound_ && scheme;
        release_.plan.numbering = scheme.value_or(PageNumbering::OneRun);
        pages(value.find("cover"));
        if (const Value* common = value.find("common_index")) {
            release_.plan.commonIndex = true;
            pages(common);
        }
        pages(value.find("index"));
        if (const Value* renumbering = value.find("renumbered")) {
            release_.plan.renumbered = readRenumbering(*renumbering);
            pages(value.find("concordance"));
        }
        for (const Value& section : listOf(value, "sections")) {
            readSection(section);
        }
        checkPlaces();
        sound_ = sound_ && number(value, "pages", mostPages) + 1 == next_;
        if (!sound_ || release_.plan.release < 1 || !printsAsItSays()) {
            return std::nullopt;
        }
        return std::move(release_);
    }

private:
    void readSection(const Value& value) {
        PlannedSection section;
        section.title = value.textOr("title", "");
        section.addedIn = static_cast<int>(number(value, "added_in", release_.plan.release));
        if (const Value* volume = value.find("volume")) {
            release_.plan.volumes.push_back(release_.plan.sections.size());
            pages(volume->find("cover"));
            pages(volume->find("index"));
        }
        if (release_.plan.dividers) {
            pages(value.find("divider"));
        }
        for (const Value& item : listOf(value, "items")) {
            section.items.push_back(readItem(item));
            pages(&item);
        }
        release_.plan.sections.push_back(std::move(section));
    }

    PlannedItem readItem(const Value& value) {
        PlannedItem item;
        item.title = value.textOr("title", "");
        item.date = dayFrom(value.textOr("date", ""));
        item.mark = value.textOr("mark", "");
        item.hash = hash(value, "sha256");
        for (const Value& mark : value.find("marks") == nullptr ? List{} : listOf(value, "marks")) {
            sound_ = sound_ && mark.text() != nullptr;
            item.marks.push_back(mark.text() == nullptr ? std::string() : *mark.text());
        }
        const std::string standing = value.textOr("standing", "");
        item.standing = standing == "replaced"    ? Standing::Replaced
                        : standing == "withdrawn" ? Standing::Withdrawn
                                                  : Standing::Present;
        sound_ = sound_ && standing == nameOf(item.standing);
        if (item.standing != Standing::Present) {
            item.changedIn = static_cast<int>(number(value, "changed_in", release_.plan.release));
        }
        if (const Value* place = value.find("replacement")) {
            item.replacement = readPlace(*place);
        }
        item.afterPage = value.textOr("after_page", "");
        if (!item.afterPage.empty()) {
            item.addedIn = static_cast<int>(number(value, "added_in", release_.plan.release));
        }
        sound_ = sound_ && (item.standing == Standing::Replaced) == item.replacement.has_value();
        return item;
    }

    PlanPlace readPlace(const Value& value) {
        return {number(value, "section", mostPages), number(value, "item", mostPages)};
    }

    Renumbering readRenumbering(const Value& value) {
        Renumbering renumbering{.orderedBy = value.textOr("ordered_by", ""),
                                .on = value.textOr("on", ""),
                                .reason = value.textOr("reason", ""),
                                .release = static_cast<int>(number(value, "release", release_.plan.release)),
                                .before = static_cast<int>(number(value, "before", release_.plan.release)),
                                .identity = hash(value, "identity_before"),
                                .madeOn = value.textOr("made_on", ""),
                                .former = {}};
        for (const Value& entry : listOf(value, "concordance")) {
            FormerPlace& former = renumbering.former.emplace_back();
            former.title = entry.textOr("title", "");
            former.first = entry.textOr("first", "");
            former.last = entry.textOr("last", "");
            former.pages = number(entry, "pages", mostPages);
            former.sheets = flag(entry, "sheets");
            former.changed = flag(entry, "changed");
            former.older = entry.find("older") != nullptr && flag(entry, "older");
            if (const Value* now = entry.find("now")) {
                former.now = readPlace(*now);
            }
        }
        return renumbering;
    }

    static bool flag(const Value& value, std::string_view name) {
        const Value* found = value.find(name);
        return found != nullptr && found->boolean() != nullptr && *found->boolean();
    }

    void checkPlaces() {
        for (const auto& section : release_.plan.sections) {
            for (const auto& item : section.items) {
                checkPlace(item.replacement);
            }
        }
        for (const FormerPlace& former :
             release_.plan.renumbered ? release_.plan.renumbered->former : std::vector<FormerPlace>()) {
            checkPlace(former.now);
        }
    }

    void checkPlace(const std::optional<PlanPlace>& place) {
        sound_ = sound_ && (!place || (place->section < release_.plan.sections.size() &&
                                       place->item < release_.plan.sections.at(place->section).items.size()));
    }

    /// Takes a part's pages, which go on where those before it ended.
    void pages(const Value* part) {
        if (part == nullptr || number(*part, "first", mostPages) != next_) {
            sound_ = false;
            return;
        }
        printed_.push_back(part->textOr("page", ""));
        release_.counts.push_back(number(*part, "pages", mostPages));
        sound_ = sound_ && release_.counts.back() > 0;
        next_ += release_.counts.back();
    }

    /// Whether the numbers that the release printed are those that are counted for it now: else the next release would
    /// move them.
    [[nodiscard]] bool printsAsItSays() const {
        if (partsOf(release_.plan).size() != release_.counts.size()) {
            return false;
        }
        const Numbering numbering(release_.plan, release_.counts);
        for (std::size_t i = 0; i < printed_.size(); ++i) {
            if (!printed_[i].empty() && printed_[i] != numbering.label(numbering.parts()[i].first)) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] std::size_t number(const Value& value, std::string_view name, std::size_t most) {
        const Value* found = value.find(name);
        if (found == nullptr || found->integer() == nullptr || *found->integer() < 0 ||
            static_cast<std::size_t>(*found->integer()) > most) {
            sound_ = false;
            return 0;
        }
        return static_cast<std::size_t>(*found->integer());
    }

    [[nodiscard]] Sha256 hash(const Value& value, std::string_view name) {
        const auto found = Sha256::fromHex(value.textOr(name, ""));
        sound_ = sound_ && found.has_value();
        return found.value_or(Sha256{});
    }

    [[nodiscard]] List listOf(const Value& value, std::string_view name) {
        const Value* found = value.find(name);
        if (found == nullptr || found->list() == nullptr) {
            sound_ = false;
            return {};
        }
        return *found->list();
    }

    BundleRelease release_;
    std::vector<std::string> printed_;  // the first page of each part, as its number reads
    PageNumber next_ = 1;
    bool sound_ = true;
};

}  // namespace

Value toValue(const BundleRelease& release) {
    const BundlePlan& plan = release.plan;
    const Numbering numbering(plan, release.counts);
    auto part = numbering.parts().begin();
    const auto take = [&] { return pagesOf(numbering, *part++); };
    Object value{{"release", plan.release},
                 {"identity", release.identity.hex()},
                 {"pack", plan.pack},
                 {"title", plan.title},
                 {"letter", plan.letter},
                 {"profile", plan.profile},
                 {"dividers", plan.dividers},
                 {"numbering", nameOf(plan.numbering)},
                 {"cover", take()}};
    if (plan.commonIndex) {
        value.set("common_index", take());
    }
    value.set("index", take());
    if (plan.renumbered) {
        value.set("concordance", take());
        value.set("renumbered", renumberedValue(*plan.renumbered, plan, numbering));
    }
    List sections;
    for (std::size_t s = 0; s < plan.sections.size(); ++s) {
        const PlannedSection& section = plan.sections[s];
        Object entry{{"title", section.title}, {"added_in", section.addedIn}};
        if (s > 0 && volumeOf(plan, s) != volumeOf(plan, s - 1)) {
            Value cover = take();
            entry.set("volume", Object{{"cover", std::move(cover)}, {"index", take()}});
        }
        if (plan.dividers) {
            entry.set("divider", take());
        }
        List items;
        for (const auto& item : section.items) {
            items.emplace_back(itemValue(item, numbering, *part++));
        }
        entry.set("items", std::move(items));
        sections.emplace_back(std::move(entry));
    }
    if (!release.caseReference.empty()) {
        value.set("case_ref", release.caseReference);
    }
    value.set("pages", static_cast<std::int64_t>(numbering.pages()));
    value.set("sections", std::move(sections));
    return value;
}

std::optional<BundleRelease> bundleReleaseFrom(const Value& value) {
    return ReleaseReader().read(value);
}

}  // namespace engross
