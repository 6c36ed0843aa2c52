#pragma once
#include "queue/queue.h"
#include "store/migrations.h"
#include "store/sqlite_database.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace engross {

constexpr Instant start{std::chrono::milliseconds{1'772'400'000'000}};

[[nodiscard]] inline Instant at(int seconds) {
    return start + std::chrono::seconds{seconds};
}

/// A new job whose number stands in its id and in its place in the queue.
[[nodiscard]] inline NewJob newJob(int number, Lane lane = Lane::Letters) {
    std::string digits = std::to_string(number);
    digits.insert(0, 12 - digits.size(), '0');
    return {.id = "019c0000-0000-7000-8000-" + digits,
            .kind = JobKind::Request,
            .lane = lane,
            .priority = 5,
            .type = "missed_appointment",
            .caseReference = "EN/2026/0142",
            .team = "north",
            .caller = "token-1",
            .payload = R"({"type":"missed_appointment"})",
            .closure = Sha256::of("closure"),
            .idempotencyKey = {},
            .bodyHash = {}};
}

class QueueTest : public testing::Test {
protected:
    QueueTest() : database_(openSqlite(folder_.path("store.sqlite"))), queue_(*database_) {
        migrate(*database_, start);
    }
    std::string submit(const NewJob& job, Instant now = start) {
        const Submission submission = queue_.submit(job, now);
        EXPECT_EQ(submission.kind, Submission::Kind::Accepted);
        return submission.id;
    }
    /// Claims the one job there is.
    ClaimedJob claimed(Instant now = start, Lane lane = Lane::Letters) {
        auto found = queue_.claim("worker-1", {lane}, 1, now);
        EXPECT_EQ(found.size(), 1U);
        return found.empty() ? ClaimedJob{} : found.front();
    }
    Job job(const std::string& id) {
        const auto found = queue_.find(id);
        EXPECT_TRUE(found.has_value());
        return found.value_or(Job{});
    }
    JobState state(const std::string& id) {
        return job(id).state;
    }
    /// Puts the row into a state whatever the table says.
    void force(const std::string& id, JobState state) {
        database_->transaction([&](Transaction& transaction) {
            transaction.execute(
                "UPDATE jobs SET state = $2, token = 7, "
                "lease_until = CASE WHEN $2 = 'running' THEN $3 ELSE NULL END, "
                "result = CASE WHEN $2 = 'done' THEN $4 ELSE NULL END WHERE id = $1",
                {id, std::string(nameOf(state)),
                 std::int64_t{(start + std::chrono::seconds{20}).time_since_epoch().count()},
                 Sha256::of("earlier").hex()});
        });
    }

    TestFolder folder_;
    std::unique_ptr<Database> database_;
    Queue queue_;
};

}  // namespace engross
