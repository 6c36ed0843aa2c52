#include "pdf/gate_report.h"

namespace engross {
namespace {

constexpr std::size_t mostSubjects = 5;

bool covers(GateProfile profile, GateProfile ofRule) {
    return (static_cast<unsigned>(profile) & static_cast<unsigned>(ofRule)) != 0;
}

}  // namespace

GateReport::GateReport(GateProfile profile) : profile_(profile) {}

void GateReport::add(GateRule rule, std::size_t page, const std::string& subject) {
    Found& found = found_.at(static_cast<std::size_t>(rule));
    found.any = true;
    if (page != 0) {
        found.pages.insert(page);
    }
    if (!subject.empty() && found.subjects.size() < mostSubjects) {
        found.subjects.insert(subject);
    }
}

Verdict GateReport::verdict(const std::string& profile, std::size_t pages) const {
    Verdict verdict;
    verdict.profile = profile;
    verdict.pages = pages;
    for (const GateRuleText& text : gateRules()) {
        if (!covers(profile_, text.profiles)) {
            continue;
        }
        verdict.rulesRun.emplace_back(text.id);
        const Found& found = found_.at(static_cast<std::size_t>(text.rule));
        if (!found.any) {
            continue;
        }
        Finding finding;
        finding.rule = text.id;
        finding.severity = text.severity;
        finding.pages.assign(found.pages.begin(), found.pages.end());
        finding.message = text.message;
        for (const std::string& subject : found.subjects) {
            finding.message += (subject == *found.subjects.begin() ? ": " : ", ") + subject;
        }
        finding.cure = std::string(text.cure) + " (" + std::string(text.source) + ")";
        verdict.findings.push_back(std::move(finding));
    }
    return verdict;
}

}  // namespace engross
