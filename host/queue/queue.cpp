#include "queue/queue.h"

#include "queue/job_rows.h"
#include "store/cells.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <tuple>

namespace engross {
namespace {

constexpr std::size_t longestLastWords = 4000;
constexpr Instant endOfTime{std::chrono::milliseconds{std::numeric_limits<std::int64_t>::max()}};

std::optional<Job> read(Transaction& transaction, const std::string& id, std::string_view columns) {
    const auto rows = transaction.query("SELECT " + std::string(columns) + " FROM jobs WHERE id = $1", {id});
    return rows.empty() ? std::nullopt : std::optional(jobIn(rows.front()));
}

std::optional<Submission> submittedBefore(Transaction& transaction, const std::string& caller, const std::string& key,
                                          const Sha256& bodyHash) {
    if (key.empty()) {
        return std::nullopt;
    }
    const auto rows = transaction.query(
        "SELECT job_id, body_sha256 FROM idempotency_keys WHERE caller = $1 AND idempotency_key = $2", {caller, key});
    if (rows.empty()) {
        return std::nullopt;
    }
    const bool same = hashIn(rows.front(), "body_sha256") == bodyHash;
    return Submission{same ? Submission::Kind::Known : Submission::Kind::KeyReused, rows.front().text("job_id")};
}

// 1 where the caller has a crowd waiting in the lane already, for then others come first.
std::int64_t stepsBack(Transaction& transaction, const NewJob& job, std::int64_t crowd) {
    const auto rows = transaction.query(
        "SELECT COUNT(*) AS waiting FROM (SELECT id FROM jobs WHERE state = 'queued' AND caller = $1 AND lane = $2 "
        "LIMIT $3) AS some",
        {job.caller, std::string(nameOf(job.lane)), crowd});
    return rows.at(0).integer("waiting") >= crowd ? 1 : 0;
}

// The due jobs of each lane, most urgent first: a part for each lane, so that each is read along its index and stops at
// the limit. The lanes are the parameters from $5 on.
std::string dueInLanes(std::size_t lanes, std::string_view suffix) {
    std::string text;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        const std::string number = std::to_string(5 + lane);
        text += lane == 0 ? "" : " UNION ALL ";
        text +=
            "SELECT id, priority, run_at FROM (SELECT id, priority, run_at FROM jobs WHERE state = 'queued' "
            "AND run_at <= $3 AND lane = $" +
            number + " ORDER BY priority, run_at, id LIMIT $4";
        text += suffix;
        text += ") AS lane_" + number;
    }
    return text;
}

std::vector<Job> takeDue(Transaction& transaction, const std::string& worker, const std::vector<Lane>& lanes,
                         std::size_t limit, Instant leaseUntil, Instant now) {
    Cells cells{worker, toCell(leaseUntil), toCell(now), static_cast<std::int64_t>(limit)};
    for (const Lane lane : lanes) {
        cells.emplace_back(std::string(nameOf(lane)));
    }
    const auto rows = transaction.query(
        "UPDATE jobs SET state = 'running', token = token + 1, worker = $1, lease_until = $2, state_since = $3, "
        "attempts = attempts + 1, progress = 0, note = '', version = version + 1, "
        "waited_ms = waited_ms + CASE WHEN $3 > state_since THEN $3 - state_since ELSE 0 END "
        "WHERE state = 'queued' AND id IN (SELECT id FROM (" +
            dueInLanes(lanes.size(), transaction.claimingSuffix()) +
            ") AS due ORDER BY priority, run_at, id LIMIT $4) RETURNING " + std::string(jobColumns),
        cells);
    std::vector<Job> jobs;
    std::ranges::transform(rows, std::back_inserter(jobs), jobIn);
    std::ranges::sort(jobs, {}, [](const Job& job) { return std::tuple(job.priority, job.runAt, job.id); });
    return jobs;
}

}  // namespace

std::string makeWorkerIdentity() {
    constexpr std::size_t randomBytesInIdentity = 9;
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string boot;
    std::getline(file, boot);
    return (boot.empty() ? "no-boot-id" : boot) + ":" + std::to_string(::getpid()) + ":" +
           makeSecret(randomBytesInIdentity);
}

