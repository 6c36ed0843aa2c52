#include "service/request_view.h"

#include "model/json.h"

#include <limits>

namespace engross {
namespace {

// An outcome was written by a worker of ours and may list thousands of pages' findings.
Value outcomeOf(const Job& job) {
    if (job.outcome.empty()) {
        return {};
    }
    const auto read = readJson(job.outcome, {.bytes = std::numeric_limits<std::size_t>::max()});
    return read.value.value_or(Value{});
}

List listIn(const Value& outcome, std::string_view name) {
    const Value* found = outcome.find(name);
    const List* list = found == nullptr ? nullptr : found->list();
    return list == nullptr ? List{} : *list;
}

std::vector<ArtefactView> artefactsIn(const Value& outcome, const Job& job) {
    std::vector<ArtefactView> found;
    for (const Value& entry : listIn(outcome, "artefacts")) {
        const auto hash = Sha256::fromHex(entry.textOr("sha256", ""));
        if (!hash) {
            continue;
        }
        const Value* pages = entry.find("pages");
        const auto* count = pages == nullptr ? nullptr : pages->integer();
        found.push_back({.hash = *hash,
                         .name = entry.textOr("name", "document.pdf"),
                         .mediaType = entry.textOr("media_type", "application/pdf"),
                         .pages = count == nullptr ? 0 : *count,
                         .href = requestPath(job.id) + "/artefacts/" + hash->hex()});
    }
    return found;
}

}  // namespace

std::string requestPath(const std::string& id) {
    return "/api/v1/requests/" + id;
}

std::optional<Job> findRequest(const Context& context, const Call& call, const std::string& id) {
    auto job = context.parts.queue.find(id);
    const bool theirs = job && job->kind == JobKind::Request && job->team == call.principal.team;
    return theirs ? std::move(job) : std::nullopt;
}

std::vector<ArtefactView> artefactsOf(const Job& job) {
    return job.state == JobState::Done ? artefactsIn(outcomeOf(job), job) : std::vector<ArtefactView>{};
}

List diagnosticsOf(const Job& job) {
    return listIn(outcomeOf(job), "diagnostics");
}

std::string noteInWords(const Job& job, Language language) {
    const Messages& words = Messages::in(language);
    if (job.note.empty()) {
        return {};
    }
    const std::string key = "service.note." + job.note;
    return words.has(key) ? words.text(key) : words.text("service.note.other", {{"code", job.note}});
}

Value requestValue(const Job& job, Instant now, Language language) {
    const Value outcome = outcomeOf(job);
    List artefacts;
    for (const ArtefactView& artefact :
         job.state == JobState::Done ? artefactsIn(outcome, job) : std::vector<ArtefactView>{}) {
        artefacts.push_back(Object{{"sha256", artefact.hash.hex()},
                                   {"name", artefact.name},
                                   {"media_type", artefact.mediaType},
                                   {"pages", artefact.pages},
                                   {"href", artefact.href}});
    }
    Object body{{"id", job.id},
                {"href", requestPath(job.id)},
                {"type", job.type},
                {"case_ref", job.caseReference},
                {"state", nameOf(job.state)},
                {"progress", job.progress},
                {"submitted_at", isoTime(job.submittedAt)},
                {"state_since", isoTime(job.stateSince)},
                {"waiting_ms", std::int64_t{job.waiting(now).count()}},
                {"working_ms", std::int64_t{job.working(now).count()}},
                {"attempts", job.attempts},
                {"diagnostics", listIn(outcome, "diagnostics")},
                {"artefacts", std::move(artefacts)}};
    if (!job.note.empty()) {
        body.set("note", Object{{"code", job.note}, {"message", noteInWords(job, language)}});
    }
    if (const Value* verdict = outcome.find("verdict")) {
        body.set("verdict", *verdict);
    }
    return body;
}

}  // namespace engross
