#include "queue/queue_fixture.h"
#include "store/failing_database.h"

#include <functional>

namespace engross {
namespace {

const Sha256 made = Sha256::of("made");

/// A job's whole life on a store that fails once, at the nth step. Whoever meets the fault does what the program does:
/// a client sends its request again, a host tries the verb again, and what nobody holds any more is rescued.
class Life {
public:
    Life(Database& plain, FailingDatabase& failing)
        : plain_(plain), queue_(failing, {}, [](Transaction& transaction, const JobChange& change, Instant) {
              transaction.execute("INSERT INTO witnessed (job, verb) VALUES ($1, $2)",
                                  {change.jobId, std::string(nameOf(change.verb))});
          }) {
        plain_.transaction([](Transaction& transaction) {
            transaction.execute("CREATE TABLE witnessed (job TEXT, verb TEXT)");
            transaction.execute("CREATE TABLE made (job TEXT)");
        });
    }

    void run() {
        NewJob job = newJob(1);
        job.idempotencyKey = "key";
        again([&] { EXPECT_NE(queue_.submit(job, start).kind, Submission::Kind::KeyReused); });
        Claim claim = claimed();
        again([&] { EXPECT_TRUE(queue_.handBack(claim, "store-full", {}, now_) || lost(claim)); });
        claim = claimed();
        again([&] { EXPECT_TRUE(queue_.died(claim, Death::OfItself, "signal 11", now_) || lost(claim)); });
        claim = claimed();
        again([&] { EXPECT_TRUE(queue_.progress(claim, 0.5, now_)); });
        again([&] {
            const Completion completion = queue_.complete(claim, "{}", made, now_, [&](Transaction& transaction) {
                transaction.execute("INSERT INTO made (job) VALUES ($1)", {claim.jobId});
            });
            EXPECT_TRUE(completion == Completion::Recorded || completion == Completion::AlreadyRecorded);
        });
    }

    std::int64_t count(const std::string& from) {
        return plain_.snapshot([&](Transaction& transaction) {
            return transaction.query("SELECT COUNT(*) AS found FROM " + from).at(0).integer("found");
        });
    }

private:
    static void again(const std::function<void()>& action) {
        try {
            action();
        } catch (const StoreError&) {
            action();
        }
    }
    // A verb whose commit arrived without its answer: the host meets the job as somebody else's.
    bool lost(const Claim& claim) {
        const auto job = queue_.find(claim.jobId);
        return job && job->state == JobState::Queued;
    }
    Claim claimed() {
        std::vector<ClaimedJob> work;
        for (int round = 0; work.empty() && round < 5; ++round) {
            now_ += std::chrono::seconds{25};
            again([&] { queue_.rescue(now_); });
            again([&] { work = queue_.claim("worker-1", {Lane::Letters}, 1, now_); });
        }
        EXPECT_EQ(work.size(), 1U);
        return work.at(0).claim;
    }

    Database& plain_;
    Queue queue_;
    Instant now_ = start;
};

class FailingStore : public testing::TestWithParam<const char*> {};

TEST_P(FailingStore, LosesAndDoublesNothingWhicheverStepFails) {
    int failures = 0;
    for (int step = 1;; ++step) {
        SCOPED_TRACE("step " + std::to_string(step));
        const TestFolder folder;
        const auto database = openSqlite(folder.path("store.sqlite"));
        migrate(*database, start);
        FailingDatabase failing(*database);
        Life life(*database, failing);
        failing.failAt(step, GetParam());
        life.run();
        EXPECT_EQ(life.count("jobs"), 1);
        EXPECT_EQ(life.count("jobs WHERE state = 'done' AND crashes = 1"), 1);
        EXPECT_EQ(life.count("made"), 1);
        EXPECT_EQ(life.count("witnessed WHERE verb = 'complete'"), 1);
        EXPECT_EQ(life.count("witnessed WHERE verb = 'crash'"), 1);
        EXPECT_EQ(life.count("witnessed WHERE verb = 'hand_back'"), 1);
        if (HasFailure() || failing.steps() < step) {
            break;
        }
        ++failures;
    }
    EXPECT_GT(failures, 40);
}

INSTANTIATE_TEST_SUITE_P(Store, FailingStore, testing::Values("store-full", "store-lost"),
                         [](const auto& name) { return name.param == std::string("store-full") ? "Full" : "Lost"; });

}  // namespace
}  // namespace engross
