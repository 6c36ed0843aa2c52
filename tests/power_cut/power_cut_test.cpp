#include "power_cut/office.h"
#include "power_cut/recorded_files.h"
#include "power_cut/recorded_sqlite.h"
#include "store/sqlite_connection.h"
#include "store/sqlite_database.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

namespace engross {
namespace {

constexpr Instant working{std::chrono::milliseconds{1'772'400'100'000}};

/// 0 for every build; ENGROSS_SOAK names how many requests the long run takes.
int soak() {
    const char* wanted = std::getenv("ENGROSS_SOAK");
    return wanted == nullptr ? 0 : std::max(8, std::min(60, std::atoi(wanted)));
}

/// Where hundreds of small stores are made and thrown away without wearing a disk.
std::string inMemory() {
    const char* memory = "/dev/shm";
    return ::access(memory, W_OK) == 0 ? memory : testing::TempDir();
}

/// The store as a planted defect has it: a SQLite that was told not to flush what it should.
class CarelessSqlite : public Database {
public:
    CarelessSqlite(const std::string& path, const std::string& pragma)
        : connection_(path, SqliteConnection::Access::Write) {
        (void)connection_.query(pragma);
        (void)connection_.query("PRAGMA wal_autocheckpoint = 24");
    }

protected:
    void attempt(Mode /*mode*/, const Unit& unit) override {
        connection_.execute("BEGIN IMMEDIATE");
        Through transaction(connection_);
        unit(transaction);
        connection_.execute("COMMIT");
    }

private:
    class Through : public Transaction {
    public:
        explicit Through(SqliteConnection& connection) : connection_(connection) {}
        std::int64_t execute(std::string_view sql, const Cells& parameters) override {
            return connection_.execute(sql, parameters);
        }
        std::vector<Row> query(std::string_view sql, const Cells& parameters) override {
            return connection_.query(sql, parameters);
        }
        [[nodiscard]] std::string_view claimingSuffix() const override {
            return {};
        }

    private:
        SqliteConnection& connection_;
    };
    SqliteConnection connection_;
};

/// A small log, so that it is copied into the store and begun again while requests come in.
StoreOpener real() {
    return [](const std::string& path) { return openSqlite(path, 24); };
}

StoreOpener careless(const std::string& pragma) {
    return [pragma](const std::string& path) { return std::make_unique<CarelessSqlite>(path, pragma); };
}

/// A day in the office, recorded, and what its callers were promised.
struct Day {
    TestFolder folder{inMemory()};
    TestFolder afterwards{inMemory()};  // what the next process finds, where there is one
    Recorder recorder;
    OfficePromises promises{};

    Day(const StoreOpener& open, Recorder::Leaves leaves, int requests) : recorder(folder.path(), leaves) {
        const RecordedSqlite recorded(&recorder);
        Office office(folder.path(), open, std::make_shared<RecordedFiles>(recorder));
        for (int number = 1; number <= requests; ++number) {
            promise(Office::idOf(number), false, office.accept(number));
            if (number == requests / 2) {
                work(office);
                office.reopen();
            }
        }
        work(office);
    }
    /// The nth flush of the store after its first requests fails. The process ends; the next one finds in the folder
    /// what the system still holds in memory, and works on.
    Day(const StoreOpener& open, int failAt) : recorder(folder.path()) {
        const RecordedSqlite recorded(&recorder);
        Office first(folder.path(), open, std::make_shared<RecordedFiles>(recorder));
        promise(Office::idOf(1), false, first.accept(1));
        recorder.failSync(failAt);
        try {
            for (int number = 2; number <= 5; ++number) {
                promise(Office::idOf(number), false, first.accept(number));
            }
        } catch (const StoreError& error) {
            EXPECT_EQ(error.code(), "store-fsync");
        }
        std::filesystem::copy(folder.path(), afterwards.path(), std::filesystem::copy_options::recursive);
        std::filesystem::remove(afterwards.path("store.sqlite-shm"));
        recorder.moveTo(afterwards.path());
        recorder.failSync(0);
        restarted = recorder.steps().size();
        Office second(afterwards.path(), open, std::make_shared<RecordedFiles>(recorder));
        for (int number = 21; number <= 23; ++number) {
            promise(Office::idOf(number), false, second.accept(number));
        }
        work(second);
    }
    std::size_t restarted = 0;

