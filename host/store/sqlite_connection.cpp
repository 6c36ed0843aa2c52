#include "store/sqlite_connection.h"

#include <sqlite3.h>

#include <algorithm>
#include <stdexcept>

namespace engross {
namespace {

constexpr int busyTimeoutMs = 5000;
constexpr std::size_t longestSqlInMessage = 60;
constexpr sqlite3_int64 logPiece = 64 << 10;

struct Cause {
    const char* code;
    const char* cure;
    Error::Retry retry;
};

Cause writeOrReadFailure(int extended) {
    switch (extended) {
        case SQLITE_IOERR_FSYNC:
        case SQLITE_IOERR_DIR_FSYNC:
            return {"store-fsync", "the disk did not confirm a write; stop and look at the disk", Error::Retry::No};
        case SQLITE_IOERR_READ:
        case SQLITE_IOERR_SHORT_READ:
            return {"store-io", "the file could not be read; look at the disk", Error::Retry::Yes};
        default:
            return {"store-full", "the file could not be written; free space on the disk", Error::Retry::Yes};
    }
}

Cause causeOf(int extended) {
    switch (extended & 0xff) {
        case SQLITE_FULL:
            return {"store-full", "the disk is full; free space on it", Error::Retry::Yes};
        case SQLITE_IOERR:
            return writeOrReadFailure(extended);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {"store-busy", "another program holds the file; try again", Error::Retry::Yes};
        case SQLITE_CONSTRAINT:
            return {"store-constraint", "the row contradicts the schema", Error::Retry::No};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {"store-damaged", "the file is damaged or no store; restore a backup", Error::Retry::No};
        default:
            return {"store-failed", "look at the path, its rights and its disk", Error::Retry::No};
    }
}

/// SQLite's code: a text that it does not take would otherwise stand as NULL.
int bindCell(sqlite3_stmt* statement, int index, const Cell& cell) {
    if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        return sqlite3_bind_int64(statement, index, *number);
    }
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return sqlite3_bind_text64(statement, index, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    return sqlite3_bind_null(statement, index);
}

void bindAll(sqlite3_stmt* statement, std::string_view sql, const Cells& parameters) {
    if (sqlite3_bind_parameter_count(statement) != static_cast<int>(parameters.size())) {
        throw std::logic_error("wrong number of parameters for: " + std::string(sql));
    }
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const int index = sqlite3_bind_parameter_index(statement, ("$" + std::to_string(i + 1)).c_str());
        if (index == 0) {
            throw std::logic_error("no parameter $" + std::to_string(i + 1) + " in: " + std::string(sql));
        }
        if (bindCell(statement, index, parameters.at(i)) != SQLITE_OK) {
            throw StoreError("store-failed", "parameter $" + std::to_string(i + 1), "is larger than the store takes");
        }
    }
}

Cell cellAt(sqlite3_stmt* statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
        case SQLITE_INTEGER:
            return std::int64_t{sqlite3_column_int64(statement, column)};
        case SQLITE_TEXT: {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
            return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
        }
        case SQLITE_NULL:
            return {};
        default:
            throw std::logic_error(std::string("column '") + sqlite3_column_name(statement, column) +
                                   "' holds neither a whole number nor a text");
    }
}

Row::Columns columnsOf(sqlite3_stmt* statement) {
    std::vector<std::string> names;
    names.reserve(static_cast<std::size_t>(sqlite3_column_count(statement)));
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        names.emplace_back(sqlite3_column_name(statement, i));
    }
    return std::make_shared<const std::vector<std::string>>(std::move(names));
}

}  // namespace

void SqliteConnection::Closer::operator()(sqlite3* connection) const noexcept {
    sqlite3_close_v2(connection);
}

void SqliteConnection::Finaliser::operator()(sqlite3_stmt* statement) const noexcept {
    sqlite3_finalize(statement);
}

