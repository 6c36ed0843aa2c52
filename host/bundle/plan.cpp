#include "bundle/plan.h"

#include "bundle/title_rules.h"
#include "model/day.h"
#include "words/text.h"

#include <algorithm>
#include <map>

namespace engross {

namespace {

class PlanCheck {
public:
    explicit PlanCheck(const BundlePlan& plan) : plan_(plan), messages_(Messages::in(plan.language)) {}

    std::vector<Diagnostic> run() {
        std::size_t documents = 0;
        for (const auto& section : plan_.sections) {
            documents += section.items.size();
            checkSection(section);
        }
        if (documents == 0) {
            add("empty", Severity::Error, {.pointer = "/sections"}, {});
        }
        return std::move(faults_);
    }

private:
    void checkSection(const PlannedSection& section) {
        if (section.items.empty()) {
            add("empty-section", Severity::Warning, section.where, {{"title", section.title}});
        }
        if (section.title.empty()) {
            add("section-title", Severity::Error, section.where, {});
        }
        const PlannedItem* before = nullptr;
        for (const auto& item : section.items) {
            if (item.standing != Standing::Present) {
                continue;
            }
            checkTitle(item);
            checkTwice(item);
            if (!item.date) {
                add("undated", Severity::Warning, item.where, {{"title", item.title}});
                continue;
            }
            if (!item.afterPage.empty()) {
                continue;
            }
            if (before != nullptr && *item.date < *before->date) {
                add("date-order", Severity::Warning, item.where,
                    {{"title", item.title}, {"before", before->title}, {"section", section.title}});
            }
            before = &item;
        }
    }

    void checkTitle(const PlannedItem& item) {
        switch (judgeTitle(item.title)) {
            case TitleFault::Empty:
                add("title-empty", Severity::Error, item.where, {});
                return;
            case TitleFault::FileName:
                add("title-file-name", Severity::Error, item.where, {{"title", item.title}});
                break;
            case TitleFault::SaysNothing:
                add("title-says-nothing", Severity::Error, item.where, {{"title", item.title}});
                break;
            case TitleFault::None:
                break;
        }
        const std::string day = item.date ? isoDay(*item.date) : std::string();
        if (!titles_.emplace(lower(item.title, plan_.language) + "\n" + day, item.title).second) {
            add("title-repeated", Severity::Error, item.where, {{"title", item.title}});
        }
    }

    void checkTwice(const PlannedItem& item) {
        const auto [first, fresh] = hashes_.emplace(item.hash, item.title);
        if (!fresh && item.hash != Sha256()) {
            add("twice", Severity::Warning, item.where, {{"title", item.title}, {"other", first->second}});
        }
    }

    void add(const std::string& name, Severity severity, const Place& where, Messages::Values values) {
        Diagnostic fault;
        fault.code = "bundle-" + name;
        fault.severity = severity;
        fault.where = where;
        fault.message = messages_.text("bundle.plan." + name, values);
        fault.hints.push_back(messages_.text("bundle.plan." + name + ".hint"));
        faults_.push_back(std::move(fault));
    }

    const BundlePlan& plan_;
    const Messages& messages_;
    std::map<std::string, std::string> titles_;
    std::map<Sha256, std::string> hashes_;
    std::vector<Diagnostic> faults_;
};

void addChoices(Sha256Hasher& hasher, const BundlePlan& plan) {
    hasher.addField(nameOf(plan.numbering));
    for (const std::size_t section : plan.volumes) {
        hasher.addField("volume " + std::to_string(section));
    }
    if (plan.renumbered) {
        for (const auto& text : {plan.renumbered->orderedBy, plan.renumbered->on, plan.renumbered->reason,
                                 std::to_string(plan.renumbered->release), plan.renumbered->identity.hex()}) {
            hasher.addField(text);
        }
    }
}

}  // namespace

std::string_view nameOf(PageNumbering scheme) noexcept {
    return scheme == PageNumbering::Sections ? "sections" : "continuous";
}

std::optional<PageNumbering> pageNumberingFrom(std::string_view name) {
    for (const PageNumbering scheme : {PageNumbering::OneRun, PageNumbering::Sections}) {
        if (name == nameOf(scheme)) {
            return scheme;
        }
    }
    return std::nullopt;
}

Sha256 identityOf(const BundlePlan& plan) {
    Sha256Hasher hasher;
    for (const auto& text : {plan.title, plan.author, std::string(tagOf(plan.language)), plan.letter, plan.profile,
                             plan.closure, plan.pack, plan.inputs.hex(), isoTime(plan.made),
                             std::to_string(plan.release), std::to_string(static_cast<int>(plan.laterRows)),
                             std::string(plan.dividers ? "dividers" : ""), std::to_string(plan.sections.size())}) {
        hasher.addField(text);
    }
    addChoices(hasher, plan);
    for (const auto& section : plan.sections) {
        hasher.addField(section.title);
        hasher.addField(std::to_string(section.addedIn));
        hasher.addField(std::to_string(section.items.size()));
        for (const auto& item : section.items) {
            hasher.addField(item.title);
            hasher.addField(item.date ? isoDay(*item.date) : "");
            hasher.addField(item.mark);
            hasher.addField(item.hash.hex());
            hasher.addField(std::to_string(static_cast<int>(item.standing)));
            hasher.addField(std::to_string(item.changedIn));
            hasher.addField(item.afterPage);
        }
    }
    return hasher.finish();
}

std::string shortIdentity(const Sha256& identity) {
    return identity.hex().substr(0, 8);
}

std::string sectionLetter(std::size_t section) {
    std::string letters;
    for (std::size_t left = section + 1; left > 0; left = (left - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    }
    return letters;
}

std::vector<std::vector<std::string>> documentNumbers(const BundlePlan& plan) {
    std::vector<std::vector<std::string>> numbers;
    std::size_t document = 0;
    std::size_t between = 0;
    for (const auto& section : plan.sections) {
        auto& row = numbers.emplace_back();
        for (const auto& item : section.items) {
            between = item.afterPage.empty() ? 0 : between + 1;
            document += between == 0 ? 1 : 0;
            row.push_back(std::to_string(document) + (between == 0 ? "" : sectionLetter(between - 1)));
        }
    }
    return numbers;
}

std::size_t volumeOf(const BundlePlan& plan, std::size_t section) {
    return static_cast<std::size_t>(
        std::ranges::count_if(plan.volumes, [section](std::size_t first) { return first <= section; }));
}

std::vector<Diagnostic> check(const BundlePlan& plan) {
    return PlanCheck(plan).run();
}

}  // namespace engross
