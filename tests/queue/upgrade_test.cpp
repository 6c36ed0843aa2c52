#include "queue/queue_fixture.h"

namespace engross {
namespace {

/// A store as the program left it when payloads still stood in the table of jobs.
std::unique_ptr<Database> storeOfStepFive(const std::string& path) {
    auto database = openSqlite(path);
    const auto& all = migrations();
    migrate(*database, std::vector<Migration>(all.begin(), all.begin() + 5), start);
    database->transaction([](Transaction& transaction) {
        for (const auto& [number, state, lease] :
             {std::tuple(1, "queued", Cell{}), std::tuple(2, "running", Cell{at(20).time_since_epoch().count()})}) {
            transaction.execute(
                "INSERT INTO jobs (id, kind, lane, priority, type, case_reference, team, caller, payload, closure, "
                "state, token, worker, lease_until, progress, attempts, crashes, submitted_at, state_since, run_at, "
                "waited_ms, worked_ms, note, last_words, outcome, version) VALUES ($1, 'request', 'letters', 5, "
                "'missed_appointment', 'EN/2026/0142', 'north', 'token-1', $2, $3, $4, 3, 'worker-0', $5, 0, 1, 0, "
                "$6, $6, $6, 0, 0, '', '', '', 1)",
                {newJob(number).id, "payload " + std::to_string(number), Sha256::of("closure").hex(),
                 std::string(state), lease, std::int64_t{start.time_since_epoch().count()}});
        }
        transaction.execute(
            "INSERT INTO idempotency_keys (caller, idempotency_key, body_sha256, job_id) VALUES "
            "('token-1', 'key', $1, $2)",
            {Sha256::of("body").hex(), newJob(1).id});
    });
    return database;
}

TEST(QueueUpgrade, KeepsEveryRequestWithItsPayloadAndItsKey) {
    const TestFolder folder;
    const auto database = storeOfStepFive(folder.path("store.sqlite"));
    migrate(*database, start);
    Queue queue(*database);
    EXPECT_EQ(queue.find(newJob(1).id)->payload, "payload 1");
    EXPECT_EQ(queue.find(newJob(2).id)->payload, "payload 2");
    EXPECT_EQ(queue.known("token-1", "key", Sha256::of("body"))->id, newJob(1).id);
    EXPECT_TRUE(queue.heartbeat({newJob(2).id, 3, "worker-0"}, at(1)));
    const auto work = queue.claim("worker-1", {Lane::Letters}, 5, at(1));
    ASSERT_EQ(work.size(), 1U);
    EXPECT_EQ(work.front().job.payload, "payload 1");
    EXPECT_EQ(queue.complete(work.front().claim, "{}", Sha256::of("made"), at(2)), Completion::Recorded);
}

TEST(QueueUpgrade, IsUndoneWholeWhereItFails) {
    const TestFolder folder;
    const auto database = storeOfStepFive(folder.path("store.sqlite"));
    auto steps = migrations();
    steps.at(5).statements.emplace_back("INSERT INTO nowhere (id) VALUES (1)");
    EXPECT_THROW(migrate(*database, steps, start), StoreError);
    EXPECT_EQ(schemaVersion(*database), 5);
    migrate(*database, start);
    EXPECT_EQ(Queue(*database).find(newJob(1).id)->payload, "payload 1");
}

}  // namespace
}  // namespace engross
