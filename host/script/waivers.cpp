#include "script/waivers.h"

#include "model/day.h"
#include "words/format.h"
#include "words/messages.h"

#include <algorithm>

namespace engross {
namespace {

using Waiving = CheckRule::Waiving;

constexpr std::size_t shortestReason = 10;  // characters: "see file" is none

// Of the checks that share a code, the one that the fewest may waive: a fault tells its code, not its check.
const CheckRule* ruleOf(const DocumentType& type, const std::string& code) {
    const auto strictness = [](const CheckRule& rule) {
        const std::string_view who = waiverOf(rule);
        return who == "never" ? 2 : who == "legal" ? 1 : 0;
    };
    const CheckRule* strictest = nullptr;
    for (const CheckRule& rule : type.checks) {
        if (rule.code == code && (strictest == nullptr || strictness(rule) > strictness(*strictest))) {
            strictest = &rule;
        }
    }
    return strictest;
}

class WaiverDesk {
public:
    WaiverDesk(const DocumentType& type, Day today, Language reader, std::vector<Diagnostic>& faults)
        : type_(type), today_(today), reader_(reader), messages_(Messages::in(reader)), faults_(faults) {}

    void apply(const Waiver& waiver, const std::string& pointer) {
        pointer_ = pointer;
        const CheckRule* rule = ruleOf(type_, waiver.check);
        if (rule == nullptr) {
            refuseUnknown(waiver);
            return;
        }
        if (!allowed(*rule, waiver)) {
            return;
        }
        bool needed = false;
        for (Diagnostic& fault : faults_) {
            if (fault.code == waiver.check && fault.severity == Severity::Error) {
                waive(fault, waiver);
                needed = true;
            }
        }
        if (!needed) {
            add("waiver.unneeded", messages_.text("script.waiver_unneeded", {{"check", waiver.check}})).severity =
                Severity::Warning;
        }
    }

private:
    Diagnostic& add(const char* code, std::string message) {
        Diagnostic fault{.code = code, .message = std::move(message)};
        fault.where.pointer = pointer_;
        faults_.push_back(std::move(fault));
        return faults_.back();
    }

    void refuseUnknown(const Waiver& waiver) {
        std::vector<std::string> codes;
        std::ranges::transform(type_.checks, std::back_inserter(codes), &CheckRule::code);
        const std::string near = nearest(waiver.check, codes);
        Diagnostic& fault = add("waiver.unknown", messages_.text("script.waiver_unknown", {{"check", waiver.check}}));
        if (!near.empty()) {
            fault.hints.push_back(messages_.text("script.did_you_mean", {{"name", near}}));
        }
    }

    bool allowed(const CheckRule& rule, const Waiver& waiver) {
        const std::string_view who = waiverOf(rule);
        if (who == "never" || (who == "legal" && waiver.as != "legal")) {
            Diagnostic& fault = add("waiver.not_allowed",
                                    messages_.text(who == "never" ? "script.waiver_never" : "script.waiver_legal_only",
                                                   {{"check", waiver.check}}));
            fault.law = rule.law + " [" + rule.mark + "]";
            return false;
        }
        const auto on = dayFrom(waiver.on);
        const auto until = dayFrom(waiver.until);
        if (!on || !until || today_ < *on || today_ > *until) {
            add("waiver.not_in_force", messages_.text("script.waiver_not_in_force",
                                                      {{"check", waiver.check}, {"day", longDate(today_, reader_)}}));
            return false;
        }
        const bool named = !waiver.name.empty() && !waiver.post.empty();
        if (!named || waiver.reason.size() < shortestReason || waiver.reason.find(' ') == std::string::npos) {
            add("waiver.no_reason", messages_.text("script.waiver_no_reason", {{"check", waiver.check}}));
            return false;
        }
        return true;
    }

    void waive(Diagnostic& fault, const Waiver& waiver) {
        fault.severity = Severity::Warning;
        fault.hints.push_back(
            messages_.text(waiver.as == "legal" ? "script.waived_by_legal" : "script.waived_by_manager",
                           {{"name", waiver.name},
                            {"post", waiver.post},
                            {"on", longDate(*dayFrom(waiver.on), reader_)},
                            {"until", longDate(*dayFrom(waiver.until), reader_)},
                            {"reason", waiver.reason}}));
        if (waiver.as == "manager") {
            fault.hints.push_back(messages_.text("script.waiver_follow_up"));
        }
    }

    const DocumentType& type_;
    Day today_;
    Language reader_;
    const Messages& messages_;
    std::vector<Diagnostic>& faults_;
    std::string pointer_;
};

}  // namespace

std::string_view waiverOf(const CheckRule& rule) noexcept {
    if (rule.kind == CheckRule::Kind::MustSay) {
        return "never";
    }
    switch (rule.waiving) {
        case Waiving::Never:
            return "never";
        case Waiving::Legal:
            return "legal";
        case Waiving::Manager:
            return "manager";
        case Waiving::ByMark:
            break;
    }
    return rule.mark == "V" ? "never" : "legal";
}

void applyWaivers(const DocumentType& type, const std::vector<Waiver>& waivers, Day today, Language reader,
                  std::vector<Diagnostic>& faults) {
    WaiverDesk waiving(type, today, reader, faults);
    for (std::size_t index = 0; index < waivers.size(); ++index) {
        waiving.apply(waivers.at(index), pointerTo("/waivers", index));
    }
}

}  // namespace engross
