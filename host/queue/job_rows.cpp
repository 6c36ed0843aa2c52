#include "queue/job_rows.h"

#include "store/cells.h"

#include <string>

namespace engross {
namespace {

constexpr double progressSteps = 1000;

template <typename Enum>
Enum named(const Row& row, std::string_view column, std::optional<Enum> (*from)(std::string_view)) {
    const auto value = from(row.text(column));
    if (!value) {
        throwDamaged(column, row.text(column));
    }
    return *value;
}

std::chrono::milliseconds durationIn(const Row& row, std::string_view column) {
    return std::chrono::milliseconds{row.integer(column)};
}

}  // namespace

const std::string_view jobColumns =
    "id, kind, lane, priority, type, case_reference, team, caller, "
    "(SELECT payload FROM job_payloads WHERE job_id = jobs.id) AS payload, closure, state, token, worker, "
    "lease_until, progress, attempts, crashes, submitted_at, state_since, run_at, waited_ms, worked_ms, note, "
    "last_words, outcome, result, version";
const std::string_view jobColumnsWithoutPayload =
    "id, kind, lane, priority, type, case_reference, team, caller, '' AS payload, closure, state, token, worker, "
    "lease_until, progress, attempts, crashes, submitted_at, state_since, run_at, waited_ms, worked_ms, note, "
    "last_words, outcome, result, version";

Job jobIn(const Row& row) {
    Job job{.id = row.text("id"),
            .kind = named(row, "kind", jobKindFrom),
            .lane = named(row, "lane", laneFrom),
            .priority = static_cast<int>(row.integer("priority")),
            .type = row.text("type"),
            .caseReference = row.text("case_reference"),
            .team = row.text("team"),
            .caller = row.text("caller"),
            .payload = row.text("payload"),
            .closure = hashIn(row, "closure"),
            .state = named(row, "state", jobStateFrom),
            .token = row.integer("token"),
            .worker = row.text("worker"),
            .progress = static_cast<double>(row.integer("progress")) / progressSteps,
            .attempts = static_cast<int>(row.integer("attempts")),
            .crashes = static_cast<int>(row.integer("crashes")),
            .submittedAt = instantIn(row, "submitted_at"),
            .stateSince = instantIn(row, "state_since"),
            .runAt = instantIn(row, "run_at"),
            .note = row.text("note"),
            .lastWords = row.text("last_words"),
            .outcome = row.text("outcome"),
            .version = row.integer("version"),
            .waited = durationIn(row, "waited_ms"),
            .worked = durationIn(row, "worked_ms")};
    if (!row.isNull("lease_until")) {
        job.leaseUntil = instantIn(row, "lease_until");
    }
    if (!row.isNull("result")) {
        job.result = hashIn(row, "result");
    }
    return job;
}

}  // namespace engross
