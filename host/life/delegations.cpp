#include "life/delegations.h"

#include "model/day.h"
#include "script/composed_text.h"
#include "words/format.h"
#include "words/text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

namespace engross {
namespace {

std::string folded(const std::string& text) {
    return lower(plainSpaced(text), Language::English);
}

bool isOn(const DelegationEntry& entry, const std::string& day) {
    return entry.fromDay <= day && (entry.untilDay.empty() || day <= entry.untilDay);
}

const Value* given(const Request& request, std::string_view name) {
    const Value* field = request.fields.find(name);
    return field == nullptr || field->isNull() ? request.caseRecord.facts.find(name) : field;
}

/// Where the signatory stands in the request.
std::string signatoryPointer(const Request& request) {
    const Value* field = request.fields.find("signatory");
    return field == nullptr && request.caseRecord.facts.find("signatory") != nullptr ? "/case/signatory"
                                                                                     : "/fields/signatory";
}

class Search {
public:
    Search(const std::vector<DelegationEntry>& entries, const SignatoryQuestion& question, Language reader)
        : question_(question), day_(isoDay(question.day)), reader_(reader), messages_(Messages::in(reader)) {
        for (const DelegationEntry& entry : entries) {
            const bool post = question.post.empty() || namesTheSame(entry.post, question.post);
            const bool person = question.person.empty() || namesTheSame(entry.person, question.person);
            if (namesTheSame(entry.provision, question.provision) && post) {
                (person ? found_ : others_).push_back(&entry);
            }
        }
    }

    SignatoryAnswer answer() {
        if (found_.empty()) {
            refuse(others_.empty() ? "life.delegation_none" : "life.delegation_other_person");
            return std::move(answer_);
        }
        const auto onTheDay = std::remove_if(found_.begin(), found_.end(),
                                             [&](const DelegationEntry* entry) { return !isOn(*entry, day_); });
        if (onTheDay == found_.begin()) {
            refuseByDay(**found_.begin());
            return std::move(answer_);
        }
        found_.erase(onTheDay, found_.end());
        const DelegationEntry* highest = *std::ranges::max_element(found_, {}, limitOf);
        if (question_.pence && limitOf(highest) < *question_.pence) {
            Diagnostic& fault = refuse("life.delegation_limit", highest->post);
            fault.hints.push_back(
                messages_.text("life.delegation_limit.hint", {{"limit", money(*highest->limitPence, false)}}));
            return std::move(answer_);
        }
        std::erase_if(
            found_, [&](const DelegationEntry* entry) { return question_.pence && limitOf(entry) < *question_.pence; });
        std::set<std::string> people;
        for (const DelegationEntry* entry : found_) {
            people.insert(entry->post + "\n" + entry->person);
        }
        if (people.size() > 1) {
            refuse("life.delegation_several");
            return std::move(answer_);
        }
        answer_.entry = *found_.front();
        return std::move(answer_);
    }

private:
    static std::int64_t limitOf(const DelegationEntry* entry) {
        return entry->limitPence.value_or(std::numeric_limits<std::int64_t>::max());
    }

    [[nodiscard]] std::string sumInWords() const {
        if (question_.pence == unknownSum) {
            return messages_.text("life.sum_unknown");
        }
        return question_.pence ? money(*question_.pence, false) : std::string();
    }

    Diagnostic& refuse(std::string_view key, const std::string& post = {}) {
        const std::string named = post.empty() ? question_.post : post;
        Diagnostic fault{.code = "GEN-08"};
        fault.message =
            messages_.text(key, {{"post", named.empty() ? messages_.text("life.any_post") : "'" + named + "'"},
                                 {"provision", question_.provision},
                                 {"day", longDate(question_.day, reader_)},
                                 {"sum", sumInWords()}});
        fault.law = messages_.text("life.law.delegation");
        fault.hints.push_back(messages_.text("life.delegation.hint"));
        answer_.faults.push_back(std::move(fault));
        return answer_.faults.back();
    }

    void refuseByDay(const DelegationEntry& entry) {
        const bool early = day_ < entry.fromDay;
        const auto limit = dayFrom(early ? entry.fromDay : entry.untilDay);
        Diagnostic& fault = refuse(early ? "life.delegation_early" : "life.delegation_expired", entry.post);
        if (limit) {
            fault.hints.insert(fault.hints.begin(),
                               messages_.text(early ? "life.delegation_early.hint" : "life.delegation_expired.hint",
                                              {{"day", longDate(*limit, reader_)}}));
        }
    }

