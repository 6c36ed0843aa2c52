#include "bundle/findings.h"

#include <algorithm>

namespace engross {

Findings::Findings(Verdict& verdict, Language language) : verdict_(verdict), messages_(Messages::in(language)) {}

void Findings::begin(const std::string& rule) {
    rule_ = rule;
    if (std::ranges::find(verdict_.rulesRun, rule) == verdict_.rulesRun.end()) {
        verdict_.rulesRun.push_back(rule);
    }
}

void Findings::add(Severity severity, const std::string& key, std::vector<std::size_t> pages, Messages::Values values) {
    verdict_.findings.push_back({.rule = rule_,
                                 .severity = severity,
                                 .pages = std::move(pages),
                                 .message = messages_.text("bundle.check." + key, values),
                                 .cure = messages_.text("bundle.check." + key + ".cure")});
}

const Messages& Findings::messages() const noexcept {
    return messages_;
}

}  // namespace engross
