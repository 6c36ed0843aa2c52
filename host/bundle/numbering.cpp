#include "bundle/numbering.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace engross {

namespace {

/// Gives pages their printed numbers, one after another.
class LabelRun {
public:
    explicit LabelRun(const BundlePlan& plan)
        : letters_(plan.numbering == PageNumbering::Sections),
          prefix_(plan.letter.empty() ? std::string() : plan.letter + " ") {}

    void enter(const NumberedPart& part) {
        const bool front = part.kind != PartKind::Divider && part.kind != PartKind::Document;
        if (!letters_ || front) {
            run_ = &front_;
            section_.clear();
        } else if (const std::string letter = sectionLetter(part.section); letter != section_) {
            section_ = letter;
            inSection_ = 0;
            run_ = &inSection_;
        }
    }

    /// `inserted`: the page follows others under their number, with a letter of its own.
    std::string next(bool inserted) {
        if (inserted) {
            return plain_ + sectionLetter(between_++);
        }
        between_ = 0;
        ++*run_;
        plain_ = prefix_ + (letters_ && section_.empty() ? roman(*run_) : section_ + std::to_string(*run_));
        return plain_;
    }

private:
    static std::string roman(std::size_t number) {
        constexpr std::array<std::pair<std::size_t, std::string_view>, 13> signs{{{1000, "m"},
                                                                                  {900, "cm"},
                                                                                  {500, "d"},
                                                                                  {400, "cd"},
                                                                                  {100, "c"},
                                                                                  {90, "xc"},
                                                                                  {50, "l"},
                                                                                  {40, "xl"},
                                                                                  {10, "x"},
                                                                                  {9, "ix"},
                                                                                  {5, "v"},
                                                                                  {4, "iv"},
                                                                                  {1, "i"}}};
        std::string text;
        for (const auto& [value, sign] : signs) {
            for (; number >= value; number -= value) {
                text += sign;
            }
        }
        return text;
    }

    bool letters_;
    std::string prefix_;
    std::string section_;
    std::size_t front_ = 0;
    std::size_t inSection_ = 0;
    std::size_t* run_ = &front_;
    std::string plain_;
    std::size_t between_ = 0;
};

}  // namespace

std::vector<NumberedPart> partsOf(const BundlePlan& plan) {
    std::vector<NumberedPart> parts;
    const auto add = [&parts](PartKind kind, std::size_t volume, std::size_t section = 0, std::size_t item = 0) {
        parts.push_back({.kind = kind, .section = section, .item = item, .first = 1, .pages = 0, .volume = volume});
    };
    add(PartKind::Cover, 0);
    if (plan.commonIndex) {
        add(PartKind::CommonIndex, 0);
    }
    add(PartKind::Index, 0);
    if (plan.renumbered) {
        add(PartKind::Concordance, 0);
    }
    std::size_t volume = 0;
    for (std::size_t section = 0; section < plan.sections.size(); ++section) {
        if (const std::size_t now = volumeOf(plan, section); now != volume) {
            volume = now;
            add(PartKind::Cover, volume);
            add(PartKind::Index, volume);
        }
        if (plan.dividers) {
            add(PartKind::Divider, volume, section);
        }
        for (std::size_t item = 0; item < plan.sections[section].items.size(); ++item) {
            add(PartKind::Document, volume, section, item);
        }
    }
    return parts;
}

std::size_t partCount(const BundlePlan& plan) {
    return partsOf(plan).size();
}

Numbering::Numbering(const BundlePlan& plan, const PartCounts& counts) : parts_(partsOf(plan)) {
    if (counts.size() != parts_.size()) {
        throw std::logic_error("a plan of " + std::to_string(parts_.size()) + " parts has " +
                               std::to_string(counts.size()) + " page counts");
    }
    PageNumber next = 1;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        parts_[i].first = next;
        parts_[i].pages = counts[i];
        next += counts[i];
    }
    placeTargets(plan);
    giveLabels(plan);
}

void Numbering::placeTargets(const BundlePlan& plan) {
    const auto numbers = documentNumbers(plan);
    std::map<std::string, PageNumber> gone;
    for (const NumberedPart& part : parts_) {
        switch (part.kind) {
            case PartKind::CommonIndex:
                targets_.emplace("index", part.first);
                break;
            case PartKind::Index:
                targets_.emplace("index", part.first);
                targets_.emplace("index:" + std::to_string(part.volume + 1), part.first);
                break;
            case PartKind::Concordance:
                targets_.emplace("concordance", part.first);
                break;
            case PartKind::Divider:
                targets_.emplace("section:" + sectionLetter(part.section), part.first);
                break;
            case PartKind::Document: {
                const PlannedItem& item = plan.sections.at(part.section).items.at(part.item);
                targets_.emplace("section:" + sectionLetter(part.section), part.first);
                targets_.emplace("doc:" + numbers.at(part.section).at(part.item), part.first);
                if (!item.mark.empty()) {
                    auto& exhibits = item.standing == Standing::Present ? targets_ : gone;
                    exhibits.emplace("exhibit:" + item.mark, part.first);
                }
                break;
            }
            case PartKind::Cover:
                break;
        }
    }
    for (const NumberedPart& part : parts_) {
        if (part.kind == PartKind::Document) {
            const PlannedItem& item = plan.sections.at(part.section).items.at(part.item);
            for (const std::string& mark : item.marks) {
                auto& exhibits = item.standing == Standing::Present ? targets_ : gone;
                exhibits.emplace("exhibit:" + mark, part.first);
            }
        }
    }
    targets_.merge(gone);
}

void Numbering::giveLabels(const BundlePlan& plan) {
    LabelRun run(plan);
    for (const NumberedPart& part : parts_) {
        run.enter(part);
        const bool inserted =
            part.kind == PartKind::Document && !plan.sections.at(part.section).items.at(part.item).afterPage.empty();
        for (std::size_t page = 0; page < part.pages; ++page) {
            labels_.push_back(run.next(inserted));
        }
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

std::size_t Numbering::volumes() const noexcept {
    return parts_.empty() ? 0 : parts_.back().volume + 1;
}

Numbering Numbering::volume(std::size_t volume) const {
    Numbering one;
    PageNumber first = 0;
    for (const NumberedPart& part : parts_) {
        if (part.volume == volume) {
            first = first == 0 ? part.first : first;
            one.parts_.push_back(part);
            one.parts_.back().first = part.first - first + 1;
        }
    }
    const std::size_t pages = one.parts_.empty() ? 0 : one.parts_.back().first + one.parts_.back().pages - 1;
    const auto begin = labels_.begin() + static_cast<std::ptrdiff_t>(pages == 0 ? 0 : first - 1);
    one.labels_.assign(begin, begin + static_cast<std::ptrdiff_t>(pages));
    for (const auto& [name, page] : targets_) {
        if (page >= first && page < first + pages) {
            one.targets_.emplace(name, page - first + 1);
        }
    }
    return one;
}

std::size_t Numbering::volumeOfPage(PageNumber page) const {
    std::size_t volume = 0;
    for (const NumberedPart& part : parts_) {
        volume = part.first <= page && part.pages > 0 ? part.volume : volume;
    }
    return volume;
}

}  // namespace engross
