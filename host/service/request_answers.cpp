#include "service/request_answers.h"

#include "model/json.h"
#include "model/request_secrets.h"
#include "service/record.h"

#include <array>
#include <utility>

namespace engross {
namespace {

Diagnostic otherWork(const Call& call, const char* pointer) {
    Diagnostic fault{.code = "answer-other-work"};
    fault.where.pointer = pointer;
    fault.message = Messages::in(call.language).text("service.fault.answer-other-work");
    return fault;
}

}  // namespace

std::optional<Request> acceptedRequest(const Context& context, const Job& job) {
    Request request = readRequest(*readJson(job.payload).value).request;
    if (context.parts.seal != nullptr && !openSecrets(request, *context.parts.seal, job.id)) {
        return std::nullopt;
    }
    return request;
}

TakenAnswer takeAnswer(const Context& context, const Call& call, const Job& job, const Request& before,
                       std::string_view body) {
    TakenAnswer answer{.posted = checkRequest(context, call, *context.parts.catalogue(), body, before)};
    Request& request = answer.posted.request;
    for (const auto& [pointer, same] :
         {std::pair{"/type", request.type == before.type},
          std::pair{"/case_ref", request.caseRecord.reference == before.caseRecord.reference},
          std::pair{"/release_of", request.releaseOf == before.releaseOf}}) {
        if (answer.posted.isJson && !same) {
            answer.posted.diagnostics.push_back(otherWork(call, pointer));
        }
    }
    if (!answer.posted.isJson || refuses(answer.posted.diagnostics)) {
        return answer;
    }
    if (context.parts.seal != nullptr) {
        closeSecrets(request, *context.parts.seal, job.id);
    }
    answer.taken = context.parts.queue.answer(
        job.id, writeJson(toValue(request)), call.principal.tokenId, call.now,
        [&](Transaction& transaction) { record(transaction, call, "request.answered", job.id); });
    if (answer.taken && context.parts.workforce != nullptr) {
        context.parts.workforce->wake();
    }
    return answer;
}

}  // namespace engross
