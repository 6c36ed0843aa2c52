#pragma once
#include "model/error.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace engross {

/// Codes: "store-full", "store-io", "store-busy", "store-lost", "store-conflict" (all retryable), "store-fsync" (the
/// host must stop and recover at its next start), "store-constraint", "store-damaged", "store-newer", "store-failed".
class StoreError : public Error {
    using Error::Error;
};

/// What a statement takes and a row holds. Moments are milliseconds since 1970, digests are hexadecimal text.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;
using Cells = std::vector<Cell>;

/// One row of an answer, read by the names of its columns. A name that the answer has not, or a cell of another kind,
/// is our bug: std::logic_error.
class Row {
public:
    using Columns = std::shared_ptr<const std::vector<std::string>>;

    Row(Columns columns, Cells cells);
    [[nodiscard]] bool isNull(std::string_view column) const;
    [[nodiscard]] std::int64_t integer(std::string_view column) const;
    [[nodiscard]] const std::string& text(std::string_view column) const;
    [[nodiscard]] std::optional<std::int64_t> integerIfAny(std::string_view column) const;
    /// The text, or an empty one where the cell is NULL.
    [[nodiscard]] std::string textOrEmpty(std::string_view column) const;

private:
    [[nodiscard]] const Cell& cell(std::string_view column) const;
    Columns columns_;
    Cells cells_;
};

/// The statements of one transaction. Parameters are written $1, $2 … in the SQL, which keeps to what SQLite and
/// PostgreSQL both take. Every call throws StoreError.
class Transaction {
public:
    virtual ~Transaction() = default;
    /// Runs one statement and answers how many rows it changed.
    virtual std::int64_t execute(std::string_view sql, const Cells& parameters = {}) = 0;
    [[nodiscard]] virtual std::vector<Row> query(std::string_view sql, const Cells& parameters = {}) = 0;
    /// What a SELECT of rows to be claimed ends with: " FOR UPDATE SKIP LOCKED", or nothing where writers take turns.
    [[nodiscard]] virtual std::string_view claimingSuffix() const = 0;
};

/// A store of rows. Safe for all threads. Units must not be nested.
class Database {
public:
    enum class Mode { Write, Read };
    using Unit = std::function<void(Transaction&)>;

    virtual ~Database() = default;

    /// Runs `unit` in one durable transaction: committed and on disk when it returns, undone when it throws, and what
    /// `unit` returns is answered. Where the connection drops, or the engine asks for it, the whole unit runs again,
    /// even if the first commit may have arrived: so a unit makes its identifiers beforehand, and changes nothing but
    /// the database.
    template <typename Work>
    auto transaction(Work&& work) -> std::invoke_result_t<Work&, Transaction&> {
        return answer(Mode::Write, work);
    }
    /// As `transaction`, over one unchanging view of the data, for reading only.
    template <typename Work>
    auto snapshot(Work&& work) -> std::invoke_result_t<Work&, Transaction&> {
        return answer(Mode::Read, work);
    }

protected:
    /// One attempt: begins, runs the unit, commits or rolls back. BEGIN IMMEDIATE or its like for Mode::Write.
    virtual void attempt(Mode mode, const Unit& unit) = 0;

private:
    void run(Mode mode, const Unit& unit);

    template <typename Work>
    auto answer(Mode mode, Work& work) -> std::invoke_result_t<Work&, Transaction&> {
        using Result = std::invoke_result_t<Work&, Transaction&>;
        if constexpr (std::is_void_v<Result>) {
            run(mode, [&work](Transaction& transaction) { work(transaction); });
        } else {
            std::optional<Result> result;
            run(mode, [&](Transaction& transaction) { result.emplace(work(transaction)); });
            return *std::move(result);
        }
    }
};

/// A NULL where the text is empty.
[[nodiscard]] Cell textOrNull(std::string_view text);

}  // namespace engross
