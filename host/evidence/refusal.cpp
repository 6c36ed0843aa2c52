#include "evidence/exhibit.h"

#include <set>

namespace engross {

namespace {

const std::set<std::string> worded{
    "evidence-damaged",       "evidence-too-large", "evidence-empty", "evidence-unreadable",
    "evidence-no-attachment", "evidence-mailbox",   "pdf-not-a-pdf",  "pdf-empty",
    "pdf-encrypted",          "pdf-damaged",        "pdf-pages-lost", "pdf-too-large"};

}  // namespace

std::optional<Diagnostic> refusal(const Error& error, const Place& where, Language language) {
    const Messages& messages = Messages::in(language);
    const std::string key = "evidence.refusal." + error.code();
    std::string hint = key + ".hint";
    Diagnostic diagnostic;
    diagnostic.code = error.code();
    diagnostic.severity = Severity::Error;
    diagnostic.where = where;
    const auto* fault = dynamic_cast<const EvidenceError*>(&error);
    const std::string kind(nameOf(fault == nullptr ? EvidenceKind::Unknown : fault->kind()));
    if (std::string own = key + '.' + kind + ".hint"; messages.has(own)) {
        hint = std::move(own);
    }
    if (error.code() == "evidence-unsupported") {
        diagnostic.message =
            messages.text(key, {{"name", error.subject()}, {"kind", messages.text("evidence.kind." + kind)}});
    } else if (worded.count(error.code()) != 0) {
        diagnostic.message = messages.text(key, {{"name", error.subject()}});
    } else {
        return std::nullopt;
    }
    diagnostic.hints.push_back(messages.text(hint));
    return diagnostic;
}

std::string describe(const LinkLoss& loss, Language language) {
    return Messages::in(language).counted("evidence.loss." + loss.kind, static_cast<std::int64_t>(loss.count));
}

}  // namespace engross
