#include "model/json.h"
#include "model/request_secrets.h"
#include "service/body.h"
#include "service/downloads.h"
#include "service/handlers.h"
#include "service/record.h"
#include "service/request_answers.h"
#include "service/request_check.h"
#include "service/request_view.h"
#include "store/type_records.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace engross {
namespace {

constexpr std::size_t longestKey = 200;
constexpr std::size_t mostListed = 200;
constexpr std::size_t usuallyListed = 50;

Answer accepted(const Job& job, const Call& call, const List& diagnostics) {
    Object body{
        {"id", job.id}, {"href", requestPath(job.id)}, {"state", nameOf(job.state)}, {"diagnostics", diagnostics}};
    return json(202, Value(std::move(body)))
        .with("Location", requestPath(job.id))
        .with("Retry-After", "1")
        .with("Content-Language", std::string(tagOf(call.language)));
}

Answer acceptedBefore(const Context& context, const Call& call, const Submission& submission) {
    const auto job = context.parts.queue.find(submission.id);
    if (submission.kind == Submission::Kind::KeyReused || !job) {
        return problem(call, 422, "key-reused");
    }
    return accepted(*job, call, {});
}

NewJob jobFor(const Context& context, const Call& call, Request request, const TypeSummary& type,
              const Sha256& closure) {
    const std::string id = makeUuid(call.now);
    if (context.parts.seal != nullptr) {
        closeSecrets(request, *context.parts.seal, id);
    }
    return {.id = id,
            .kind = JobKind::Request,
            .lane = type.isBundle ? Lane::Bundles : Lane::Letters,
            .type = request.type,
            .caseReference = request.caseRecord.reference,
            .team = call.principal.team,
            .caller = call.principal.tokenId,
            .payload = writeJson(toValue(request)),
            .closure = closure};
}

Answer enqueue(const Context& context, const Call& call, const NewJob& job, const std::vector<Diagnostic>& warnings,
               const std::optional<ClosureRecord>& sources) {
    const Submission submission = context.parts.queue.submit(job, call.now, [&](Transaction& transaction) {
        Records(transaction).noteCase(job.team, job.caseReference, call.now);
        if (sources) {
            TypeRecords(transaction).note(*sources);
        }
        record(transaction, call, "request.submitted", job.id,
               {{"type", job.type}, {"case_ref", job.caseReference}, {"closure", job.closure.hex()}});
    });
    if (submission.kind == Submission::Kind::KeyReused || submission.id != job.id) {
        return acceptedBefore(context, call, submission);
    }
    context.pinned.noted(job.closure);
    if (context.parts.workforce != nullptr) {
        context.parts.workforce->wake();
    }
    List shown;
    std::ranges::transform(warnings, std::back_inserter(shown),
                           [](const Diagnostic& diagnostic) { return toValue(diagnostic); });
    Job queued;
    queued.id = submission.id;
    return accepted(queued, call, shown);
}

/// Reads the JSON body of a request; what refuses it, or nothing.
std::optional<Answer> takeBody(const Context& context, const Call& call, std::string& body) {
    if (!call.header("content-type").starts_with("application/json")) {
        return problem(call, 415, "not-json-type");
    }
    const BodyLimits limits{context.settings.bodyLimit, context.settings.bodyDeadline};
    if (const auto fault = readBody(call, limits, [&](std::string_view piece) { body += piece; })) {
        return refusal(call, *fault);
    }
    return std::nullopt;
}

std::optional<Answer> refusedAs(const Call& call, const PostedRequest& posted) {
    if (!posted.isJson) {
        return problem(call, 400, "not-json", posted.diagnostics);
    }
    return refuses(posted.diagnostics) ? std::optional(problem(call, 422, "request-refused", posted.diagnostics))
                                       : std::nullopt;
}

std::size_t limitOf(const Call& call) {
    const std::string text = call.queried("limit");
    std::size_t limit = usuallyListed;
    std::from_chars(text.data(), text.data() + text.size(), limit);
    return std::clamp<std::size_t>(limit, 1, mostListed);
}

}  // namespace

