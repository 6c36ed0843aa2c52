#include "store/sqlite_database.h"

#include "store/sqlite_connection.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <vector>

namespace engross {
namespace {

class SqliteTransaction : public Transaction {
public:
    explicit SqliteTransaction(SqliteConnection& connection) : connection_(connection) {}

    std::int64_t execute(std::string_view sql, const Cells& parameters) override {
        refuseWhenUndone();
        return connection_.execute(sql, parameters);
    }
    std::vector<Row> query(std::string_view sql, const Cells& parameters) override {
        refuseWhenUndone();
        return connection_.query(sql, parameters);
    }
    [[nodiscard]] std::string_view claimingSuffix() const override {
        return {};
    }

private:
    // SQLite undoes a transaction by itself after some errors; a later statement would then stand alone.
    void refuseWhenUndone() const {
        if (!connection_.inTransaction()) {
            throw StoreError("store-failed", "transaction", "an earlier error has already undone it");
        }
    }
    SqliteConnection& connection_;
};

class SqliteDatabase : public Database {
public:
    SqliteDatabase(std::string path, int logPages)
        : path_(std::move(path)), logPages_(logPages), writer_(path_, Access::Write) {}

protected:
    void attempt(Mode mode, const Unit& unit) override {
        if (fsyncFailed_) {
            throw StoreError("store-fsync", path_, "the disk did not confirm an earlier write; stop and start again");
        }
        try {
            mode == Mode::Write ? write(unit) : read(unit);
        } catch (const StoreError& error) {
            fsyncFailed_ = fsyncFailed_ || error.code() == "store-fsync";
            throw;
        }
    }

private:
    using Access = SqliteConnection::Access;

    /// Undoes what is still open when it goes, whatever kind of exception passes.
    class Undo {
    public:
        explicit Undo(SqliteConnection& connection) : connection_(connection) {}
        ~Undo() {
            connection_.rollBack();
        }
        Undo(const Undo&) = delete;
        Undo& operator=(const Undo&) = delete;

    private:
        SqliteConnection& connection_;
    };

    static void within(SqliteConnection& connection, const char* begin, const Unit& unit) {
        connection.execute(begin);
        const Undo undo(connection);
        SqliteTransaction transaction(connection);
        unit(transaction);
        connection.execute("COMMIT");
    }

    void write(const Unit& unit) {
        const std::lock_guard lock(writing_);
        within(writer_, "BEGIN IMMEDIATE", unit);
        if (writer_.logPages() >= logPages_) {
            copyLog();
        }
    }

    // SQLite's own copying after a commit hides a flush that failed. The unit is safe in the log whatever happens here,
    // so it is not told; but nothing more is taken.
    void copyLog() {
        try {
            writer_.copyLog();
        } catch (const StoreError& error) {
            fsyncFailed_ = fsyncFailed_ || error.code() == "store-fsync";
        }
    }

    void read(const Unit& unit) {
        auto reader = takeReader();
        within(*reader, "BEGIN", unit);
        const std::lock_guard lock(reading_);
        idle_.push_back(std::move(reader));
    }

    std::unique_ptr<SqliteConnection> takeReader() {
        {
            const std::lock_guard lock(reading_);
            if (!idle_.empty()) {
                auto reader = std::move(idle_.back());
                idle_.pop_back();
                return reader;
            }
        }
        return std::make_unique<SqliteConnection>(path_, Access::Read);
    }

    std::string path_;
    int logPages_;
    SqliteConnection writer_;
    std::mutex writing_;
    std::mutex reading_;
    std::vector<std::unique_ptr<SqliteConnection>> idle_;
    std::atomic<bool> fsyncFailed_ = false;
};

// SQLite gives its log and index files the rights of the main file, so that one is made first, closed to others.
// O_EXCL: opening and closing a file that this process has open elsewhere would drop SQLite's locks on it.
void makeFile(const std::string& path) {
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0) {
        ::close(file);
    }
}

}  // namespace

std::unique_ptr<Database> openSqlite(const std::string& path, int logPages) {
    makeFile(path);
    return std::make_unique<SqliteDatabase>(path, logPages);
}

}  // namespace engross
