#include "queue/queue.h"

#include "queue/queue_fixture.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <set>
#include <thread>

namespace engross {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const Sha256 result = Sha256::of("the finished pdf");

TEST_F(QueueTest, MakesAJobOnceFromRequestToResult) {
    const std::string id = submit(newJob(1));
    EXPECT_EQ(state(id), JobState::Queued);
    const ClaimedJob work = claimed(at(3));
    EXPECT_EQ(work.job.payload, newJob(1).payload);
    EXPECT_EQ(work.job.closure, Sha256::of("closure"));
    EXPECT_EQ(work.claim.token, 1);
    EXPECT_TRUE(queue_.progress(work.claim, 0.4, at(4)));
    EXPECT_DOUBLE_EQ(job(id).progress, 0.4);
    EXPECT_EQ(queue_.complete(work.claim, R"({"artefacts":[]})", result, at(8)), Completion::Recorded);
    const Job done = job(id);
    EXPECT_EQ(done.state, JobState::Done);
    EXPECT_EQ(done.result, result);
    EXPECT_EQ(done.outcome, R"({"artefacts":[]})");
    EXPECT_DOUBLE_EQ(done.progress, 1.0);
    EXPECT_EQ(done.waiting(at(100)), seconds{3});
    EXPECT_EQ(done.working(at(100)), seconds{5});
    EXPECT_TRUE(queue_.claim("worker-2", {Lane::Letters}, 1, at(100)).empty());
}

TEST_F(QueueTest, CountsTimeWaitingAndTimeWorkingApartOverSeveralTries) {
    const std::string id = submit(newJob(1));
    const ClaimedJob first = claimed(at(10));
    EXPECT_TRUE(queue_.handBack(first.claim, "store-full", seconds{5}, at(14)));
    EXPECT_EQ(job(id).note, "store-full");
    EXPECT_TRUE(queue_.claim("worker-1", {Lane::Letters}, 1, at(18)).empty()) << "taken before its time";
    const ClaimedJob second = claimed(at(20));
    EXPECT_EQ(second.job.note, "");
    EXPECT_EQ(job(id).waiting(at(21)), seconds{16});
    EXPECT_EQ(job(id).working(at(21)), seconds{5});
    EXPECT_EQ(job(id).attempts, 2);
}

TEST_F(QueueTest, CountsNoTimeWhereAClockWentBackwards) {
    const std::string id = submit(newJob(1), at(10));
    force(id, JobState::Queued);
    database_->transaction([](Transaction& transaction) { transaction.execute("UPDATE jobs SET run_at = 0"); });
    (void)claimed(at(2));
    EXPECT_EQ(job(id).waiting(at(3)), milliseconds{0});
    EXPECT_EQ(job(id).working(at(1)), milliseconds{0});
}

TEST_F(QueueTest, ClaimsTheMostUrgentFirstAndThenTheOldest) {
    NewJob urgent = newJob(3);
    urgent.priority = 1;
    submit(newJob(1), at(1));
    submit(newJob(2), at(0));
    submit(urgent, at(5));
    std::vector<std::string> order;
    for (const ClaimedJob& work : queue_.claim("worker-1", {Lane::Letters}, 10, at(6))) {
        order.push_back(work.job.id);
    }
    EXPECT_EQ(order, (std::vector{newJob(3).id, newJob(2).id, newJob(1).id}));
}

TEST_F(QueueTest, ClaimsTheMostUrgentOfAllItsLanesAndNoMoreThanItAskedFor) {
    NewJob urgent = newJob(3, Lane::Inspections);
    urgent.priority = 1;
    submit(newJob(1, Lane::Bundles), at(2));
    submit(newJob(2, Lane::Letters), at(1));
    submit(urgent, at(3));
    const std::vector<Lane> lanes{Lane::Letters, Lane::Bundles, Lane::Inspections};
    std::vector<std::string> order;
    for (const ClaimedJob& work : queue_.claim("worker-1", lanes, 2, at(4))) {
        order.push_back(work.job.id);
    }
    EXPECT_EQ(order, (std::vector{newJob(3).id, newJob(2).id}));
    EXPECT_EQ(queue_.claim("worker-1", lanes, 2, at(4)).size(), 1U);
}

TEST_F(QueueTest, NeverLetsABundleHoldUpALetter) {
    for (int number = 1; number <= 20; ++number) {
        submit(newJob(number, Lane::Bundles));
    }
    submit(newJob(21, Lane::Letters));
    EXPECT_EQ(claimed(at(1), Lane::Letters).job.id, newJob(21).id);
    EXPECT_EQ(claimed(at(1), Lane::Bundles).job.id, newJob(1).id);
    EXPECT_TRUE(queue_.claim("worker-1", {}, 5, at(1)).empty());
    EXPECT_EQ(queue_.claim("worker-1", {Lane::Letters, Lane::Bundles, Lane::Inspections}, 50, at(1)).size(), 19U);
}

TEST_F(QueueTest, NeverLetsACallersCrowdHoldUpAnotherCaller) {
    Queue queue(*database_, {.crowd = 3});
    for (int number = 1; number <= 6; ++number) {
        EXPECT_EQ(queue.submit(newJob(number), at(0)).kind, Submission::Kind::Accepted);
    }
    NewJob other = newJob(7);
    other.caller = "token-2";
    EXPECT_EQ(queue.submit(other, at(1)).kind, Submission::Kind::Accepted);
    NewJob otherLane = newJob(8, Lane::Bundles);
    EXPECT_EQ(queue.submit(otherLane, at(1)).kind, Submission::Kind::Accepted);
    std::vector<std::string> order;
    for (const ClaimedJob& work : queue.claim("worker-1", {Lane::Letters}, 10, at(2))) {
        order.push_back(work.job.id);
    }
    EXPECT_EQ(order, (std::vector{newJob(1).id, newJob(2).id, newJob(3).id, other.id, newJob(4).id, newJob(5).id,
                                  newJob(6).id}));
    EXPECT_EQ(queue.find(otherLane.id)->priority, 5);
    EXPECT_EQ(queue.submit(newJob(9), at(3)).kind, Submission::Kind::Accepted);
    EXPECT_EQ(queue.find(newJob(9).id)->priority, 5) << "a crowd that has been served counts no more";
}

TEST_F(QueueTest, RenewsALeaseWithoutWritingTheCaseAgain) {
    NewJob large = newJob(1);
    large.payload = std::string(4'000'000, 'x');
    submit(large);
    const ClaimedJob work = claimed();
    EXPECT_EQ(work.job.payload, large.payload);
    (void)openSqlite(folder_.path("store.sqlite"));  // begins the log anew
    const auto logged = [&] { return std::filesystem::file_size(folder_.path("store.sqlite-wal")); };
    ASSERT_EQ(logged(), 0U);
    EXPECT_TRUE(queue_.heartbeat(work.claim, at(5)));
    EXPECT_TRUE(queue_.progress(work.claim, 0.5, at(6)));
    EXPECT_EQ(queue_.complete(work.claim, "{}", result, at(7)), Completion::Recorded);
    EXPECT_LT(logged(), 200'000U);
    EXPECT_EQ(job(large.id).payload, large.payload);
}

TEST_F(QueueTest, GivesAnOldWorkerNothingToDoOnceTheJobWasClaimedAgain) {
    const std::string id = submit(newJob(1));
    const ClaimedJob lost = claimed(at(0));
    EXPECT_EQ(queue_.rescue(at(20)), std::vector{id});
    const ClaimedJob held = claimed(at(21));
    EXPECT_EQ(held.claim.token, lost.claim.token + 1);

    EXPECT_FALSE(queue_.heartbeat(lost.claim, at(22)));
    EXPECT_FALSE(queue_.progress(lost.claim, 0.9, at(22)));
    EXPECT_FALSE(queue_.fail(lost.claim, "{}", at(22)));
    EXPECT_FALSE(queue_.needsAttention(lost.claim, "{}", at(22)));
    EXPECT_FALSE(queue_.handBack(lost.claim, "late", seconds{0}, at(22)));
    EXPECT_FALSE(queue_.died(lost.claim, Death::OfItself, "late", at(22)));
    EXPECT_FALSE(queue_.died(lost.claim, Death::ByTheHost, "late", at(22)));
    EXPECT_EQ(queue_.complete(lost.claim, "{}", result, at(22)), Completion::Lost);

    const Job untouched = job(id);
    EXPECT_EQ(untouched.state, JobState::Running);
    EXPECT_EQ(untouched.token, held.claim.token);
    EXPECT_EQ(untouched.crashes, 0);
    EXPECT_EQ(untouched.leaseUntil, at(41));
    EXPECT_DOUBLE_EQ(untouched.progress, 0);
    EXPECT_EQ(untouched.outcome, "");
    EXPECT_EQ(queue_.complete(held.claim, "{}", result, at(23)), Completion::Recorded);
}

TEST_F(QueueTest, TakesASecondCompletionWithTheSameResultAndAlarmsAtAnother) {
    submit(newJob(1));
    const ClaimedJob first = claimed(at(0));
    (void)queue_.rescue(at(20));
    const ClaimedJob second = claimed(at(20));
    int recorded = 0;
    const auto count = [&](Transaction&) { ++recorded; };
    EXPECT_EQ(queue_.complete(second.claim, "{}", result, at(21), count), Completion::Recorded);
    EXPECT_EQ(queue_.complete(second.claim, "{}", result, at(22), count), Completion::AlreadyRecorded);
    EXPECT_EQ(queue_.complete(first.claim, "{}", result, at(22), count), Completion::AlreadyRecorded);
    EXPECT_EQ(queue_.complete(first.claim, "{}", Sha256::of("other"), at(22), count), Completion::Contradicted);
    EXPECT_EQ(recorded, 1);
    EXPECT_EQ(job(newJob(1).id).result, result);
}

TEST_F(QueueTest, KeepsALeaseAliveByHeartbeats) {
    const std::string id = submit(newJob(1));
    const ClaimedJob work = claimed(at(0));
    for (int second = 5; second <= 300; second += 5) {
        EXPECT_TRUE(queue_.heartbeat(work.claim, at(second)));
        EXPECT_TRUE(queue_.rescue(at(second + 4)).empty());
    }
    EXPECT_EQ(queue_.rescue(at(320)), std::vector{id});
    EXPECT_EQ(job(id).note, "lease-over");
    EXPECT_EQ(job(id).crashes, 0) << "a lost lease is no crash";
}

TEST_F(QueueTest, RescuesADeadWorkersJobWithinThirtySeconds) {
    EXPECT_LT(QueueSettings{}.lease, seconds{30});
    submit(newJob(1));
    (void)claimed(at(0));
    EXPECT_TRUE(queue_.rescue(at(19)).empty());
    EXPECT_EQ(queue_.rescue(at(20)).size(), 1U);
    EXPECT_EQ(queue_.claim("worker-2", {Lane::Letters}, 1, at(20)).size(), 1U);
}

TEST_F(QueueTest, QuarantinesAfterThreeCrashesWithTheWorkersLastWords) {
    const std::string id = submit(newJob(1));
    for (int crash = 1; crash <= 3; ++crash) {
        const ClaimedJob work = claimed(at(crash * 100));
        EXPECT_TRUE(
            queue_.died(work.claim, Death::OfItself, "signal 11, try " + std::to_string(crash), at(crash * 100 + 1)));
        EXPECT_EQ(job(id).crashes, crash);
        EXPECT_EQ(state(id), crash < 3 ? JobState::Queued : JobState::Quarantined);
    }
    EXPECT_EQ(job(id).lastWords, "signal 11, try 3");
    EXPECT_TRUE(queue_.claim("worker-1", {Lane::Letters}, 1, at(1000)).empty());
}

TEST_F(QueueTest, CountsNoCrashWhereTheHostSentTheSignalOrTheLeaseWasLost) {
    const std::string id = submit(newJob(1));
    for (int round = 0; round < 5; ++round) {
        EXPECT_TRUE(queue_.died(claimed(at(round * 100)).claim, Death::ByTheHost, "", at(round * 100 + 1)));
        (void)claimed(at(round * 100 + 2));
        EXPECT_EQ(queue_.rescue(at(round * 100 + 50)).size(), 1U);
    }
    EXPECT_EQ(job(id).crashes, 0);
    EXPECT_EQ(state(id), JobState::Queued);
}

TEST_F(QueueTest, WaitsLongerAfterEachCrash) {
    submit(newJob(1));
    EXPECT_TRUE(queue_.died(claimed(at(0)).claim, Death::OfItself, "", at(0)));
    EXPECT_TRUE(queue_.claim("worker-1", {Lane::Letters}, 1, at(0)).empty());
    EXPECT_TRUE(queue_.died(claimed(at(1)).claim, Death::OfItself, "", at(1)));
    EXPECT_TRUE(queue_.claim("worker-1", {Lane::Letters}, 1, at(2)).empty());
    EXPECT_EQ(queue_.claim("worker-1", {Lane::Letters}, 1, at(3)).size(), 1U);
}

TEST_F(QueueTest, RunsAgainWithAPersonsAnswer) {
    const std::string id = submit(newJob(1));
    EXPECT_TRUE(queue_.needsAttention(claimed(at(1)).claim, R"({"diagnostics":["AB/7 is locked"]})", at(2)));
    EXPECT_EQ(state(id), JobState::NeedsAttention);
    EXPECT_TRUE(queue_.claim("worker-1", {Lane::Letters}, 1, at(3)).empty());
    EXPECT_TRUE(queue_.answer(id, R"({"password":"given"})", "token-1", at(60)));
    EXPECT_EQ(job(id).outcome, "");
    const ClaimedJob again = claimed(at(61));
    EXPECT_EQ(again.job.payload, R"({"password":"given"})");
    EXPECT_EQ(job(id).waiting(at(61)), seconds{2}) << "the person's time is not the queue's";
}

TEST_F(QueueTest, StopsTheHolderOfACancelledJobAtItsNextHeartbeat) {
    const std::string id = submit(newJob(1));
    const ClaimedJob work = claimed(at(0));
    EXPECT_TRUE(queue_.cancel(id, "token-1", at(1)));
    EXPECT_FALSE(queue_.heartbeat(work.claim, at(5)));
    EXPECT_EQ(queue_.complete(work.claim, "{}", result, at(6)), Completion::Lost);
    EXPECT_EQ(state(id), JobState::Cancelled);
    EXPECT_FALSE(queue_.cancel(id, "token-1", at(7)));
    EXPECT_FALSE(queue_.cancel("no such job", "token-1", at(7)));
}

TEST_F(QueueTest, AnswersTheSameKeyAndBodyWithTheFirstJob) {
    NewJob first = newJob(1);
    first.idempotencyKey = "key";
    first.bodyHash = Sha256::of("body");
    NewJob again = newJob(2);
    again.idempotencyKey = "key";
    again.bodyHash = Sha256::of("body");
    NewJob other = newJob(3);
    other.idempotencyKey = "key";
    other.bodyHash = Sha256::of("another body");
    NewJob stranger = newJob(4);
    stranger.idempotencyKey = "key";
    stranger.bodyHash = Sha256::of("another body");
    stranger.caller = "token-2";

    int alongside = 0;
    const auto count = [&](Transaction&) { ++alongside; };
    EXPECT_EQ(queue_.submit(first, start, count).kind, Submission::Kind::Accepted);
    const Submission known = queue_.submit(again, start, count);
    EXPECT_EQ(known.kind, Submission::Kind::Known);
    EXPECT_EQ(known.id, first.id);
    EXPECT_EQ(queue_.submit(other, start, count).kind, Submission::Kind::KeyReused);
    EXPECT_EQ(queue_.submit(stranger, start, count).kind, Submission::Kind::Accepted);
    EXPECT_EQ(alongside, 2);
    EXPECT_EQ(queue_.known("token-1", "key", Sha256::of("body"))->id, first.id);
    EXPECT_EQ(queue_.known("token-1", "key", Sha256::of("other"))->kind, Submission::Kind::KeyReused);
    EXPECT_FALSE(queue_.known("token-1", "another key", Sha256::of("body")).has_value());
    EXPECT_FALSE(queue_.known("token-3", "key", Sha256::of("body")).has_value());
    EXPECT_EQ(queue_.list("north", "", 10).size(), 2U);
}

TEST_F(QueueTest, KeepsTheFirstAnswerToAKeyAfterTheJobIsDone) {
    NewJob first = newJob(1);
    first.idempotencyKey = "key";
    submit(first);
    EXPECT_EQ(queue_.complete(claimed().claim, "{}", result, at(1)), Completion::Recorded);
    EXPECT_EQ(queue_.submit(first, at(2)).kind, Submission::Kind::Known);
    EXPECT_EQ(state(first.id), JobState::Done);
}

TEST_F(QueueTest, KeepsNothingOfASubmissionWhoseCompanionFails) {
    NewJob first = newJob(1);
    first.idempotencyKey = "key";
    EXPECT_THROW((void)queue_.submit(first, start, [](Transaction&) { throw std::runtime_error("trail is full"); }),
                 std::runtime_error);
    EXPECT_FALSE(queue_.find(first.id).has_value());
    EXPECT_EQ(queue_.submit(first, start).kind, Submission::Kind::Accepted);
}

TEST_F(QueueTest, UndoesACompletionWhoseCompanionFails) {
    const std::string id = submit(newJob(1));
    const ClaimedJob work = claimed();
    EXPECT_THROW((void)queue_.complete(work.claim, "{}", result, at(1),
                                       [](Transaction&) { throw std::runtime_error("no such pack"); }),
                 std::runtime_error);
    EXPECT_EQ(state(id), JobState::Running);
    EXPECT_EQ(queue_.complete(work.claim, "{}", result, at(2)), Completion::Recorded);
}

TEST_F(QueueTest, ListsTheRequestsOfATeamNewestFirstWithoutTheirCases) {
    submit(newJob(1));
    NewJob elsewhere = newJob(2);
    elsewhere.team = "south";
    submit(elsewhere);
    NewJob other = newJob(3);
    other.caseReference = "EN/2026/0099";
    submit(other);
    NewJob look = newJob(4, Lane::Inspections);
    look.kind = JobKind::Inspection;
    submit(look);
    const auto ids = [](const std::vector<Job>& jobs) {
        std::vector<std::string> found;
        std::ranges::transform(jobs, std::back_inserter(found), &Job::id);
        return found;
    };
    EXPECT_EQ(ids(queue_.list("north", "", 10)), (std::vector{newJob(3).id, newJob(1).id}));
    EXPECT_EQ(ids(queue_.list("north", "", 1)), std::vector{newJob(3).id});
    EXPECT_EQ(ids(queue_.list("north", "EN/2026/0142", 10)), std::vector{newJob(1).id});
    EXPECT_EQ(ids(queue_.list("east", "", 10)), std::vector<std::string>{});
    EXPECT_EQ(queue_.list("north", "", 10).front().payload, "");
}

TEST_F(QueueTest, SaysHowDeepEachLaneIs) {
    submit(newJob(1), at(1));
    submit(newJob(2), at(2));
    submit(newJob(3, Lane::Bundles), at(3));
    (void)claimed(at(4));
    const auto depths = queue_.depths();
    ASSERT_EQ(depths.size(), 3U);
    EXPECT_EQ(depths[0].queued, 1);
    EXPECT_EQ(depths[0].running, 1);
    EXPECT_EQ(depths[0].oldest, at(2));
    EXPECT_EQ(depths[1].queued, 1);
    EXPECT_EQ(depths[2].queued, 0);
    EXPECT_EQ(depths[2].oldest, std::nullopt);
}

TEST_F(QueueTest, RaisesTheVersionWithEveryChangeThatAReaderSees) {
    const std::string id = submit(newJob(1));
    std::vector<std::int64_t> versions{job(id).version};
    const ClaimedJob work = claimed();
    versions.push_back(job(id).version);
    EXPECT_TRUE(queue_.progress(work.claim, 0.5, at(1)));
    versions.push_back(job(id).version);
    EXPECT_TRUE(queue_.progress(work.claim, 0.5, at(2)));
    EXPECT_TRUE(queue_.heartbeat(work.claim, at(3)));
    EXPECT_EQ(job(id).version, versions.back());
    EXPECT_TRUE(queue_.fail(work.claim, "{}", at(4)));
    versions.push_back(job(id).version);
    EXPECT_TRUE(std::ranges::is_sorted(versions));
    EXPECT_EQ(std::set(versions.begin(), versions.end()).size(), versions.size());
}

TEST_F(QueueTest, ClampsAProgressThatNoWorkerCanHaveMade) {
    const std::string id = submit(newJob(1));
    const ClaimedJob work = claimed();
    EXPECT_TRUE(queue_.progress(work.claim, 7.0, at(1)));
    EXPECT_DOUBLE_EQ(job(id).progress, 1.0);
    EXPECT_TRUE(queue_.progress(work.claim, -7.0, at(1)));
    EXPECT_DOUBLE_EQ(job(id).progress, 0.0);
    EXPECT_TRUE(queue_.progress(work.claim, std::numeric_limits<double>::quiet_NaN(), at(1)));
    EXPECT_DOUBLE_EQ(job(id).progress, 0.0);
}

TEST_F(QueueTest, TellsItsWitnessOfEveryChangeInsideTheTransaction) {
    std::vector<std::string> told;
    Queue queue(*database_, {}, [&](Transaction& transaction, const JobChange& change, Instant) {
        told.push_back(std::string(nameOf(change.verb)) + " " + std::string(nameOf(change.from)) + ">" +
                       std::string(nameOf(change.to)) + " " + change.actor);
        EXPECT_EQ(transaction.query("SELECT state FROM jobs WHERE id = $1", {change.jobId}).at(0).text("state"),
                  nameOf(change.to));
    });
    (void)queue.submit(newJob(1), start);
    auto work = queue.claim("w", {Lane::Letters}, 1, at(0)).at(0);
    EXPECT_TRUE(queue.heartbeat(work.claim, at(1)));
    (void)queue.rescue(at(30));
    work = queue.claim("v", {Lane::Letters}, 1, at(31)).at(0);
    EXPECT_EQ(queue.complete(work.claim, "{}", result, at(32)), Completion::Recorded);
    EXPECT_EQ(queue.complete(work.claim, "{}", result, at(33)), Completion::AlreadyRecorded);
    EXPECT_EQ(told, (std::vector<std::string>{"claim queued>running w", "rescue running>queued rescuer",
                                              "claim queued>running v", "complete running>done v"}));
}

TEST_F(QueueTest, HandsNoJobToTwoThreads) {
    constexpr int jobs = 500;
    database_->transaction([&](Transaction& transaction) {
        for (int number = 1; number <= jobs; ++number) {
            EXPECT_EQ(queue_.submit(transaction, newJob(number), start).kind, Submission::Kind::Accepted);
        }
    });
    const auto take = [&](std::vector<std::string>& taken, const std::string& worker) {
        // As another process would: with a connection of its own.
        const auto database = openSqlite(folder_.path("store.sqlite"));
        Queue queue(*database);
        for (;;) {
            const auto work = queue.claim(worker, {Lane::Letters}, 3, at(1));
            if (work.empty()) {
                return;
            }
            for (const ClaimedJob& one : work) {
                taken.push_back(one.job.id);
            }
        }
    };
    std::vector<std::string> left;
    std::vector<std::string> right;
    std::thread other([&] { take(right, "worker-2"); });
    take(left, "worker-1");
    other.join();
    std::set<std::string> distinct(left.begin(), left.end());
    distinct.insert(right.begin(), right.end());
    EXPECT_EQ(left.size() + right.size(), static_cast<std::size_t>(jobs));
    EXPECT_EQ(distinct.size(), static_cast<std::size_t>(jobs));
}

TEST(WorkerIdentity, IsNeverShared) {
    const std::string one = makeWorkerIdentity();
    EXPECT_NE(one, makeWorkerIdentity());
    EXPECT_EQ(std::ranges::count(one, ':'), 2);
}

}  // namespace
}  // namespace engross