Answer submitRequest(const Context& context, const Call& call) {
    const std::string key = call.header("idempotency-key");
    if (key.size() > longestKey) {
        return problem(call, 400, "key-too-long");
    }
    std::string body;
    if (auto refused = takeBody(context, call, body)) {
        return std::move(*refused);
    }
    const Sha256 bodyHash = context.parts.seal == nullptr ? Sha256::of(body) : context.parts.seal->digest(body);
    if (const auto earlier = context.parts.queue.known(call.principal.tokenId, key, bodyHash)) {
        return acceptedBefore(context, call, *earlier);
    }
    const auto catalogue = context.parts.catalogue();
    const PostedRequest posted = checkRequest(context, call, *catalogue, body);
    if (auto refused = refusedAs(call, posted)) {
        return std::move(*refused);
    }
    const TypeSummary* type = catalogue->chosen(posted.request, call.now);
    const auto closure = catalogue->closure(posted.request, call.now);
    if (type == nullptr || !closure) {
        return problem(call, 422, "request-refused", posted.diagnostics);
    }
    NewJob job = jobFor(context, call, posted.request, *type, *closure);
    job.idempotencyKey = key;
    job.bodyHash = bodyHash;
    const auto sources = context.pinned.keep(*catalogue, posted.request, *closure, call.now);
    return enqueue(context, call, job, posted.diagnostics, sources);
}

Answer answerRequest(const Context& context, const Call& call) {
    const auto job = findRequest(context, call, call.part("id"));
    if (!job) {
        return notFound(call);
    }
    std::string body;
    if (auto refused = takeBody(context, call, body)) {
        return std::move(*refused);
    }
    if (job->state != JobState::NeedsAttention) {
        return problem(call, 409, "request-not-asking");
    }
    const auto before = acceptedRequest(context, *job);
    if (!before) {
        return problem(call, 500, "failed");
    }
    const TakenAnswer answer = takeAnswer(context, call, *job, *before, body);
    if (auto refused = refusedAs(call, answer.posted)) {
        return std::move(*refused);
    }
    if (!answer.taken) {
        return problem(call, 409, "request-not-asking");
    }
    return json(200, requestValue(*context.parts.queue.find(job->id), call.now, call.language));
}

Answer showRequest(const Context& context, const Call& call) {
    const auto job = findRequest(context, call, call.part("id"));
    if (!job) {
        return notFound(call);
    }
    // Weak: the times waited and worked grow between two versions.
    const std::string tag = "W/\"" + std::to_string(job->version) + "-" + std::string(tagOf(call.language)) + "\"";
    const bool waits = job->state == JobState::Queued || job->state == JobState::Running;
    const auto finished = [&](Answer answer) {
        answer.with("ETag", tag).with("Cache-Control", "private, no-cache");
        if (waits) {
            answer.with("Retry-After", "1");
        }
        return answer;
    };
    if (matchesTag(call.header("if-none-match"), tag)) {
        return finished({.status = 304});
    }
    recordSeen(context, call, "request.seen", job->id);
    return finished(json(200, requestValue(*job, call.now, call.language)));
}

Answer listRequests(const Context& context, const Call& call) {
    const std::string reference = call.queried("case_ref");
    List requests;
    for (const Job& job : context.parts.queue.list(call.principal.team, reference, limitOf(call))) {
        requests.push_back(requestValue(job, call.now, call.language));
    }
    recordSeen(context, call, "requests.listed", reference.empty() ? "team" : reference);
    return json(200, Object{{"requests", std::move(requests)}});
}

Answer cancelRequest(const Context& context, const Call& call) {
    const auto job = findRequest(context, call, call.part("id"));
    if (!job) {
        return notFound(call);
    }
    const bool cancelled = context.parts.queue.cancel(
        job->id, call.principal.tokenId, call.now,
        [&](Transaction& transaction) { record(transaction, call, "request.cancelled", job->id); });
    if (!cancelled) {
        return problem(call, 409, "request-final");
    }
    return json(200, requestValue(*context.parts.queue.find(job->id), call.now, call.language));
}

}  // namespace engross
