#include "store/migrations.h"

#include "store/failing_database.h"
#include "store/sqlite_database.h"
#include "store/test_folder.h"

namespace engross {
namespace {

constexpr Instant now{std::chrono::milliseconds{1'772'400'000'000}};

std::vector<std::string> tablesOf(Database& database) {
    return database.snapshot([](Transaction& transaction) {
        std::vector<std::string> names;
        for (const Row& row : transaction.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
            names.push_back(row.text("name"));
        }
        return names;
    });
}

TEST(Migrations, AreNumberedWithoutAGap) {
    int expected = 1;
    for (const Migration& step : migrations()) {
        EXPECT_EQ(step.number, expected++) << step.name;
        EXPECT_FALSE(step.statements.empty()) << step.name;
    }
}

TEST(Migrations, BringAnEmptyStoreToTheNewestSchemaAndThenChangeNothing) {
    const TestFolder folder;
    const auto database = openSqlite(folder.path("store.sqlite"));
    EXPECT_EQ(schemaVersion(*database), 0);
    migrate(*database, now);
    EXPECT_EQ(schemaVersion(*database), migrations().back().number);
    const auto tables = tablesOf(*database);
    migrate(*database, now);
    EXPECT_EQ(tablesOf(*database), tables);
}

TEST(Migrations, LeaveNoHalfOfAStepBehindWhicheverStatementFails) {
    const TestFolder folder;
    int fails = 0;
    for (int step = 1;; ++step) {
        const auto database = openSqlite(folder.path("store" + std::to_string(step) + ".sqlite"));
        FailingDatabase failing(*database);
        failing.failAt(step, "store-full");
        try {
            migrate(failing, now);
            break;
        } catch (const StoreError&) {
            ++fails;
        }
        migrate(*database, now);
        EXPECT_EQ(schemaVersion(*database), migrations().back().number) << "after a fault at step " << step;
    }
    EXPECT_GT(fails, 30);
}

TEST(ProveWritable, SaysThatTheStoreIsFull) {
    const TestFolder folder;
    const auto database = openSqlite(folder.path("store.sqlite"));
    migrate(*database, now);
    EXPECT_NO_THROW(proveWritable(*database));
    FailingDatabase failing(*database);
    failing.failAt(1, "store-full");
    EXPECT_THROW(proveWritable(failing), StoreError);
}

TEST(Migrations, RefuseAStoreThatANewerProgramMade) {
    const TestFolder folder;
    const auto database = openSqlite(folder.path("store.sqlite"));
    migrate(*database, {{1, "first", {"CREATE TABLE one (id TEXT)"}}, {2, "second", {"CREATE TABLE two (id TEXT)"}}},
            now);
    try {
        migrate(*database, {{1, "first", {"CREATE TABLE one (id TEXT)"}}}, now);
        FAIL() << "a newer store was taken";
    } catch (const StoreError& error) {
        EXPECT_EQ(error.code(), "store-newer");
        EXPECT_FALSE(error.retryable());
    }
}

}  // namespace
}  // namespace engross
