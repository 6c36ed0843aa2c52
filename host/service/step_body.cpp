#include "service/step_body.h"

#include "model/json.h"
#include "service/body.h"
#include "words/faults.h"

namespace engross {

LifeActor actorOf(const Context& context, const Call& call) {
    LifeActor actor{.team = call.principal.team,
                    .id = call.principal.tokenId,
                    .person = call.principal.personId,
                    .name = call.principal.personId};
    if (!call.principal.personId.empty()) {
        const auto person = context.parts.database.snapshot(
            [&](Transaction& transaction) { return Records(transaction).person(call.principal.personId); });
        actor.name = person ? person->name : actor.name;
    }
    return actor;
}

StepBody readStep(const Context& context, const Call& call) {
    StepBody body;
    if (!call.header("content-type").starts_with("application/json")) {
        body.refusal = problem(call, 415, "not-json-type");
        return body;
    }
    std::string text;
    const BodyLimits limits{context.settings.bodyLimit, context.settings.bodyDeadline};
    if (const auto fault = readBody(call, limits, [&](std::string_view piece) { text += piece; })) {
        body.refusal = refusal(call, *fault);
        return body;
    }
    const JsonLimits jsonLimits{.bytes = context.settings.bodyLimit};
    JsonResult read = readJson(text, jsonLimits);
    if (!read.value) {
        body.refusal = problem(call, 400, "not-json", {diagnosticOf(*read.fault, jsonLimits, "", call.language)});
        return body;
    }
    body.value = std::move(*read.value);
    body.step = {.by = body.value.textOr("by", actorOf(context, call).name),
                 .on = body.value.textOr("on", ""),
                 .note = body.value.textOr("note", "")};
    return body;
}

}  // namespace engross
