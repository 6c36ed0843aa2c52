#include "command/verdict_text.h"

#include "bundle/page_numbers.h"
#include "model/day.h"
#include "words/format.h"

#include <algorithm>
#include <functional>
#include <map>

namespace engross {
namespace {

constexpr std::size_t mostRuns = 14;  // of pages of one finding
constexpr std::size_t numberWidth = 4;
constexpr std::size_t textWidth = 100;

/// "1–3, 7, 12–40 …"
std::string runsIn(const std::vector<std::size_t>& pages) {
    std::vector<std::size_t> some;
    std::size_t runs = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        runs += i == 0 || pages[i] != pages[i - 1] + 1 ? 1U : 0U;
        if (runs > mostRuns) {
            break;
        }
        some.push_back(pages[i]);
    }
    return spokenPages(some, {}) + (some.size() < pages.size() ? " …" : "");
}

/// Lines of at most so many letters: the first behind `lead`, the others as far in.
void sayWrapped(const std::string& lead, const std::string& text, Console& console) {
    std::string indent = lead;
    std::string line;
    std::size_t letters = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        const auto length = static_cast<std::size_t>(std::count_if(
            word.begin(), word.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
        if (!line.empty() && letters + 1 + length > textWidth - indent.size()) {
            console.say(indent + line);
            indent.assign(lead.size(), ' ');
            line.clear();
            letters = 0;
        }
        line += (line.empty() ? "" : " ") + word;
        letters += length + 1;
        at = end + 1;
    }
    if (!line.empty()) {
        console.say(indent + line);
    }
}

class VerdictText {
public:
    VerdictText(const Verdict& verdict, const BundleProfile* bundle, Console& console)
        : verdict_(verdict), bundle_(bundle), console_(console), messages_(Messages::in(console.language())) {}

    void tellFindings() {
        group("check.refuses",
              [](const Finding& finding) { return finding.severity == Severity::Error && !finding.waived; });
        group("check.warns", [](const Finding& finding) {
            return finding.severity == Severity::Warning && !finding.note && !finding.waived;
        });
        group("check.informs", [](const Finding& finding) { return finding.note && !finding.waived; });
        group("check.waived", [](const Finding& finding) { return finding.waived.has_value(); });
    }

    /// What was looked at and kept, and what was not looked at and why.
    void tellRules(bool deep) {
        std::size_t kept = 0;
        for (const std::string& rule : verdict_.rulesRun) {
            kept += std::ranges::none_of(verdict_.findings, [&](const Finding& f) { return f.rule == rule; }) ? 1U : 0U;
        }
        console_.say(console_.counted("check.kept", kept));
        tellSkipped(RuleEvidence::Pages, deep ? "" : "check.needs_deep");
        tellSkipped(RuleEvidence::Plan, "check.needs_plan");
        tellSkipped(RuleEvidence::Release, "check.needs_release");
        tellSkipped(RuleEvidence::Directions, "check.needs_directions");
    }

private:
    void group(const std::string& heading, const std::function<bool(const Finding&)>& belongs) {
        std::vector<std::string> rules;
        for (const Finding& finding : verdict_.findings) {
            if (belongs(finding) && std::ranges::find(rules, finding.rule) == rules.end()) {
                rules.push_back(finding.rule);
            }
        }
        if (rules.empty()) {
            return;
        }
        if (bundle_ != nullptr) {
            std::ranges::stable_sort(rules, {}, [](const std::string& id) {
                const BundleRule* rule = bundleRule(id);
                return rule == nullptr ? 0 : rule->number;
            });
        }
        console_.say("");
        console_.say(console_.counted(heading, rules.size()));
        for (const std::string& rule : rules) {
            tellRule(rule, belongs);
        }
    }

    void tellRule(const std::string& id, const std::function<bool(const Finding&)>& belongs) {
        const BundleRule* rule = bundle_ == nullptr ? nullptr : bundleRule(id);
        std::string number = rule == nullptr ? id : std::to_string(rule->number);
        std::string source;
        std::string cure;
        number += number.size() < numberWidth ? std::string(numberWidth - number.size(), ' ') : " ";
        if (rule != nullptr) {
            console_.say("  " + number + messages_.text("bundle.rule." + id));
        }
        const std::string indent(2 + numberWidth, ' ');
        for (const Finding& finding : verdict_.findings) {
            if (finding.rule != id || !belongs(finding)) {
                continue;
            }
            std::string text = rule == nullptr ? id + ": " : std::string();
            text += finding.message;
            if (const std::string pages = pagesOf(finding); !pages.empty()) {
                text += ": " + pages;
            }
            sayWrapped(rule == nullptr ? "  " : indent, text, console_);
            if (finding.waived) {
                sayWrapped(indent + "= ", waiverOf(*finding.waived), console_);
            } else if (!finding.cure.empty() && finding.cure != cure) {
                sayWrapped(indent + "> ", finding.cure, console_);
            }
            cure = finding.cure;
            source = finding.source;
        }
        if (!source.empty()) {
            sayWrapped(indent, "[" + source + "]", console_);
        }
    }

    std::string pagesOf(const Finding& finding) {
        if (finding.pages.empty()) {
            return {};
        }
        return console_.text(finding.pages.size() == 1 ? "check.page" : "check.pages",
                             {{"pages", runsIn(finding.pages)}});
    }

    std::string waiverOf(const RuleWaived& waived) {
        const auto on = dayFrom(waived.on);
        return messages_.text(
            "bundle.waived",
            {{"by", waived.by}, {"on", on ? longDate(*on, console_.language()) : waived.on}, {"why", waived.why}});
    }

    void tellSkipped(RuleEvidence evidence, const std::string& key) {
        std::string numbers;
        for (const BundleRule& rule : bundleRules()) {
            const bool wanted = bundle_->rule(rule.id).level != ProfileRule::Level::Off && rule.number > 0;
            if (wanted && rule.evidence == evidence &&
                std::ranges::find(verdict_.rulesRun, rule.id) == verdict_.rulesRun.end()) {
                numbers += (numbers.empty() ? "" : ", ") + std::to_string(rule.number);
            }
        }
        if (!numbers.empty() && !key.empty()) {
            console_.say(console_.text(key, {{"rules", numbers}}));
        }
    }

    const Verdict& verdict_;
    const BundleProfile* bundle_;
    Console& console_;
    const Messages& messages_;
};

}  // namespace

void tellVerdict(const Verdict& verdict, const BundleProfile* bundle, bool deep, const std::string& file,
                 Console& console) {
    VerdictText text(verdict, bundle, console);
    if (!verdict.findings.empty() || bundle != nullptr) {
        console.say(console.counted("check.file", verdict.pages,
                                    {{"file", file},
                                     {"profile", verdict.profile},
                                     {"title", bundle == nullptr ? "PDF" : bundle->titleIn(console.language())}}));
        text.tellFindings();
    }
    if (bundle != nullptr) {
        console.say("");
        text.tellRules(deep);
    }
    if (verdict.passed()) {
        console.mention(console.text(
            "check.passed",
            {{"file", file}, {"profile", verdict.profile}, {"rules", std::to_string(verdict.rulesRun.size())}}));
    }
}

}  // namespace engross
