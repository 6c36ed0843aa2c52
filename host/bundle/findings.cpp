#include "bundle/findings.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace engross {

using Level = ProfileRule::Level;

Findings::Findings(Verdict& verdict, const BundleProfile& profile, Language language)
    : verdict_(verdict), profile_(profile), language_(language), messages_(Messages::in(language)) {}

bool Findings::begin(const std::string& rule) {
    rule_ = rule;
    if (profile_.rule(rule).level == Level::Off) {
        return false;
    }
    if (std::ranges::find(verdict_.rulesRun, rule) == verdict_.rulesRun.end()) {
        verdict_.rulesRun.push_back(rule);
    }
    return true;
}

void Findings::breach(const std::string& key, std::vector<std::size_t> pages, Messages::Values values) {
    add(profile_.rule(rule_).level, key, std::move(pages), values);
}

void Findings::doubt(const std::string& key, std::vector<std::size_t> pages, Messages::Values values) {
    add(std::min(profile_.rule(rule_).level, Level::Warning), key, std::move(pages), values);
}

void Findings::note(const std::string& key, std::vector<std::size_t> pages, Messages::Values values) {
    add(Level::Information, key, std::move(pages), values);
}

void Findings::add(Level level, const std::string& key, std::vector<std::size_t> pages, Messages::Values values) {
    if (level == Level::Off) {
        throw std::logic_error("rule " + rule_ + " found '" + key + "' though it is off");
    }
    verdict_.findings.push_back({.rule = rule_,
                                 .severity = level == Level::Error ? Severity::Error : Severity::Warning,
                                 .note = level == Level::Information,
                                 .pages = std::move(pages),
                                 .message = messages_.text("bundle.check." + key, values),
                                 .cure = messages_.text("bundle.check." + key + ".cure"),
                                 .source = lawOf(profile_.rule(rule_))});
}

void Findings::waive(bool tellUnneeded) {
    for (const RuleWaiver& waiver : profile_.waivers) {
        bool needed = false;
        for (Finding& finding : verdict_.findings) {
            if (finding.rule == waiver.rule) {
                finding.waived = waiver.waived;
                needed = true;
            }
        }
        const bool run = std::ranges::find(verdict_.rulesRun, waiver.rule) != verdict_.rulesRun.end();
        if (tellUnneeded && !needed && run && begin("47-directions")) {
            note("waiver-unneeded", {}, {{"rule", waiver.rule}});
        }
    }
}

const BundleProfile& Findings::profile() const noexcept {
    return profile_;
}

const Messages& Findings::messages() const noexcept {
    return messages_;
}

Language Findings::language() const noexcept {
    return language_;
}

std::optional<double> Findings::parameter(std::string_view name) const {
    return profile_.parameter(rule_, name);
}

std::string spoken(double number) {
    const std::string digits = std::to_string(static_cast<long long>(std::llround(number)));
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) {
            text.push_back(',');
        }
        text.push_back(digits[i]);
    }
    return text;
}

}  // namespace engross
