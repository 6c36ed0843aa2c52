#include "audit/trail.h"

#include "store/failing_database.h"
#include "store/migrations.h"
#include "store/sqlite_database.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>

#include <thread>

namespace engross {
namespace {

using Kind = TrailBreak::Kind;
constexpr Instant now{std::chrono::milliseconds{1'772'400'000'000}};

TrailEntry entry(int number) {
    return {.at = now + std::chrono::seconds{number},
            .actor = "token-1",
            .action = "artefact.downloaded",
            .subject = "request-" + std::to_string(number),
            .request = "call-" + std::to_string(number),
            .details = R"({"sha256":"ab"})"};
}

class TrailTest : public testing::Test {
protected:
    TrailTest() : database_(openSqlite(folder_.path("store.sqlite"))) {
        migrate(*database_, now);
    }
    void append(int first, int last) {
        database_->transaction([&](Transaction& transaction) {
            for (int number = first; number <= last; ++number) {
                Trail(transaction).append(entry(number));
            }
        });
    }
    void sabotage(const std::string& sql, const Cells& parameters = {}) {
        database_->transaction(
            [&](Transaction& transaction) { EXPECT_GT(transaction.execute(sql, parameters), 0) << sql; });
    }
    TrailVerdict verdict(const std::vector<Checkpoint>& checkpoints = {}) {
        return database_->snapshot([&](Transaction& transaction) { return Trail(transaction).verify(checkpoints); });
    }
    Checkpoint checkpoint() {
        return database_->snapshot([](Transaction& transaction) { return Trail(transaction).checkpoint(); });
    }
    std::vector<TrailRecord> records() {
        return database_->snapshot([](Transaction& transaction) { return Trail(transaction).records(1, 10'000); });
    }
    void expectBreak(Kind kind, std::int64_t number, const std::vector<Checkpoint>& checkpoints = {}) {
        const TrailVerdict found = verdict(checkpoints);
        ASSERT_TRUE(found.firstBreak.has_value());
        EXPECT_EQ(nameOf(found.firstBreak->kind), nameOf(kind));
        EXPECT_EQ(found.firstBreak->number, number);
    }
    /// Gives the record a hash that fits its fields, as somebody who knows the format would.
    void rehash(std::int64_t number) {
        const TrailRecord record = records().at(static_cast<std::size_t>(number - 1));
        sabotage("UPDATE trail SET hash = $2 WHERE number = $1",
                 {number, trailHash(record.previous, record.entry).hex()});
    }
    TestFolder folder_;
    std::unique_ptr<Database> database_;
};

TEST_F(TrailTest, IsWholeWhenItIsEmptyAndWhenNobodyTouchedIt) {
    EXPECT_EQ(verdict().firstBreak, std::nullopt);
    append(1, 20);
    EXPECT_EQ(verdict().firstBreak, std::nullopt);
    EXPECT_EQ(verdict().records, 20);
    EXPECT_EQ(records().at(4).entry, entry(5));
    EXPECT_EQ(records().at(4).previous, records().at(3).hash);
}

TEST_F(TrailTest, NamesARecordOfWhichAnyFieldWasAltered) {
    for (const char* change :
         {"at = at + 1", "actor = 'somebody'", "action = 'seen'", "subject = 'else'", "request = ''", "details = '{}'",
          "hash = previous", "previous = hash", "hash = 'not a hash'", "at = 'yesterday'", "at = 0.5",
          "actor = x'00ff'", "hash = x'00ff'"}) {
        SCOPED_TRACE(change);
        sabotage("UPDATE trail_end SET number = 0, hash = '" + Sha256{}.hex() + "'");
        database_->transaction([](Transaction& transaction) { transaction.execute("DELETE FROM trail"); });
        append(1, 10);
        sabotage(std::string("UPDATE trail SET ") + change + " WHERE number = 6");
        expectBreak(Kind::Altered, 6);
        EXPECT_EQ(verdict().records, 5);
    }
}

TEST_F(TrailTest, NamesARecordThatWasRewrittenTogetherWithItsHash) {
    append(1, 10);
    sabotage("UPDATE trail SET actor = 'somebody' WHERE number = 6");
    rehash(6);
    expectBreak(Kind::Altered, 6);
}

TEST_F(TrailTest, NamesTheLastRecordRewrittenTogetherWithItsHash) {
    append(1, 10);
    sabotage("UPDATE trail SET actor = 'somebody' WHERE number = 10");
    rehash(10);
    expectBreak(Kind::Altered, 10);
}

TEST_F(TrailTest, NamesWhatIsMissing) {
    append(1, 10);
    sabotage("DELETE FROM trail WHERE number IN (4, 5)");
    expectBreak(Kind::Missing, 4);
}

TEST_F(TrailTest, NamesAMissingFirstRecordAndAMissingEnd) {
    append(1, 10);
    sabotage("DELETE FROM trail WHERE number >= 8");
    expectBreak(Kind::Missing, 8);
    sabotage("DELETE FROM trail WHERE number = 1");
    expectBreak(Kind::Missing, 1);
    sabotage("DELETE FROM trail");
    expectBreak(Kind::Missing, 1);
}

TEST_F(TrailTest, NamesATrailThatWasEmptiedTogetherWithItsEnd) {
    append(1, 10);
    sabotage("DELETE FROM trail");
    sabotage("DELETE FROM trail_end");
    expectBreak(Kind::Missing, 1);
}

TEST_F(TrailTest, NamesARecordOrAnEndWhoseNumberIsNoNumber) {
    append(1, 10);
    sabotage("UPDATE trail_end SET number = 'ten'");
    expectBreak(Kind::Added, 1);
    sabotage("UPDATE trail SET number = 'six' WHERE number = 6");
    expectBreak(Kind::Missing, 6);
}

TEST_F(TrailTest, NamesRecordsThatChangedPlaces) {
    append(1, 10);
    sabotage("UPDATE trail SET number = -1 WHERE number = 3");
    sabotage("UPDATE trail SET number = 3 WHERE number = 7");
    sabotage("UPDATE trail SET number = 7 WHERE number = -1");
    expectBreak(Kind::Reordered, 3);
}

TEST_F(TrailTest, NamesRecordsThatWereAdded) {
    append(1, 10);
    const TrailRecord last = records().back();
    sabotage(
        "INSERT INTO trail (number, at, actor, action, subject, request, details, previous, hash) "
        "VALUES (11, 0, 'x', 'x', 'x', '', '', $1, $2)",
        {last.hash.hex(),
         trailHash(last.hash,
                   {.at = Instant{}, .actor = "x", .action = "x", .subject = "x", .request = "", .details = ""})
             .hex()});
    expectBreak(Kind::Added, 11);
    sabotage("UPDATE trail SET number = 0 WHERE number = 11");
    expectBreak(Kind::Added, 0);
}

TEST_F(TrailTest, IsHeldToACheckpointThatLeftTheMachine) {
    append(1, 10);
    const Checkpoint kept = checkpoint();
    EXPECT_EQ(kept.number, 10);
    append(11, 15);
    EXPECT_EQ(verdict({kept}).firstBreak, std::nullopt);

    // The whole trail written again, which no check within it could notice.
    sabotage("DELETE FROM trail");
    sabotage("UPDATE trail_end SET number = 0, hash = '" + Sha256{}.hex() + "'");
    append(2, 16);
    EXPECT_EQ(verdict().firstBreak, std::nullopt);
    expectBreak(Kind::Altered, 10, {kept});

    sabotage("DELETE FROM trail");
    sabotage("UPDATE trail_end SET number = 0, hash = '" + Sha256{}.hex() + "'");
    append(1, 9);
    EXPECT_EQ(verdict().firstBreak, std::nullopt);
    expectBreak(Kind::Missing, 10, {kept});
}

TEST_F(TrailTest, IsReadWholeHoweverLongItIs) {
    append(1, 2500);
    EXPECT_EQ(verdict().records, 2500);
    EXPECT_EQ(verdict().firstBreak, std::nullopt);
    sabotage("UPDATE trail SET actor = 'somebody' WHERE number = 2001");
    expectBreak(Kind::Altered, 2001);
}

TEST_F(TrailTest, IsKeptOrLostWithItsTransaction) {
    append(1, 3);
    EXPECT_THROW(database_->transaction([](Transaction& transaction) {
        Trail(transaction).append(entry(4));
        throw std::runtime_error("undone");
    }),
                 std::runtime_error);
    append(4, 5);
    EXPECT_EQ(verdict().records, 5);
    EXPECT_EQ(verdict().firstBreak, std::nullopt);
}

TEST_F(TrailTest, StaysWholeWhicheverStepOfTheStoreFails) {
    FailingDatabase failing(*database_);
    int failures = 0;
    for (int step = 1;; ++step) {
        failing.failAt(step, "store-lost");
        failing.transaction([&](Transaction& transaction) { Trail(transaction).append(entry(step)); });
        EXPECT_EQ(verdict().firstBreak, std::nullopt) << "step " << step;
        if (failing.steps() < step) {
            break;
        }
        ++failures;
    }
    EXPECT_GE(failures, 5);
}

TEST_F(TrailTest, StaysOneChainUnderManyWriters) {
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 3; ++writer) {
        writers.emplace_back([this, writer] {
            for (int round = 0; round < 20; ++round) {
                append(writer * 100 + round, writer * 100 + round);
            }
        });
    }
    for (std::thread& writer : writers) {
        writer.join();
    }
    EXPECT_EQ(verdict().records, 60);
    EXPECT_EQ(verdict().firstBreak, std::nullopt);
}

TEST(TrailHash, CannotMoveTextFromOneFieldToTheNext) {
    TrailEntry left = entry(1);
    TrailEntry right = entry(1);
    left.actor = "ab";
    left.action = "c";
    right.actor = "a";
    right.action = "bc";
    EXPECT_NE(trailHash({}, left), trailHash({}, right));
}

TEST(TrailHash, StaysWhatItWasWhenTheFirstTrailWasWritten) {
    // The same fields through an independent implementation of SHA-256.
    const TrailEntry first{.at = Instant{std::chrono::milliseconds{1}},
                           .actor = "a",
                           .action = "b",
                           .subject = "c",
                           .request = "d",
                           .details = "e"};
    EXPECT_EQ(trailHash({}, first).hex(), "6b6172ecf6dd1582853a44d833a2709d5628f9166f242ebaaa6aa0c24611d3e0");
}

TEST(Checkpoints, ReadBackAsTheyAreWritten) {
    const Checkpoint kept{42, Sha256::of("end")};
    EXPECT_EQ(toText(kept), "engross-trail 1 42 " + Sha256::of("end").hex());
    EXPECT_EQ(checkpointFrom(toText(kept)), kept);
    for (const char* text : {"", "engross-trail 1 ", "engross-trail 1 42", "engross-trail 1 42 abc",
                             "engross-trail 2 42 ", "engross-trail 1 -3 "}) {
        EXPECT_EQ(checkpointFrom(text), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace engross
