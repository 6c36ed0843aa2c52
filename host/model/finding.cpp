#include "model/finding.h"

#include <algorithm>

namespace engross {

bool Verdict::passed() const {
    return std::ranges::none_of(
        findings, [](const Finding& finding) { return finding.severity == Severity::Error && !finding.waived; });
}

std::string_view levelOf(const Finding& finding) noexcept {
    return finding.note ? "information" : nameOf(finding.severity);
}

Value toValue(const Finding& finding) {
    List pages;
    for (const std::size_t page : finding.pages) {
        pages.emplace_back(static_cast<std::int64_t>(page));
    }
    Object value{{"rule", finding.rule},
                 {"severity", levelOf(finding)},
                 {"pages", std::move(pages)},
                 {"message", finding.message},
                 {"cure", finding.cure}};
    if (!finding.source.empty()) {
        value.set("source", finding.source);
    }
    if (finding.waived) {
        Object waived{{"by", finding.waived->by}, {"on", finding.waived->on}, {"why", finding.waived->why}};
        if (!finding.waived->until.empty()) {
            waived.set("until", finding.waived->until);
        }
        value.set("waived", std::move(waived));
    }
    return value;
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
