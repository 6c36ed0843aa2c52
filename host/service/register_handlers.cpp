#include "life/delegations.h"
#include "model/day.h"
#include "model/json.h"
#include "service/handlers.h"
#include "service/record.h"
#include "service/step_body.h"

namespace engross {

Answer listDelegations(const Context& context, const Call& call) {
    List entries;
    context.parts.database.snapshot([&](Transaction& transaction) {
        entries.clear();
        for (const DelegationEntry& entry : LifeRecords(transaction).delegations(call.principal.team)) {
            entries.push_back(toValue(entry));
        }
    });
    return json(200, Object{{"delegations", std::move(entries)}});
}

Answer addDelegation(const Context& context, const Call& call) {
    const StepBody body = readStep(context, call);
    if (body.refusal) {
        return *body.refusal;
    }
    std::vector<Diagnostic> faults;
    DelegationEntry entry = readDelegation(body.value, "", call.language, faults);
    if (refuses(faults)) {
        return problem(call, 422, "step-refused", faults);
    }
    entry.id = makeUuid(call.now);
    entry.team = call.principal.team;
    entry.addedAt = call.now;
    entry.addedBy = call.principal.tokenId;
    context.parts.database.transaction([&](Transaction& transaction) {
        LifeRecords(transaction).add(entry);
        record(transaction, call, "delegation.added", entry.id);
    });
    return json(201, toValue(entry)).with("Location", "/api/v1/delegations");
}

Answer endDelegation(const Context& context, const Call& call) {
    const StepBody body = readStep(context, call);
    if (body.refusal) {
        return *body.refusal;
    }
    if (!dayFrom(body.step.on)) {
        Diagnostic fault{.code = "life-day"};
        fault.where.pointer = "/on";
        fault.message = Messages::in(call.language).text("life.no_day", {{"day", body.step.on}});
        return problem(call, 422, "step-refused", {fault});
    }
    const bool ended = context.parts.database.transaction([&](Transaction& transaction) {
        const bool found = LifeRecords(transaction).endDelegation(call.principal.team, call.part("id"), body.step.on);
        if (found) {
            record(transaction, call, "delegation.ended", call.part("id"));
        }
        return found;
    });
    return ended ? json(200, Object{{"id", call.part("id")}, {"until", body.step.on}}) : notFound(call);
}

Answer listTasks(const Context& context, const Call& call) {
    List tasks;
    context.parts.database.snapshot([&](Transaction& transaction) {
        tasks.clear();
        for (const TaskRecord& task : LifeRecords(transaction).tasks(call.principal.team, call.queried("all") == "1")) {
            tasks.push_back(toValue(task));
        }
    });
    recordSeen(context, call, "tasks.listed", "team");
    return json(200, Object{{"tasks", std::move(tasks)}});
}

Answer finishTask(const Context& context, const Call& call) {
    const StepBody body = readStep(context, call);
    if (body.refusal) {
        return *body.refusal;
    }
    if (body.step.note.empty()) {
        Diagnostic fault{.code = "life-reason"};
        fault.where.pointer = "/note";
        fault.message = Messages::in(call.language).text("life.no_reason");
        return problem(call, 422, "step-refused", {fault});
    }
    const bool done = context.parts.database.transaction([&](Transaction& transaction) {
        const bool found =
            LifeRecords(transaction)
                .finishTask(call.principal.team, call.part("id"), body.step.by, body.step.note, call.now);
        if (found) {
            record(transaction, call, "task.done", call.part("id"));
        }
        return found;
    });
    return done ? json(200, Object{{"id", call.part("id")}, {"done", true}}) : notFound(call);
}

}  // namespace engross
