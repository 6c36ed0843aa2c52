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

    std::int64_t execute(std::string_view sql, const Cells& parameters = {});
    [[nodiscard]] std::vector<Row> query(std::string_view sql, const Cells& parameters = {});
    /// Whether a transaction is open: some errors end it without being asked.
    [[nodiscard]] bool inTransaction() const;
    /// Ends an open transaction without keeping it. Does not throw: a connection that cannot even do this undoes the
    /// transaction when it is closed or the file is next opened.
    void rollBack() noexcept;

private:
    struct Closer {
        void operator()(sqlite3* connection) const noexcept;
    };
    struct Finaliser {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    class Use;

    [[nodiscard]] sqlite3_stmt* prepared(std::string_view sql);
    [[noreturn]] void raise(int code, std::string_view doing) const;

    std::string path_;
    std::unique_ptr<sqlite3, Closer> connection_;
    std::map<std::string, std::unique_ptr<sqlite3_stmt, Finaliser>, std::less<>> statements_;
};

}  // namespace engross
