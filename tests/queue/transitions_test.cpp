#include "queue/transitions.h"

#include "queue/queue_fixture.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace engross {
namespace {

constexpr std::array states{JobState::Queued, JobState::Running, JobState::Waiting,   JobState::NeedsAttention,
                            JobState::Done,   JobState::Failed,  JobState::Cancelled, JobState::Quarantined};

constexpr std::array verbs{Verb::Claim,      Verb::Heartbeat,  Verb::Progress, Verb::Complete,
                           Verb::Fail,       Verb::AskAPerson, Verb::HandBack, Verb::Crash,
                           Verb::Quarantine, Verb::Rescue,     Verb::Answer,   Verb::Cancel};

TEST(Transitions, LeadNowhereFromAFinalState) {
    for (const Transition& row : transitions()) {
        EXPECT_FALSE(isFinal(row.from)) << nameOf(row.verb) << " from " << nameOf(row.from);
    }
}

TEST(Transitions, CancelEveryStateThatIsNotFinal) {
    for (const JobState state : states) {
        EXPECT_EQ(transition(Verb::Cancel, state) != nullptr, !isFinal(state)) << nameOf(state);
    }
}

TEST(Transitions, AskForTheTokenWheneverAWorkerOrItsHostMovesAJob) {
    for (const Transition& row : transitions()) {
        const bool guarded =
            row.guard == Guard::Token || row.guard == Guard::FewCrashes || row.guard == Guard::LastCrash;
        const bool byTheHolder = row.who == Who::Host || (row.who == Who::Worker && row.verb != Verb::Claim);
        EXPECT_EQ(guarded, byTheHolder) << nameOf(row.verb);
    }
}

TEST(Transitions, NameEachVerbAndStateOnce) {
    for (const JobState from : states) {
        for (const Verb verb : verbs) {
            const auto rows = std::ranges::count_if(
                transitions(), [&](const Transition& row) { return row.from == from && row.verb == verb; });
            EXPECT_LE(rows, 1) << nameOf(verb) << " from " << nameOf(from);
        }
        EXPECT_EQ(jobStateFrom(nameOf(from)), from);
    }
}

/// Does each verb to a job in each state and compares with the table.
class TransitionsTest : public QueueTest {
protected:
    static constexpr std::int64_t token = 7;

    void tryVerb(Verb verb, const std::string& id) {
        const Claim claim{id, token, "worker-1"};
        const Sha256 made = Sha256::of("made");
        const std::map<Verb, std::function<void()>> actions{
            {Verb::Claim, [&] { (void)queue_.claim("worker-2", {Lane::Letters}, 1, at(1)); }},
            {Verb::Heartbeat, [&] { (void)queue_.heartbeat(claim, at(1)); }},
            {Verb::Progress, [&] { (void)queue_.progress(claim, 0.5, at(1)); }},
            {Verb::Complete, [&] { (void)queue_.complete(claim, "{}", made, at(1)); }},
            {Verb::Fail, [&] { (void)queue_.fail(claim, "{}", at(1)); }},
            {Verb::AskAPerson, [&] { (void)queue_.needsAttention(claim, "{}", at(1)); }},
            {Verb::HandBack, [&] { (void)queue_.handBack(claim, "full", std::chrono::seconds{1}, at(1)); }},
            {Verb::Crash, [&] { (void)queue_.died(claim, Death::OfItself, "", at(1)); }},
            {Verb::Quarantine,
             [&] {
                 Queue strict(*database_, {.crashLimit = 1});
                 (void)strict.died(claim, Death::OfItself, "", at(1));
             }},
            {Verb::Rescue, [&] { (void)queue_.rescue(at(20)); }},
            {Verb::Answer, [&] { (void)queue_.answer(id, "{}", "token-1", at(1)); }},
            {Verb::Cancel, [&] { (void)queue_.cancel(id, "token-1", at(1)); }}};
        actions.at(verb)();
    }

    /// Everything of the row that a transition may touch.
    std::string row(const std::string& id) {
        return database_->snapshot([&](Transaction& transaction) {
            const Row found = transaction.query("SELECT * FROM jobs WHERE id = $1", {id}).at(0);
            std::string text = found.text("state");
            for (const char* column : {"token", "lease_until", "progress", "crashes", "state_since", "version"}) {
                text += " " + std::to_string(found.integerIfAny(column).value_or(-1));
            }
            return text + " " + found.text("outcome") + " " + found.textOrEmpty("result");
        });
    }
};

TEST_F(TransitionsTest, AreWhatTheQueueDoesAndNothingElse) {
    int number = 0;
    for (const JobState from : states) {
        for (const Verb verb : verbs) {
            const std::string id = newJob(++number).id;
            database_->transaction([](Transaction& transaction) {
                transaction.execute("DELETE FROM job_payloads");
                transaction.execute("DELETE FROM jobs");
            });
            submit(newJob(number));
            force(id, from);
            const std::string before = row(id);
            tryVerb(verb, id);
            const Transition* allowed = transition(verb, from);
            const std::string what = std::string(nameOf(verb)) + " from " + std::string(nameOf(from));
            if (allowed == nullptr) {
                EXPECT_EQ(row(id), before) << what;
            } else {
                EXPECT_NE(row(id), before) << what;
                EXPECT_EQ(row(id).substr(0, row(id).find(' ')), nameOf(allowed->to)) << what;
            }
        }
    }
}

TEST_F(TransitionsTest, StandInTheStoresConstraintToo) {
    for (const JobState state : states) {
        const std::string id = newJob(static_cast<int>(state) + 1).id;
        submit(newJob(static_cast<int>(state) + 1));
        force(id, state);
        EXPECT_EQ(database_->snapshot([&](Transaction& transaction) {
            return transaction.query("SELECT state FROM jobs WHERE id = $1", {id}).at(0).text("state");
        }),
                  nameOf(state));
    }
    EXPECT_THROW(database_->transaction([](Transaction& transaction) {
        transaction.execute("UPDATE jobs SET state = 'sleeping', lease_until = NULL");
    }),
                 StoreError);
}

}  // namespace
}  // namespace engross
