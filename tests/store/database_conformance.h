#pragma once
#include "store/database.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <thread>

namespace engross {

/// What every engine must do alike. The parameter makes an empty store.
using DatabaseMaker = std::function<std::unique_ptr<Database>()>;

class DatabaseConformance : public testing::TestWithParam<DatabaseMaker> {
protected:
    DatabaseConformance() : database_(GetParam()()) {
        database_->transaction([](Transaction& transaction) {
            transaction.execute("CREATE TABLE parents (id TEXT PRIMARY KEY)");
            transaction.execute(
                "CREATE TABLE things (id TEXT PRIMARY KEY, size BIGINT, note TEXT, "
                "parent TEXT REFERENCES parents (id))");
        });
    }
    void add(const std::string& id, std::int64_t size) {
        database_->transaction([&](Transaction& transaction) {
            transaction.execute("INSERT INTO things (id, size) VALUES ($1, $2)", {id, size});
        });
    }
    std::int64_t count() {
        return database_->snapshot([](Transaction& transaction) {
            return transaction.query("SELECT COUNT(*) AS things FROM things").at(0).integer("things");
        });
    }
    std::unique_ptr<Database> database_;
};

TEST_P(DatabaseConformance, GivesBackWhatWasBound) {
    const std::string hostile = "it's \"quoted\"; DROP TABLE things; -- \xE2\x82\xAC";
    const std::int64_t largest = std::numeric_limits<std::int64_t>::max();
    database_->transaction([&](Transaction& transaction) {
        transaction.execute("INSERT INTO things (id, size, note) VALUES ($1, $2, $3)", {hostile, largest, Cell{}});
    });
    const auto rows = database_->snapshot([&](Transaction& transaction) {
        return transaction.query("SELECT id, size, note FROM things WHERE id = $1", {hostile});
    });
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].text("id"), hostile);
    EXPECT_EQ(rows[0].integer("size"), largest);
    EXPECT_TRUE(rows[0].isNull("note"));
    EXPECT_EQ(rows[0].textOrEmpty("note"), "");
}

TEST_P(DatabaseConformance, TakesAParameterTwiceAndInAnyOrder) {
    add("a", 3);
    const auto rows = database_->snapshot([](Transaction& transaction) {
        return transaction.query("SELECT id FROM things WHERE size > $2 AND size < $1 + $2 AND $2 > 0",
                                 {std::int64_t{9}, std::int64_t{1}});
    });
    EXPECT_EQ(rows.size(), 1U);
}

TEST_P(DatabaseConformance, UndoesTheWholeUnitWhenItThrows) {
    EXPECT_THROW(database_->transaction([](Transaction& transaction) {
        transaction.execute("INSERT INTO things (id, size) VALUES ('a', 1)");
        throw std::runtime_error("stopped half-way");
    }),
                 std::runtime_error);
    EXPECT_EQ(count(), 0);
    add("b", 1);
    EXPECT_EQ(count(), 1);
}

TEST_P(DatabaseConformance, GoesOnAfterAnExceptionOfNoKnownKind) {
    EXPECT_THROW(database_->transaction([](Transaction& transaction) {
        transaction.execute("INSERT INTO things (id, size) VALUES ('a', 1)");
        throw 7;
    }),
                 int);
    EXPECT_EQ(count(), 0);
    add("b", 1);
    EXPECT_EQ(count(), 1);
}

TEST_P(DatabaseConformance, RefusesASecondStatementThatWouldNotRun) {
    EXPECT_THROW(database_->transaction([](Transaction& transaction) {
        transaction.execute("INSERT INTO things (id) VALUES ('a'); INSERT INTO things (id) VALUES ('b')");
    }),
                 std::logic_error);
    EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseConformance, CountsTheRowsThatChanged) {
    add("a", 1);
    add("b", 1);
    database_->transaction([](Transaction& transaction) {
        EXPECT_EQ(transaction.execute("UPDATE things SET size = 2 WHERE size = 1"), 2);
        EXPECT_EQ(transaction.execute("UPDATE things SET size = 2 WHERE size = 1"), 0);
        EXPECT_EQ(transaction.execute("INSERT INTO things (id) VALUES ('a') ON CONFLICT DO NOTHING"), 0);
        EXPECT_EQ(transaction.query("UPDATE things SET size = 3 WHERE id = 'a' RETURNING id").size(), 1U);
    });
}

TEST_P(DatabaseConformance, NamesARowThatContradictsTheSchema) {
    add("a", 1);
    const auto code = [&](const std::string& sql) -> std::string {
        try {
            database_->transaction([&](Transaction& transaction) { transaction.execute(sql); });
        } catch (const StoreError& error) {
            return error.code();
        }
        return "no error";
    };
    EXPECT_EQ(code("INSERT INTO things (id) VALUES ('a')"), "store-constraint");
    EXPECT_EQ(code("INSERT INTO things (id, parent) VALUES ('b', 'nobody')"), "store-constraint");
    EXPECT_EQ(code("INSERT INTO nothing (id) VALUES ('a')"), "store-failed");
    EXPECT_EQ(count(), 1);
}

TEST_P(DatabaseConformance, RefusesAWrongNumberOfParametersAndAnUnknownColumn) {
    database_->transaction([](Transaction& transaction) {
        EXPECT_THROW(transaction.execute("INSERT INTO things (id) VALUES ($1)"), std::logic_error);
        EXPECT_THROW(transaction.execute("INSERT INTO things (id) VALUES ($1)", {"a", "b"}), std::logic_error);
        const auto rows = transaction.query("SELECT 1 AS one, 'x' AS letter");
        EXPECT_THROW((void)rows.at(0).integer("two"), std::logic_error);
        EXPECT_THROW((void)rows.at(0).integer("letter"), std::logic_error);
        EXPECT_THROW((void)rows.at(0).text("one"), std::logic_error);
    });
}

TEST_P(DatabaseConformance, ReadsBesideAnOpenWriteWithoutSeeingIt) {
    add("a", 1);
    database_->transaction([&](Transaction& transaction) {
        transaction.execute("INSERT INTO things (id, size) VALUES ('b', 1)");
        EXPECT_EQ(count(), 1);
    });
    EXPECT_EQ(count(), 2);
}

TEST_P(DatabaseConformance, LosesNoneOfTheWritesOfManyThreads) {
    database_->transaction(
        [](Transaction& transaction) { transaction.execute("INSERT INTO things (id, size) VALUES ('counter', 0)"); });
    constexpr int threads = 4;
    constexpr int rounds = 25;
    std::vector<std::thread> running;
    for (int i = 0; i < threads; ++i) {
        running.emplace_back([&] {
            for (int round = 0; round < rounds; ++round) {
                database_->transaction([](Transaction& transaction) {
                    const auto size =
                        transaction.query("SELECT size FROM things WHERE id = 'counter'").at(0).integer("size");
                    transaction.execute("UPDATE things SET size = $1 WHERE id = 'counter'", {size + 1});
                });
            }
        });
    }
    for (std::thread& thread : running) {
        thread.join();
    }
    const auto size = database_->snapshot([](Transaction& transaction) {
        return transaction.query("SELECT size FROM things WHERE id = 'counter'").at(0).integer("size");
    });
    EXPECT_EQ(size, threads * rounds);
}

}  // namespace engross
