#pragma once
#include "store/database.h"

#include <atomic>
#include <string>

namespace engross {

/// A store whose nth step fails, once. A step is a statement, the moment before a commit, or the moment after it: the
/// last one is a commit that arrived although its answer did not. Safe for all threads; `failAt` before they start.
class FailingDatabase : public Database {
public:
    explicit FailingDatabase(Database& inner) : inner_(inner) {}

    void failAt(int step, std::string code) {
        code_ = std::move(code);
        steps_ = 0;
        failAt_ = step;
    }
    [[nodiscard]] int steps() const noexcept {
        return steps_;
    }
    void step() {
        if (++steps_ == failAt_) {
            throw StoreError(code_, "test store", "fails at step " + std::to_string(failAt_), Error::Retry::Yes);
        }
    }

protected:
    void attempt(Mode mode, const Unit& unit) override {
        const auto counted = [&](Transaction& inner) {
            Counting transaction(*this, inner);
            unit(transaction);
            step();
        };
        mode == Mode::Write ? inner_.transaction(counted) : inner_.snapshot(counted);
        step();
    }

private:
    class Counting : public Transaction {
    public:
        Counting(FailingDatabase& owner, Transaction& inner) : owner_(owner), inner_(inner) {}
        std::int64_t execute(std::string_view sql, const Cells& parameters) override {
            owner_.step();
            return inner_.execute(sql, parameters);
        }
        std::vector<Row> query(std::string_view sql, const Cells& parameters) override {
            owner_.step();
            return inner_.query(sql, parameters);
        }
        [[nodiscard]] std::string_view claimingSuffix() const override {
            return inner_.claimingSuffix();
        }

    private:
        FailingDatabase& owner_;
        Transaction& inner_;
    };

    Database& inner_;
    std::atomic<int> failAt_ = 0;
    std::string code_;
    std::atomic<int> steps_ = 0;
};

}  // namespace engross