/// Leaves a prepared statement ready for its next use, with nothing bound.
class SqliteConnection::Use {
public:
    explicit Use(sqlite3_stmt* statement) : statement_(statement) {}
    ~Use() {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

private:
    sqlite3_stmt* statement_;
};

SqliteConnection::SqliteConnection(const std::string& path, Access access) : path_(path) {
    const int flags = (access == Access::Write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE) |
                      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
    connection_.reset(opened);
    if (code != SQLITE_OK) {
        raise(code, "open");
    }
    sqlite3_busy_timeout(opened, busyTimeoutMs);
    if (access == Access::Read) {
        (void)query("PRAGMA query_only = ON");
        return;
    }
    const auto mode = query("PRAGMA journal_mode = WAL");
    if (mode.empty() || mode.front().text("journal_mode") != "wal") {
        throw StoreError("store-failed", path, "the file system does not carry a write-ahead log; use a local disk");
    }
    (void)query("PRAGMA synchronous = FULL");
    (void)query("PRAGMA foreign_keys = ON");
    sqlite3_wal_hook(opened, noteLog, this);
    beginLogAnew();
}

// An earlier process may have ended after a flush that failed. The system then shows pages of the log that never
// reached the disk and takes them for flushed: whatever is written behind them would be lost with them when the power
// fails. So every page is written again, flushed, and copied into the store, and the log begins anew.
void SqliteConnection::beginLogAnew() {
    (void)query("BEGIN IMMEDIATE");
    try {
        writeLogAgain();
    } catch (const StoreError&) {
        rollBack();
        throw;
    }
    (void)query("COMMIT");
    (void)query("PRAGMA wal_checkpoint(TRUNCATE)");
}

// For the holder of the write lock: nobody else changes the log meanwhile.
void SqliteConnection::writeLogAgain() {
    sqlite3_file* log = nullptr;
    sqlite3_int64 size = 0;
    int code = sqlite3_file_control(connection_.get(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (code == SQLITE_OK) {
        code = log->pMethods->xFileSize(log, &size);
    }
    std::string piece;
    for (sqlite3_int64 offset = 0; code == SQLITE_OK && offset < size; offset += logPiece) {
        piece.resize(static_cast<std::size_t>(std::min(logPiece, size - offset)));
        const int length = static_cast<int>(piece.size());
        code = log->pMethods->xRead(log, piece.data(), length, offset);
        if (code == SQLITE_OK) {
            code = log->pMethods->xWrite(log, piece.data(), length, offset);
        }
    }
    if (code == SQLITE_OK && size > 0) {
        code = log->pMethods->xSync(log, SQLITE_SYNC_NORMAL);
    }
    if (code != SQLITE_OK) {
        raise(code, "the log");
    }
}

int SqliteConnection::noteLog(void* connection, sqlite3*, const char*, int pages) {
    static_cast<SqliteConnection*>(connection)->logPages_ = pages;
    return SQLITE_OK;
}

int SqliteConnection::logPages() const noexcept {
    return logPages_;
}

void SqliteConnection::copyLog() {
    (void)query("PRAGMA wal_checkpoint(PASSIVE)");
}

sqlite3_stmt* SqliteConnection::prepared(std::string_view sql) {
    const auto known = statements_.find(sql);
    if (known != statements_.end()) {
        return known->second.get();
    }
    sqlite3_stmt* statement = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, &rest);
    if (code != SQLITE_OK) {
        raise(code, sql);
    }
    std::unique_ptr<sqlite3_stmt, Finaliser> made(statement);
    const std::string_view left(rest, static_cast<std::size_t>(sql.data() + sql.size() - rest));
    if (left.find_first_not_of(" \t\r\n;") != std::string_view::npos) {
        throw std::logic_error("a second statement, which would not run, behind: " + std::string(sql));
    }
    statements_.emplace(std::string(sql), std::move(made));
    return statement;
}

std::int64_t SqliteConnection::execute(std::string_view sql, const Cells& parameters) {
    const std::int64_t before = sqlite3_total_changes64(connection_.get());
    (void)query(sql, parameters);
    const bool changed = sqlite3_total_changes64(connection_.get()) != before;
    return changed ? std::int64_t{sqlite3_changes64(connection_.get())} : 0;
}

std::vector<Row> SqliteConnection::query(std::string_view sql, const Cells& parameters) {
    sqlite3_stmt* statement = prepared(sql);
    const Use use(statement);
    bindAll(statement, sql, parameters);
    std::vector<Row> rows;
    Row::Columns columns;
    int code = sqlite3_step(statement);
    for (; code == SQLITE_ROW; code = sqlite3_step(statement)) {
        if (!columns) {
            columns = columnsOf(statement);
        }
        Cells cells;
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            cells.push_back(cellAt(statement, i));
        }
        rows.emplace_back(columns, std::move(cells));
    }
    if (code != SQLITE_DONE) {
        raise(code, sql);
    }
    return rows;
}

bool SqliteConnection::inTransaction() const {
    return sqlite3_get_autocommit(connection_.get()) == 0;
}

void SqliteConnection::rollBack() noexcept {
    if (inTransaction()) {
        sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void SqliteConnection::raise(int code, std::string_view doing) const {
    const Cause cause = causeOf(code);
    std::string said = std::string(cause.cure) + " (" + sqlite3_errstr(code);
    if (cause.code == std::string_view("store-failed") || cause.code == std::string_view("store-constraint")) {
        said += ": ";
        said += sqlite3_errmsg(connection_.get());
        said += ", at ";
        said += doing.substr(0, longestSqlInMessage);
    }
    throw StoreError(cause.code, path_, said + ")", cause.retry);
}

}  // namespace engross
