#include "work/bundle_choices.h"

#include "words/messages.h"

#include <algorithm>

namespace engross {
namespace {

constexpr std::uint64_t megabyte = 1'000'000;  // the smaller of its two meanings: a cap is kept in either

Diagnostic faultOf(const std::string& name, const Messages& messages, Place where,
                   const Messages::Values& values = {}) {
    Diagnostic fault;
    fault.code = "bundle-" + name;
    fault.where = std::move(where);
    fault.message = messages.text("bundle.plan." + name, values);
    fault.hints.push_back(messages.text("bundle.plan." + name + ".hint", values));
    return fault;
}

VolumeSize largest(const VolumeSize& left, const VolumeSize& right) {
    return {std::max(left.pages, right.pages), std::max(left.bytes, right.bytes)};
}

std::size_t frontPages(const Numbering& numbering, std::size_t volume) {
    std::size_t pages = 0;
    for (const NumberedPart& part : numbering.parts()) {
        const bool front = part.kind != PartKind::Divider && part.kind != PartKind::Document;
        pages += front && part.volume == volume ? part.pages : 0;
    }
    return pages;
}

std::string textOf(const VolumeLimits& limits, const Messages& messages) {
    if (limits.pages > 0 && limits.megabytes > 0) {
        return messages.text("bundle.plan.volume-both", {{"pages", std::to_string(limits.pages)},
                                                         {"megabytes", std::to_string(limits.megabytes)}});
    }
    return limits.pages > 0
               ? messages.text("bundle.plan.volume-pages", {{"pages", std::to_string(limits.pages)}})
               : messages.text("bundle.plan.volume-megabytes", {{"megabytes", std::to_string(limits.megabytes)}});
}

}  // namespace

LaterRelease firstRelease(const BundlePlan& plan) {
    LaterRelease first;
    first.plan = plan;
    for (std::size_t section = 0; section < plan.sections.size(); ++section) {
        auto& places = first.asked.emplace_back();
        for (std::size_t item = 0; item < plan.sections[section].items.size(); ++item) {
            places.emplace_back(PlanPlace{section, item});
            first.plan.sections[section].items[item].afterPage.clear();
        }
        first.was.emplace_back(places.size());
    }
    return first;
}

Renumbering orderOf(const RenumberOrder& order) {
    Renumbering renumbering;
    renumbering.orderedBy = order.orderedBy;
    renumbering.on = order.on;
    renumbering.reason = order.reason;
    return renumbering;
}

std::vector<Diagnostic> choiceFaults(const Request& request, const BundlePlan& plan, const BundleRelease* before,
                                     Language reader) {
    const Messages& messages = Messages::in(reader);
    std::vector<Diagnostic> faults;
    const bool afresh = before == nullptr || request.renumber.has_value();
    if (before != nullptr && !before->caseReference.empty() && before->caseReference != request.caseRecord.reference) {
        faults.push_back(faultOf("other-case", messages, {.pointer = "/case_ref"},
                                 {{"case", request.caseRecord.reference}, {"other", before->caseReference}}));
    }
    if (request.renumber && before == nullptr) {
        faults.push_back(faultOf("renumber-first", messages, {.pointer = "/renumber"}));
    }
    for (const PlannedSection& section : plan.sections) {
        for (const PlannedItem& item : section.items) {
            if (afresh && !item.afterPage.empty()) {
                faults.push_back(faultOf("after-page-first", messages, item.where,
                                         {{"title", item.title}, {"page", item.afterPage}}));
            }
        }
    }
    if (!afresh && !request.numbering.empty() && request.numbering != nameOf(before->plan.numbering)) {
        faults.push_back(faultOf("numbering-changed", messages, {.pointer = "/numbering"},
                                 {{"release", std::to_string(before->plan.release)}}));
    }
    if (!plan.letter.empty() && plan.numbering == PageNumbering::Sections) {
        faults.push_back(faultOf("letter-sections", messages, {.pointer = "/letter"}));
    }
    if (before != nullptr && !afresh && !plan.letter.empty() && plan.letter != before->plan.letter) {
        faults.push_back(faultOf("letter-changed", messages, {.pointer = "/letter"},
                                 {{"release", std::to_string(before->plan.release)}}));
    }
    return faults;
}

bool VolumeFronts::hold(const Numbering& numbering) {
    VolumeSize first = opening;
    VolumeSize others = later;
    first.pages = std::max(first.pages, frontPages(numbering, 0));
    for (std::size_t volume = 1; volume < numbering.volumes(); ++volume) {
        others.pages = std::max(others.pages, frontPages(numbering, volume));
    }
    const bool same = first == opening && others == later;
    opening = largest(opening, first);
    later = largest(later, others);
    return same;
}

VolumeChoice chooseVolumes(const BundlePlan& plan, const std::optional<VolumeLimits>& limits, const VolumeSizes& sizes,
                           const VolumeFronts& fronts, bool keepsNumbers, const BundleRelease* before,
                           Language reader) {
    VolumeChoice choice;
    const VolumeSize limit = limits ? VolumeSize{limits->pages, limits->megabytes * megabyte} : VolumeSize{};
    VolumeCut cut;
    if (keepsNumbers) {
        choice.volumes = before->plan.volumes;
        choice.commonIndex = before->plan.commonIndex;
        const std::size_t kept = before->plan.sections.size();
        if (!limits || plan.sections.size() == kept) {
            return choice;
        }
        const std::size_t opens = choice.volumes.empty() ? 0 : choice.volumes.back();
        VolumeSize stands;
        for (std::size_t section = opens; section < kept; ++section) {
            stands.pages += sizes.at(section).pages;
            stands.bytes += sizes.at(section).bytes;
        }
        cut = cutVolumes({stands, sizes.at(kept)}, choice.volumes.empty() ? fronts.opening : fronts.later, fronts.later,
                         limit);
        if (!cut.firsts.empty()) {
            choice.volumes.push_back(kept);
        }
        const bool tooLarge = std::erase(cut.tooLarge, std::size_t{1}) > 0;
        cut.tooLarge.assign(tooLarge ? 1 : 0, kept);
    } else if (limits) {
        cut = cutVolumes(sizes, fronts.opening, fronts.later, limit);
        choice.volumes = cut.firsts;
        choice.commonIndex = !cut.firsts.empty();
    }
    const Messages& messages = Messages::in(reader);
    for (const std::size_t section : cut.tooLarge) {
        choice.faults.push_back(
            faultOf("section-too-large", messages, plan.sections.at(section).where,
                    {{"title", plan.sections.at(section).title},
                     {"pages", std::to_string(sizes.at(section).pages)},
                     {"megabytes", std::to_string((sizes.at(section).bytes + megabyte - 1) / megabyte)},
                     {"limit", textOf(*limits, messages)}}));
    }
    return choice;
}

Diagnostic volumesUnsettled(Language reader) {
    return faultOf("volumes-unsettled", Messages::in(reader), {.pointer = "/volumes"});
}

std::optional<Diagnostic> volumeTooLarge(const std::optional<VolumeLimits>& limits, const VolumeFile& file,
                                         std::uint64_t bytes, Language reader) {
    if (!limits || limits->megabytes == 0 || bytes <= limits->megabytes * megabyte) {
        return std::nullopt;
    }
    return faultOf("volume-too-large", Messages::in(reader), {.pointer = "/volumes"},
                   {{"file", file.name},
                    {"megabytes", std::to_string((bytes + megabyte - 1) / megabyte)},
                    {"limit", std::to_string(limits->megabytes)}});
}

}  // namespace engross
