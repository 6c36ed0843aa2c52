#include "bundle/plan_check.h"

#include "bundle/protected_terms.h"
#include "bundle/title_rules.h"
#include "model/day.h"
#include "model/document_kind.h"
#include "words/format.h"
#include "words/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace engross {
namespace {

using Level = ProfileRule::Level;

class PlanCheck {
public:
    PlanCheck(const BundlePlan& plan, const BundleProfile& profile)
        : plan_(plan), profile_(profile), messages_(Messages::in(plan.language)), terms_(profile.protectedTerms) {
        result_.verdict.profile = profile.name;
    }

    PlanVerdict run() {
        for (const char* rule :
             {"0-complete", "12-titles", "13-dates", "30-twice", "31-date-order", "32-authorities"}) {
            noteRun(rule);
        }
        std::size_t documents = 0;
        for (const auto& section : plan_.sections) {
            documents += section.items.size();
            checkSection(section);
        }
        if (documents == 0) {
            add("0-complete", "empty", {.pointer = "/sections"}, {});
        }
        checkContents();
        checkDeadline();
        checkWaivers();
        return std::move(result_);
    }

private:
    void noteRun(const std::string& rule) {
        auto& run = result_.verdict.rulesRun;
        if (profile_.rule(rule).level != Level::Off && std::ranges::find(run, rule) == run.end()) {
            run.push_back(rule);
        }
    }

    void checkSection(const PlannedSection& section) {
        if (section.items.empty()) {
            add("41-contents", "empty-section", section.where, {{"title", section.title}}, Level::Warning);
        }
        if (section.title.empty()) {
            add("12-titles", "section-title", section.where, {});
        }
        checkProtected(section.title, section.where);
        const PlannedItem* before = nullptr;
        for (const auto& item : section.items) {
            if (item.standing != Standing::Present) {
                continue;
            }
            checkTitle(item);
            checkProtected(item.title, item.where);
            checkMarks(item);
            checkTwice(item);
            checkAuthority(item);
            if (!item.date) {
                add("13-dates", "undated", item.where, {{"title", item.title}});
                continue;
            }
            if (before != nullptr && *item.date < *before->date) {
                add("31-date-order", "date-order", item.where,
                    {{"title", item.title}, {"before", before->title}, {"section", section.title}});
            }
            before = &item;
        }
    }

    void checkTitle(const PlannedItem& item) {
        switch (judgeTitle(item.title)) {
            case TitleFault::Empty:
                add("12-titles", "title-empty", item.where, {});
                return;
            case TitleFault::FileName:
                add("12-titles", "title-file-name", item.where, {{"title", item.title}});
                break;
            case TitleFault::SaysNothing:
                add("12-titles", "title-says-nothing", item.where, {{"title", item.title}});
                break;
            case TitleFault::None:
                break;
        }
        const std::string day = item.date ? isoDay(*item.date) : std::string();
        if (!titles_.emplace(lower(item.title, plan_.language) + "\n" + day, item.title).second) {
            add("12-titles", "title-repeated", item.where, {{"title", item.title}});
        }
    }

    /// The index and the bookmarks would print it.
    void checkProtected(const std::string& text, const Place& where) {
        for (const std::size_t term : terms_.in(text)) {
            noteRun("45-redactions");
            add("45-redactions", "protected-title", where, {{"term", std::to_string(term + 1)}});
        }
    }

    /// A reference to a mark of two documents would lead to the first.
    void checkMarks(const PlannedItem& item) {
        std::set<std::string> own(item.marks.begin(), item.marks.end());
        own.insert(item.mark);
        own.erase(std::string());
        for (const std::string& mark : item.standing == Standing::Present ? own : std::set<std::string>()) {
            if (const auto [first, fresh] = marks_.emplace(mark, item.title); !fresh) {
                add("12-titles", "mark-repeated", item.where,
                    {{"mark", mark}, {"title", item.title}, {"other", first->second}});
            }
        }
    }

    void checkTwice(const PlannedItem& item) {
        const auto [first, fresh] = hashes_.emplace(item.hash, item.title);
        if (!fresh && item.hash != Sha256()) {
            add("30-twice", "twice", item.where, {{"title", item.title}, {"other", first->second}});
        }
    }

    void checkAuthority(const PlannedItem& item) {
        const bool authority = isOfKind(item.kind, "authority") || (item.kind.empty() && isAuthority(item.title));
        if (authority != profile_.authorities && (authority || isEvidence(item.title))) {
            add("32-authorities", authority ? "authority" : "not-an-authority", item.where, {{"title", item.title}});
        }
    }

