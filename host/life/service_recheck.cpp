#include "life/service_recheck.h"

#include "life/recipients.h"
#include "model/day.h"
#include "script/composed_text.h"
#include "words/format.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace engross {
namespace {

const std::map<std::string, unsigned, std::less<>>& months() {
    static const auto names = [] {
        std::map<std::string, unsigned, std::less<>> found;
        for (unsigned month = 1; month <= 12; ++month) {
            const Day day{std::chrono::year{2026}, std::chrono::month{month}, std::chrono::day{1}};
            for (const Language language : {Language::English, Language::Welsh}) {
                const std::string text = plainSpaced(longDate(day, language));
                const std::size_t from = text.find(' ') + 1;
                found.emplace(text.substr(from, text.rfind(' ') - from), month);
            }
        }
        return found;
    }();
    return names;
}

std::vector<std::string> wordsIn(const std::string& line) {
    std::vector<std::string> words(1);
    for (const char character : plainSpaced(line)) {
        if (character == ' ') {
            words.emplace_back();
        } else {
            words.back().push_back(character);
        }
    }
    return words;
}

std::optional<int> leadingNumber(const std::string& word, std::size_t fewest, std::size_t most) {
    int number = 0;
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
    const auto digits = static_cast<std::size_t>(end - word.data());
    return fault == std::errc() && digits >= fewest && digits <= most ? std::optional(number) : std::nullopt;
}

bool sameFault(const Diagnostic& left, const Diagnostic& right) {
    return left.code == right.code && left.where.pointer == right.where.pointer && left.message == right.message;
}

class Recheck {
public:
    Recheck(const Catalogue& catalogue, const DocumentFile& file, const Request& request, Language reader)
        : catalogue_(catalogue), file_(file), request_(request), reader_(reader), messages_(Messages::in(reader)) {}

    std::vector<Diagnostic> run() {
        Request actual = request_;
        for (const DocumentRecipient& recipient : file_.recipients) {
            const DocumentService* service = standingService(file_.services, recipient.number);
            if (service != nullptr) {
                actual =
                    withService(actual, static_cast<std::size_t>(recipient.number), service->method, service->servedOn);
                ignored_.insert(recipient.plannedOn);
            }
        }
        if (actual == request_) {
            return {};
        }
        const CheckResult before = catalogue_.check(request_, file_.document.madeAt, reader_);
        const CheckResult after = catalogue_.check(actual, file_.document.madeAt, reader_);
        addNewFaults(before, after);
        addDerived(before, after);
        if (before.checked != nullptr && after.checked != nullptr) {
            addPrinted(*before.checked, *after.checked);
        }
        if (refuses(before.diagnostics)) {
            Diagnostic finding{.code = "GEN-03", .severity = Severity::Warning};
            finding.message = messages_.text("life.not_rechecked");
            finding.hints.push_back(messages_.text("life.not_rechecked.hint"));
            findings_.push_back(std::move(finding));
        }
        return std::move(findings_);
    }

private:
    void addNewFaults(const CheckResult& before, const CheckResult& after) {
        for (const Diagnostic& fault : after.diagnostics) {
            const bool known = std::ranges::any_of(
                before.diagnostics, [&](const Diagnostic& earlier) { return sameFault(earlier, fault); });
            if (!known) {
                Diagnostic finding = fault;
                finding.message = messages_.text("life.no_longer", {{"fault", fault.message}});
                finding.hints.push_back(messages_.text("life.correct_or_reissue"));
                findings_.push_back(std::move(finding));
            }
        }
    }

    Diagnostic& addDate(const std::string& was, const std::string& is, bool tooEarly) {
        Diagnostic finding{.code = "GEN-03", .severity = tooEarly ? Severity::Error : Severity::Warning};
        finding.message = messages_.text("life.printed_date", {{"was", was}, {"is", is}});
        finding.hints.push_back(messages_.text(tooEarly ? "life.date_too_early" : "life.date_too_late"));
        finding.hints.push_back(messages_.text("life.correct_or_reissue"));
        findings_.push_back(std::move(finding));
        return findings_.back();
    }