/// What a move writes beside the state. Everything that is not given stays as it is.
struct Queue::Change {
    Verb verb;
    std::string actor;
    std::string note = {};
    std::optional<std::string> outcome = {};
    std::optional<std::string> lastWords = {};
    std::optional<std::string> payload = {};
    std::optional<Sha256> result = {};
    std::optional<Instant> runAt = {};
    int crashes = 0;
};

Queue::Queue(Database& database, QueueSettings settings, Witness witness)
    : database_(database), settings_(settings), witness_(std::move(witness)) {}

const QueueSettings& Queue::settings() const noexcept {
    return settings_;
}

Submission Queue::submit(const NewJob& job, Instant now, const Alongside& alongside) {
    return database_.transaction([&](Transaction& transaction) {
        Submission submission = submit(transaction, job, now);
        if (submission.kind == Submission::Kind::Accepted && alongside) {
            alongside(transaction);
        }
        return submission;
    });
}

Submission Queue::submit(Transaction& transaction, const NewJob& job, Instant now) const {
    if (const auto earlier = submittedBefore(transaction, job.caller, job.idempotencyKey, job.bodyHash)) {
        return *earlier;
    }
    const bool isNew =
        transaction.execute(
            "INSERT INTO jobs (id, kind, lane, priority, type, case_reference, team, caller, closure, state, "
            "token, worker, progress, attempts, crashes, submitted_at, state_since, run_at, waited_ms, worked_ms, "
            "note, last_words, outcome, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'queued', 0, '', 0, "
            "0, 0, $10, $10, $10, 0, 0, '', '', '', 1) ON CONFLICT DO NOTHING",
            {job.id, std::string(nameOf(job.kind)), std::string(nameOf(job.lane)),
             job.priority + stepsBack(transaction, job, settings_.crowd), job.type, job.caseReference, job.team,
             job.caller, toCell(job.closure), toCell(now)}) == 1;
    if (!isNew) {
        return {Submission::Kind::Known, job.id};
    }
    transaction.execute("INSERT INTO job_payloads (job_id, payload) VALUES ($1, $2)", {job.id, job.payload});
    if (!job.idempotencyKey.empty() &&
        transaction.execute("INSERT INTO idempotency_keys (caller, idempotency_key, body_sha256, job_id) "
                            "VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                            {job.caller, job.idempotencyKey, toCell(job.bodyHash), job.id}) != 1) {
        throw StoreError("store-conflict", "job " + job.id, "its key was used by another call at the same moment",
                         Error::Retry::Yes);
    }
    return {Submission::Kind::Accepted, job.id};
}

std::optional<Submission> Queue::known(const std::string& caller, const std::string& key, const Sha256& bodyHash) {
    return database_.snapshot(
        [&](Transaction& transaction) { return submittedBefore(transaction, caller, key, bodyHash); });
}

std::vector<ClaimedJob> Queue::claim(const std::string& worker, const std::vector<Lane>& lanes, std::size_t limit,
                                     Instant now) {
    if (lanes.empty() || limit == 0) {
        return {};
    }
    return database_.transaction([&](Transaction& transaction) {
        std::vector<ClaimedJob> claimed;
        for (Job& job : takeDue(transaction, worker, lanes, limit, now + settings_.lease, now)) {
            if (witness_) {
                witness_(transaction,
                         {job.id, Verb::Claim, JobState::Queued, JobState::Running, worker, job.caseReference, {}},
                         now);
            }
            Claim claim{job.id, job.token, worker};
            claimed.push_back({std::move(claim), std::move(job)});
        }
        return claimed;
    });
}

bool Queue::heartbeat(const Claim& claim, Instant now) {
    return database_.transaction([&](Transaction& transaction) {
        return transaction.execute(
                   "UPDATE jobs SET lease_until = $3 WHERE id = $1 AND token = $2 AND state = 'running'",
                   {claim.jobId, claim.token, toCell(now + settings_.lease)}) == 1;
    });
}

bool Queue::progress(const Claim& claim, double share, Instant now) {
    constexpr double steps = 1000;
    const double known = std::isnan(share) ? 0 : std::clamp(share, 0.0, 1.0);
    const auto reached = static_cast<std::int64_t>(std::lround(known * steps));
    return database_.transaction([&](Transaction& transaction) {
        return transaction.execute(
                   "UPDATE jobs SET lease_until = $3, progress = $4, "
                   "version = version + CASE WHEN progress <> $4 THEN 1 ELSE 0 END "
                   "WHERE id = $1 AND token = $2 AND state = 'running'",
                   {claim.jobId, claim.token, toCell(now + settings_.lease), reached}) == 1;
    });
}

// Moves a job that was just read along its row of the table. `token` is the claim's where the row is guarded by one.
// Whether the job was still where the row begins, under that token.
bool Queue::move(Transaction& transaction, const Job& before, std::int64_t token, const Change& change,
                 Instant now) const {
    const Transition* row = transition(change.verb, before.state);
    if (row == nullptr) {
        return false;
    }
    const auto textOrKeep = [](const std::optional<std::string>& text) { return text ? Cell{*text} : Cell{}; };
    const std::int64_t moved = transaction.execute(
        "UPDATE jobs SET state = $4, state_since = $5, lease_until = NULL, run_at = COALESCE($6, run_at), "
        "waited_ms = waited_ms + CASE WHEN state = 'queued' AND $5 > state_since THEN $5 - state_since ELSE 0 END, "
        "worked_ms = worked_ms + CASE WHEN state = 'running' AND $5 > state_since THEN $5 - state_since ELSE 0 END, "
        "progress = CASE WHEN $4 = 'done' THEN 1000 ELSE progress END, crashes = crashes + $7, note = $8, "
        "outcome = COALESCE($9, outcome), last_words = COALESCE($10, last_words), "
        "result = COALESCE($11, result), version = version + 1 "
        "WHERE id = $1 AND token = $2 AND state = $3 AND (lease_until IS NULL OR lease_until <= $12)",
        {before.id, token, std::string(nameOf(row->from)), std::string(nameOf(row->to)), toCell(now),
         change.runAt ? toCell(*change.runAt) : Cell{}, std::int64_t{change.crashes}, change.note,
         textOrKeep(change.outcome), textOrKeep(change.lastWords), change.result ? toCell(*change.result) : Cell{},
         toCell(row->guard == Guard::LeaseOver ? now : endOfTime)});
    if (moved != 1) {
        return false;
    }
    if (change.payload) {
        transaction.execute("UPDATE job_payloads SET payload = $2 WHERE job_id = $1", {before.id, *change.payload});
    }
    if (witness_) {
        witness_(transaction,
                 {before.id, change.verb, row->from, row->to, change.actor, before.caseReference, change.note}, now);
    }
    return true;
}

bool Queue::end(const Claim& claim, const Change& change, Instant now, const Alongside& alongside) {
    return database_.transaction([&](Transaction& transaction) {
        const auto before = read(transaction, claim.jobId, jobColumnsWithoutPayload);
        if (!before || !move(transaction, *before, claim.token, change, now)) {
            return false;
        }
        if (alongside) {
            alongside(transaction);
        }
        return true;
    });
}

bool Queue::fail(const Claim& claim, const std::string& outcome, Instant now, const Alongside& alongside) {
    return end(claim, {.verb = Verb::Fail, .actor = claim.worker, .outcome = outcome}, now, alongside);
}

bool Queue::needsAttention(const Claim& claim, const std::string& outcome, Instant now, const Alongside& alongside) {
    return end(claim, {.verb = Verb::AskAPerson, .actor = claim.worker, .outcome = outcome}, now, alongside);
}

bool Queue::handBack(const Claim& claim, const std::string& note, std::chrono::milliseconds delay, Instant now) {
    return end(claim, {.verb = Verb::HandBack, .actor = claim.worker, .note = note, .runAt = now + delay}, now, {});
}

bool Queue::died(const Claim& claim, Death death, const std::string& lastWords, Instant now) {
    if (death == Death::ByTheHost) {
        return handBack(claim, "stopped-by-the-host", std::chrono::milliseconds{0}, now);
    }
    return database_.transaction([&](Transaction& transaction) {
        const auto before = read(transaction, claim.jobId, jobColumnsWithoutPayload);
        if (!before) {
            return false;
        }
        const int crashes = before->crashes + 1;
        const bool last = crashes >= settings_.crashLimit;
        return move(transaction, *before, claim.token,
                    {.verb = last ? Verb::Quarantine : Verb::Crash,
                     .actor = claim.worker,
                     .note = "worker-crashed",
                     .lastWords = lastWords.substr(0, longestLastWords),
                     .runAt = now + settings_.crashDelay * crashes,
                     .crashes = 1},
                    now);
    });
}

Completion Queue::complete(const Claim& claim, const std::string& outcome, const Sha256& result, Instant now,
                           const Alongside& alongside) {
    const Change change{.verb = Verb::Complete, .actor = claim.worker, .outcome = outcome, .result = result};
    if (end(claim, change, now, alongside)) {
        return Completion::Recorded;
    }
    const auto job = find(claim.jobId);
    if (!job || job->state != JobState::Done) {
        return Completion::Lost;
    }
    return job->result == result ? Completion::AlreadyRecorded : Completion::Contradicted;
}

std::vector<std::string> Queue::rescue(Instant now) {
    return database_.transaction([&](Transaction& transaction) {
        std::vector<std::string> rescued;
        for (const Row& row : transaction.query("SELECT " + std::string(jobColumnsWithoutPayload) +
                                                    " FROM jobs WHERE state = 'running' AND lease_until <= $1 "
                                                    "ORDER BY lease_until" +
                                                    std::string(transaction.claimingSuffix()),
                                                {toCell(now)})) {
            const Job job = jobIn(row);
            const Change change{.verb = Verb::Rescue, .actor = "rescuer", .note = "lease-over", .runAt = now};
            if (move(transaction, job, job.token, change, now)) {
                rescued.push_back(job.id);
            }
        }
        return rescued;
    });
}

bool Queue::decide(const std::string& id, const Change& change, Instant now, const Alongside& alongside) {
    return database_.transaction([&](Transaction& transaction) {
        const auto before = read(transaction, id, jobColumnsWithoutPayload);
        if (!before || !move(transaction, *before, before->token, change, now)) {
            return false;
        }
        if (alongside) {
            alongside(transaction);
        }
        return true;
    });
}

bool Queue::cancel(const std::string& id, const std::string& actor, Instant now, const Alongside& alongside) {
    return decide(id, {.verb = Verb::Cancel, .actor = actor}, now, alongside);
}

bool Queue::answer(const std::string& id, const std::string& payload, const std::string& actor, Instant now,
                   const Alongside& alongside) {
    return decide(id, {.verb = Verb::Answer, .actor = actor, .outcome = "", .payload = payload, .runAt = now}, now,
                  alongside);
}

std::optional<Job> Queue::find(const std::string& id) {
    return database_.snapshot([&](Transaction& transaction) { return read(transaction, id, jobColumns); });
}

std::vector<Job> Queue::list(const std::string& team, const std::string& reference, std::size_t limit) {
    return database_.snapshot([&](Transaction& transaction) {
        Cells cells{team, static_cast<std::int64_t>(limit)};
        std::string ofCase;
        if (!reference.empty()) {
            ofCase = "AND case_reference = $3 ";
            cells.emplace_back(reference);
        }
        std::vector<Job> jobs;
        for (const Row& row : transaction.query("SELECT " + std::string(jobColumnsWithoutPayload) +
                                                    " FROM jobs WHERE team = $1 AND kind = 'request' " + ofCase +
                                                    "ORDER BY id DESC LIMIT $2",
                                                cells)) {
            jobs.push_back(jobIn(row));
        }
        return jobs;
    });
}

std::vector<LaneDepth> Queue::depths() {
    return database_.snapshot([](Transaction& transaction) {
        std::vector<LaneDepth> found{{.lane = Lane::Letters}, {.lane = Lane::Bundles}, {.lane = Lane::Inspections}};
        // A part for each state: each is read along an index that holds no finished job.
        for (const Row& row :
             transaction.query("SELECT lane, 'queued' AS state, COUNT(*) AS jobs, MIN(run_at) AS oldest "
                               "FROM jobs WHERE state = 'queued' GROUP BY lane UNION ALL "
                               "SELECT lane, 'running' AS state, COUNT(*) AS jobs, MIN(run_at) AS oldest "
                               "FROM jobs WHERE state = 'running' GROUP BY lane")) {
            const auto lane = laneFrom(row.text("lane"));
            if (!lane) {
                throwDamaged("lane", row.text("lane"));
            }
            LaneDepth& depth = found.at(static_cast<std::size_t>(*lane));
            if (row.text("state") == nameOf(JobState::Running)) {
                depth.running = row.integer("jobs");
                continue;
            }
            depth.queued = row.integer("jobs");
            depth.oldest = instantIn(row, "oldest");
        }
        return found;
    });
}

}  // namespace engross
