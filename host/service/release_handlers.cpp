#include "life/release_register.h"
#include "model/day.h"
#include "model/json.h"
#include "service/handlers.h"
#include "service/record.h"
#include "service/step_body.h"

#include <charconv>
#include <utility>

namespace engross {
namespace {

std::optional<int> releaseNumber(const std::string& text) {
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc() && end == text.data() + text.size() && number > 0 ? std::optional(number)
                                                                                  : std::nullopt;
}

Value listOf(const std::vector<ReleaseGiven>& given) {
    List values;
    for (const ReleaseGiven& one : given) {
        values.push_back(toValue(one));
    }
    return Value(std::move(values));
}

Value knownValue(const KnownRelease& release) {
    return Object{{"release", release.number},  {"identity", release.identity.hex()},
                  {"pack", release.pack.hex()}, {"case_ref", release.caseReference},
                  {"name", release.name},       {"made_at", isoTime(release.madeAt)}};
}

}  // namespace

/// `by` is the caller where it is not said, and `on` is today.
Answer giveRelease(const Context& context, const Call& call) {
    StepBody body = readStep(context, call);
    if (body.refusal) {
        return *body.refusal;
    }
    const auto number = releaseNumber(call.part("number"));
    const auto known = !number ? std::nullopt : context.parts.database.snapshot([&](Transaction& transaction) {
        return ReleaseRecords(transaction).release(call.principal.team, call.part("id"), *number);
    });
    if (!known) {
        return notFound(call);
    }
    Value said = body.value.object() == nullptr ? Value(Object{}) : std::move(body.value);
    said.object()->set("by", body.step.by);
    if (body.step.on.empty()) {
        said.object()->set("on", isoDay(Day(std::chrono::floor<std::chrono::days>(call.now))));
    }
    std::vector<Diagnostic> faults;
    ReleaseGiven given = readGiven(said, *known, call.now, call.language, faults);
    if (refuses(faults)) {
        return problem(call, 422, "step-refused", faults);
    }
    given.team = call.principal.team;
    context.parts.database.transaction([&](Transaction& transaction) {
        ReleaseGiven kept = given;
        recordGiven(transaction, kept, call.principal.tokenId, call.now);
        given.id = kept.id;
        given.recordedAt = kept.recordedAt;
    });
    return json(201, toValue(given)).with("Location", "/api/v1/given?identity=" + given.identity.hex());
}

Answer findGiven(const Context& context, const Call& call) {
    const std::string identity = call.queried("identity");
    Value releases = List{};
    Value given = List{};
    context.parts.database.snapshot([&](Transaction& transaction) {
        const ReleaseRecords records(transaction);
        List known;
        for (const KnownRelease& release : records.releasesWith(call.principal.team, identity)) {
            known.push_back(knownValue(release));
        }
        releases = Value(std::move(known));
        given = listOf(records.givenWith(call.principal.team, identity));
    });
    if (releases.list()->empty() && given.list()->empty()) {
        return notFound(call);
    }
    recordSeen(context, call, "releases.found", identity);
    return json(200, Object{{"releases", std::move(releases)}, {"given", std::move(given)}});
}

}  // namespace engross