    const SignatoryQuestion& question_;
    std::string day_;
    Language reader_;
    const Messages& messages_;
    std::vector<const DelegationEntry*> found_;
    std::vector<const DelegationEntry*> others_;
    SignatoryAnswer answer_;
};

}  // namespace

bool namesTheSame(const std::string& left, const std::string& right) {
    return folded(left) == folded(right);
}

SignatoryAnswer findSignatory(const std::vector<DelegationEntry>& entries, const SignatoryQuestion& question,
                              Language reader) {
    return Search(entries, question, reader).answer();
}

std::optional<SignatoryQuestion> questionOf(const Request& request, const TypeSummary& type, Day today) {
    const auto provision = type.declared.find("provision");
    if (provision == type.declared.end()) {
        return std::nullopt;
    }
    SignatoryQuestion question{.provision = provision->second, .day = today};
    if (const Value* dated = given(request, "dated_on"); dated != nullptr && dated->text() != nullptr) {
        question.day = dayFrom(*dated->text()).value_or(today);
    }
    if (const Value* signatory = given(request, "signatory")) {
        question.post = signatory->text() == nullptr ? signatory->textOr("post", "") : *signatory->text();
        question.person = signatory->textOr("name", "");
    }
    if (const auto limit = type.declared.find("limit_of"); limit != type.declared.end()) {
        const Value* sum = given(request, limit->second);
        const auto pence = sum == nullptr ? std::nullopt : penceFrom(*sum);
        question.pence = pence && *pence >= 0 ? *pence : unknownSum;
    }
    return question;
}

std::vector<Diagnostic> enterSignatory(Request& request, const TypeSummary& type,
                                       const std::vector<DelegationEntry>& entries, Day today, Language reader) {
    const auto question = questionOf(request, type, today);
    if (!question) {
        return {};
    }
    if (entries.empty()) {
        Diagnostic warning{.code = "GEN-08", .severity = Severity::Warning};
        warning.where.pointer = signatoryPointer(request);
        warning.message = Messages::in(reader).text("life.no_register", {{"provision", question->provision}});
        warning.law = Messages::in(reader).text("life.law.delegation");
        warning.hints.push_back(Messages::in(reader).text("life.no_register.hint"));
        return {warning};
    }
    SignatoryAnswer answer = findSignatory(entries, *question, reader);
    for (Diagnostic& fault : answer.faults) {
        fault.where.pointer = signatoryPointer(request);
    }
    if (!answer.entry) {
        return answer.faults;
    }
    const DelegationEntry& entry = *answer.entry;
    std::string authority = entry.scheme;
    if (const auto adopted = dayFrom(entry.schemeDay)) {
        const Language language = languageFrom(request.language).value_or(Language::English);
        authority = Messages::in(language).text("life.authority",
                                                {{"scheme", entry.scheme}, {"day", longDate(*adopted, language)}});
    }
    Object signatory{{"name", entry.person}, {"post", entry.post}, {"authority", authority}};
    if (!entry.personTitle.empty()) {
        signatory.set("title", entry.personTitle);
    }
    if (request.fields.object() == nullptr) {
        request.fields = Object{};
    }
    request.fields.object()->set("signatory", std::move(signatory));
    return {};
}

std::optional<std::int64_t> penceFrom(const Value& value) {
    constexpr std::int64_t mostPounds = 999'999'999'999;
    if (const std::int64_t* whole = value.integer()) {
        return std::abs(*whole / 10) > mostPounds / 10 ? std::nullopt : std::optional(*whole * 100);
    }
    if (const double* pounds = value.real()) {
        if (!(std::abs(*pounds) <= static_cast<double>(mostPounds))) {
            return std::nullopt;
        }
        return static_cast<std::int64_t>(std::llround(*pounds * 100));
    }
    const std::string* text = value.text();
    if (text == nullptr) {
        return std::nullopt;
    }
    std::string digits = *text;
    constexpr std::string_view pound = "£";
    if (digits.rfind(pound, 0) == 0) {
        digits.erase(0, pound.size());
    }
    digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
    const std::size_t point = digits.find('.');
    std::string pence = point == std::string::npos ? "00" : digits.substr(point + 1);
    const std::string pounds = digits.substr(0, point);
    pence.resize(std::max<std::size_t>(pence.size(), 2), '0');
    const auto areDigits = [](const std::string& part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string::npos;
    };
    if (!areDigits(pounds) || !areDigits(pence) || pence.size() > 2 || pounds.size() > 12) {
        return std::nullopt;
    }
    return std::stoll(pounds) * 100 + std::stoll(pence);
}

}  // namespace engross
