#include "work/bundle_profile.h"

#include "model/document_kind.h"

#include <algorithm>
#include <array>
#include <set>

namespace engross {
namespace {

/// Kinds that rules of every profile know.
/// Kinds that rules and references go by, whoever asks for them.
constexpr std::array<std::string_view, 4> commonKinds{"authority", "statement of case", "translation",
                                                      "witness statement"};

std::string listOf(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

Diagnostic unknownProfile(const std::string& name, const std::vector<std::string>& known, Language reader) {
    const Messages& messages = Messages::in(reader);
    Diagnostic fault{.code = "profile-unknown"};
    fault.where.pointer = "/profile";
    fault.message = messages.text("work.unknown_profile", {{"profile", name}});
    const std::string near = nearest(name, known);
    if (!near.empty()) {
        fault.hints.push_back(messages.text("bundle.json.did_you_mean", {{"name", near}}));
    }
    fault.hints.push_back(messages.text("work.known_profiles", {{"names", listOf(known)}}));
    return fault;
}

}  // namespace

ProfileSet profilesFrom(const std::vector<ScriptFile>& files, Language reader) {
    std::vector<ProfileText> texts;
    for (const ScriptFile& file : files) {
        const std::size_t begin = file.name.rfind('/') + 1;
        texts.push_back({file.name.substr(begin, file.name.rfind('.') - begin), file.name, file.text});
    }
    return readProfiles(texts, reader);
}

std::optional<BundleProfile> profileOf(const Order& order, Language reader, std::vector<Diagnostic>& faults) {
    const ProfileSet set = profilesFrom(order.workshop.catalogue->bundleProfiles(order.request, order.now), reader);
    const std::string& asked = order.request.profile.empty() ? order.type.profile : order.request.profile;
    const BundleProfile* found = set.find(asked.empty() ? "general" : asked);
    if (found == nullptr) {
        const std::size_t before = faults.size();
        const std::string file = "/" + asked + ".json";
        std::ranges::copy_if(set.faults, std::back_inserter(faults),
                             [&file](const Diagnostic& fault) { return fault.where.file.ends_with(file); });
        if (faults.size() == before) {
            faults.push_back(unknownProfile(asked, set.names(), reader));
        }
        return std::nullopt;
    }
    BundleProfile profile = *found;
    profile.protectedTerms = order.request.protectedTerms;
    if (!order.request.directions.isNull()) {
        const Day today{std::chrono::floor<std::chrono::days>(order.now)};
        const auto wrong = direct(profile, order.request.directions, today, reader);
        faults.insert(faults.end(), wrong.begin(), wrong.end());
        if (refuses(wrong)) {
            return std::nullopt;
        }
    }
    profile.deep = !order.workshop.standIns && (profile.deep || order.request.deep || !profile.protectedTerms.empty());
    return profile;
}

std::vector<Diagnostic> keepNumbering(BundleProfile& profile, std::string_view has, Language reader) {
    if (profile.numbering == has) {
        return {};
    }
    const Messages& messages = Messages::in(reader);
    const bool directed = profile.numberingDirected;
    Diagnostic fault{.code = "bundle-numbering-differs"};
    fault.severity = directed ? Severity::Error : Severity::Warning;
    fault.where.pointer = directed ? "/directions/numbering" : "/numbering";
    fault.message = messages.text(directed ? "bundle.plan.numbering-directed" : "bundle.plan.numbering-differs",
                                  {{"has", has}, {"wanted", profile.numbering}});
    fault.hints.push_back(messages.text("bundle.plan.numbering-differs.hint"));
    profile.numbering = has;
    return {std::move(fault)};
}

std::vector<Diagnostic> unknownKinds(const Order& order, const BundleProfile& profile, Language reader) {
    std::vector<std::string> known(commonKinds.begin(), commonKinds.end());
    known.insert(known.end(), profile.contents.begin(), profile.contents.end());
    known.insert(known.end(), profile.documents.begin(), profile.documents.end());
    for (const SectionRule& section : order.type.sections) {
        known.insert(known.end(), section.needs.begin(), section.needs.end());
    }
    std::ranges::sort(known);
    known.erase(std::unique(known.begin(), known.end()), known.end());
    const auto isKnown = [&](const std::string& kind) {
        return std::ranges::any_of(known, [&](const std::string& one) { return isOfKind(one, kind); });
    };
    const Messages& messages = Messages::in(reader);
    std::vector<Diagnostic> faults;
    for (std::size_t s = 0; s < order.request.sections.size(); ++s) {
        const auto& items = order.request.sections[s].items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            for (const std::string& kind : kindsIn(items[i].kind)) {
                if (isKnown(kind)) {
                    continue;
                }
                Diagnostic fault{.code = "bundle-kind-unknown"};
                fault.where.pointer = pointerTo(pointerTo(pointerTo(pointerTo("/sections", s), "items"), i), "kind");
                fault.message = messages.text("bundle.plan.kind-unknown", {{"kind", kind}});
                const std::string near = nearest(kind, known);
                if (!near.empty()) {
                    fault.hints.push_back(messages.text("bundle.json.did_you_mean", {{"name", near}}));
                }
                fault.hints.push_back(messages.text("bundle.plan.kind-unknown.hint", {{"known", listOf(known)}}));
                faults.push_back(std::move(fault));
            }
        }
    }
    return faults;
}

}  // namespace engross
