#include "bundle/release.h"
#include "model/day.h"

#include <limits>
#include <numeric>
#include <set>
#include <string_view>

namespace engross {

namespace {

constexpr std::size_t mostPages = 1'000'000;

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

Value pagesOf(const NumberedPart& part) {
    return Object{{"first", static_cast<std::int64_t>(part.first)}, {"pages", static_cast<std::int64_t>(part.pages)}};
}

Object itemValue(const PlannedItem& item, const NumberedPart& part) {
    Object value{{"title", item.title},
                 {"date", item.date ? isoDay(*item.date) : std::string()},
                 {"mark", item.mark},
                 {"sha256", item.hash.hex()},
                 {"standing", nameOf(item.standing)},
                 {"first", static_cast<std::int64_t>(part.first)},
                 {"pages", static_cast<std::int64_t>(part.pages)}};
    if (item.standing != Standing::Present) {
        value.set("changed_in", item.changedIn);
    }
    if (item.replacement) {
        value.set("replacement", Object{{"section", static_cast<std::int64_t>(item.replacement->section)},
                                        {"item", static_cast<std::int64_t>(item.replacement->item)}});
    }
    return value;
}

/// Reads a release back; anything that does not fit is remembered, and nothing is answered then.
class ReleaseReader {
public:
    std::optional<BundleRelease> read(const Value& value) {
        release_.plan.release = static_cast<int>(number(value, "release", std::numeric_limits<int>::max()));
        release_.plan.title = value.textOr("title", "");
        release_.plan.pack = value.textOr("pack", "");
        release_.plan.letter = value.textOr("letter", "");
        release_.plan.profile = value.textOr("profile", "");
        release_.identity = hash(value, "identity");
        const Value* dividers = value.find("dividers");
        release_.plan.dividers = dividers != nullptr && dividers->boolean() != nullptr && *dividers->boolean();
        pages(value.find("cover"));
        pages(value.find("index"));
        for (const Value& section : listOf(value, "sections")) {
            readSection(section);
        }
        checkReplacements();
        sound_ = sound_ && number(value, "pages", mostPages) + 1 == next_;
        if (!sound_ || release_.plan.release < 1) {
            return std::nullopt;
        }
        return std::move(release_);
    }

private:
    void readSection(const Value& value) {
        PlannedSection section;
        section.title = value.textOr("title", "");
        section.addedIn = static_cast<int>(number(value, "added_in", release_.plan.release));
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
        const std::string standing = value.textOr("standing", "");
        item.standing = standing == "replaced"    ? Standing::Replaced
                        : standing == "withdrawn" ? Standing::Withdrawn
                                                  : Standing::Present;
        sound_ = sound_ && standing == nameOf(item.standing);
        if (item.standing != Standing::Present) {
            item.changedIn = static_cast<int>(number(value, "changed_in", release_.plan.release));
        }
        if (const Value* place = value.find("replacement")) {
            item.replacement = PlanPlace{number(*place, "section", mostPages), number(*place, "item", mostPages)};
        }
        sound_ = sound_ && (item.standing == Standing::Replaced) == item.replacement.has_value();
        return item;
    }

    void checkReplacements() {
        for (const auto& section : release_.plan.sections) {
            for (const auto& item : section.items) {
                sound_ = sound_ &&
                         (!item.replacement ||
                          (item.replacement->section < release_.plan.sections.size() &&
                           item.replacement->item < release_.plan.sections.at(item.replacement->section).items.size()));
            }
        }
    }

    /// Takes a part's pages, which go on where those before it ended.
    void pages(const Value* part) {
        if (part == nullptr || number(*part, "first", mostPages) != next_) {
            sound_ = false;
            return;
        }
        release_.counts.push_back(number(*part, "pages", mostPages));
        next_ += release_.counts.back();
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
    PageNumber next_ = 1;
    bool sound_ = true;
};

}  // namespace

Value toValue(const BundleRelease& release) {
    const Numbering numbering(release.plan, release.counts);
    auto part = numbering.parts().begin();
    Object value{
        {"release", release.plan.release},   {"identity", release.identity.hex()}, {"pack", release.plan.pack},
        {"title", release.plan.title},       {"letter", release.plan.letter},      {"profile", release.plan.profile},
        {"dividers", release.plan.dividers}, {"cover", pagesOf(*part++)},          {"index", pagesOf(*part++)}};
    List sections;
    for (const auto& section : release.plan.sections) {
        Object entry{{"title", section.title}, {"added_in", section.addedIn}};
        if (release.plan.dividers) {
            entry.set("divider", pagesOf(*part++));
        }
        List items;
        for (const auto& item : section.items) {
            items.emplace_back(itemValue(item, *part++));
        }
        entry.set("items", std::move(items));
        sections.emplace_back(std::move(entry));
    }
    value.set("pages", static_cast<std::int64_t>(numbering.pages()));
    value.set("sections", std::move(sections));
    return value;
}

std::optional<BundleRelease> bundleReleaseFrom(const Value& value) {
    return ReleaseReader().read(value);
}

}  // namespace engross