    void promise(const std::string& job, bool done, bool held) {
        EXPECT_TRUE(held);
        promises.all.push_back({recorder.steps().size(), job, done});
    }
    void work(Office& office) {
        const auto written = [&](const std::string& path) {
            std::ifstream file(path, std::ios::binary);
            const std::string bytes((std::istreambuf_iterator<char>(file)), {});
            recorder.add([name = recorder.relative(path), bytes](ModelDisk& disk) {
                disk.createFile(name);
                disk.write(name, 0, bytes);
            });
        };
        for (const std::string& id : office.workOff(working, written)) {
            promise(id, true, true);
        }
    }

    /// What is wrong after each of the cuts, without repeats; nothing where every promise is kept.
    [[nodiscard]] std::set<std::string> faultsAfter(const Cuts& cuts, std::size_t* count = nullptr) const {
        std::set<std::string> found;
        const RecordedSqlite quick;
        const std::size_t made = cutPower(recorder, cuts, [&](const auto& files, std::size_t done) {
            const TestFolder left(inMemory());
            restore(files, left.path());
            try {
                Recorder forgotten(left.path());
                Office office(left.path(), real(), std::make_shared<RecordedFiles>(forgotten));
                for (const std::string& fault : office.faults(promises, done)) {
                    found.insert(fault + ", cut after step " + std::to_string(done));
                }
            } catch (const Error& error) {
                found.insert("it does not start again: " + error.code() + ", cut after step " + std::to_string(done));
            } catch (const std::logic_error& error) {
                found.insert(std::string("it reads what nobody wrote: ") + error.what() + ", cut after step " +
                             std::to_string(done));
            }
        });
        if (count != nullptr) {
            *count = made;
        }
        return found;
    }
};

std::string lines(const std::set<std::string>& found) {
    std::string text;
    for (const std::string& fault : found) {
        text += fault + "\n";
    }
    return text;
}

bool names(const std::set<std::string>& found, const std::string& fault) {
    return std::any_of(found.begin(), found.end(),
                       [&](const std::string& one) { return one.find(fault) != std::string::npos; });
}

TEST(PowerCut, AtAnyWriteLosesNothingThatWasPromisedAndLeavesNothingHalf) {
    const Day day(real(), Recorder::Leaves::NothingOut, soak() > 0 ? soak() : 4);
    const Cuts cuts{.first = 0, .stride = 1, .mixtures = soak() > 0 ? 20U : 1U};
    std::size_t count = 0;
    EXPECT_EQ(lines(day.faultsAfter(cuts, &count)), "");
    EXPECT_EQ(day.promises.all.size(), soak() > 0 ? 2U * static_cast<std::size_t>(soak()) : 8U);
    EXPECT_GT(count, 900U);
    RecordProperty("cuts", static_cast<int>(count));
}

TEST(PowerCut, IsSeenToLoseRequestsWhereTheStoreDoesNotFlush) {
    const Day day(careless("PRAGMA synchronous = OFF"), Recorder::Leaves::NothingOut, 4);
    EXPECT_TRUE(names(day.faultsAfter({.stride = 5}), "an accepted request is lost"));
}

TEST(PowerCut, IsSeenToLoseRequestsWhereTheStoreFlushesAtCheckpointsOnly) {
    const Day day(careless("PRAGMA synchronous = NORMAL"), Recorder::Leaves::NothingOut, 4);
    const auto found = day.faultsAfter({.stride = 5});
    EXPECT_TRUE(names(found, "an accepted request is lost"));
    EXPECT_FALSE(names(found, "damaged")) << lines(found);
}

TEST(PowerCut, IsSeenToLoseWhatWasPromisedWhereNoFileIsFlushed) {
    const Day day(real(), Recorder::Leaves::FileSyncsOut, 4);
    EXPECT_TRUE(names(day.faultsAfter({.stride = 5}), "an accepted request is lost"));
}

TEST(PowerCut, IsSeenToLoseWhatWasPromisedWhereNoFolderIsFlushed) {
    const Day day(real(), Recorder::Leaves::FolderSyncsOut, 4);
    EXPECT_TRUE(names(day.faultsAfter({.stride = 5}), "an accepted request is lost"));
}

TEST(PowerCut, AfterAFlushThatFailedLosesNothingThatTheNextStartPromises) {
    int failures = 0;
    for (int failAt = 1;; ++failAt) {
        SCOPED_TRACE("flush " + std::to_string(failAt));
        const Day day(real(), failAt);
        if (!day.recorder.hasFailed()) {
            break;
        }
        ++failures;
        EXPECT_EQ(lines(day.faultsAfter({.first = day.restarted, .stride = soak() > 0 ? 1U : 9U})), "");
    }
    EXPECT_GE(failures, 8);
}

}  // namespace
}  // namespace engross
