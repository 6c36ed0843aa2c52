#pragma once
#include "store/database.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace engross {

/// One connection to a SQLite file, with its prepared statements. For one thread at a time.
class SqliteConnection {
public:
    enum class Access { Write, Read };

    /// Throws StoreError where the file cannot be opened or is no database.
    SqliteConnection(const std::string& path, Access access);
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    std::int64_t execute(std::string_view sql, const Cells& parameters = {});
    [[nodiscard]] std::vector<Row> query(std::string_view sql, const Cells& parameters = {});
    /// Whether a transaction is open: some errors end it without being asked.
    [[nodiscard]] bool inTransaction() const;
    /// Ends an open transaction without keeping it. Does not throw: a connection that cannot even do this undoes the
    /// transaction when it is closed or the file is next opened.
    void rollBack() noexcept;
    /// How long the log was after the last commit, in pages. Nobody but the owner has it copied into the store.
    [[nodiscard]] int logPages() const noexcept;
    /// Copies the log into the store as far as readers allow. Throws StoreError; what was committed stays safe.
    void copyLog();

private:
    struct Closer {
        void operator()(sqlite3* connection) const noexcept;
    };
    struct Finaliser {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    class Use;

    void beginLogAnew();
    void writeLogAgain();
    static int noteLog(void* connection, sqlite3*, const char* database, int pages);
    [[nodiscard]] sqlite3_stmt* prepared(std::string_view sql);
    [[noreturn]] void raise(int code, std::string_view doing) const;

    std::string path_;
    int logPages_ = 0;
    std::unique_ptr<sqlite3, Closer> connection_;
    std::map<std::string, std::unique_ptr<sqlite3_stmt, Finaliser>, std::less<>> statements_;
};

}  // namespace engross
