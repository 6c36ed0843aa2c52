#include "bundle/profile.h"

#include <algorithm>
#include <stdexcept>

namespace engross {
namespace {

std::string_view nameOf(ProfileRule::Level level) {
    switch (level) {
        case ProfileRule::Level::Error:
            return "error";
        case ProfileRule::Level::Warning:
            return "warning";
        case ProfileRule::Level::Information:
            return "information";
        case ProfileRule::Level::Off:
            break;
    }
    return "off";
}

List listOf(const std::vector<std::string>& texts) {
    return {texts.begin(), texts.end()};
}

Value rulesOf(const BundleProfile& profile) {
    Object rules;
    for (const BundleRule& rule : bundleRules()) {
        const ProfileRule& said = profile.rule(rule.id);
        Object one{{"severity", nameOf(said.level)}};
        for (const auto& [name, number] : said.parameters) {
            one.set(name, number);
        }
        if (!said.source.empty()) {
            one.set("source", lawOf(said));
        }
        rules.set(std::string(rule.id), std::move(one));
    }
    return rules;
}

}  // namespace

const ProfileRule& BundleProfile::rule(std::string_view id) const {
    const auto found = rules.find(id);
    if (found == rules.end()) {
        throw std::logic_error("no rule of a bundle is called '" + std::string(id) + "'");
    }
    return found->second;
}

std::optional<double> BundleProfile::parameter(std::string_view id, std::string_view parameterName) const {
    const auto& given = rule(id).parameters;
    const auto found = given.find(std::string(parameterName));
    return found == given.end() ? std::nullopt : std::optional(found->second);
}

const std::string& BundleProfile::titleIn(Language language) const {
    return language == Language::Welsh && !titleWelsh.empty() ? titleWelsh : title;
}

std::string lawOf(const ProfileRule& rule) {
    return rule.source.empty() || rule.mark.empty() ? rule.source : rule.source + " [" + rule.mark + "]";
}

std::vector<std::string> ProfileSet::names() const {
    std::vector<std::string> all;
    std::ranges::transform(profiles, std::back_inserter(all), [](const auto& entry) { return entry.first; });
    return all;
}

const BundleProfile* ProfileSet::find(std::string_view name) const {
    if (const auto found = profiles.find(name); found != profiles.end()) {
        return &found->second;
    }
    const auto renamed = std::ranges::find_if(profiles, [name](const auto& entry) {
        return std::ranges::find(entry.second.formerly, name) != entry.second.formerly.end();
    });
    return renamed == profiles.end() ? nullptr : &renamed->second;
}

Value toValue(const BundleProfile& profile) {
    Object value{{"name", profile.name},
                 {"title", profile.title},
                 {"source", profile.source},
                 {"sha256", profile.hash.hex()},
                 {"numbering", profile.numbering}};
    if (!profile.directedBy.empty()) {
        Object directions{{"by", profile.directedBy}, {"on", profile.directedOn}};
        if (!profile.sections.empty()) {
            directions.set("sections", listOf(profile.sections));
        }
        if (!profile.documents.empty()) {
            directions.set("documents", listOf(profile.documents));
        }
        value.set("directions", std::move(directions));
    }
    value.set("rules", rulesOf(profile));
    return value;
}

}  // namespace engross