    void addDerived(const CheckResult& before, const CheckResult& after) {
        for (const DerivedSummary& was : before.derived) {
            const auto is = std::ranges::find(after.derived, was.name, &DerivedSummary::name);
            if (is == after.derived.end() || is->value == was.value || was.value.empty() || is->value.empty()) {
                continue;
            }
            const auto printed = datesIn(was.value);
            const auto right = datesIn(is->value);
            // The day of service itself is what was recorded, not a date that rests on it.
            if (printed.empty() || right.empty() || ignored_.contains(isoDay(printed.front()))) {
                continue;
            }
            Diagnostic& finding =
                addDate(plainSpaced(was.value), plainSpaced(is->value), printed.front() < right.front());
            const TypeSummary* type = catalogue_.find(file_.document.type);
            finding.law = type == nullptr ? std::string() : type->law;
            finding.where.pointer.clear();
            if (!was.label.empty()) {
                finding.message =
                    messages_.text("life.labelled_date", {{"label", was.label}, {"fault", finding.message}});
            }
            if (!is->rule.empty()) {
                finding.hints.insert(finding.hints.begin(), messages_.text("life.rule", {{"rule", is->rule}}));
            }
            told_.insert(isoDay(printed.front()) + isoDay(right.front()));
        }
    }

    /// Dates of the text itself: what a family prints for each recipient is no value of the type.
    void addPrinted(const CheckedCase& before, const CheckedCase& after) {
        for (const DocumentRecipient& recipient : file_.recipients) {
            if (standingService(file_.services, recipient.number) == nullptr) {
                continue;
            }
            Part part;
            part.recipient = static_cast<std::size_t>(recipient.number);
            std::vector<Diagnostic> ignored;
            const auto was = catalogue_.compose(before, part, ignored);
            const auto is = catalogue_.compose(after, part, ignored);
            if (was && is) {
                compareLines(composedLines(*was), composedLines(*is), recipient.number);
            }
        }
    }

    void compareLines(const std::vector<std::string>& was, const std::vector<std::string>& is, int recipient) {
        if (was.size() != is.size()) {
            return;
        }
        for (std::size_t line = 0; line < was.size(); ++line) {
            const auto printed = datesIn(was[line]);
            const auto right = datesIn(is[line]);
            for (std::size_t index = 0; index < std::min(printed.size(), right.size()); ++index) {
                const std::string pair = isoDay(printed[index]) + isoDay(right[index]);
                if (printed[index] == right[index] || ignored_.contains(isoDay(printed[index])) ||
                    !told_.insert(pair).second) {
                    continue;
                }
                Diagnostic& finding =
                    addDate(plainSpaced(longDate(printed[index], reader_)),
                            plainSpaced(longDate(right[index], reader_)), printed[index] < right[index]);
                finding.message = messages_.text(
                    "life.on_copy", {{"recipient", std::to_string(recipient)}, {"fault", finding.message}});
                const TypeSummary* type = catalogue_.find(file_.document.type);
                finding.law = type == nullptr ? std::string() : type->law;
            }
        }
    }

    const Catalogue& catalogue_;
    const DocumentFile& file_;
    const Request& request_;
    Language reader_;
    const Messages& messages_;
    std::set<std::string> ignored_;  // planned days of service
    std::set<std::string> told_;     // pairs of days
    std::vector<Diagnostic> findings_;
};

}  // namespace

std::vector<Day> datesIn(const std::string& line) {
    std::vector<Day> dates;
    const auto words = wordsIn(line);
    for (std::size_t at = 0; at + 2 < words.size(); ++at) {
        const auto month = months().find(words[at + 1]);
        const auto day = leadingNumber(words[at], 1, 2);
        const auto year = leadingNumber(words[at + 2], 4, 4);
        if (month == months().end() || !day || !year) {
            continue;
        }
        const Day date{std::chrono::year{*year}, std::chrono::month{month->second},
                       std::chrono::day{static_cast<unsigned>(*day)}};
        if (date.ok()) {
            dates.push_back(date);
        }
    }
    return dates;
}

std::vector<Diagnostic> recheckService(const Catalogue& catalogue, const DocumentFile& file, const Request& request,
                                       Language reader) {
    return Recheck(catalogue, file, request, reader).run();
}

}  // namespace engross