    /// What the profile and the directions demand; a title that fits is only a suggestion.
    void checkContents() {
        std::vector<std::string> kinds = profile_.contents;
        kinds.insert(kinds.end(), profile_.documents.begin(), profile_.documents.end());
        if (!kinds.empty() || !profile_.sections.empty()) {
            noteRun("41-contents");
        }
        for (const std::string& kind : kinds) {
            const PlannedItem* near = nullptr;
            bool there = false;
            for (const auto& section : plan_.sections) {
                for (const auto& item : section.items) {
                    const bool present = item.standing == Standing::Present;
                    there = there || (present && isOfKind(item.kind, kind));
                    const bool fits =
                        present && item.kind.empty() &&
                        lower(item.title, plan_.language).find(lower(kind, plan_.language)) != std::string::npos;
                    near = near == nullptr && fits ? &item : near;
                }
            }
            if (!there && near != nullptr) {
                add("41-contents", "kind-by-title", near->where, {{"kind", kind}, {"title", near->title}},
                    Level::Warning);
            } else if (!there) {
                add("41-contents", "kind-missing", {.pointer = "/sections"}, {{"kind", kind}});
            }
        }
        checkSections();
    }

    void checkSections() {
        std::size_t next = 0;
        for (const std::string& title : profile_.sections) {
            const auto sameTitle = [&](const PlannedSection& section) {
                return lower(section.title, plan_.language) == lower(title, plan_.language);
            };
            const auto found = std::ranges::find_if(plan_.sections, sameTitle);
            const auto place = static_cast<std::size_t>(found - plan_.sections.begin());
            if (found == plan_.sections.end()) {
                add("41-contents", "section-missing", {.pointer = "/sections"}, {{"title", title}});
            } else if (place < next) {
                add("41-contents", "section-order", found->where, {{"title", title}});
            } else {
                next = place;
            }
        }
    }

    void checkDeadline() {
        if (!profile_.fileBy) {
            return;
        }
        noteRun("46-deadline");
        const Day today{std::chrono::floor<std::chrono::days>(plan_.made)};
        if (today > *profile_.fileBy) {
            add("46-deadline", "late", {.pointer = "/directions/file_by"},
                {{"day", longDate(*profile_.fileBy, plan_.language)}});
        }
    }

    /// A waiver of a rule that the plan alone can break, and does not, is told.
    void checkWaivers() {
        for (const RuleWaiver& waiver : profile_.waivers) {
            const BundleRule* rule = bundleRule(waiver.rule);
            const auto& run = result_.verdict.rulesRun;
            const bool ours = rule != nullptr &&
                              (rule->evidence == RuleEvidence::Plan || rule->evidence == RuleEvidence::Directions) &&
                              std::ranges::find(run, waiver.rule) != run.end();
            const bool needed = std::ranges::any_of(
                result_.verdict.findings, [&](const Finding& finding) { return finding.rule == waiver.rule; });
            if (ours && !needed) {
                noteRun("47-directions");
                add("47-directions", "waiver-unneeded", {.pointer = waiver.pointer}, {{"rule", waiver.rule}},
                    Level::Warning);
            }
        }
    }

    void add(const std::string& ruleId, const std::string& name, const Place& where, Messages::Values values,
             Level atMost = Level::Error) {
        const ProfileRule& rule = profile_.rule(ruleId);
        const Level level = std::min(rule.level, atMost);
        if (level == Level::Off) {
            return;
        }
        Finding finding{.rule = ruleId,
                        .severity = level == Level::Error ? Severity::Error : Severity::Warning,
                        .note = level == Level::Information,
                        .message = messages_.text("bundle.plan." + name, values),
                        .cure = messages_.text("bundle.plan." + name + ".hint"),
                        .source = lawOf(rule)};
        Diagnostic fault{.code = "bundle-" + name, .severity = finding.severity, .where = where};
        fault.message = finding.message;
        fault.law = finding.source;
        fault.hints.push_back(finding.cure);
        const auto waiver = std::ranges::find(profile_.waivers, ruleId, &RuleWaiver::rule);
        if (waiver != profile_.waivers.end()) {
            finding.waived = waiver->waived;
            fault.severity = Severity::Warning;
            fault.hints.push_back(
                messages_.text("bundle.waived", {{"by", waiver->waived.by},
                                                 {"on", longDate(*dayFrom(waiver->waived.on), plan_.language)},
                                                 {"why", waiver->waived.why}}));
        }
        result_.verdict.findings.push_back(std::move(finding));
        result_.faults.push_back(std::move(fault));
    }

    const BundlePlan& plan_;
    const BundleProfile& profile_;
    const Messages& messages_;
    ProtectedTerms terms_;
    std::map<std::string, std::string> titles_;
    std::map<Sha256, std::string> hashes_;
    std::map<std::string, std::string> marks_;  // of documents that are there, with their titles
    PlanVerdict result_;
};

}  // namespace

PlanVerdict checkPlan(const BundlePlan& plan, const BundleProfile& profile) {
    return PlanCheck(plan, profile).run();
}

void addTo(Verdict& verdict, const Verdict& more) {
    for (const std::string& rule : more.rulesRun) {
        if (std::ranges::find(verdict.rulesRun, rule) == verdict.rulesRun.end()) {
            verdict.rulesRun.push_back(rule);
        }
    }
    verdict.findings.insert(verdict.findings.end(), more.findings.begin(), more.findings.end());
}

}  // namespace engross
