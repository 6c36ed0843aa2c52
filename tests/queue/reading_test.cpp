#include "queue/queue_fixture.h"

#include <algorithm>
#include <set>

namespace engross {
namespace {

/// A store that remembers each statement that it is given.
class RecordingDatabase : public Database {
public:
    explicit RecordingDatabase(Database& inner) : inner_(inner) {}

    [[nodiscard]] const std::set<std::string>& statements() const noexcept {
        return statements_;
    }

protected:
    void attempt(Mode mode, const Unit& unit) override {
        const auto recorded = [&](Transaction& inner) {
            Recording transaction(*this, inner);
            unit(transaction);
        };
        mode == Mode::Write ? inner_.transaction(recorded) : inner_.snapshot(recorded);
    }

private:
    class Recording : public Transaction {
    public:
        Recording(RecordingDatabase& owner, Transaction& inner) : owner_(owner), inner_(inner) {}
        std::int64_t execute(std::string_view sql, const Cells& parameters) override {
            owner_.statements_.emplace(sql);
            return inner_.execute(sql, parameters);
        }
        std::vector<Row> query(std::string_view sql, const Cells& parameters) override {
            owner_.statements_.emplace(sql);
            return inner_.query(sql, parameters);
        }
        std::string_view claimingSuffix() const override {
            return inner_.claimingSuffix();
        }

    private:
        RecordingDatabase& owner_;
        Transaction& inner_;
    };

    Database& inner_;
    std::set<std::string> statements_;
};

/// What SQLite says of a statement that reads jobs which no index of open jobs or of a team leads to, or that sorts all
/// due jobs to find one; empty where it does not.
std::string longReading(Database& database, const std::string& sql) {
    return database.snapshot([&](Transaction& transaction) {
        const auto parameters = static_cast<std::size_t>(std::ranges::count(sql, '$'));
        std::size_t highest = 0;
        for (std::size_t number = 1; number <= parameters; ++number) {
            highest = sql.find("$" + std::to_string(number)) == std::string::npos ? highest : number;
        }
        for (const Row& row : transaction.query("EXPLAIN QUERY PLAN " + sql, Cells(highest, Cell{std::int64_t{1}}))) {
            const std::string& step = row.text("detail");
            const bool openOnly =
                step.find("jobs_to_claim") != std::string::npos || step.find("jobs_under_lease") != std::string::npos;
            if (step.starts_with("SCAN jobs") && !openOnly) {
                return step;
            }
        }
        return std::string();
    });
}

class QueueReading : public QueueTest {};

TEST_F(QueueReading, NeverWalksThroughFinishedJobs) {
    RecordingDatabase recording(*database_);
    Queue queue(recording);
    NewJob job = newJob(1);
    job.idempotencyKey = "key";
    EXPECT_EQ(queue.submit(job, start).kind, Submission::Kind::Accepted);
    const std::vector<Lane> lanes{Lane::Letters, Lane::Bundles, Lane::Inspections};
    Claim claim = queue.claim("worker-1", lanes, 1, at(0)).at(0).claim;
    EXPECT_TRUE(queue.heartbeat(claim, at(1)));
    EXPECT_TRUE(queue.progress(claim, 0.5, at(1)));
    EXPECT_EQ(queue.rescue(at(60)).size(), 1U);
    claim = queue.claim("worker-1", {Lane::Letters}, 1, at(60)).at(0).claim;
    EXPECT_EQ(queue.complete(claim, "{}", Sha256::of("made"), at(61)), Completion::Recorded);
    EXPECT_EQ(queue.list("north", "", 10).size(), 1U);
    EXPECT_EQ(queue.list("north", job.caseReference, 10).size(), 1U);
    EXPECT_EQ(queue.depths().size(), 3U);

    EXPECT_GT(recording.statements().size(), 8U);
    for (const std::string& sql : recording.statements()) {
        EXPECT_EQ(longReading(*database_, sql), "") << sql;
    }
}

TEST_F(QueueReading, ReadsOnlyTheCaseThatIsAskedFor) {
    RecordingDatabase recording(*database_);
    (void)Queue(recording).list("north", "EN/2026/0142", 10);
    ASSERT_EQ(recording.statements().size(), 1U);
    database_->snapshot([&](Transaction& transaction) {
        const auto plan = transaction.query("EXPLAIN QUERY PLAN " + *recording.statements().begin(),
                                            {"north", std::int64_t{10}, "EN/2026/0142"});
        EXPECT_NE(plan.at(0).text("detail").find("jobs_by_case"), std::string::npos);
    });
}

TEST_F(QueueReading, IsSeenToWalkWhereItDoes) {
    EXPECT_NE(longReading(*database_, "SELECT COUNT(*) AS jobs FROM jobs WHERE state IN ('queued', 'running')"), "");
    EXPECT_NE(longReading(*database_, "SELECT id FROM jobs WHERE state = 'running' AND lease_until <= $1 ORDER BY id"),
              "");
    EXPECT_EQ(longReading(*database_, "SELECT id FROM jobs WHERE id = $1"), "");
}

}  // namespace
}  // namespace engross
