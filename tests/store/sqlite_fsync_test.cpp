#include "store/sqlite_database.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

namespace engross {
namespace {

/// A disk that does not confirm a write: SQLite's own file system with the sync of its files replaced.
class UnsureDisk {
public:
    UnsureDisk() {
        inner = sqlite3_vfs_find(nullptr);
        failing = false;
        disk_ = *inner;
        disk_.zName = "unsure-disk";
        disk_.xOpen = open;
        sqlite3_vfs_register(&disk_, 1);
    }
    ~UnsureDisk() {
        sqlite3_vfs_register(inner, 1);
        sqlite3_vfs_unregister(&disk_);
    }
    UnsureDisk(const UnsureDisk&) = delete;
    UnsureDisk& operator=(const UnsureDisk&) = delete;

    static inline bool failing = false;

private:
    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
        const int code = inner->xOpen(inner, name, file, flags, outFlags);
        if (file->pMethods != nullptr) {
            // The store's own file and its log have methods of their own.
            sqlite3_io_methods& methods = (flags & SQLITE_OPEN_MAIN_DB) != 0 ? ofStore : ofLog;
            methods = *file->pMethods;
            realSync = methods.xSync;
            methods.xSync = sync;
            file->pMethods = &methods;
        }
        return code;
    }
    static int sync(sqlite3_file* file, int flags) {
        return failing ? SQLITE_IOERR_FSYNC : realSync(file, flags);
    }

    static inline sqlite3_vfs* inner = nullptr;
    static inline sqlite3_io_methods ofStore{};
    static inline sqlite3_io_methods ofLog{};
    static inline int (*realSync)(sqlite3_file*, int) = nullptr;
    sqlite3_vfs disk_{};
};

std::string codeOf(Database& database, const char* sql) {
    try {
        database.transaction([&](Transaction& transaction) { transaction.execute(sql); });
    } catch (const StoreError& error) {
        return error.code() + (error.retryable() ? " retryable" : "");
    }
    return "no error";
}

TEST(SqliteDatabase, TakesNoMoreWorkOnceTheDiskDidNotConfirmAWrite) {
    const TestFolder folder;
    UnsureDisk disk;
    const auto database = openSqlite(folder.path("store.sqlite"));
    EXPECT_EQ(codeOf(*database, "CREATE TABLE things (id TEXT)"), "no error");
    UnsureDisk::failing = true;
    EXPECT_EQ(codeOf(*database, "INSERT INTO things (id) VALUES ('a')"), "store-fsync");
    UnsureDisk::failing = false;
    EXPECT_EQ(codeOf(*database, "INSERT INTO things (id) VALUES ('b')"), "store-fsync") << "a sync was tried again";
    EXPECT_THROW(
        database->snapshot([](Transaction& transaction) { return transaction.query("SELECT id FROM things").size(); }),
        StoreError);
}

}  // namespace
}  // namespace engross
