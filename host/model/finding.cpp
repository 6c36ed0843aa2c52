#include "model/finding.h"

#include <algorithm>

namespace engross {

bool Verdict::passed() const {
    return std::ranges::none_of(findings, [](const Finding& finding) { return finding.severity == Severity::Error; });
}

Value toValue(const Finding& finding) {
    List pages;
    for (const std::size_t page : finding.pages) {
        pages.emplace_back(static_cast<std::int64_t>(page));
    }
    return Object{{"rule", finding.rule},
                  {"severity", nameOf(finding.severity)},
                  {"pages", std::move(pages)},
                  {"message", finding.message},
                  {"cure", finding.cure}};
}

Value toValue(const Verdict& verdict) {
    List rules(verdict.rulesRun.begin(), verdict.rulesRun.end());
    List findings;
    for (const Finding& finding : verdict.findings) {
        findings.push_back(toValue(finding));
    }
    return Object{{"profile", verdict.profile},
                  {"pages", static_cast<std::int64_t>(verdict.pages)},
                  {"passed", verdict.passed()},
                  {"rules_run", std::move(rules)},
                  {"findings", std::move(findings)}};
}

}  // namespace engross
