#include "work/told_findings.h"

#include "bundle/page_numbers.h"
#include "bundle/rule_list.h"

#include <algorithm>

namespace engross {
namespace {

constexpr std::size_t mostTitles = 4;

/// The documents that pages are of, in order.
std::string documentsAt(const std::vector<std::size_t>& pages, const BundlePlan& plan, const Numbering& numbering,
                        const Messages& messages) {
    std::string titles;
    std::size_t count = 0;
    for (const NumberedPart& part : numbering.parts()) {
        const bool holds = part.kind == PartKind::Document && std::ranges::any_of(pages, [&part](std::size_t page) {
                               return page >= part.first && page < part.first + part.pages;
                           });
        if (holds && ++count <= mostTitles) {
            titles += (titles.empty() ? "'" : ", '") + partName(plan, part) + "'";
        }
    }
    if (count > mostTitles) {
        titles += " " + messages.counted("bundle.check.more", static_cast<std::int64_t>(count - mostTitles));
    }
    return titles;
}

}  // namespace

std::vector<Diagnostic> toldFindings(const Verdict& verdict, const BundlePlan& plan, const Numbering& numbering,
                                     Language reader) {
    const Messages& messages = Messages::in(reader);
    std::vector<Diagnostic> told;
    for (const Finding& finding : verdict.findings) {
        if (finding.note) {
            continue;
        }
        Diagnostic fault;
        fault.code = verdict.profile + "." + finding.rule;
        fault.severity = finding.waived ? Severity::Warning : finding.severity;
        fault.message = finding.message;
        fault.law = finding.source;
        std::vector<std::size_t> pages = finding.pages;
        std::erase_if(pages, [&numbering](std::size_t page) { return page < 1 || page > numbering.pages(); });
        if (!pages.empty()) {
            fault.message += ": " + messages.text(pages.size() == 1 ? "work.page" : "work.pages",
                                                  {{"pages", spokenPages(pages, numbering.labels())}});
            if (const std::string titles = documentsAt(pages, plan, numbering, messages); !titles.empty()) {
                fault.hints.push_back(messages.text("work.finding_in", {{"titles", titles}}));
            }
        }
        if (!finding.cure.empty()) {
            fault.hints.push_back(finding.cure);
        }
        const BundleRule* rule = bundleRule(finding.rule);
        if (finding.severity == Severity::Error && !finding.waived && rule != nullptr && !rule->promise) {
            fault.hints.push_back(messages.text("work.finding_waivable", {{"rule", std::to_string(rule->number)}}));
        }
        told.push_back(std::move(fault));
    }
    return told;
}

bool refusesForExhibits(const Verdict& verdict) {
    return std::ranges::all_of(verdict.findings, [](const Finding& finding) {
        const BundleRule* rule = bundleRule(finding.rule);
        const bool ofExhibits = rule != nullptr && rule->evidence == RuleEvidence::Pages;
        return finding.severity != Severity::Error || finding.waived.has_value() || ofExhibits;
    });
}

}  // namespace engross
