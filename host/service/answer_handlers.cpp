#include "model/json.h"
#include "service/answer_form.h"
#include "service/answer_page.h"
#include "service/handlers.h"
#include "service/multipart.h"
#include "service/pages.h"
#include "service/record.h"
#include "service/request_answers.h"
#include "service/request_view.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

constexpr std::uint64_t roomForForm = 4U << 20U;

/// Errors that no document of the form is named for.
std::vector<Value> otherFaults(const List& diagnostics, const std::vector<AnswerRow>& rows) {
    std::vector<Value> others;
    for (const Value& fault : diagnostics) {
        const bool named = std::ranges::any_of(
            rows, [&fault](const AnswerRow& row) { return std::ranges::find(row.faults, fault) != row.faults.end(); });
        if (fault.textOr("severity", "error") == "error" && !named) {
            others.push_back(fault);
        }
    }
    return others;
}

AnswerPage pageOf(const Context& context, const Job& job, const Request& before) {
    const auto catalogue = context.parts.catalogue();
    const TypeSummary* type = catalogue->find(job.type);
    const List diagnostics = diagnosticsOf(job);
    AnswerPage page{.job = job,
                    .title = type == nullptr ? job.type : type->title,
                    .rows = answerRows(before, diagnostics),
                    .others = {}};
    page.others = otherFaults(diagnostics, page.rows);
    return page;
}

bool isTheirs(const Context& context, const Call& call, const Job& job, const std::string& handle) {
    return context.parts.database.snapshot([&](Transaction& transaction) {
        const auto exhibit = Records(transaction).exhibit(call.principal.team, handle);
        return exhibit && exhibit->caseReference == job.caseReference;
    });
}

/// What was entered. A copy that came is kept as an exhibit of the case at once, so that a fault in another field does
/// not lose it.
AnswerEntries entriesOf(const Context& context, const Call& call, const AnswerPage& page, const SentForm& form) {
    AnswerEntries entries;
    for (const AnswerRow& row : page.rows) {
        const std::string key = row.place.key();
        AnswerEntry entry;
        entry.choice = exhibitChoiceFrom(form.field("choice-" + key));
        if (entry.choice == ExhibitChoice::None) {
            continue;
        }
        entry.password = entry.choice == ExhibitChoice::Password ? form.field("password-" + key) : "";
        entry.sheet = form.field("sheet-" + key);
        const auto copy = entry.choice == ExhibitChoice::Copy ? form.file("copy-" + key) : std::nullopt;
        const std::string received = form.field("received-" + key);
        if (copy && copy->size > 0) {
            const ExhibitRecord exhibit = takeExhibit(context, call, page.job.caseReference, *copy);
            entry.received = exhibit.handle;
            entry.receivedName = exhibit.name;
        } else if (!copy && !received.empty() && isTheirs(context, call, page.job, received)) {
            entry.received = received;
            entry.receivedName = context.parts.database.snapshot([&](Transaction& transaction) {
                return Records(transaction).exhibit(call.principal.team, received)->name;
            });
        }
        entry.emptyCopy = copy && copy->size == 0;
        entries.emplace(row.place, std::move(entry));
    }
    return entries;
}

Answer answered(const Context& context, const Call& call, const Job& job, const Request& before, const SentForm& form) {
    AnswerPage page = pageOf(context, job, before);
    page.entries = entriesOf(context, call, page, form);
    page.errors = faultsOfEntries(page.rows, page.entries, Messages::in(call.language));
    if (!page.errors.empty()) {
        return answerPage(call, 422, page);
    }
    const std::string body = writeJson(toValue(decided(before, page.entries)));
    const TakenAnswer answer = takeAnswer(context, call, job, before, body);
    if (!answer.posted.isJson || refuses(answer.posted.diagnostics)) {
        page.refusals = answer.posted.diagnostics;
        return answerPage(call, 422, page);
    }
    if (!answer.taken) {
        return refusalPage(call, 409, "request-not-asking");
    }
    return html(303, "").with("Location", "/requests/" + job.id);
}

}  // namespace

Answer showAnswerPage(const Context& context, const Call& call) {
    const auto job = findRequest(context, call, call.part("id"));
    if (!job) {
        return refusalPage(call, 404, "not-found");
    }
    if (job->state != JobState::NeedsAttention) {
        return refusalPage(call, 409, "request-not-asking");
    }
    const auto before = acceptedRequest(context, *job);
    if (!before) {
        return refusalPage(call, 500, "failed");
    }
    recordSeen(context, call, "request.seen", job->id);
    return answerPage(call, 200, pageOf(context, *job, *before));
}

Answer takeAnswerPage(const Context& context, const Call& call) {
    const auto job = findRequest(context, call, call.part("id"));
    if (!job) {
        return refusalPage(call, 404, "not-found");
    }
    const std::string boundary = boundaryOf(call.header("content-type"));
    if (boundary.empty()) {
        return refusalPage(call, 415, "not-multipart");
    }
    SentForm form(context.parts.vault);
    const BodyLimits limits{context.settings.exhibitLimit + roomForForm, context.settings.uploadDeadline};
    if (const auto fault = form.receive(call, limits, boundary)) {
        const auto [status, code] = refusalOf(*fault);
        return refusalPage(call, status, code);
    }
    if (!form.complete()) {
        return refusalPage(call, 400, "malformed-multipart");
    }
    if (form.field("token") != formToken(call, job->id)) {
        return refusalPage(call, 403, "another-site");
    }
    // Between the page and the answer somebody else may have answered, and the request asked for something else.
    const bool same = form.field("version") == std::to_string(job->version);
    if (job->state != JobState::NeedsAttention || !same) {
        return refusalPage(call, 409, "request-not-asking");
    }
    const auto before = acceptedRequest(context, *job);
    return before ? answered(context, call, *job, *before, form) : refusalPage(call, 500, "failed");
}

}  // namespace engross
