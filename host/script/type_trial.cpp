#include "script/type_trial.h"

#include "script/composer.h"
#include "script/request_checks.h"

#include <algorithm>
#include <iterator>

namespace engross {
namespace {

/// The day on which examples are tried: they say their own dates, and must not age.
constexpr Instant exampleDay{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};

void tryExample(const std::shared_ptr<const Shelf>& shelf, const LoadedType& loaded, std::vector<Diagnostic>& faults) {
    const DocumentType& type = *loaded.type();
    const Messages& messages = Messages::in(Language::English);
    if (!type.example) {
        Diagnostic fault{.code = "type.no_example",
                         .severity = Severity::Warning,
                         .message = messages.text("script.no_example", {{"id", type.summary.id}})};
        fault.where = type.source->at(1, {});
        faults.push_back(std::move(fault));
        return;
    }
    for (const std::string& language : type.summary.languages) {
        Request request = *type.example;
        request.language = language;
        CheckResult result = checkRequest(shelf, loaded, request, exampleDay, Language::English);
        if (result.checked != nullptr && !type.summary.isBundle) {
            static_cast<void>(composeOnShelf(*result.checked, {}, result.diagnostics));
        }
        for (Diagnostic& fault : result.diagnostics) {
            if (fault.severity == Severity::Warning) {
                continue;
            }
            fault.message = messages.text("script.example_fault", {{"fault", fault.message}});
            if (fault.where.file.empty()) {
                fault.where.file = type.source->file();
                fault.where.line = 1;
            }
            faults.push_back(std::move(fault));
        }
    }
}

}  // namespace

void tryLoaded(const std::shared_ptr<const Shelf>& shelf, const LoadedType& loaded, std::vector<Diagnostic>& faults) {
    std::ranges::copy(loaded.faults(), std::back_inserter(faults));
    if (loaded.type() == nullptr) {
        return;
    }
    const DocumentType& type = *loaded.type();
    bool texts = true;
    for (const std::string& tag : type.summary.languages) {
        const auto parsed = loaded.texts(*languageFrom(tag));
        std::ranges::copy(parsed->faults(), std::back_inserter(faults));
        texts = texts && parsed->faults().empty();
    }
    if (type.summary.languages.empty()) {
        Diagnostic fault{
            .code = "type.no_language",
            .message = Messages::in(Language::English).text("script.no_whole_language", {{"id", type.summary.id}})};
        fault.where.file = type.source->file();
        faults.push_back(std::move(fault));
    } else if (texts) {
        tryExample(shelf, loaded, faults);
    }
}

}  // namespace engross
