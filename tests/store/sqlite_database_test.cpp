#include "store/sqlite_database.h"

#include "store/database_conformance.h"
#include "store/test_folder.h"

#include <sys/stat.h>

#include <fstream>

namespace engross {
namespace {

/// A store that takes its folder with it.
class ScratchSqlite : public Database {
public:
    ScratchSqlite() : inner_(openSqlite(folder_.path("store.sqlite"))) {}

protected:
    void attempt(Mode mode, const Unit& unit) override {
        mode == Mode::Write ? inner_->transaction(unit) : inner_->snapshot(unit);
    }

private:
    TestFolder folder_;
    std::unique_ptr<Database> inner_;
};

INSTANTIATE_TEST_SUITE_P(Sqlite, DatabaseConformance,
                         testing::Values([] { return std::make_unique<ScratchSqlite>(); }));

std::string codeOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const StoreError& error) {
        return error.code() + (error.retryable() ? " retryable" : "");
    }
    return "no error";
}

TEST(SqliteDatabase, KeepsWhatWasCommittedWhenItIsOpenedAgain) {
    const TestFolder folder;
    {
        const auto database = openSqlite(folder.path("store.sqlite"));
        database->transaction([](Transaction& transaction) {
            transaction.execute("CREATE TABLE things (id TEXT)");
            transaction.execute("INSERT INTO things (id) VALUES ('a')");
        });
    }
    const auto database = openSqlite(folder.path("store.sqlite"));
    const auto rows =
        database->snapshot([](Transaction& transaction) { return transaction.query("SELECT id FROM things"); });
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].text("id"), "a");
}

TEST(SqliteDatabase, IsDurableAndChecksReferences) {
    const TestFolder folder;
    const auto database = openSqlite(folder.path("store.sqlite"));
    database->transaction([](Transaction& transaction) {
        EXPECT_EQ(transaction.query("PRAGMA journal_mode").at(0).text("journal_mode"), "wal");
        EXPECT_EQ(transaction.query("PRAGMA synchronous").at(0).integer("synchronous"), 2);
        EXPECT_EQ(transaction.query("PRAGMA foreign_keys").at(0).integer("foreign_keys"), 1);
    });
}

TEST(SqliteDatabase, ClosesItsFilesToOtherUsers) {
    const TestFolder folder;
    const auto database = openSqlite(folder.path("store.sqlite"));
    database->transaction([](Transaction& transaction) { transaction.execute("CREATE TABLE things (id TEXT)"); });
    for (const char* name : {"store.sqlite", "store.sqlite-wal", "store.sqlite-shm"}) {
        struct stat facts = {};
        ASSERT_EQ(::stat(folder.path(name).c_str(), &facts), 0) << name;
        EXPECT_EQ(facts.st_mode & 0777U, 0600U) << name;
    }
}

TEST(SqliteDatabase, SaysThatItIsFullAndGoesOnOnceThereIsRoom) {
    const TestFolder folder;
    const auto database = openSqlite(folder.path("store.sqlite"));
    database->transaction([](Transaction& transaction) { transaction.execute("CREATE TABLE things (note TEXT)"); });
    const auto limit = [&](const std::string& pages) {
        database->transaction(
            [&](Transaction& transaction) { (void)transaction.query("PRAGMA max_page_count = " + pages); });
    };
    const auto fill = [&] {
        database->transaction([](Transaction& transaction) {
            transaction.execute("INSERT INTO things (note) VALUES ($1)", {std::string(200'000, 'x')});
        });
    };
    limit("10");
    EXPECT_EQ(codeOf(fill), "store-full retryable");
    limit("1000000");
    EXPECT_EQ(codeOf(fill), "no error");
    const auto rows = database->snapshot(
        [](Transaction& transaction) { return transaction.query("SELECT COUNT(*) AS things FROM things"); });
    EXPECT_EQ(rows.at(0).integer("things"), 1);
}

TEST(SqliteDatabase, RefusesStatementsBehindAnErrorThatUndidTheTransaction) {
    const TestFolder folder;
    const auto database = openSqlite(folder.path("store.sqlite"));
    const auto swallow = [](Transaction& transaction) {
        transaction.execute("CREATE TABLE things (id TEXT)");
        transaction.execute("ROLLBACK");
        transaction.execute("CREATE TABLE others (id TEXT)");
    };
    EXPECT_EQ(codeOf([&] { database->transaction(swallow); }), "store-failed");
    const auto rows = database->snapshot(
        [](Transaction& transaction) { return transaction.query("SELECT COUNT(*) AS tables FROM sqlite_master"); });
    EXPECT_EQ(rows.at(0).integer("tables"), 0);
}

TEST(SqliteDatabase, RefusesToWriteWithinASnapshot) {
    const TestFolder folder;
    const auto database = openSqlite(folder.path("store.sqlite"));
    EXPECT_EQ(
        codeOf([&] {
            database->snapshot([](Transaction& transaction) { transaction.execute("CREATE TABLE things (id TEXT)"); });
        }),
        "store-failed");
}

TEST(SqliteDatabase, NamesAFileThatIsNoStore) {
    const TestFolder folder;
    std::ofstream(folder.path("store.sqlite")) << std::string(8192, 'x');
    EXPECT_EQ(codeOf([&] { (void)openSqlite(folder.path("store.sqlite")); }), "store-damaged");
    EXPECT_EQ(codeOf([&] { (void)openSqlite(folder.path("nowhere/store.sqlite")); }), "store-failed");
}

/// An engine whose first attempts fail.
class Stumbling : public Database {
public:
    Stumbling(std::string code, int failures) : code_(std::move(code)), failures_(failures) {}
    int attempts = 0;

protected:
    void attempt(Mode /*mode*/, const Unit& /*unit*/) override {
        if (attempts++ < failures_) {
            throw StoreError(code_, "test store", "stumbles", Error::Retry::Yes);
        }
    }

private:
    std::string code_;
    int failures_;
};

TEST(Database, RunsAUnitAgainOnceAfterADroppedConnection) {
    Stumbling once("store-lost", 1);
    once.transaction([](Transaction&) {});
    EXPECT_EQ(once.attempts, 2);
    Stumbling twice("store-lost", 2);
    EXPECT_EQ(codeOf([&] { twice.transaction([](Transaction&) {}); }), "store-lost retryable");
    EXPECT_EQ(twice.attempts, 2);
}

TEST(Database, RunsAUnitAgainWhenTheEngineAsksForItButNotForEver) {
    Stumbling thrice("store-conflict", 3);
    thrice.transaction([](Transaction&) {});
    EXPECT_EQ(thrice.attempts, 4);
    Stumbling always("store-conflict", 1000);
    EXPECT_EQ(codeOf([&] { always.transaction([](Transaction&) {}); }), "store-conflict retryable");
    EXPECT_EQ(always.attempts, 11);
}

TEST(Database, DoesNotRunAUnitAgainAfterAnyOtherError) {
    Stumbling full("store-full", 1);
    EXPECT_EQ(codeOf([&] { full.transaction([](Transaction&) {}); }), "store-full retryable");
    EXPECT_EQ(full.attempts, 1);
}

}  // namespace
}  // namespace engross
